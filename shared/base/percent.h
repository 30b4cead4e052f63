// Percent-encoding (RFC 3986): for a part of an address, or a name in a header (RFC 8187).
#pragma once

#include <string>
#include <string_view>

namespace roost {

// Everything but letters, digits and "-._~" as %XX of its bytes.
std::string percent_encoded(std::string_view text);

}  // namespace roost
