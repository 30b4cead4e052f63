#include "shared/wire/own_numbers.h"

#include <utility>

namespace roost {

namespace {

void time_member(JsonWriter& out, std::string_view name, UnixMillis at) {
    if (at != 0) out.key(name).time(at);
}

// 0 if there is none.
UnixMillis time_in(const Json& json, std::string_view name) {
    return required_time(json, name).value_or(0);
}

// The texts of a number's health, each under its name.
struct TextMember {
    std::string_view name;
    std::string NumberHealth::*text;
};
constexpr std::array<TextMember, 10> kTexts{{
    {"display_number", &NumberHealth::display_number},
    {"verified_name", &NumberHealth::verified_name},
    {"quality", &NumberHealth::quality},
    {"messaging_limit", &NumberHealth::messaging_limit},
    {"throughput", &NumberHealth::throughput},
    {"status", &NumberHealth::status},
    {"name_status", &NumberHealth::name_status},
    {"code_status", &NumberHealth::code_status},
    {"mode", &NumberHealth::mode},
    {"account_name", &NumberHealth::account_name},
}};

}  // namespace

void write_number_problems(JsonWriter& out, const std::vector<NumberProblem>& problems) {
    out.begin_array();
    for (const auto& problem : problems) {
        out.begin_object().key("kind").string(number_problem_name(problem.kind));
        out.text_member("detail", problem.detail).end_object();
    }
    out.end_array();
}

std::vector<NumberProblem> read_number_problems(const Json& json) {
    std::vector<NumberProblem> problems;
    for (std::size_t i = 0; json.is_array() && i < json.size(); ++i) {
        const auto kind = parse_number_problem(string_or(json[i], "kind", ""));
        if (kind) problems.push_back({*kind, string_or(json[i], "detail", "")});
    }
    return problems;
}

void write_number_health(JsonWriter& out, const NumberHealth& health) {
    out.begin_object();
    time_member(out, "checked_at", health.checked_at);
    for (const auto& [name, text] : kTexts)
        out.text_member(name, health.*text);
    time_member(out, "token_expires_at", health.token_expires_at);
    out.key("is_subscribed").boolean(health.is_subscribed).key("problems");
    write_number_problems(out, health.problems);
    out.end_object();
}

Result<NumberHealth> read_number_health(const Json& json) {
    if (!json.is_object()) return fail(ErrorCode::kInvalid, "'health' is not an object");
    NumberHealth health;
    health.checked_at = time_in(json, "checked_at");
    for (const auto& [name, text] : kTexts)
        health.*text = string_or(json, name, "");
    health.token_expires_at = time_in(json, "token_expires_at");
    health.is_subscribed = optional_bool(json, "is_subscribed").value_or(false);
    health.problems = read_number_problems(member(json, "problems"));
    return health;
}

void write_own_number(JsonWriter& out, const OwnNumber& number) {
    out.begin_object().key("id").id(number.id).key("platform").string(platform_name(number.platform));
    out.key("phone_number_id").string(number.phone_number_id).text_member("waba", number.waba);
    out.key("is_connected").boolean(number.is_connected);
    out.key("is_from_settings").boolean(number.is_from_settings);
    time_member(out, "connected_at", number.connected_at);
    time_member(out, "last_inbound_at", number.last_inbound_at);
    out.key("health");
    write_number_health(out, number.health);
    out.end_object();
}

Result<OwnNumber> read_own_number(const Json& json) {
    OwnNumber number;
    ASSIGN_OR_RETURN(number.id, required_id<AccountId>(json, "id"));
    const auto platform = parse_platform(string_or(json, "platform", ""));
    if (!platform) return fail(ErrorCode::kInvalid, "'platform' is none that is known");
    number.platform = *platform;
    ASSIGN_OR_RETURN(number.phone_number_id, required_string(json, "phone_number_id"));
    number.waba = string_or(json, "waba", "");
    number.is_connected = optional_bool(json, "is_connected").value_or(false);
    number.is_from_settings = optional_bool(json, "is_from_settings").value_or(false);
    number.connected_at = time_in(json, "connected_at");
    number.last_inbound_at = time_in(json, "last_inbound_at");
    ASSIGN_OR_RETURN(number.health, read_number_health(member(json, "health")));
    return number;
}

std::string write_own_numbers(const OwnNumbers& own) {
    return text_written_by([&own](JsonWriter& out) {
        out.begin_object().key("accounts").begin_array();
        for (const auto& number : own.numbers)
            write_own_number(out, number);
        out.end_array().text_member("callback_url", own.callback_url);
        out.text_member("verify_token", own.verify_token);
        time_member(out, "last_webhook_at", own.last_webhook_at);
        out.end_object();
    });
}

Result<OwnNumbers> read_own_numbers(std::string_view json) {
    ASSIGN_OR_RETURN(const Json document, parse_json(json));
    const Json& list = member(document, "accounts");
    if (!list.is_array()) return fail(ErrorCode::kInvalid, "'accounts' is not a list");
    OwnNumbers own;
    for (const Json& one : list) {
        ASSIGN_OR_RETURN(auto number, read_own_number(one));
        own.numbers.push_back(std::move(number));
    }
    own.callback_url = string_or(document, "callback_url", "");
    own.verify_token = string_or(document, "verify_token", "");
    own.last_webhook_at = time_in(document, "last_webhook_at");
    return own;
}

std::string write_number_changes(const std::vector<NumberChange>& changes) {
    return text_written_by([&changes](JsonWriter& out) {
        out.begin_object().key("changes").begin_array();
        for (const auto& change : changes) {
            out.begin_object().key("at").time(change.at).key("aspect");
            out.string(number_aspect_name(change.aspect));
            out.text_member("was", change.was).text_member("is", change.is).end_object();
        }
        out.end_array().end_object();
    });
}

Result<std::vector<NumberChange>> read_number_changes(std::string_view json) {
    ASSIGN_OR_RETURN(const Json document, parse_json(json));
    const Json& list = member(document, "changes");
    if (!list.is_array()) return fail(ErrorCode::kInvalid, "'changes' is not a list");
    std::vector<NumberChange> changes;
    for (const Json& one : list) {
        const auto aspect = parse_number_aspect(string_or(one, "aspect", ""));
        if (!aspect) continue;
        changes.push_back({time_in(one, "at"), *aspect, string_or(one, "was", ""), string_or(one, "is", "")});
    }
    return changes;
}

}  // namespace roost
