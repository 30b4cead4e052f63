// What a client asks to have sent, and the Cloud API body made of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/model/conversation.h"
#include "shared/model/message.h"
#include "shared/model/record_link.h"

namespace roost {

struct SendRequest {
    ClientRef client_ref;  // the body's "client_ref" or the Idempotency-Key header; made by the server if
                           // neither is there
    std::string to;        // only for POST /messages: a phone number; kept as digits
    Content content;
    std::string quoted_wamid;
    MessageId reply_to;      // the same by our own id, of a message of the same conversation; 0 = none
    bool is_forced = false;  // "force": also outside the 24-hour window, for accounts where Meta knows better
    std::optional<RecordRef> record = std::nullopt;  // which the message is linked to

    bool operator==(const SendRequest&) const = default;
};

// A file is named by {"file": <id of POST /media>}, by an "id" of Meta's or by a "link".
// {"client_ref"?, "to"?, "type", <type>: {…}, "context"?: {"message_id"}, "reply_to"?, "force"?,
// "entity_type"?, "entity_id"?}; {"text": "…"} is a short form of a text message, "link_to_entity" another
// name of "entity_id". kInvalid naming the field: unknown type, empty text, a limit of cloud-api §13
// exceeded, a number without digits.
Result<SendRequest> read_send_request(std::string_view json);
std::string write_send_request(const SendRequest& request);

// The body of POST /{phone-number-id}/messages. `callback_data` is our message id and comes back in every
// status.
Json cloud_api_body(const Message& message, const Conversation& to, std::string_view callback_data);

// May this content go out now? kWindowClosed with what Meta's refusal (131047) means when the 24-hour window
// is not open; templates may always.
Status check_may_send(const Conversation& conversation, const Content& content, UnixMillis now);

}  // namespace roost
