#include "server/cloud/errors.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace roost {

namespace {

using enum CloudErrorKind;

constexpr std::string_view kToken =
    "Meta does not accept the access token any more. Enter a new one in the settings; everything waits until "
    "then.";
constexpr std::string_view kPermission =
    "The access token may not send from this number. Give it the permission whatsapp_business_messaging; "
    "everything waits until then.";
constexpr std::string_view kInvalid = "Meta found something wrong in this message. The details say what.";
constexpr std::string_view kBusy = "Meta is not available at the moment. Roost keeps trying.";
constexpr std::string_view kTooFast = "Too much was sent at once. Roost slows down and keeps trying.";
constexpr std::string_view kTemplate =
    "The template and its values do not fit together. Choose it again and fill it in.";
constexpr std::string_view kRegister =
    "The number is not registered with the Cloud API. Register it in the WhatsApp Manager, then try again.";
constexpr std::string_view kGroup = "Meta refused this for a group. The details say why.";

// Sorted by code.
constexpr auto kErrors = std::to_array<CloudError>({
    {1, kRetryFew, "Meta reported an unknown error. If it stays, look at Meta's status page."},
    {2, kRetry, kBusy},
    {3, kStopAccount, kPermission},
    {4, kRetry, kTooFast},
    {10, kStopAccount, kPermission},
    {33, kFail, "Meta does not know this number any more. Check the phone-number id in the settings."},
    {100, kFail, kInvalid},
    {190, kStopAccount, kToken},
    {368,
     kStopAccount,
     "Meta has blocked this account for a policy violation. See the Account Quality page."},
    {80007, kRetry, kTooFast},
    {130429, kRetry, kTooFast},
    {130472, kFail, "Meta did not deliver this: the customer is part of an experiment. Use another channel."},
    {130497, kFail, "This account may not write to customers in this country."},
    {131000, kRetryFew, "Something went wrong at Meta. Try again in a moment."},
    {131005, kStopAccount, kPermission},
    {131008, kFail, kInvalid},
    {131009, kFail, kInvalid},
    {131016, kRetry, kBusy},
    {131020, kFail, kGroup},
    {131021, kFail, "A number cannot write to itself. Choose another recipient."},
    {131026, kFail, "This customer cannot be reached on WhatsApp. Check the number, or use another channel."},
    {131030, kFail, "This is a test number: add the recipient to its allowed list first."},
    {131031,
     kStopAccount,
     "Meta has locked this account. See the Account Quality page; everything waits until then."},
    {131037, kFailForNow, "Meta has not approved the display name yet. Try again once it has."},
    {131041, kFail, kGroup},
    {131042,
     kFailForNow,
     "There is a problem with the payment method at Meta. Mend it there, then try again."},
    {131045, kFailForNow, kRegister},
    {131047, kFail, "More than 24 hours have passed since the customer wrote. Send a template instead."},
    {131048, kFailForNow, "Meta holds this number back because of spam reports. Write less for a while."},
    {131049, kFailForNow, "Meta chose not to deliver this, to protect the customer. Wait at least a day."},
    {131050, kFail, "The customer does not want marketing messages from this business."},
    {131051, kFail, "WhatsApp does not support this kind of message. Send it in another form."},
    {131052, kFail, "The customer's file could not be loaded. Ask for it again."},
    {131053, kFail, "WhatsApp cannot use this file. Convert it to a supported format and send it again."},
    {131055, kFail, "This kind of message cannot be sent in this way from this number."},
    {131056, kRetryPair, "Too many messages to this customer in a short time. Roost slows down for them."},
    {131057, kRetry, "Meta is upgrading this number. Roost tries again in a few minutes."},
    {131059, kFail, kGroup},
    {131062, kFail, "This kind of template needs a phone number. Ask the customer for theirs."},
    {131063,
     kFail,
     "Marketing templates are switched off for this number. Turn them on in the WhatsApp Manager."},
    {131064,
     kFailForNow,
     "Meta limits this account because of wrongly classified templates. Correct their category."},
    {132000, kFail, kTemplate},
    {132001,
     kFail,
     "The template does not exist in this language. Synchronise the templates and choose again."},
    {132005, kFail, "The template becomes too long with these values. Shorten them."},
    {132007, kFail, "The template breaks one of Meta's content rules. Change it in the WhatsApp Manager."},
    {132008, kFail, kTemplate},
    {132012, kFail, kTemplate},
    {132015, kFailForNow, "Meta has paused this template for low quality. Choose another one."},
    {132016, kFail, "Meta has disabled this template. Choose another one."},
    {132068, kFailForNow, "The flow is blocked. Mend it in the WhatsApp Manager, then try again."},
    {132069, kFailForNow, "The flow is being slowed down by Meta. Try again later."},
    {133000, kRetryFew, kRegister},
    {133004, kRetry, kBusy},
    {133005, kFail, "The PIN of the number is wrong. Set it in the WhatsApp Manager."},
    {133006, kFail, "The number must be verified again. Request a code in the WhatsApp Manager."},
    {133008, kFailForNow, "Too many wrong PINs. Wait for a while."},
    {133009, kFailForNow, "PINs were entered too fast. Wait for a while."},
    {133010, kFailForNow, kRegister},
    {133015, kFailForNow, "The number was deleted just now. Wait five minutes, then register it again."},
    {133016, kFailForNow, "The number was registered too often. Wait three days."},
    {134011, kFail, "The payment terms have to be accepted in the WhatsApp Manager first."},
    {134100, kFail, "Only marketing templates can be sent in this way."},
    {134101, kFailForNow, "The template is still being prepared at Meta. Try again in ten minutes."},
    {134102, kFail, "The template cannot be used for marketing messages."},
    {135000, kFail, kInvalid},
    {137000, kFail, "The customer's identity has changed. Confirm who they are, then write again."},
});

CloudError unlisted(int code, int http) {
    if (code >= 200 && code <= 299) return {code, kStopAccount, kPermission};
    if (code >= 131201 && code <= 131215) return {code, kFail, kGroup};
    if (http == 401) return {code, kStopAccount, kToken};
    if (http == 403) return {code, kStopAccount, kPermission};
    if (http == 429) return {code, kRetry, kTooFast};
    if (http >= 500) return {code, kRetry, kBusy};
    return {code, kFail, "Meta refused this message. The details say why."};
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
    return {error.code, std::string(error.sentence), std::string(details), error.kind != kFail};
}

}  // namespace

CloudError explain(int code, int http) {
    const auto* listed = find_listed(code);
    return listed != nullptr ? *listed : unlisted(code, http);
}

Failure failure_from(int code, std::string_view title, std::string_view details) {
    auto failure = failure_of(explain(code, 0), details);
    if (find_listed(code) == nullptr && !title.empty()) failure.sentence = title;
    return failure;
}

Failure failure_from(const CloudRefusal& refusal) {
    return failure_of(explain(refusal.code, refusal.http), refusal.details);
}

}  // namespace roost
