#include "server/simulator/payload.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <utility>

#include "server/simulator/identity.h"

namespace roost::simulator {

namespace {

constexpr std::size_t kItemsPerChange = 10;

std::string hex_of(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    return {reinterpret_cast<const char*>(digest.data()), size};
}

Json change(std::string_view field, Json value) {
    return Json{{"value", std::move(value)}, {"field", field}};
}

bool has_contact(const Json& contacts, const Json& contact) {
    for (const Json& other : contacts) {
        if (other == contact) return true;
    }
    return false;
}

// The change of news[first …] and how many items it took.
std::pair<Json, std::size_t> change_from(
    const BusinessNumber& number, const std::vector<News>& news, std::size_t first
) {
    const News& start = news[first];
    if (start.kind == News::Kind::kField) return {change(start.field, start.item), 1};
    Json contacts = Json::array();
    Json items = Json::array();
    std::size_t taken = 0;
    for (std::size_t i = first; i < news.size() && news[i].kind == start.kind && taken < kItemsPerChange;
         ++i) {
        items.push_back(news[i].item);
        const Json& contact = news[i].contact;
        if (!contact.is_null() && !has_contact(contacts, contact)) contacts.push_back(contact);
        ++taken;
    }
    Json value = value_frame(number);
    if (!contacts.empty()) value["contacts"] = std::move(contacts);
    value[start.kind == News::Kind::kMessage ? "messages" : "statuses"] = std::move(items);
    return {change("messages", std::move(value)), taken};
}

}  // namespace

std::string meta_escaped(const Json& json) {
    const std::string ascii = json.dump(-1, ' ', true, Json::error_handler_t::replace);
    std::string escaped;
    escaped.reserve(ascii.size() + 16);
    for (const char c : ascii) {
        if (c == '/') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string signature_of(std::string_view secret, std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    const auto key_size = static_cast<int>(secret.size());
    HMAC(EVP_sha256(), secret.data(), key_size, data, bytes.size(), digest.data(), &size);
    return "sha256=" + hex_of({reinterpret_cast<const char*>(digest.data()), size});
}

std::string sha256_hex(std::string_view bytes) {
    return hex_of(sha256(bytes));
}

std::string sha256_base64(std::string_view bytes) {
    return base64(sha256(bytes));
}

Json value_frame(const BusinessNumber& number) {
    return Json{
        {"messaging_product", "whatsapp"},
        {"metadata",
         {{"display_phone_number", number.display_phone_number},
          {"phone_number_id", number.phone_number_id}}}};
}

Json contact_of(std::string_view wa_id, std::string_view name) {
    Json contact{{"profile", {{"name", name}}}};
    contact[is_user_id(wa_id) ? "user_id" : "wa_id"] = wa_id;
    return contact;
}

Json webhook_of(const BusinessNumber& number, const std::vector<News>& news) {
    Json changes = Json::array();
    for (std::size_t i = 0; i < news.size();) {
        auto [next, taken] = change_from(number, news, i);
        changes.push_back(std::move(next));
        i += taken;
    }
    Json entry{{"id", number.waba_id}, {"changes", std::move(changes)}};
    return Json{{"object", "whatsapp_business_account"}, {"entry", Json::array({std::move(entry)})}};
}

}  // namespace roost::simulator
