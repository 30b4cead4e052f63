#include "shared/model/status.h"

#include <array>
#include <cstddef>

namespace roost {

namespace {

struct Step {
    DeliveryStatus status;
    int rank;
    std::string_view name;
};

// One line of ranks makes the later report the same in whatever order reports come: a failure beats all that
// Meta may say before the phone has the message, and is beaten by the phone having it.
constexpr std::array<Step, 8> kSteps{{
    {DeliveryStatus::kReceived, 0, "received"},
    {DeliveryStatus::kQueued, 1, "queued"},
    {DeliveryStatus::kSending, 2, "sending"},
    {DeliveryStatus::kSent, 3, "sent"},
    {DeliveryStatus::kDelivered, 5, "delivered"},
    {DeliveryStatus::kRead, 6, "read"},
    {DeliveryStatus::kPlayed, 7, "played"},
    {DeliveryStatus::kFailed, 4, "failed"},
}};

const Step& step(DeliveryStatus status) {
    return kSteps.at(static_cast<std::size_t>(status));
}

}  // namespace

DeliveryStatus advance(DeliveryStatus known, DeliveryStatus reported) {
    if (known == DeliveryStatus::kReceived) return known;
    return step(reported).rank > step(known).rank ? reported : known;
}

std::string_view status_name(DeliveryStatus status) {
    return step(status).name;
}

std::optional<DeliveryStatus> parse_status(std::string_view name) {
    for (const Step& known : kSteps) {
        if (known.name == name) return known.status;
    }
    return std::nullopt;
}

}  // namespace roost
