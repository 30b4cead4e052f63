#include "server/app/number_checks.h"

#include <algorithm>
#include <utility>

#include "server/cloud/errors.h"
#include "server/cloud/inspection_rules.h"

namespace roost {

namespace {

using Kind = NumberProblemKind;
using Problems = std::vector<NumberProblem>;

constexpr int kWrongParameter = 100;

// For a look that brought no facts: what Meta's refusal means where it was asked, if it is not about the
// token or the moment.
template <class Facts>
void add_failure(Problems& problems, const CloudLook<Facts>& look, Kind meaning) {
    const auto* refusal = std::get_if<CloudRefusal>(&look);
    if (refusal == nullptr) {
        problems.push_back({Kind::kMetaUnreachable, std::get<CloudUnreachable>(look).reason});
        return;
    }
    const auto reason = explain(refusal->code, refusal->http).reason;
    if (reason == FailureReason::kToken) {
        problems.push_back({Kind::kTokenRefused, refusal->details});
    } else if (reason == FailureReason::kUnknownNumber || refusal->code == kWrongParameter || reason == FailureReason::kPermission) {
        problems.push_back({meaning, refusal->details});
    } else {
        problems.push_back({Kind::kMetaRefused, refusal->details});
    }
}

void judge_token(Problems& problems, const NumberSeen& seen, NumberHealth& health) {
    const auto* token = std::get_if<TokenFacts>(&seen.token);
    if (token == nullptr) return add_failure(problems, seen.token, Kind::kMetaRefused);
    health.token_expires_at = token->expires_at;
    const auto ends = token->expires_at == 0 ? "" : to_rfc3339(token->expires_at);
    if (has_ended(*token, seen.now)) return problems.push_back({Kind::kTokenExpired, ends});
    if (!token->is_valid) return problems.push_back({Kind::kTokenRefused, token->problem});
    for (auto& scope : missing_scopes(*token))
        problems.push_back({Kind::kScopeMissing, std::move(scope)});
    if (token->expires_at == 0) return;
    if (is_temporary(*token, seen.now))
        problems.push_back({Kind::kTokenTemporary, ends});
    else if (token->expires_at - seen.now < kTokenEndsSoon)
        problems.push_back({Kind::kTokenEnds, ends});
}

void judge_secret(Problems& problems, const NumberSeen& seen) {
    if (!seen.has_app_secret) return problems.push_back({Kind::kSecretMissing, ""});
    if (!seen.secret || std::holds_alternative<SecretProof>(*seen.secret)) return;
    add_failure(problems, *seen.secret, Kind::kSecretWrong);
}

void judge_facts(Problems& problems, const NumberSeen& seen, NumberHealth& health) {
    if (!seen.number) return;
    const auto* facts = std::get_if<NumberFacts>(&*seen.number);
    if (facts == nullptr) return add_failure(problems, *seen.number, Kind::kNumberUnknown);
    health.display_number = facts->display_number;
    health.verified_name = facts->verified_name;
    health.quality = facts->quality;
    health.messaging_limit = facts->messaging_limit;
    health.throughput = facts->throughput;
    health.status = facts->status;
    health.name_status = facts->name_status;
    health.code_status = facts->code_status;
    health.mode = facts->mode;
    if (!is_working(*facts)) problems.push_back({Kind::kNumberNotWorking, facts->status});
    if (is_unverified(*facts)) problems.push_back({Kind::kNumberUnverified, ""});
    if (is_low_in_quality(*facts)) problems.push_back({Kind::kQualityLow, ""});
    if (facts->name_status == "DECLINED") problems.push_back({Kind::kNameDeclined, ""});
}

void judge_account(Problems& problems, const NumberSeen& seen, NumberHealth& health) {
    if (!seen.account) return;
    const auto* facts = std::get_if<BusinessAccountFacts>(&*seen.account);
    if (facts == nullptr) return add_failure(problems, *seen.account, Kind::kAccountUnknown);
    health.account_name = facts->name;
    if (holds_number(*facts, seen.phone_number_id)) return;
    std::string others;
    for (const auto& one : facts->numbers)
        others += (others.empty() ? "" : ", ") + one.id;
    problems.push_back({Kind::kNumberElsewhere, others});
}

void judge_subscription(Problems& problems, const NumberSeen& seen, NumberHealth& health) {
    if (!seen.apps) return;
    const auto* apps = std::get_if<std::vector<SubscribedApp>>(&*seen.apps);
    if (apps == nullptr) return add_failure(problems, *seen.apps, Kind::kMetaRefused);
    const auto* token = std::get_if<TokenFacts>(&seen.token);
    health.is_subscribed = is_subscribed(*apps, token);
    if (!health.is_subscribed) problems.push_back({Kind::kNotSubscribed, ""});
}

void judge_callback(Problems& problems, const NumberSeen& seen) {
    if (!seen.callback) return;
    const auto& url = seen.callback->url;
    if (seen.needs_https && !url.starts_with("https://"))
        return problems.push_back({Kind::kAddressPlain, url});
    if (seen.callback->right.failed_at)
        return problems.push_back({Kind::kAddressUnreachable, seen.callback->right.reason});
    if (!answers_challenge(*seen.callback)) problems.push_back({Kind::kAddressRefused, url});
}

// A refusal that several looks met is told once.
void leave_out_repeated(Problems& problems) {
    Problems once;
    for (auto& problem : problems) {
        const bool is_there = std::any_of(once.begin(), once.end(), [&problem](const NumberProblem& one) {
            return one.kind == problem.kind &&
                   (one.detail == problem.detail || one.kind != Kind::kScopeMissing);
        });
        if (!is_there) once.push_back(std::move(problem));
    }
    problems = std::move(once);
}

}  // namespace

bool is_token_good(const CloudLook<TokenFacts>& look, UnixMillis now) {
    const auto* token = std::get_if<TokenFacts>(&look);
    return token != nullptr && token->is_valid && !has_ended(*token, now);
}

NumberHealth judge_number(const NumberSeen& seen) {
    NumberHealth health;
    health.checked_at = seen.now;
    auto& problems = health.problems;
    judge_token(problems, seen, health);
    judge_secret(problems, seen);
    judge_facts(problems, seen, health);
    judge_account(problems, seen, health);
    judge_subscription(problems, seen, health);
    judge_callback(problems, seen);
    leave_out_repeated(problems);
    return health;
}

NumberHealth with_what_was_known(NumberHealth looked, const NumberHealth& before) {
    if (looked.display_number.empty()) {
        auto known = before;
        known.checked_at = looked.checked_at;
        known.problems = std::move(looked.problems);
        if (looked.token_expires_at != 0) known.token_expires_at = looked.token_expires_at;
        return known;
    }
    if (looked.account_name.empty()) looked.account_name = before.account_name;
    if (looked.messaging_limit.empty()) looked.messaging_limit = before.messaging_limit;
    return looked;
}

bool prevents_connecting(const NumberHealth& health) {
    return std::any_of(health.problems.begin(), health.problems.end(), [](const NumberProblem& one) {
        return prevents_connecting(one.kind);
    });
}

}  // namespace roost
