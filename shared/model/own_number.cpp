#include "shared/model/own_number.h"

#include <algorithm>

namespace roost {

namespace {

// In the order of NumberProblemKind.
constexpr std::array<std::string_view, kNumberProblemKinds> kProblemNames{
    "meta_unreachable", "meta_refused",        "token_refused",   "token_expired",      "token_temporary",
    "token_ends",       "scope_missing",       "number_unknown",  "number_not_working", "number_unverified",
    "account_unknown",  "number_elsewhere",    "secret_missing",  "secret_wrong",       "not_subscribed",
    "address_plain",    "address_unreachable", "address_refused", "quality_low",        "name_declined"};

// In the order of NumberAspect.
constexpr std::array<std::string_view, kNumberAspects> kAspectNames{
    "quality",
    "messaging_limit",
    "throughput",
    "status",
    "name_status",
    "verified_name",
    "mode",
    "subscription",
    "problem"};

template <class Kind, std::size_t count>
std::optional<Kind> parse(const std::array<std::string_view, count>& names, std::string_view name) {
    const auto* const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Kind>(found - names.begin());
}

bool has(const NumberHealth& health, NumberProblemKind kind) {
    return std::any_of(health.problems.begin(), health.problems.end(), [kind](const NumberProblem& one) {
        return one.kind == kind;
    });
}

// Meta could not be asked, or with nothing that it takes: what it told before still holds.
bool has_answer(const NumberHealth& health) {
    return !health.display_number.empty();
}

void compare_problems(
    std::vector<NumberChange>& changes, const NumberHealth& before, const NumberHealth& after
) {
    for (std::size_t i = 0; i < kNumberProblemKinds; ++i) {
        const auto kind = static_cast<NumberProblemKind>(i);
        const bool was = has(before, kind);
        const bool is = has(after, kind);
        if (was == is) continue;
        const std::string name(number_problem_name(kind));
        changes.push_back({after.checked_at, NumberAspect::kProblem, was ? name : "", is ? name : ""});
    }
}

}  // namespace

std::string_view number_problem_name(NumberProblemKind kind) {
    return kProblemNames.at(static_cast<std::size_t>(kind));
}

std::optional<NumberProblemKind> parse_number_problem(std::string_view name) {
    return parse<NumberProblemKind>(kProblemNames, name);
}

bool prevents_connecting(NumberProblemKind kind) {
    switch (kind) {
        case NumberProblemKind::kMetaUnreachable:
        case NumberProblemKind::kMetaRefused:
        case NumberProblemKind::kTokenRefused:
        case NumberProblemKind::kTokenExpired:
        case NumberProblemKind::kScopeMissing:
        case NumberProblemKind::kNumberUnknown:
        case NumberProblemKind::kAccountUnknown:
        case NumberProblemKind::kNumberElsewhere:
        case NumberProblemKind::kSecretMissing:
        case NumberProblemKind::kSecretWrong:
            return true;
        default:
            return false;
    }
}

bool has_name(const NumberHealth& health) {
    return !health.verified_name.empty() || !health.display_number.empty();
}

AccountName name_of(const NumberHealth& health) {
    return {health.verified_name, health.display_number};
}

std::string_view number_aspect_name(NumberAspect aspect) {
    return kAspectNames.at(static_cast<std::size_t>(aspect));
}

std::optional<NumberAspect> parse_number_aspect(std::string_view name) {
    return parse<NumberAspect>(kAspectNames, name);
}

std::vector<NumberChange> changes_between(const NumberHealth& before, const NumberHealth& after) {
    std::vector<NumberChange> changes;
    if (before.checked_at == 0) return changes;
    const auto compare = [&](NumberAspect aspect, const std::string& was, const std::string& is) {
        if (!was.empty() && !is.empty() && was != is) changes.push_back({after.checked_at, aspect, was, is});
    };
    compare(NumberAspect::kQuality, before.quality, after.quality);
    compare(NumberAspect::kMessagingLimit, before.messaging_limit, after.messaging_limit);
    compare(NumberAspect::kThroughput, before.throughput, after.throughput);
    compare(NumberAspect::kStatus, before.status, after.status);
    compare(NumberAspect::kNameStatus, before.name_status, after.name_status);
    compare(NumberAspect::kVerifiedName, before.verified_name, after.verified_name);
    compare(NumberAspect::kMode, before.mode, after.mode);
    if (has_answer(before) && has_answer(after) && before.is_subscribed != after.is_subscribed) {
        const auto said = [](bool is) { return std::string(is ? "yes" : ""); };
        changes.push_back(
            {after.checked_at,
             NumberAspect::kSubscription,
             said(before.is_subscribed),
             said(after.is_subscribed)}
        );
    }
    compare_problems(changes, before, after);
    return changes;
}

}  // namespace roost
