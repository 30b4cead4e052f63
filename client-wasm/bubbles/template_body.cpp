#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Template& content, BubbleContext& bubble) {
    bubble.heading = {ui::Icon::kTemplate, fill(bubble.words.template_named, {content.name})};
    bubble.text(content.shown.body);
}

}  // namespace roost
