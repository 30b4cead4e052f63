#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Order& content, BubbleContext& bubble) {
    const std::string items = bubble.locale.count(bubble.words.items, content.item_count);
    bubble.card({ui::Icon::kCart, 0, "", std::string(bubble.words.order), items});
    bubble.text(content.text);
}

}  // namespace roost
