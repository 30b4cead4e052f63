#include "server/simulator/script.h"

#include <algorithm>
#include <array>
#include <limits>

#include "server/simulator/graph_error.h"
#include "server/simulator/identity.h"

namespace roost::simulator {

namespace {

struct Number {
    std::string_view name;
    int Script::*member;
};
constexpr auto kNumbers = std::to_array<Number>({
    {"sent_delay_ms", &Script::sent_delay_ms},
    {"delivered_delay_ms", &Script::delivered_delay_ms},
    {"read_delay_ms", &Script::read_delay_ms},
    {"jitter_ms", &Script::jitter_ms},
    {"batch_size", &Script::batch_size},
    {"batch_wait_ms", &Script::batch_wait_ms},
    {"duplicates", &Script::duplicates},
    {"retry_delay_ms", &Script::retry_delay_ms},
    {"max_retry_delay_ms", &Script::max_retry_delay_ms},
    {"timeout_ms", &Script::timeout_ms},
    {"answer_delay_ms", &Script::answer_delay_ms},
    {"pair_burst", &Script::pair_burst},
    {"pair_interval_ms", &Script::pair_interval_ms},
    {"template_review_ms", &Script::template_review_ms},
    {"throughput_per_second", &Script::throughput_per_second},
});

struct Switch {
    std::string_view name;
    bool Script::*member;
};
constexpr auto kSwitches = std::to_array<Switch>({
    {"enforce_pair_rate", &Script::enforces_pair_rate},
    {"enforce_window", &Script::enforces_window},
    {"window_error_is_immediate", &Script::is_window_error_immediate},
    {"pause", &Script::is_paused},
    {"hold_statuses", &Script::are_statuses_held},
});

constexpr auto kOrders = std::to_array<std::string_view>({"natural", "reversed", "shuffled"});
constexpr auto kModes =
    std::to_array<std::string_view>({"refuse", "status", "http", "drop_before", "drop_after", "slow"});

tl::unexpected<Error> wrong(std::string_view name, std::string_view expected) {
    return fail(ErrorCode::kInvalid, "'" + std::string(name) + "' must be " + std::string(expected));
}

// The place of the text in a list of names; absent if it is not there.
template <class Names>
std::optional<std::size_t> place_of(const Names& names, std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

Result<int> small_integer(const Json& object, std::string_view name, int fallback) {
    if (member(object, name).is_null()) return fallback;
    const auto value = optional_integer(object, name);
    if (!value || *value < -1 || *value > std::numeric_limits<int>::max()) {
        return wrong(name, "a whole number, -1 at least");
    }
    return static_cast<int>(*value);
}

// False if no number or switch has that name.
Result<bool> apply_simple(Script& script, const std::string& name, const Json& settings) {
    for (const Number& number : kNumbers) {
        if (number.name != name) continue;
        ASSIGN_OR_RETURN(script.*number.member, small_integer(settings, name, 0));
        return true;
    }
    for (const Switch& one : kSwitches) {
        if (one.name != name) continue;
        const auto value = optional_bool(settings, name);
        if (!value) return wrong(name, "true or false");
        script.*one.member = *value;
        return true;
    }
    return false;
}

Status apply_skip(Script& script, const Json& names) {
    if (!names.is_array()) return wrong("skip", "a list of statuses");
    script.skipped_statuses.clear();
    for (const Json& name : names) {
        if (!name.is_string()) return wrong("skip", "a list of statuses");
        script.skipped_statuses.insert(name.get_ref<const std::string&>());
    }
    return {};
}

Status apply_one(Script& script, const std::string& name, const Json& settings) {
    if (name == "skip") return apply_skip(script, settings[name]);
    if (name == "order") {
        const auto place = place_of(kOrders, string_or(settings, name, ""));
        if (!place) return wrong(name, "natural, reversed or shuffled");
        script.order = static_cast<Order>(*place);
        return {};
    }
    ASSIGN_OR_RETURN(const bool is_known, apply_simple(script, name, settings));
    if (!is_known) return fail(ErrorCode::kInvalid, "there is no setting '" + name + "'");
    return {};
}

Result<FailMode> mode_of(const Json& json, const PlannedFailure& failure) {
    if (!member(json, "mode").is_null()) {
        const auto place = place_of(kModes, string_or(json, "mode", ""));
        if (!place) return wrong("mode", "refuse, status, http, drop_before, drop_after or slow");
        return static_cast<FailMode>(*place);
    }
    if (!member(json, "http").is_null()) return FailMode::kHttp;
    if (failure.code == 0) return fail(ErrorCode::kInvalid, "one of 'code', 'http' and 'mode' is needed");
    return comes_as_status(failure.code) ? FailMode::kStatus : FailMode::kRefuse;
}

}  // namespace

Status apply_settings(Script& script, const Json& settings) {
    if (!settings.is_object()) return fail(ErrorCode::kInvalid, "the settings must be a JSON object");
    Script changed = script;
    for (const auto& [name, value] : settings.items()) {
        RETURN_IF_ERROR(apply_one(changed, name, settings));
    }
    changed.batch_size = std::clamp(changed.batch_size, 1, 1000);
    script = std::move(changed);
    return {};
}

Json described(const Script& script) {
    Json json = Json::object();
    for (const Number& number : kNumbers)
        json[std::string(number.name)] = script.*number.member;
    for (const Switch& one : kSwitches)
        json[std::string(one.name)] = script.*one.member;
    json["order"] = kOrders[static_cast<std::size_t>(script.order)];
    json["skip"] = script.skipped_statuses;
    return json;
}

Result<PlannedFailure> parse_failure(const Json& json) {
    if (!json.is_object()) return fail(ErrorCode::kInvalid, "a failure must be a JSON object");
    PlannedFailure failure;
    ASSIGN_OR_RETURN(failure.code, small_integer(json, "code", 0));
    ASSIGN_OR_RETURN(failure.http_status, small_integer(json, "http", 503));
    ASSIGN_OR_RETURN(failure.delay_ms, small_integer(json, "delay_ms", 0));
    ASSIGN_OR_RETURN(failure.count, small_integer(json, "count", 1));
    ASSIGN_OR_RETURN(failure.mode, mode_of(json, failure));
    if (!member(json, "to").is_null()) {
        failure.to = wa_id_of(text_or_number(json, "to"));
        if (failure.to.empty()) return wrong("to", "a phone number");
    }
    return failure;
}

std::optional<PlannedFailure> FailurePlan::take_for(const std::string& wa_id) {
    const auto found = std::find_if(failures_.begin(), failures_.end(), [&](const PlannedFailure& f) {
        return f.count != 0 && (f.to.empty() || f.to == wa_id);
    });
    if (found == failures_.end()) return std::nullopt;
    PlannedFailure taken = *found;
    if (found->count > 0) --found->count;
    if (found->count == 0) failures_.erase(found);
    return taken;
}

}  // namespace roost::simulator
