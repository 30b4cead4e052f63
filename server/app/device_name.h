// What a browser calls itself, as people would say it. Pure.
#pragma once

#include <string>
#include <string_view>

namespace roost {

// "Firefox on Linux"; the part that is not recognised is left out, "Unknown device" if that is all.
std::string device_name(std::string_view user_agent);

}  // namespace roost
