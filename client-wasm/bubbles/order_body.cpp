#include "client-wasm/bubbles/bodies.h"

namespace roost {

namespace {

constexpr std::size_t kMostShown = 10;

std::string money(const Locale& locale, std::string_view currency, std::int64_t hundredths) {
    return fill("{0} {1}", {currency, locale.amount(hundredths)});
}

// "2 × panel-440 · EUR 189.50"
std::string line_of(const Locale& locale, const OrderItem& item) {
    std::string what = fill("{0} × {1}", {locale.number(item.quantity), item.product});
    if (item.price == 0) return what;
    return fill("{0} · {1}", {what, money(locale, item.currency, item.price)});
}

}  // namespace

void draw_body(const Order& content, BubbleContext& bubble) {
    const std::vector<OrderItem>& items = content.items;
    const OrderTotal total = total_of(items);
    std::string facts = bubble.locale.count(bubble.words.items, content.item_count);
    if (!total.currency.empty())
        facts = fill("{0} · {1}", {facts, money(bubble.locale, total.currency, total.amount)});
    bubble.card({ui::Icon::kCart, 0, "", std::string(bubble.words.order), facts});
    for (std::size_t i = 0; i < items.size() && i < kMostShown; ++i)
        bubble.text(line_of(bubble.locale, items[i]), TextLook::kNote);
    if (items.size() > kMostShown) bubble.text("…", TextLook::kNote);
    bubble.text(content.text);
}

}  // namespace roost
