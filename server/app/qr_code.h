// Text as squares that a camera reads. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace roost {

// From top to bottom, "1" for each dark square and "0" for each light one, without the margin of four that
// cameras want. Empty for what is too long, which is more than 2,300 bytes.
std::vector<std::string> qr_rows(std::string_view text);

// The same as a picture of its own, dark on white, with the margin.
std::string qr_svg(const std::vector<std::string>& rows);

}  // namespace roost
