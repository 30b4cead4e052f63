#include "shared/model/failure_repair.h"

#include <array>

namespace roost {

namespace {

using enum Repair;

struct Advice {
    Repair action;
    UnixMillis wait = 0;  // of kWait, from the moment of the failure
};

// In the order of FailureReason.
constexpr std::array<Advice, kFailureReasons> kAdvice{{
    {kNone},                // kOther
    {kRetry},               // kUnexplained
    {kRetry},               // kBusy
    {kReconnect},           // kPermission
    {kRetry},               // kTooFast
    {kRenew},               // kUnknownNumber
    {kNone},                // kInvalid
    {kRenew},               // kToken
    {kReconnect},           // kBlocked
    {kNone},                // kExperiment
    {kNone},                // kCountry
    {kRetry},               // kSomethingWrong
    {kNone},                // kGroup
    {kNone},                // kToItself
    {kMarkUnreachable},     // kUnreachable
    {kNone},                // kTestNumber
    {kReconnect},           // kLocked
    {kRetry},               // kDisplayName
    {kReconnect},           // kPayment
    {kReconnect},           // kNotRegistered
    {kSendAsTemplate},      // kWindowClosed
    {kWait, kHour},         // kSpam; Meta names no time
    {kWait, kDay},          // kProtected
    {kNone},                // kUnsubscribed
    {kNone},                // kUnsupported
    {kNone},                // kFileLost
    {kConvertFile},         // kFileUnusable
    {kNone},                // kWrongWay
    {kRetry},               // kTooManyToOne
    {kWait, kMinute},       // kUpgrading
    {kNone},                // kNeedsPhoneNumber
    {kReconnect},           // kMarketingOff
    {kReconnect},           // kWrongCategory
    {kSendAsTemplate},      // kTemplateValues
    {kSendAsTemplate},      // kTemplateUnknown
    {kSendAsTemplate},      // kTemplateTooLong
    {kReconnect},           // kTemplateRules
    {kSendAsTemplate},      // kTemplatePaused
    {kSendAsTemplate},      // kTemplateDisabled
    {kReconnect},           // kFlowBlocked
    {kRetry},               // kFlowSlow
    {kReconnect},           // kWrongPin
    {kReconnect},           // kVerifyAgain
    {kReconnect},           // kTooManyPins
    {kReconnect},           // kPinsTooFast
    {kWait, 5 * kMinute},   // kNumberDeleted
    {kWait, 3 * kDay},      // kRegisteredOften
    {kReconnect},           // kTerms
    {kSendAsTemplate},      // kMarketingOnly
    {kWait, 10 * kMinute},  // kTemplatePreparing
    {kSendAsTemplate},      // kTemplateNotMarketing
    {kNone},                // kIdentity
    {kSendAsTemplate},      // kTooLateForWindow
    {kRetry},               // kTooLateForDay
}};

Advice advice_on(const Failure& failure) {
    const auto reason = reason_said(failure.sentence);
    return reason ? kAdvice[static_cast<std::size_t>(*reason)] : Advice{kNone};
}

}  // namespace

RepairAdvice repair_of(const Failure& failure, UnixMillis failed_at, UnixMillis now) {
    const Advice advice = advice_on(failure);
    const UnixMillis not_before = failed_at + advice.wait;
    switch (advice.action) {
        case kWait:
            if (failure.can_retry && now < not_before) return {kWait, not_before};
            [[fallthrough]];
        case kNone:
        case kRetry:
            return {failure.can_retry ? kRetry : kNone};
        default:
            return {advice.action};
    }
}

bool may_retry(const Failure& failure, UnixMillis failed_at, UnixMillis now) {
    return failure.can_retry && now >= failed_at + advice_on(failure).wait;
}

}  // namespace roost
