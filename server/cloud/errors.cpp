#include "server/cloud/errors.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace roost {

namespace {

using enum CloudErrorKind;
using enum FailureReason;

// Sorted by code.
constexpr auto kErrors = std::to_array<CloudError>({
    {1, kRetryFew, kUnexplained},
    {2, kRetry, kBusy},
    {3, kStopAccount, kPermission},
    {4, kRetry, kTooFast},
    {10, kStopAccount, kPermission},
    {33, kFail, kUnknownNumber},
    {100, kFail, kInvalid},
    {190, kStopAccount, kToken},
    {368, kStopAccount, kBlocked},
    {80007, kStopAccount, kTooFast},
    {130429, kRetry, kTooFast},
    {130472, kFail, kExperiment},
    {130497, kFail, kCountry},
    {131000, kRetryFew, kSomethingWrong},
    {131005, kStopAccount, kPermission},
    {131008, kFail, kInvalid},
    {131009, kFail, kInvalid},
    {131016, kRetry, kBusy},
    {131020, kFail, kGroup},
    {131021, kFail, kToItself},
    {131026, kFail, kUnreachable},
    {131030, kFail, kTestNumber},
    {131031, kStopAccount, kLocked},
    {131037, kFailForNow, kDisplayName},
    {131041, kFail, kGroup},
    {131042, kStopAccount, kPayment},
    {131045, kFailForNow, kNotRegistered},
    {131047, kFail, kWindowClosed},
    {131048, kFailForNow, kSpam},
    {131049, kFailForNow, kProtected},
    {131050, kFail, kUnsubscribed},
    {131051, kFail, kUnsupported},
    {131052, kFail, kFileLost},
    {131053, kFail, kFileUnusable},
    {131055, kFail, kWrongWay},
    {131056, kRetryPair, kTooManyToOne},
    {131057, kStopAccount, kUpgrading},
    {131059, kFail, kGroup},
    {131062, kFail, kNeedsPhoneNumber},
    {131063, kFail, kMarketingOff},
    {131064, kFailForNow, kWrongCategory},
    {132000, kFail, kTemplateValues},
    {132001, kFail, kTemplateUnknown},
    {132005, kFail, kTemplateTooLong},
    {132007, kFail, kTemplateRules},
    {132008, kFail, kTemplateValues},
    {132012, kFail, kTemplateValues},
    {132015, kFailForNow, kTemplatePaused},
    {132016, kFail, kTemplateDisabled},
    {132068, kFailForNow, kFlowBlocked},
    {132069, kFailForNow, kFlowSlow},
    {133000, kRetryFew, kNotRegistered},
    {133004, kRetry, kBusy},
    {133005, kFail, kWrongPin},
    {133006, kFail, kVerifyAgain},
    {133008, kFailForNow, kTooManyPins},
    {133009, kFailForNow, kPinsTooFast},
    {133010, kFailForNow, kNotRegistered},
    {133015, kFailForNow, kNumberDeleted},
    {133016, kFailForNow, kRegisteredOften},
    {134011, kFail, kTerms},
    {134100, kFail, kMarketingOnly},
    {134101, kFailForNow, kTemplatePreparing},
    {134102, kFail, kTemplateNotMarketing},
    {135000, kFail, kInvalid},
    {137000, kFail, kIdentity},
});

CloudError unlisted(int code, int http) {
    if (code >= 200 && code <= 299) return {code, kStopAccount, kPermission};
    if (code >= 131201 && code <= 131215) return {code, kFail, kGroup};
    if (code >= 138000 && code <= 138018) return {code, kFail, kWrongWay};     // calls
    if (code >= 139000 && code <= 139004) return {code, kFail, kFlowBlocked};  // flows
    if (http == 401) return {code, kStopAccount, kToken};
    if (http == 403) return {code, kStopAccount, kPermission};
    if (http == 429) return {code, kRetry, kTooFast};
    if (http >= 500) return {code, kRetry, kBusy};
    return {code, kFail, kOther};
}

const CloudError* find_listed(int code) {
    const auto found = std::lower_bound(
        std::begin(kErrors),
        std::end(kErrors),
        code,
        [](const CloudError& error, int wanted) { return error.code < wanted; }
    );
    return found != std::end(kErrors) && found->code == code ? &*found : nullptr;
}

Failure failure_of(const CloudError& error, std::string_view details) {
    return {error.code, std::string(english(error.reason)), std::string(details), error.kind != kFail};
}

// Some accounts are refused at once, in these words, instead of by a status (cloud-api §11).
bool is_about_window(const CloudRefusal& refusal) {
    return refusal.code == 100 && refusal.details.find("must be a template message") != std::string::npos;
}

}  // namespace

CloudError explain(int code, int http) {
    const auto* listed = find_listed(code);
    return listed != nullptr ? *listed : unlisted(code, http);
}

Failure failure_from(int code, std::string_view title, std::string_view details) {
    const CloudError error = explain(code, 0);
    auto failure = failure_of(error, details);
    if (error.reason == kOther && !title.empty()) failure.sentence = title;
    return failure;
}

Failure failure_from(const CloudRefusal& refusal) {
    if (is_about_window(refusal)) return failure_of(explain(kWindowClosedCode, 0), refusal.details);
    return failure_of(explain(refusal.code, refusal.http), refusal.details);
}

}  // namespace roost
