#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Reaction& content, BubbleContext& bubble) {
    const bool is_ours = bubble.message.direction == Direction::kOutbound;
    const std::string_view who = is_ours ? bubble.words.you.view() : bubble.contact;
    bubble.is_system_line = true;
    bubble.text(
        content.emoji.empty() ? fill(bubble.words.reaction_taken_back, {who})
                              : fill(bubble.words.reacted, {who, content.emoji}),
        TextLook::kNote
    );
}

}  // namespace roost
