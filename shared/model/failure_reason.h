// Why Meta did not send a message (cloud-api §12), so that every reader can be told in their own language.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace roost {

// What Meta answers to anything but a template outside the 24-hour window.
inline constexpr int kWindowClosedCode = 131047;

enum class FailureReason : std::uint8_t {
    kOther,
    kUnexplained,
    kBusy,
    kPermission,
    kTooFast,
    kUnknownNumber,
    kInvalid,
    kToken,
    kBlocked,
    kExperiment,
    kCountry,
    kSomethingWrong,
    kGroup,
    kToItself,
    kUnreachable,
    kTestNumber,
    kLocked,
    kDisplayName,
    kPayment,
    kNotRegistered,
    kWindowClosed,
    kSpam,
    kProtected,
    kUnsubscribed,
    kUnsupported,
    kFileLost,
    kFileUnusable,
    kWrongWay,
    kTooManyToOne,
    kUpgrading,
    kNeedsPhoneNumber,
    kMarketingOff,
    kWrongCategory,
    kTemplateValues,
    kTemplateUnknown,
    kTemplateTooLong,
    kTemplateRules,
    kTemplatePaused,
    kTemplateDisabled,
    kFlowBlocked,
    kFlowSlow,
    kWrongPin,
    kVerifyAgain,
    kTooManyPins,
    kPinsTooFast,
    kNumberDeleted,
    kRegisteredOften,
    kTerms,
    kMarketingOnly,
    kTemplatePreparing,
    kTemplateNotMarketing,
    kIdentity,
    kTooLateForWindow,
    kTooLateForDay,
};

inline constexpr std::size_t kFailureReasons = static_cast<std::size_t>(FailureReason::kTooLateForDay) + 1;

// What it is and what helps, in the order of FailureReason.
inline constexpr std::array<const char*, kFailureReasons> kEnglishFailures{
    "Meta refused this message. The details say why.",
    "Meta reported an unknown error. If it stays, look at Meta's status page.",
    "Meta is not available at the moment. Roost keeps trying.",
    "The access token may not send from this number. Give it the permission whatsapp_business_messaging; "
    "everything waits until then.",
    "Too much was sent at once. Roost slows down and keeps trying.",
    "Meta does not know this number any more. Check the phone-number id in the settings.",
    "Meta found something wrong in this message. The details say what.",
    "Meta does not accept the access token any more. Enter a new one in the settings; everything waits until "
    "then.",
    "Meta has blocked this account for a policy violation. See the Account Quality page.",
    "Meta did not deliver this: the customer is part of an experiment. Use another channel.",
    "This account may not write to customers in this country.",
    "Something went wrong at Meta. Try again in a moment.",
    "Meta refused this for a group. The details say why.",
    "A number cannot write to itself. Choose another recipient.",
    "This customer cannot be reached on WhatsApp. Check the number, or use another channel.",
    "This is a test number: add the recipient to its allowed list first.",
    "Meta has locked this account. See the Account Quality page; everything waits until then.",
    "Meta has not approved the display name yet. Try again once it has.",
    "There is a problem with the payment method at Meta. Mend it there, then try again.",
    "The number is not registered with the Cloud API. Register it in the WhatsApp Manager, then try again.",
    "More than 24 hours have passed since the customer wrote. Send a template instead.",
    "Meta holds this number back because of spam reports. Write less for a while.",
    "Meta chose not to deliver this, to protect the customer. Wait at least a day.",
    "The customer does not want marketing messages from this business.",
    "WhatsApp does not support this kind of message. Send it in another form.",
    "The customer's file could not be loaded. Ask for it again.",
    "WhatsApp cannot use this file. Convert it to a supported format and send it again.",
    "This kind of message cannot be sent in this way from this number.",
    "Too many messages to this customer in a short time. Roost slows down for them.",
    "Meta is upgrading this number. Roost tries again in a few minutes.",
    "This kind of template needs a phone number. Ask the customer for theirs.",
    "Marketing templates are switched off for this number. Turn them on in the WhatsApp Manager.",
    "Meta limits this account because of wrongly classified templates. Correct their category.",
    "The template and its values do not fit together. Choose it again and fill it in.",
    "The template does not exist in this language. Synchronise the templates and choose again.",
    "The template becomes too long with these values. Shorten them.",
    "The template breaks one of Meta's content rules. Change it in the WhatsApp Manager.",
    "Meta has paused this template for low quality. Choose another one.",
    "Meta has disabled this template. Choose another one.",
    "The flow is blocked. Mend it in the WhatsApp Manager, then try again.",
    "The flow is being slowed down by Meta. Try again later.",
    "The PIN of the number is wrong. Set it in the WhatsApp Manager.",
    "The number must be verified again. Request a code in the WhatsApp Manager.",
    "Too many wrong PINs. Wait for a while.",
    "PINs were entered too fast. Wait for a while.",
    "The number was deleted just now. Wait five minutes, then register it again.",
    "The number was registered too often. Wait three days.",
    "The payment terms have to be accepted in the WhatsApp Manager first.",
    "Only marketing templates can be sent in this way.",
    "The template is still being prepared at Meta. Try again in ten minutes.",
    "The template cannot be used for marketing messages.",
    "The customer's identity has changed. Confirm who they are, then write again.",
    "Meta could not be reached before the 24-hour window closed. Send a template instead.",
    "Meta could not be reached for a day. Try again.",
};

constexpr std::string_view english(FailureReason reason) {
    return kEnglishFailures[static_cast<std::size_t>(reason)];
}

// Absent for what is none of ours: Meta's own words, or those of another version.
std::optional<FailureReason> reason_said(std::string_view english);

}  // namespace roost
