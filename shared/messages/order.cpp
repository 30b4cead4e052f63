#include "shared/messages/order.h"

#include "shared/messages/one_line.h"

namespace roost {

Order Order::read(const Json& body) {
    Order order;
    order.catalog_id = text_or_number(body, "catalog_id");
    order.text = string_or(body, "text", "");
    const Json& items = member(body, "product_items");
    const auto written = optional_integer(body, "item_count").value_or(0);
    order.item_count = static_cast<int>(items.is_array() ? static_cast<std::int64_t>(items.size()) : written);
    if (items.is_array()) order.raw = dump_json(body);
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
