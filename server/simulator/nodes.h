// What Graph tells of the business's own objects (cloud-api §5). Pure.
#pragma once

#include <string>
#include <string_view>

#include "server/simulator/payload.h"

namespace roost::simulator {

inline constexpr std::string_view kAppId = "670843887433847";

// `fields` is a list with commas; empty = Meta's default ones. The id is always there.
Json phone_number_node(const BusinessNumber& number, const std::string& fields);
Json phone_numbers(const BusinessNumber& number, const std::string& fields);
Json waba_node(const BusinessNumber& number, const std::string& fields);
Json subscribed_apps(bool is_subscribed);

}  // namespace roost::simulator
