#include "server/simulator/graph_error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace roost::simulator {

namespace {

struct Known {
    int code;
    int http_status;
    std::string_view title;
    std::string_view details;
};

constexpr std::string_view kDocumentation =
    "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/";

constexpr auto kKnown = std::to_array<Known>({
    {0, 401, "AuthException", "We were unable to authenticate the app user."},
    {1, 400, "API Unknown", "Invalid request or possible server error."},
    {2, 503, "API Service", "Temporary due to downtime or due to being overloaded."},
    {3, 500, "API Method", "Capability or permissions issue."},
    {4, 400, "API Too Many Calls", "The app has reached its API call rate limit."},
    {10, 403, "API Permission Denied", "Permission is either not granted or has been removed."},
    {33, 400, "Parameter value is not valid", "The business phone number has been deleted."},
    {100, 400, "Invalid parameter", ""},
    {190, 401, "Invalid OAuth access token", "Your access token has expired or is not valid."},
    {200, 403, "API Permission", "Permission is either not granted or has been removed."},
    {368, 403, "Temporarily blocked for policies violations", "The account has been restricted."},
    {80007, 400, "Rate limit issues", "The WhatsApp Business Account has reached its rate limit."},
    {130429, 400, "Rate limit hit", "Cloud API message throughput has been reached."},
    {130472, 400, "User's number is part of an experiment", "Message was not sent as part of an experiment."},
    {130497, 403, "Business account is restricted from messaging users in this country.", ""},
    {131000, 500, "Something went wrong", "Message failed to send due to an unknown error."},
    {131005, 403, "Access denied", "Permission is either not granted or has been removed."},
    {131008, 400, "Required parameter is missing", ""},
    {131009, 400, "Parameter value is not valid", ""},
    {131016, 500, "Service unavailable", "A service is temporarily unavailable."},
    {131021, 400, "Recipient cannot be sender", "Sender and recipient phone number is the same."},
    {131026, 400, "Message undeliverable", "Message Undeliverable."},
    {131030, 400, "Recipient phone number not in allowed list", "Recipient phone number not in allowed list"},
    {131031, 403, "Business Account locked", "The account has been restricted or disabled."},
    {131037, 400, "Display name approval is needed", "The display name has not been approved."},
    {131042, 400, "Business eligibility payment issue", "There was an error related to your payment method."},
    {131045, 500, "Incorrect certificate", "Message failed to send due to a registration error."},
    {131047,
     400,
     "Re-engagement message",
     "Message failed to send because more than 24 hours have passed since "
     "the customer last replied to this number."},
    {131048,
     400,
     "Spam rate limit hit",
     "Message failed to send because there are restrictions on how many "
     "messages can be sent from this phone number."},
    {131049,
     400,
     "Message not delivered",
     "This message was not delivered to maintain healthy ecosystem "
     "engagement."},
    {131050, 400, "Marketing stopped", "User has stopped marketing messages from this business."},
    {131051, 400, "Unsupported message type", "Message type is not currently supported."},
    {131052, 400, "Media download error", "Unable to download the media sent by the user."},
    {131053, 400, "Media upload error", "Unable to upload the media used in the message."},
    {131056,
     400,
     "(Business Account, Consumer Account) pair rate limit hit",
     "Message failed to send because there were too many messages sent from this phone number to the same "
     "phone number in a short period of time."},
    {131057, 500, "Account in maintenance mode", "Business Account is in maintenance mode."},
    {132000, 400, "Number of parameters does not match the expected number of params", ""},
    {132001, 404, "Template name does not exist in the translation", ""},
    {132005, 400, "Translated text too long", ""},
    {132007, 400, "Template format character policy violated", ""},
    {132012, 400, "Parameter format does not match format in the created template", ""},
    {132015, 400, "Template is paused", "Template is paused due to low quality."},
    {132016, 400, "Template is disabled", "Template has been paused too many times due to low quality."},
    {133004, 503, "Server temporarily unavailable", "Server is temporarily unavailable."},
    {133010,
     400,
     "Phone number not registered",
     "Phone number not registered on the WhatsApp Business Platform."},
    {139100, 400, "Failed to block/unblock users", "Blocking failed for some or all of the users."},
    {139101, 400, "Blocklist limit reached", "No more than 64000 users can be blocked."},
    {135000,
     400,
     "Generic user error",
     "Message failed to send because of an unknown error with your request."},
});

const Known& known(int code) {
    static constexpr Known kOther{0, 400, "An unknown error occurred", ""};
    const auto* found =
        std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& k) { return k.code == code; });
    return found == kKnown.end() ? kOther : *found;
}

}  // namespace

GraphError graph_error(int code, std::string details) {
    const Known& entry = known(code);
    GraphError error;
    error.code = code;
    error.http_status = entry.http_status;
    error.message = "(#" + std::to_string(code) + ") " + std::string(entry.title);
    error.details = details.empty() ? std::string(entry.details) : std::move(details);
    return error;
}

GraphError unknown_object(std::string_view id) {
    GraphError error;
    error.code = 100;
    error.subcode = 33;
    error.type = "GraphMethodException";
    error.message = "Unsupported get request. Object with ID '" + std::string(id) +
                    "' does not exist, cannot be loaded due to missing permissions, or does not support this "
                    "operation. Please read the Graph API documentation at "
                    "https://developers.facebook.com/docs/graph-api";
    return error;
}

Json envelope_of(const GraphError& error, std::string_view trace_id) {
    Json body{{"message", error.message}, {"type", error.type}, {"code", error.code}};
    if (!error.details.empty()) {
        body["error_data"] = {{"messaging_product", "whatsapp"}, {"details", error.details}};
    }
    if (error.subcode != 0) body["error_subcode"] = error.subcode;
    if (!error.user_title.empty()) body["error_user_title"] = error.user_title;
    if (!error.user_message.empty()) body["error_user_msg"] = error.user_message;
    body["fbtrace_id"] = trace_id;
    return Json{{"error", body}};
}

Json webhook_error(const GraphError& error) {
    const std::string title(known(error.code).title);
    Json body{{"code", error.code}, {"title", title}, {"message", title}, {"href", kDocumentation}};
    if (!error.details.empty()) body["error_data"] = {{"details", error.details}};
    return body;
}

bool comes_as_status(int code) {
    constexpr auto kLate =
        std::to_array({130472, 131026, 131047, 131049, 131050, 131053, 131052, 132015, 131000});
    return std::find(kLate.begin(), kLate.end(), code) != kLate.end();
}

}  // namespace roost::simulator
