#include "tests/contract/fixture_expectations.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "tests/contract/fixture_facts.h"

namespace roost::test {

namespace {

using Unmet = std::vector<std::string>;

// The items by the lists that expectations have for them.
struct Sorted {
    std::vector<Facts> messages;
    std::vector<Facts> echoes;
    std::vector<Facts> statuses;
    std::vector<Facts> events;
    std::vector<Facts> notices;
};

bool is_messaging(const Notice& notice) {
    return notice.field == "messaging" || notice.field == "standby";
}
bool is_call_status(const Facts& facts) {
    return member(facts, "type") == "call";
}

void sort_in(Sorted& sorted, const IncomingMessage& message) {
    // Expectations count a call among what is no message.
    if (std::holds_alternative<Call>(message.content)) {
        const Json call = Json::parse(message.raw, nullptr, false);
        sorted.notices.push_back(facts_of(Notice{
            "calls", string_or(call, "event", ""), message.account_key, message.raw}));
        return;
    }
    const bool is_page = message.platform != Platform::kWhatsApp;
    std::vector<Facts>& list = is_page ? sorted.events : message.is_echo ? sorted.echoes : sorted.messages;
    list.push_back(facts_of(message));
    // No payload here has a message in the other list, "standby"; webhook_test does.
    if (is_page) list.back()["channel_array"] = "messaging";
    if (is_page) list.back()["kind"] = message.is_echo ? "echo" : "message";
    const bool is_postback = is_page && !message.is_echo && message.wamid.rfind("noid:", 0) == 0;
    if (is_postback && std::holds_alternative<Button>(message.content)) list.back()["kind"] = "postback";
}

void sort_in(Sorted& sorted, const IncomingChange& change) {
    (change.is_echo ? sorted.echoes : sorted.messages).push_back(facts_of(change));
}

void sort_in(Sorted& sorted, const IncomingStatus& status) {
    sorted.statuses.push_back(facts_of(status));
}

void sort_in(Sorted& sorted, const Notice& notice) {
    Facts facts = facts_of(notice);
    if (is_messaging(notice)) {
        sorted.events.push_back(std::move(facts));
    } else if (is_call_status(facts)) {
        sorted.statuses.push_back(std::move(facts));
    } else {
        sorted.notices.push_back(std::move(facts));
    }
}

bool is_one_of(const std::string& key, const std::vector<std::string>& keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool is_absent(const Json& value) {
    return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty());
}

bool is_equal(const Json& known, const Json& expected) {
    return known == expected || (is_absent(known) && is_absent(expected));
}

bool is_met(const Facts& facts, const std::string& key, const Json& expected) {
    if (key == "ts") return member(facts, "at") == expected_time(expected);
    if (!facts.contains(key)) return is_absent(expected);
    return is_equal(member(facts, key), expected);
}

// An echo is about whom it went to, unless the payload has the two the wrong way round.
bool are_people_met(const Json& expected, const Facts& facts) {
    const bool is_echo = member(facts, "is_echo") == true;
    const auto is_side = [&](const char* number, const char* user) {
        const bool is_number = is_equal(member(facts, "wa_id"), member(expected, number));
        return is_number &&
               (!expected.contains(user) || is_equal(member(facts, "user_id"), member(expected, user)));
    };
    return (is_echo && is_side("to", "to_user_id")) || is_side("from", "from_user_id");
}

Unmet compare(const Json& expected, const Facts& facts) {
    static const std::vector<std::string> kPeople{"from", "from_user_id", "to", "to_user_id"};
    Unmet unmet;
    for (const auto& [key, value] : expected.items()) {
        if (is_one_of(key, kPeople) || is_met(facts, key, value)) continue;
        unmet.push_back(key + ": expected " + value.dump() + ", known " + member(facts, key).dump());
    }
    if (expected.contains("from") && !are_people_met(expected, facts))
        unmet.push_back("from and to: another person");
    return unmet;
}

void compare_lists(
    const std::string& name, const Json& expected, const std::vector<Facts>& known, Unmet& unmet
) {
    const std::size_t count = expected.is_array() ? expected.size() : 0;
    if (count != known.size()) {
        unmet.push_back(
            name + ": expected " + std::to_string(count) + ", known " + std::to_string(known.size())
        );
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        for (const std::string& difference : compare(expected[i], known[i])) {
            unmet.push_back(name + "[" + std::to_string(i) + "]." + difference);
        }
    }
}

void compare_count(const std::string& name, const Json& expect, std::int64_t known, Unmet& unmet) {
    const std::int64_t expected = optional_integer(expect, name).value_or(0);
    if (expected == known) return;
    unmet.push_back(name + ": expected " + std::to_string(expected) + ", known " + std::to_string(known));
}

// The fields of the changes can be told from notices by name, and from messages by there being some.
void compare_fields(const Json& expected, const Sorted& sorted, Unmet& unmet) {
    const auto has_field = [&sorted](const Json& field) {
        if (field == "messages") return !sorted.messages.empty() || !sorted.statuses.empty();
        if (field == "smb_message_echoes") return !sorted.echoes.empty();
        const auto is_of_field = [&field](const Facts& facts) { return member(facts, "field") == field; };
        return std::any_of(sorted.notices.begin(), sorted.notices.end(), is_of_field) ||
               std::any_of(sorted.statuses.begin(), sorted.statuses.end(), is_of_field);
    };
    for (const Json& field : expected) {
        if (!has_field(field)) unmet.push_back("fields: nothing was read of " + field.dump());
    }
}

void compare_names(const Json& expect, Unmet& unmet) {
    static const std::vector<std::string> kNames{
        "object",
        "entries",
        "changes",
        "fields",
        "messages",
        "message_items",
        "statuses",
        "status_items",
        "echoes",
        "echo_items",
        "events",
        "event_items",
        "other"};
    for (const auto& [key, value] : expect.items()) {
        if (!is_one_of(key, kNames)) unmet.push_back(key + ": an expectation that is not known here");
    }
}

std::int64_t count_of(const std::vector<Facts>& list) {
    return static_cast<std::int64_t>(list.size());
}

}  // namespace

std::vector<std::string> unmet_expectations(const Json& expect, const ParsedWebhook& webhook) {
    Sorted sorted;
    for (const WebhookItem& item : webhook.items) {
        std::visit([&sorted](const auto& kind) { sort_in(sorted, kind); }, item);
    }
    Unmet unmet;
    compare_names(expect, unmet);
    if (member(expect, "object") != webhook.object) unmet.push_back("object: known " + webhook.object);
    compare_count("entries", expect, webhook.entries, unmet);
    compare_count("changes", expect, webhook.changes, unmet);
    compare_count("messages", expect, count_of(sorted.messages), unmet);
    compare_count("statuses", expect, count_of(sorted.statuses), unmet);
    compare_count("echoes", expect, count_of(sorted.echoes), unmet);
    compare_count("events", expect, count_of(sorted.events), unmet);
    compare_fields(member(expect, "fields"), sorted, unmet);
    compare_lists("message_items", member(expect, "message_items"), sorted.messages, unmet);
    compare_lists("status_items", member(expect, "status_items"), sorted.statuses, unmet);
    compare_lists("echo_items", member(expect, "echo_items"), sorted.echoes, unmet);
    compare_lists("event_items", member(expect, "event_items"), sorted.events, unmet);
    compare_lists("other", member(expect, "other"), sorted.notices, unmet);
    return unmet;
}

}  // namespace roost::test
