#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Button& content, BubbleContext& bubble) {
    bubble.heading = {ui::Icon::kReply, std::string(bubble.words.chosen)};
    bubble.text(content.text.empty() ? bubble.words.button.view() : content.text);
}

}  // namespace roost
