// A formatted text in numbers, for the page: its offsets count UTF-16 units, and a tab takes four, since the
// page shows it as so many spaces.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/text/markup.h"
#include "shared/text/search_terms.h"

namespace roost::text {

struct FlatFormat {
    // How many blocks; kind, begin, end, marker_end of each; then mark, begin, end, index in `hrefs` of each
    // span
    // (-1: no link).
    std::vector<std::int32_t> numbers;
    std::string hrefs;  // one a line
};

FlatFormat flatten(const Formatted& formatted);

// Begin and end of each range as the page counts them.
std::vector<std::int32_t> flatten(std::string_view text, std::span<const TextRange> ranges);

}  // namespace roost::text
