// What Meta says a message costs whom. Meta tells no amount: the price list does, by category and country
// (cloud-api §9.4, §11).
#pragma once

#include <optional>
#include <string>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"

namespace roost {

struct Charge {
    bool is_billable = false;
    std::string category;  // "marketing", "utility", "authentication", "service", …
    std::string type;      // "regular", "free_customer_service", "free_entry_point"; empty before 2025
    std::string model;     // "PMP" by message; "CBP" by conversation, until 2025
    // Meta's id of the conversation that was charged as a whole, and what began it ("service", "utility", …).
    // Until 2025, and today for a free entry point alone.
    std::string conversation = {};
    std::string origin = {};

    auto operator<=>(const Charge&) const = default;
};

// A status' or our own "pricing"; absent without a category.
std::optional<Charge> read_charge(const Json& json);
void write_charge(JsonWriter& out, const Charge& charge);

// Reports come in any order and should all say the same; should they not, the one that costs is believed.
std::optional<Charge> later_charge(const std::optional<Charge>& known, const std::optional<Charge>& news);

}  // namespace roost
