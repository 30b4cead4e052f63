// The steps that every change of the inbox is made of: rows, counts and events together, inside one
// transaction.
#pragma once

#include <optional>
#include <string>

#include "server/store/store.h"
#include "shared/base/result.h"
#include "shared/model/message.h"

namespace roost {

enum class Arrival {
    kNew,      // a live message: the customer's count as unread and open the 24-hour window
    kHistory,  // synchronised afterwards: neither
};

// Puts a message into its conversation (message.conversation): sets id and rev, updates the row, writes
// MessageAdded, and settles what came before it. False, and nothing changes, if its wamid or client_ref is
// known already.
Result<bool> enter_message(Transaction& transaction, Message& message, Arrival arrival);

// A report about an outbound message: from a status webhook, or from the send call itself.
struct StatusReport {
    DeliveryStatus status = DeliveryStatus::kSent;
    UnixMillis at = 0;
    std::string wamid;  // stored with the message if it has none yet
    std::optional<Failure> failure;
    std::optional<Charge> charge = {};

    bool operator==(const StatusReport&) const = default;
};

// `message` as the report leaves it; see advance(). Pure.
Message with_report(Message message, const StatusReport& report);

// Stores and announces the new copy of `message` when its status, times, failure or wamid differ from what is
// stored in `before`; settles what was waiting for its wamid.
Status change_status(Transaction& transaction, const Message& before, Message message);

// Reports and changes that came before the message they are about. The JSON is private to these.
Status keep_for_later(Transaction& transaction, std::string_view wamid, const StatusReport& report);
Status keep_for_later(
    Transaction& transaction, std::string_view wamid, UnixMillis at, const std::optional<Content>& new_content
);

// Replaces the content, or marks the message as revoked, and announces it.
Status change_content(Transaction& transaction, Message message, const std::optional<Content>& new_content);

// The same for what its sender did at that moment: an edit that was overtaken by a later one changes nothing.
Status edit_content(
    Transaction& transaction, Message message, const std::optional<Content>& new_content, UnixMillis at
);

// Announces a changed row. Sets its rev.
Status change_conversation(Transaction& transaction, Conversation& conversation);

}  // namespace roost
