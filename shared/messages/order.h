// A shopping cart sent by the customer.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/preview.h"

namespace roost {

struct Order {
    static constexpr std::string_view kType = "order";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Order read(const Json& body);

    std::string catalog_id;
    std::string text;
    int item_count = 0;
    std::string raw;

    bool operator==(const Order&) const = default;
};

Json write_order(const Order& content);
void write_body(JsonWriter& out, const Order& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Order& content);

}  // namespace roost
