#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Order& content, BubbleContext& bubble) {
    const std::string items =
        std::to_string(content.item_count) + (content.item_count == 1 ? " item" : " items");
    bubble.card({ui::Icon::kCart, 0, "", "Order", items});
    bubble.text(content.text);
}

}  // namespace roost
