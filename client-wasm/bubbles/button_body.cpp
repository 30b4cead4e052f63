#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Button& content, BubbleContext& bubble) {
    bubble.heading = {ui::Icon::kReply, "Chosen"};
    bubble.text(content.text.empty() ? preview(content) : content.text);
}

}  // namespace roost
