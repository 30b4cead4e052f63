// Text for one line of a list.
#pragma once

#include <string>
#include <string_view>

namespace roost {

// Every run of white space, line breaks and control characters becomes one space, none at the ends;
// `fallback` if nothing is left.
std::string one_line(std::string_view text, std::string_view fallback);
// The same of what is shown of a text that may hold WhatsApp's markup.
std::string one_shown_line(std::string_view text, std::string_view fallback);

}  // namespace roost
