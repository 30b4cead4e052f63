#include "shared/model/service_window.h"

#include <algorithm>

namespace roost {

namespace {

// WhatsApp writes these lines itself, all but one: that the customer has come.
bool is_line_of_whatsapp(const Message& message) {
    const auto* system = std::get_if<System>(&message.content);
    return system != nullptr && system->kind != "request_welcome";
}

// An echo from the business's phone has no name of ours; whether it counts as an answer Meta does not say.
bool answers_from_here(const Message& message) {
    return message.direction == Direction::kOutbound && !message.client_ref.empty() &&
           message.times.sent != 0 && message.status != DeliveryStatus::kFailed;
}

bool take_later(UnixMillis& known, UnixMillis at) {
    if (at <= known) return false;
    known = at;
    return true;
}

// The first answer starts the free time, and later ones do not prolong it.
bool take_answer(Conversation& row, UnixMillis at) {
    const bool is_in_time = row.entered_at != 0 && at >= row.entered_at && at < row.entered_at + kEntryAnswer;
    const bool is_running = row.free_from >= row.entered_at && row.free_from <= at;
    if (!is_in_time || is_running) return false;
    row.free_from = at;
    return true;
}

}  // namespace

ServiceWindow service_window(const Conversation& conversation, UnixMillis now) {
    ServiceWindow window;
    const UnixMillis free_until = conversation.free_from + kFreeEntry;
    if (conversation.free_from != 0 && now < free_until) window.free_until = free_until;
    if (conversation.last_inbound_at == 0) return window;
    window.until = conversation.last_inbound_at + kServiceWindow;
    window.left = std::clamp<UnixMillis>(window.until - now, 0, kServiceWindow);
    window.state = window.left > 0 ? WindowState::kOpen : WindowState::kClosed;
    return window;
}

bool closes_soon(UnixMillis left) {
    constexpr UnixMillis kSoon = 2 * kHour;
    return left > 0 && left < kSoon;
}

UnixMillis window_left(const Conversation& conversation, UnixMillis now) {
    return service_window(conversation, now).left;
}

bool opens_window(const Message& message) {
    const auto& source = message.context.source;
    const bool is_in_group = source && !source->group.empty();
    return message.direction == Direction::kInbound && !is_line_of_whatsapp(message) && !is_in_group;
}

bool note_in_window(Conversation& row, const Message& message) {
    if (answers_from_here(message)) return take_answer(row, message.times.sent);
    if (!opens_window(message)) return false;
    const bool is_news = take_later(row.last_inbound_at, message.at);
    return (message.context.is_from_ad && take_later(row.entered_at, message.at)) || is_news;
}

}  // namespace roost
