// An agent's message is accepted: checked, stored with its outbox row and its event in one transaction.
#pragma once

#include <optional>

#include "server/app/deps.h"
#include "server/app/principal.h"
#include "shared/base/result.h"
#include "shared/model/message.h"
#include "shared/wire/send.h"

namespace roost {

// The queued message; the same message again for a client_ref that is known already (whatever its body).
// kNotFound for an unknown conversation, kWindowClosed outside the 24-hour window unless the request is
// forced, kBlocked for whom we blocked, kForbidden for viewers. Any thread.
Result<Message> send_message(
    const Deps& deps, const Principal& who, ConversationId to, const SendRequest& request
);
// To a phone number (request.to): finds or makes its conversation on the default account.
Result<Message> send_message_to_number(const Deps& deps, const Principal& who, const SendRequest& request);
// Before what is costly to prepare: the message that the request's client_ref names already, or the refusal
// that sending would come to. Absent: it may be prepared. `to` is 0 where a number is written to.
Result<std::optional<Message>> look_before_sending(
    const Deps& deps, const Principal& who, ConversationId to, const SendRequest& request
);
// A failed message goes into the outbox again. kConflict if it has not failed or may not be tried again,
// kWindowClosed as for sending.
Result<Message> retry_message(const Deps& deps, const Principal& who, MessageId id, bool is_forced = false);

}  // namespace roost
