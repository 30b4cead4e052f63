#include "shared/wire/webhook_summary.h"

#include <algorithm>
#include <array>

#include "shared/base/json.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::size_t kMost = 6;
constexpr std::size_t kLongest = 60;  // characters of a name

void add(std::vector<std::string>& names, std::string_view name) {
    if (name.empty() || names.size() == kMost) return;
    auto kept = truncate_code_points(to_valid_utf8(name), kLongest);
    if (std::find(names.begin(), names.end(), kept) == names.end()) names.push_back(std::move(kept));
}

// The named member of each element of an array.
void add_members(std::vector<std::string>& names, const Json& array, std::string_view name) {
    for (std::size_t i = 0; array.is_array() && i < array.size(); ++i)
        add(names, string_or(array[i], name, ""));
}

// WhatsApp, and what concerns a whole account (cloud-api §8).
void add_change(WebhookSummary& summary, const Json& change) {
    add(summary.fields, string_or(change, "field", ""));
    const Json& value = member(change, "value");
    for (const std::string_view list : {"messages", "message_echoes"})
        add_members(summary.kinds, member(value, list), "type");
    add_members(summary.kinds, member(value, "statuses"), "status");
    add(summary.kinds, string_or(value, "event", ""));
}

// Messenger and Instagram (cloud-api §15): what happened is the name of a member.
void add_messaging(WebhookSummary& summary, const Json& event) {
    constexpr std::array<std::string_view, 7> kHappened{
        "message", "delivery", "read", "postback", "reaction", "referral", "optin"};
    add(summary.fields, "messaging");
    for (const auto name : kHappened)
        if (!member(event, name).is_null()) add(summary.kinds, name);
}

}  // namespace

WebhookSummary summarise_webhook(std::string_view body) {
    WebhookSummary summary;
    const Json payload = parse_json(body).value_or(Json());
    const Json& entries = member(payload, "entry");
    for (std::size_t i = 0; entries.is_array() && i < entries.size(); ++i) {
        const Json& changes = member(entries[i], "changes");
        for (std::size_t k = 0; changes.is_array() && k < changes.size(); ++k)
            add_change(summary, changes[k]);
        const Json& events = member(entries[i], "messaging");
        for (std::size_t k = 0; events.is_array() && k < events.size(); ++k)
            add_messaging(summary, events[k]);
    }
    return summary;
}

}  // namespace roost
