#include "shared/wire/webhook.h"

#include <utility>

#include "shared/base/hash.h"
#include "shared/wire/webhook_parts.h"

namespace roost {

namespace {

constexpr UnixMillis kFirstMessageEver = 1'230'768'000'000;  // 2009: WhatsApp did not exist before
constexpr std::int64_t kLeastMillis = 100'000'000'000;     // as seconds: the year 5138; as milliseconds: 1973
constexpr std::int64_t kMostMillis = 100'000'000'000'000;  // the year 5138
constexpr std::string_view kWhatsAppObject = "whatsapp_business_account";

std::int64_t number_in(const Json& object, std::string_view key) {
    if (const auto integer = optional_integer(object, key)) return *integer;
    if (const auto number = optional_number(object, key)) {
        return *number > 0 && *number < static_cast<double>(kMostMillis) ? static_cast<std::int64_t>(*number)
                                                                         : 0;
    }
    const Json& value = member(object, key);
    return value.is_string() ? parse_decimal(value.get_ref<const std::string&>()).value_or(0) : 0;
}

bool is_messaging_event(const Json& value) {
    return member(value, "sender").is_object() || member(value, "recipient").is_object();
}

// The dashboard's test button and Instagram Login send what is else in `messaging` as a change.
void read_change(PayloadPlace origin, const Json& change, ParsedWebhook& out) {
    ++out.changes;
    const Json& value = member(change, "value");
    origin.field = string_or(change, "field", "unknown");
    if (!value.is_object()) {
        out.items.emplace_back(notice(origin, "", change));
    } else if (origin.platform != Platform::kWhatsApp && is_messaging_event(value)) {
        read_messaging_event(origin, value, out);
    } else {
        read_whatsapp_change(origin, value, out);
    }
}

void read_entry(PayloadPlace origin, const Json& entry, ParsedWebhook& out) {
    ++out.entries;
    const std::size_t items_before = out.items.size();
    origin.account_key = text_or_number(entry, "id");
    origin.told_at = time_in(entry, "time", 0);
    for_each_element(member(entry, "changes"), [&](const Json& change) { read_change(origin, change, out); });
    for (const std::string_view list : {"messaging", "standby"}) {
        origin.field = list;
        for_each_element(member(entry, list), [&](const Json& event) {
            read_messaging_event(origin, event, out);
        });
    }
    if (!member(entry, "field").is_null()) read_change(origin, entry, out);
    origin.field = "unknown";
    if (out.items.size() == items_before) out.items.emplace_back(notice(origin, "", entry));
}

Platform platform_of(std::string_view object) {
    if (object == kWhatsAppObject) return Platform::kWhatsApp;
    return object == "instagram" ? Platform::kInstagram : Platform::kMessenger;
}

}  // namespace

UnixMillis time_in(const Json& object, std::string_view key, UnixMillis received_at) {
    const std::int64_t number = number_in(object, key);
    if (number <= 0 || number >= kMostMillis) return received_at;
    const UnixMillis at = number < kLeastMillis ? number * kSecond : number;
    const bool is_future = received_at > 0 && at > received_at + kDay;
    return at < kFirstMessageEver || is_future ? received_at : at;
}

std::string name_by_content(const PayloadPlace& origin, const Json& message) {
    return "noid:" + fingerprint(origin.account_key + "\n" + dump_json(message));
}

Notice notice(const PayloadPlace& origin, std::string event, const Json& raw) {
    return {origin.field, std::move(event), origin.account_key, dump_json(raw), origin.told_at};
}

Result<ParsedWebhook> parse_webhook(std::string_view body, UnixMillis received_at) {
    ASSIGN_OR_RETURN(const Json document, parse_json(body));
    if (!document.is_object()) return fail(ErrorCode::kInvalid, "a webhook must be a JSON object");
    ParsedWebhook webhook;
    webhook.object = string_or(document, "object", "");
    const PayloadPlace origin{platform_of(webhook.object), "unknown", "", received_at, 0};
    const Json& entries = member(document, "entry");
    if (entries.is_array() || entries.is_object()) {
        for_each_element(entries, [&](const Json& entry) { read_entry(origin, entry, webhook); });
    }
    if (webhook.items.empty()) webhook.items.emplace_back(notice(origin, "", document));
    return webhook;
}

}  // namespace roost
