#include "shared/messages/contacts.h"

#include <initializer_list>
#include <utility>

#include "shared/messages/one_line.h"

namespace roost {

namespace {

// The given member of every element of an array of objects.
std::vector<std::string> texts_of(const Json& list, std::string_view key) {
    std::vector<std::string> texts;
    if (!list.is_array()) return texts;
    for (const Json& element : list) {
        std::string text = text_or_number(element, key);
        if (!text.empty()) texts.push_back(std::move(text));
    }
    return texts;
}

// "Moi Avenue 1, Nairobi, Kenya"
std::string joined(const Json& json, std::initializer_list<std::string_view> keys) {
    std::string line;
    for (const std::string_view key : keys) {
        const std::string part = text_or_number(json, key);
        if (!part.empty() && !line.empty()) line += ", ";
        line += part;
    }
    return line;
}

std::vector<std::string> addresses_of(const Json& list) {
    std::vector<std::string> addresses;
    if (!list.is_array()) return addresses;
    for (const Json& one : list) {
        std::string line = joined(one, {"street", "zip", "city", "state", "country"});
        if (!line.empty()) addresses.push_back(std::move(line));
    }
    return addresses;
}

void write_card(JsonWriter& out, const Contacts::Card& card);

Contacts::Card read_card(const Json& json) {
    Contacts::Card card;
    const Json& name = member(json, "name");
    card.name = string_or(name, "formatted_name", "");
    if (card.name.empty())
        card.name = one_line(string_or(name, "first_name", "") + " " + string_or(name, "last_name", ""), "");
    card.phones = texts_of(member(json, "phones"), "phone");
    if (card.phones.empty()) card.phones = texts_of(member(json, "phones"), "wa_id");
    const Json& phones = member(json, "phones");
    if (phones.is_array() && !phones.empty()) card.wa_id = text_or_number(phones.front(), "wa_id");
    card.emails = texts_of(member(json, "emails"), "email");
    card.organisation = string_or(member(json, "org"), "company", "");
    card.position = joined(member(json, "org"), {"department", "title"});
    card.addresses = addresses_of(member(json, "addresses"));
    card.urls = texts_of(member(json, "urls"), "url");
    card.birthday = string_or(json, "birthday", "");
    const Json written = json_written_by([&](JsonWriter& out) { write_card(out, card); });
    if (json.is_object() && written != json) card.raw = dump_json(json);
    return card;
}

void write_texts(
    JsonWriter& out, std::string_view list, std::string_view key, const std::vector<std::string>& texts
) {
    if (texts.empty()) return;
    out.key(list).begin_array();
    for (const std::string& text : texts)
        out.begin_object().key(key).string(text).end_object();
    out.end_array();
}

void write_phones(JsonWriter& out, const Contacts::Card& card) {
    if (card.phones.empty()) return;
    out.key("phones").begin_array();
    for (std::size_t i = 0; i < card.phones.size(); ++i) {
        out.begin_object().key("phone").string(card.phones[i]);
        if (i == 0) out.text_member("wa_id", card.wa_id);
        out.end_object();
    }
    out.end_array();
}

void write_card(JsonWriter& out, const Contacts::Card& card) {
    if (!card.raw.empty() && Json::accept(card.raw)) {
        out.raw(card.raw);
        return;
    }
    out.begin_object().key("name").begin_object().key("formatted_name").string(card.name).end_object();
    write_phones(out, card);
    write_texts(out, "emails", "email", card.emails);
    if (!card.organisation.empty())
        out.key("org").begin_object().key("company").string(card.organisation).end_object();
    out.end_object();
}

}  // namespace

Contacts Contacts::read(const Json& body) {
    Contacts contacts;
    if (!body.is_array()) return contacts;
    for (const Json& card : body)
        contacts.cards.push_back(read_card(card));
    return contacts;
}

Json write_contacts(const Contacts& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const Contacts& content) {
    out.begin_array();
    for (const Contacts::Card& card : content.cards)
        write_card(out, card);
    out.end_array();
}

Preview preview(const Contacts& content) {
    if (content.cards.empty()) return {PreviewKind::kContact, {}, 0};
    std::string first = one_line(content.cards.front().name, "");
    if (content.cards.size() == 1) return words_or(std::move(first), PreviewKind::kContact);
    return {PreviewKind::kContacts, std::move(first), static_cast<int>(content.cards.size()) - 1};
}

}  // namespace roost
