#include "shared/messages/order.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "shared/messages/one_line.h"

namespace roost {

namespace {

// With the most of one that is believed, no sum of the two leaves 64 bits.
constexpr double kHighestPrice = 1e11;
constexpr std::int64_t kHighestTotal = 1'000'000'000'000'000;

// Meta writes numbers and texts.
std::int64_t hundredths(const Json& price) {
    double value = 0;
    if (price.is_number()) value = price.get<double>();
    if (price.is_string()) value = std::strtod(price.get_ref<const std::string&>().c_str(), nullptr);
    const double scaled = value * 100;
    return scaled > 0 && scaled < kHighestPrice ? std::llround(scaled) : 0;
}

OrderItem item_in(const Json& json) {
    constexpr std::int64_t kMostOfOne = 1'000'000;
    const std::int64_t quantity = optional_integer(json, "quantity").value_or(1);
    return {
        text_or_number(json, "product_retailer_id"),
        std::clamp<std::int64_t>(quantity, 0, kMostOfOne),
        hundredths(member(json, "item_price")),
        string_or(json, "currency", "")};
}

}  // namespace

OrderTotal total_of(const std::vector<OrderItem>& items) {
    OrderTotal total;
    for (const OrderItem& item : items) {
        const bool is_same = total.currency.empty() || total.currency == item.currency;
        if (item.price == 0 || item.currency.empty() || !is_same) return {};
        total.currency = item.currency;
        total.amount += item.quantity * item.price;
        if (total.amount > kHighestTotal) return {};
    }
    return total;
}

Order Order::read(const Json& body) {
    Order order;
    order.catalog_id = text_or_number(body, "catalog_id");
    order.text = string_or(body, "text", "");
    const Json& items = member(body, "product_items");
    const auto written = optional_integer(body, "item_count").value_or(0);
    order.item_count = static_cast<int>(items.is_array() ? static_cast<std::int64_t>(items.size()) : written);
    if (!items.is_array()) return order;
    order.raw = dump_json(body);
    for (const Json& item : items)
        order.items.push_back(item_in(item));
    return order;
}

Json write_order(const Order& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const Order& content) {
    if (!content.raw.empty() && Json::accept(content.raw)) {
        out.raw(content.raw);
        return;
    }
    out.begin_object().text_member("catalog_id", content.catalog_id).text_member("text", content.text);
    out.key("item_count").integer(content.item_count).end_object();
}

Preview preview(const Order& content) {
    Preview said = words_or(one_shown_line(content.text, ""), PreviewKind::kOrder);
    if (said.kind == PreviewKind::kOrder) said.count = content.item_count;
    return said;
}

}  // namespace roost
