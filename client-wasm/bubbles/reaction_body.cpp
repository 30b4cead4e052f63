#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Reaction& content, BubbleContext& bubble) {
    const bool is_ours = bubble.message.direction == Direction::kOutbound;
    const std::string who = is_ours ? "You" : std::string(bubble.contact);
    bubble.is_system_line = true;
    bubble.text(
        content.emoji.empty() ? who + " took a reaction back"
                              : who + " reacted " + content.emoji + " to a message",
        TextLook::kNote
    );
}

}  // namespace roost
