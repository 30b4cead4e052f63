// UTF-8 as it comes from outside: possibly wrong, possibly hostile.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace roost {

bool is_utf8(std::string_view text);
// Every malformed sequence becomes U+FFFD; valid text comes back unchanged.
std::string to_valid_utf8(std::string_view text);
// Code points; malformed bytes count one each.
std::size_t count_code_points(std::string_view text);
// What WhatsApp's limits count: UTF-16 units.
std::size_t count_utf16_units(std::string_view text);
// At most `limit` code points, never cutting inside one.
std::string truncate_code_points(std::string_view text, std::size_t limit);
// White space at both ends removed (ASCII and U+00A0, U+2000–200A, U+3000).
std::string_view trim(std::string_view text);
// What stands between commas, trimmed; nothing is left out but what is empty.
std::vector<std::string> split_at_commas(std::string_view list);

}  // namespace roost
