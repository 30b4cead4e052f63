#include "client-wasm/views/settings_number_facts.h"

#include <algorithm>
#include <charconv>

namespace roost::settings {

namespace {

std::string quality_said(const NumberWords& words, std::string_view quality) {
    if (quality == "GREEN") return std::string(words.high);
    if (quality == "YELLOW") return std::string(words.medium);
    return std::string(quality == "RED" ? words.low : words.unrated);
}

Weight weight_of_quality(std::string_view quality) {
    if (quality == "GREEN") return Weight::kGood;
    if (quality == "YELLOW") return Weight::kWarning;
    return quality == "RED" ? Weight::kGrave : Weight::kNone;
}

// "TIER_10K"; as Meta says it where that is something new.
std::string limit_said(const Locale& locale, const std::string& limit) {
    const NumberWords& words = locale.words().numbers;
    if (limit.empty()) return std::string(words.untold);
    if (limit == "TIER_UNLIMITED") return std::string(words.unlimited);
    constexpr std::string_view kTier = "TIER_";
    if (!limit.starts_with(kTier)) return limit;
    const std::string_view rest = std::string_view(limit).substr(kTier.size());
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), count);
    if (error != std::errc()) return limit;
    const std::string_view unit = rest.substr(static_cast<std::size_t>(end - rest.data()));
    if (unit != "K" && !unit.empty()) return limit;
    return fill(words.per_day, {locale.number(unit.empty() ? count : count * 1000)});
}

bool has(const OwnNumber& number, NumberProblemKind kind) {
    const auto& problems = number.health.problems;
    return std::any_of(problems.begin(), problems.end(), [kind](const auto& one) {
        return one.kind == kind;
    });
}

Fact token_fact(const Locale& locale, const OwnNumber& number, UnixMillis now, const SayMoment& say) {
    const NumberWords& words = locale.words().numbers;
    Fact fact{ui::Icon::kKey, std::string(words.token), std::string(words.never_ends)};
    fact.weight = Weight::kGood;
    const UnixMillis ends = number.health.token_expires_at;
    const bool has_ended = has(number, NumberProblemKind::kTokenExpired) || (ends != 0 && ends <= now);
    if (has_ended || has(number, NumberProblemKind::kTokenRefused)) {
        fact.value = has_ended ? words.ended : words.token_refused;
        fact.weight = Weight::kGrave;
    } else if (ends != 0) {
        const std::int64_t days = (ends - now) / kDay;
        fact.value = days == 0 ? std::string(words.ends_today) : locale.count(words.ends_in, days);
        const bool is_soon =
            has(number, NumberProblemKind::kTokenEnds) || has(number, NumberProblemKind::kTokenTemporary);
        fact.weight = is_soon ? Weight::kWarning : Weight::kGood;
    } else if (number.health.checked_at == 0 || number.health.display_number.empty()) {
        fact.value = words.untold;
        fact.weight = Weight::kNone;
    }
    if (ends != 0) fact.note = fill(words.on_day, {say(ends)});
    return fact;
}

std::string throughput_said(const NumberWords& words, const std::string& throughput) {
    if (throughput == "STANDARD") return std::string(words.standard);
    return throughput == "HIGH" ? std::string(words.high) : throughput;
}

std::string review_said(const NumberWords& words, const std::string& status) {
    if (status == "APPROVED") return std::string(words.approved);
    if (status == "PENDING_REVIEW") return std::string(words.in_review);
    return status == "DECLINED" ? std::string(words.declined) : status;
}

std::string value_said(const Locale& locale, NumberAspect aspect, const std::string& value) {
    const NumberWords& words = locale.words().numbers;
    switch (aspect) {
        case NumberAspect::kQuality:
            return quality_said(words, value);
        case NumberAspect::kMessagingLimit:
            return limit_said(locale, value);
        case NumberAspect::kThroughput:
            return throughput_said(words, value);
        case NumberAspect::kNameStatus:
            return review_said(words, value);
        case NumberAspect::kSubscription:
            return std::string(value.empty() ? words.no : words.yes);
        default:
            return value;
    }
}

std::string problem_change_said(const NumberWords& words, const NumberChange& change) {
    const bool is_new = !change.is.empty();
    const std::string& name = is_new ? change.is : change.was;
    const auto kind = parse_number_problem(name);
    const std::string said = kind ? kind_said(words, *kind, "") : name;
    return fill(is_new ? words.appeared : words.solved, {said});
}

}  // namespace

std::vector<Fact> facts_of(
    const Locale& locale,
    const OwnNumber& number,
    UnixMillis last_webhook,
    UnixMillis now,
    const SayMoment& say
) {
    const NumberWords& words = locale.words().numbers;
    const NumberHealth& health = number.health;
    Fact quality{ui::Icon::kShield, std::string(words.quality), quality_said(words, health.quality)};
    quality.note = words.quality_note;
    quality.weight = weight_of_quality(health.quality);
    Fact limit{ui::Icon::kGauge, std::string(words.limit), limit_said(locale, health.messaging_limit)};
    limit.note = words.limit_note;
    Fact webhook{ui::Icon::kLink, std::string(words.last_webhook), std::string(words.none_yet)};
    if (last_webhook != 0) {
        webhook.value = say(last_webhook);
        webhook.weight = Weight::kGood;
    }
    const UnixMillis newest = number.last_inbound_at;
    if (newest != 0) webhook.note = fill(words.newest_message, {say(newest)});
    return {std::move(quality), std::move(limit), std::move(webhook), token_fact(locale, number, now, say)};
}

Weight weight_of(NumberState state) {
    switch (state) {
        case NumberState::kHealthy:
            return Weight::kGood;
        case NumberState::kAttention:
            return Weight::kWarning;
        case NumberState::kBroken:
            return Weight::kGrave;
        default:
            return Weight::kNone;
    }
}

std::string name_status_said(const NumberWords& words, std::string_view status) {
    if (status == "APPROVED") return std::string(words.name_approved);
    if (status == "PENDING_REVIEW") return std::string(words.name_in_review);
    return status == "DECLINED" ? std::string(words.name_declined) : "";
}

std::string change_said(const Locale& locale, const NumberChange& change) {
    const NumberWords& words = locale.words().numbers;
    if (change.aspect == NumberAspect::kProblem) return problem_change_said(words, change);
    const std::string was = value_said(locale, change.aspect, change.was);
    const std::string is = value_said(locale, change.aspect, change.is);
    const std::string_view aspect = words.aspects.at(static_cast<std::size_t>(change.aspect));
    return std::string(aspect) + ": " + fill(words.from_to, {was, is});
}

}  // namespace roost::settings
