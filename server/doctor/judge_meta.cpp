#include <algorithm>
#include <cstdlib>
#include <utility>

#include "server/cloud/errors.h"
#include "server/cloud/inspection_rules.h"
#include "server/doctor/judge.h"

namespace roost::doctor {

namespace {

constexpr std::string_view kManagement = "whatsapp_business_management";

constexpr std::string_view kNewToken =
    "Make a permanent token of a system user in the Business Settings at Meta, with the permissions "
    "whatsapp_business_messaging and whatsapp_business_management, and set it as access_token.";

// Why Meta was not asked with the token; empty = it was.
std::string why_not_asked(const Observations& seen) {
    if (seen.settings.is_demo) return "The demo plays Meta itself.";
    if (!seen.graph) return "The configuration has to be right first.";
    if (!reaches_graph(seen)) return "Meta's Graph API has to answer first.";
    if (seen.config.access_token.empty()) return "The setting access_token is missing.";
    if (seen.token && is_refused_token(*seen.token)) return "The access token has to be good first.";
    return {};
}

bool passes_by_itself(const CloudRefusal& refusal) {
    const auto error = explain(refusal.code, refusal.http);
    return error.kind == CloudErrorKind::kRetry || error.kind == CloudErrorKind::kRetryFew ||
           error.reason == FailureReason::kTooFast;
}

// None while Meta did not tell which there are.
std::vector<std::string> missing_scopes(const Observations& seen) {
    const auto* token = seen.token ? std::get_if<TokenFacts>(&*seen.token) : nullptr;
    return token != nullptr ? roost::missing_scopes(*token) : std::vector<std::string>{};
}

// Why Meta says nothing of the account; empty = it does.
std::string why_no_account(const Observations& seen) {
    auto why = why_not_asked(seen);
    if (!why.empty()) return why;
    const auto missing = missing_scopes(seen);
    const bool is_missing = std::find(missing.begin(), missing.end(), kManagement) != missing.end();
    return is_missing ? "The token needs the permission " + std::string(kManagement) + " first." : "";
}

// For a look that brought no facts.
template <class Facts>
Finding without_facts(Check check, const CloudLook<Facts>& look, std::string_view repair) {
    if (const auto* refusal = std::get_if<CloudRefusal>(&look)) {
        const auto number =
            refusal->code != 0 ? std::to_string(refusal->code) : "HTTP " + std::to_string(refusal->http);
        Finding finding = bad(check, "Meta says: " + refusal->details + " (" + number + ")", repair);
        if (passes_by_itself(*refusal)) finding.repair = "Wait a few minutes, then run roost doctor again.";
        finding.details = {{"code", refusal->code}};
        return finding;
    }
    return bad(
        check,
        std::get<CloudUnreachable>(look).reason,
        "Run roost doctor again; if it stays, look at Meta's status page, metastatus.com."
    );
}

Finding unreached(WebStep failed_at, const std::string& reason, const std::string& url) {
    const auto words = " (" + reason + ").";
    switch (failed_at) {
        case WebStep::kName:
            return bad(
                Check::kGraph,
                "DNS: the name in " + url + " cannot be resolved" + words,
                "Check the name service of this machine, and the setting graph_url."
            );
        case WebStep::kConnection:
            return bad(
                Check::kGraph,
                "TCP: there is no connection to " + url + words,
                "Let this machine connect to it: check firewall, proxy and the setting graph_url."
            );
        case WebStep::kTls:
            return bad(
                Check::kGraph,
                "TLS: no secure connection to " + url + words,
                "Check the clock and the package ca-certificates, and whether a proxy opens TLS in between."
            );
        case WebStep::kAnswer:
            break;
    }
    return bad(
        Check::kGraph,
        "HTTP: " + url + " takes the connection and does not answer" + words,
        "Run roost doctor again; if it stays, look at Meta's status page, metastatus.com."
    );
}

Finding judge_token_facts(const TokenFacts& token, UnixMillis now) {
    Finding finding{Check::kToken, Verdict::kGood, "Good, and never expires."};
    finding.details = {{"type", token.type}, {"app", token.application}, {"app_id", token.app_id}};
    if (token.expires_at != 0) finding.details["expires_at"] = to_rfc3339(token.expires_at);
    const bool has_expired = has_ended(token, now);
    if (!token.is_valid || has_expired) {
        finding.verdict = Verdict::kBad;
        finding.summary = has_expired ? "It expired " + in_words(now - token.expires_at) + " ago."
                                      : "Meta does not take it any more.";
        if (!token.problem.empty()) finding.summary += " Meta says: " + token.problem;
        finding.repair = kNewToken;
    } else if (token.expires_at != 0) {
        finding.summary = "Good for " + in_words(token.expires_at - now) + " more.";
        if (is_temporary(token, now)) finding.repair = "It is a temporary one. " + std::string(kNewToken);
    }
    return finding;
}

std::string number_problem(const NumberFacts& number) {
    if (!is_working(number)) return "Its status is " + number.status + ".";
    return is_unverified(number) ? "It was not verified." : "";
}

std::string number_repair(const NumberFacts& number) {
    if (is_unverified(number))
        return "Verify the number and register it with the Cloud API in the WhatsApp Manager.";
    return "Open the number in the WhatsApp Manager: Account Quality says why, and what to do.";
}

std::string number_advice(const NumberFacts& number) {
    if (is_low_in_quality(number))
        return "Customers block or report this number: write less, and only to those who asked for it.";
    if (number.name_status == "DECLINED")
        return "Meta declined the display name: hand in another one in the WhatsApp Manager.";
    if (number.code_status == "EXPIRED" && number.status != "CONNECTED")
        return "The verification has expired: verify the number again in the WhatsApp Manager.";
    return {};
}

void add_told(Finding& finding, std::string_view name, const std::string& value, std::string_view words) {
    if (value.empty()) return;
    finding.details[std::string(name)] = value;
    finding.summary += ", " + std::string(words) + " " + value;
}

Finding judge_number_facts(const NumberFacts& number) {
    Finding finding{Check::kNumber, Verdict::kGood, number.display_number};
    finding.details = {{"display_number", number.display_number}};
    add_told(finding, "verified_name", number.verified_name, "called");
    add_told(finding, "quality", number.quality, "quality");
    add_told(finding, "messaging_limit", number.messaging_limit, "limit");
    add_told(finding, "throughput", number.throughput, "throughput");
    add_told(finding, "name_status", number.name_status, "display name");
    add_told(finding, "code_verification_status", number.code_status, "code");
    add_told(finding, "status", number.status, "status");
    add_told(finding, "account_mode", number.mode, "mode");
    finding.summary += ".";
    const auto problem = number_problem(number);
    if (problem.empty()) {
        finding.repair = number_advice(number);
        return finding;
    }
    finding.verdict = Verdict::kBad;
    finding.summary = problem + " " + finding.summary;
    finding.repair = number_repair(number);
    return finding;
}

Finding judge_account_facts(const BusinessAccountFacts& account, const std::string& number) {
    Finding finding{Check::kBusinessAccount, Verdict::kGood, account.name + " holds the number."};
    finding.details = {{"name", account.name}};
    std::string others;
    for (const auto& one : account.numbers) {
        finding.details["phone_number_ids"].push_back(one.id);
        others += (others.empty() ? "" : ", ") + one.id + " (" + one.display_number + ")";
    }
    if (holds_number(account, number)) return finding;
    finding.verdict = Verdict::kBad;
    finding.summary = "The number " + number + " does not belong to " + account.name + ".";
    finding.repair = "Set waba_id to the account of the number";
    finding.repair += others.empty() ? "." : ", or phone_number_id to one of this account: " + others + ".";
    return finding;
}

}  // namespace

bool reaches_graph(const Observations& seen) {
    return seen.graph && judge_graph(seen).verdict == Verdict::kGood;
}

// Meta does not take the token: nothing can be asked with it.
bool is_refused_token(const CloudLook<TokenFacts>& look) {
    if (const auto* facts = std::get_if<TokenFacts>(&look)) return !facts->is_valid;
    const auto* refusal = std::get_if<CloudRefusal>(&look);
    return refusal != nullptr && explain(refusal->code, refusal->http).reason == FailureReason::kToken;
}

Finding judge_graph(const Observations& seen) {
    if (seen.settings.is_demo) return not_looked(Check::kGraph, "The demo plays Meta itself.");
    if (!seen.graph) return not_looked(Check::kGraph, "The configuration has to be right first.");
    const auto& answer = seen.graph->answer;
    const auto& url = seen.config.graph_url;
    if (answer.failed_at) return unreached(*answer.failed_at, answer.reason, url);
    if (answer.http >= 500) {
        return bad(
            Check::kGraph,
            "HTTP: " + url + " answers " + std::to_string(answer.http) + ".",
            "Wait, and look at Meta's status page, metastatus.com."
        );
    }
    if (!seen.graph->is_graph) {
        return bad(
            Check::kGraph,
            "HTTP: something else than Meta answers at " + url + " (" + std::to_string(answer.http) + ").",
            "Correct the setting graph_url, or take away the proxy or sign-in page that stands in between."
        );
    }
    const auto took = std::to_string(answer.took);
    return {Check::kGraph, Verdict::kGood, "Answers in " + took + " ms.", "", Json{{"took_ms", answer.took}}};
}

Finding judge_clock(const Observations& seen) {
    if (!seen.graph || !seen.graph->answer.date) {
        return not_looked(Check::kClock, "It is held against Meta's, which did not tell the time.");
    }
    // Meta's time is in whole seconds, and as old as half of the way.
    const auto skew = seen.graph_answered_at - seen.graph->answer.took / 2 - *seen.graph->answer.date;
    Finding finding{Check::kClock, Verdict::kGood, "As Meta's, to the minute."};
    finding.details = {{"ahead_ms", skew}};
    if (std::abs(skew) <= kMostSkew) return finding;
    finding.verdict = Verdict::kBad;
    finding.summary = in_words(std::abs(skew)) + (skew > 0 ? " ahead of Meta's." : " behind Meta's.");
    finding.repair = "Let the clock follow the network: timedatectl set-ntp true.";
    return finding;
}

Finding judge_token(const Observations& seen) {
    if (!seen.token) return not_looked(Check::kToken, why_not_asked(seen));
    if (const auto* facts = std::get_if<TokenFacts>(&*seen.token)) return judge_token_facts(*facts, seen.now);
    return without_facts(
        Check::kToken,
        *seen.token,
        is_refused_token(*seen.token) ? kNewToken
                                      : "Let the token be one of the app whose secret is app_secret."
    );
}

Finding judge_scopes(const Observations& seen) {
    const auto why = why_not_asked(seen);
    if (!why.empty()) return not_looked(Check::kScopes, why);
    const auto* token = seen.token ? std::get_if<TokenFacts>(&*seen.token) : nullptr;
    if (token == nullptr) return not_looked(Check::kScopes, "Meta did not tell about the token.");
    const auto missing = missing_scopes(seen);
    if (missing.empty()) return {Check::kScopes, Verdict::kGood, "The token may send and manage."};
    Finding finding =
        bad(Check::kScopes,
            "The token lacks " + joined(missing) + ".",
            "Give the system user the account as an asset, and make its token anew with that permission.");
    finding.details = {{"missing", missing}};
    return finding;
}

Finding judge_number(const Observations& seen) {
    const auto why = why_not_asked(seen);
    if (!why.empty()) return not_looked(Check::kNumber, why);
    if (missing_scopes(seen).size() == 2)
        return not_looked(Check::kNumber, "The token needs its permissions first.");
    if (!seen.number) return not_looked(Check::kNumber, "The setting phone_number_id is missing.");
    if (const auto* facts = std::get_if<NumberFacts>(&*seen.number)) {
        auto finding = judge_number_facts(*facts);
        if (seen.numbers > 1 && finding.repair.empty())
            finding.repair = "It is one of several: --number ID looks at another.";
        return finding;
    }
    return without_facts(
        Check::kNumber,
        *seen.number,
        "Set phone_number_id to the id (not the number) that the WhatsApp Manager shows, and give the "
        "token's user "
        "its account."
    );
}

Finding judge_account(const Observations& seen) {
    const auto why = why_no_account(seen);
    if (!why.empty()) return not_looked(Check::kBusinessAccount, why);
    if (!seen.account) {
        return bad(
            Check::kBusinessAccount,
            "The setting waba_id is missing: templates cannot be loaded.",
            "Set ROOST_WABA_ID to the id of the WhatsApp Business Account that the WhatsApp Manager shows."
        );
    }
    if (const auto* facts = std::get_if<BusinessAccountFacts>(&*seen.account))
        return judge_account_facts(*facts, seen.config.phone_number_id);
    return without_facts(
        Check::kBusinessAccount,
        *seen.account,
        "Set waba_id to the id of the WhatsApp Business Account that the WhatsApp Manager shows, and give "
        "the "
        "token's user that account."
    );
}

Finding judge_subscription(const Observations& seen) {
    const auto why = why_no_account(seen);
    if (!why.empty()) return not_looked(Check::kSubscription, why);
    if (!seen.apps) return not_looked(Check::kSubscription, "The business account has to be found first.");
    const auto* apps = std::get_if<std::vector<SubscribedApp>>(&*seen.apps);
    if (apps == nullptr)
        return without_facts(
            Check::kSubscription, *seen.apps, "Give the token whatsapp_business_management."
        );
    if (apps->empty()) {
        return bad(
            Check::kSubscription,
            "No app is subscribed to the account: messages can be sent, and none arrive.",
            "Subscribe the app: POST /" + seen.config.waba_id + "/subscribed_apps with the access token."
        );
    }
    Finding finding{Check::kSubscription, Verdict::kGood, "Subscribed: "};
    const auto* token = seen.token ? std::get_if<TokenFacts>(&*seen.token) : nullptr;
    for (const auto& app : *apps) {
        finding.summary += (finding.details.empty() ? "" : ", ") + app.name;
        finding.details["app_ids"].push_back(app.id);
    }
    finding.summary += ".";
    if (!is_subscribed(*apps, token))
        finding.repair = "The app of the access token is not among them: subscribe it too.";
    return finding;
}

}  // namespace roost::doctor
