#include <algorithm>
#include <array>
#include <utility>

#include "shared/wire/webhook_parts.h"

namespace roost {

namespace {

constexpr std::array<DeliveryStatus, 5> kReported{
    DeliveryStatus::kSent,
    DeliveryStatus::kDelivered,
    DeliveryStatus::kRead,
    DeliveryStatus::kPlayed,
    DeliveryStatus::kFailed};

// What Meta can report of a message; absent for calls, payments and words not known.
std::optional<DeliveryStatus> reported_status(const Json& status) {
    const std::string type = string_or(status, "type", "message");
    const auto known = parse_status(string_or(status, "status", ""));
    if (type != "message" || !known) return std::nullopt;
    if (std::find(kReported.begin(), kReported.end(), *known) == kReported.end()) return std::nullopt;
    return known;
}

// Beside the price stands what it was the price of.
std::optional<Charge> charge_in(const Json& status) {
    auto charge = read_charge(member(status, "pricing"));
    if (!charge) return charge;
    const Json& conversation = member(status, "conversation");
    charge->conversation = text_or_number(conversation, "id");
    charge->origin = string_or(member(conversation, "origin"), "type", "");
    return charge;
}

}  // namespace

std::optional<Failure> failure_in(const Json& holder) {
    const Json& errors = member(holder, "errors");
    if (!errors.is_array() || errors.empty()) return std::nullopt;
    const Json& error = errors.front();
    Failure failure;
    failure.code = static_cast<int>(optional_integer(error, "code").value_or(0));
    failure.sentence = string_or(error, "title", string_or(error, "message", ""));
    failure.details = string_or(member(error, "error_data"), "details", string_or(error, "message", ""));
    return failure;
}

void read_whatsapp_status(const PayloadPlace& origin, const Json& status, ParsedWebhook& out) {
    IncomingStatus item;
    const auto reported = reported_status(status);
    item.wamid = text_or_number(status, "id");
    if (!reported || item.wamid.empty()) {
        out.items.emplace_back(notice(origin, text_or_number(status, "status"), status));
        return;
    }
    item.platform = origin.platform;
    item.account_key = origin.account_key;
    item.status = *reported;
    item.at = time_in(status, "timestamp", origin.received_at);
    item.callback_data = text_or_number(status, "biz_opaque_callback_data");
    item.recipient.wa_id = text_or_number(status, "recipient_id");
    item.recipient.user_id = text_or_number(status, "recipient_user_id");
    item.failure = failure_in(status);
    item.participant.wa_id = text_or_number(status, "recipient_participant_id");
    item.participant.user_id = text_or_number(status, "recipient_participant_user_id");
    item.charge = charge_in(status);
    if (item.status == DeliveryStatus::kFailed && !item.failure) item.failure = Failure{};
    out.items.emplace_back(std::move(item));
}

}  // namespace roost
