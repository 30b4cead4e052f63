// Checks of single fields; what is wrong is named. kInvalid, or nothing.
#pragma once

#include <cstddef>
#include <string_view>

#include "shared/base/result.h"

namespace roost {

// As WhatsApp counts: in UTF-16 units.
Status check_length(std::string_view field, std::string_view text, std::size_t limit);
Status check_present(std::string_view field, std::string_view text);  // more than blanks
Status check_filled(std::string_view field, std::string_view text, std::size_t limit);
Status check_count(std::string_view field, std::size_t count, std::size_t least, std::size_t most);
// One that a browser opens: http or https and a host.
Status check_web_address(std::string_view field, std::string_view text);

bool is_web_address(std::string_view text);

}  // namespace roost
