// How far an outbound message has come. Ticks never go backwards.
#pragma once

#include <optional>
#include <string_view>

namespace roost {

enum class DeliveryStatus {
    kReceived,  // inbound: there are no ticks
    kQueued,    // ours, durable, not yet handed to Meta (clock)
    kSending,   // handed to Meta, the answer not yet known; not resent before a status webhook had its chance
    kSent,      // one tick
    kDelivered,  // two ticks
    kRead,       // two blue ticks
    kPlayed,     // voice notes; the ticks stay as they are when read
    kFailed,     // red, with a reason
};

// The later of two reports about one message (cloud-api §9.4). Read beats delivered however they arrive; a
// failure is final unless the message was already seen as delivered or read; received never changes.
DeliveryStatus advance(DeliveryStatus known, DeliveryStatus reported);

std::string_view status_name(DeliveryStatus status);                // "queued", "sent", …
std::optional<DeliveryStatus> parse_status(std::string_view name);  // absent for names not known

}  // namespace roost
