// A shopping cart sent by the customer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/preview.h"

namespace roost {

struct OrderItem {
    std::string product;  // the id the business gave it in its catalogue
    std::int64_t quantity = 0;
    std::int64_t price = 0;     // of one, in hundredths
    std::string currency = {};  // "KES"

    bool operator==(const OrderItem&) const = default;
};

struct Order {
    static constexpr std::string_view kType = "order";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Order read(const Json& body);

    std::string catalog_id;
    std::string text;
    int item_count = 0;
    std::string raw;
    std::vector<OrderItem> items = {};  // as far as the message says them

    bool operator==(const Order&) const = default;
};

// What all of it costs; without a currency where prices are missing or of several currencies.
struct OrderTotal {
    std::int64_t amount = 0;  // hundredths
    std::string currency;
};
OrderTotal total_of(const std::vector<OrderItem>& items);

Json write_order(const Order& content);
void write_body(JsonWriter& out, const Order& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Order& content);

}  // namespace roost
