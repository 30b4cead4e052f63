// One message of a conversation, as agents see it.
#pragma once

#include <optional>
#include <string>

#include "shared/base/ids.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/messages/content.h"
#include "shared/model/charge.h"
#include "shared/model/context.h"
#include "shared/model/record_link.h"
#include "shared/model/status.h"

namespace roost {

// Why a message did not go out. `sentence` is for people and says what to do; `code` is Meta's (0 = ours).
struct Failure {
    int code = 0;
    std::string sentence;
    std::string details;     // Meta's own words, for the info sheet
    bool can_retry = false;  // offering Retry makes sense

    bool operator==(const Failure&) const = default;
};

// When each tick came; 0 = not (yet).
struct StatusTimes {
    UnixMillis sent = 0;
    UnixMillis delivered = 0;
    UnixMillis read = 0;
    UnixMillis failed = 0;
    UnixMillis played = 0;  // voice notes

    bool operator==(const StatusTimes&) const = default;
};

struct Message {
    MessageId id;  // 0 only in a client's local echo that the server has not confirmed
    ConversationId conversation;
    EventSeq rev;  // seq of the last event that changed it; the greater rev is the truer copy
    Direction direction = Direction::kInbound;
    UnixMillis at = 0;     // inbound: WhatsApp's time (whole seconds); outbound: when Roost accepted it
    std::string wamid;     // Meta's id; empty while an outbound message has none
    ClientRef client_ref;  // outbound only: the sender's own name for it
    AgentId sent_by;       // outbound only
    Content content;
    Context context;
    DeliveryStatus status = DeliveryStatus::kReceived;
    StatusTimes times;
    std::optional<Failure> failure;
    std::optional<Charge> charge = {};  // outbound only: as soon as Meta says so
    RecordLinks links = {};             // of this message alone; see record_link.h
    UnixMillis edited_at = 0;           // when its sender last changed it; 0 = never

    bool operator==(const Message&) const = default;
};

// The order of a thread: by time, then by arrival. Local echoes (id 0) come last among equals, in client_ref
// order.
bool comes_before(const Message& a, const Message& b);

// As much of it as a list or a quote shows: at most 160 code points.
Preview short_preview(const Content& content);
// What an answer to this message shows of it.
Quote quote_of(const Message& message);

Json write_message(const Message& message);
void write_message(JsonWriter& out, const Message& message);
// kInvalid naming the field; unknown fields are ignored.
Result<Message> read_message(const Json& json);

Json write_failure(const Failure& failure);
Failure read_failure(const Json& json);
void write_failure(JsonWriter& out, const Failure& failure);
Json write_times(const StatusTimes& times);
void write_times(JsonWriter& out, const StatusTimes& times);
StatusTimes read_times(const Json& json);

}  // namespace roost
