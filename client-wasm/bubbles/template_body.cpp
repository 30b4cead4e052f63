#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Template& content, BubbleContext& bubble) {
    bubble.heading = {ui::Icon::kTemplate, "Template · " + content.name};
    bubble.text(content.body.empty() ? preview(content) : content.body);
}

}  // namespace roost
