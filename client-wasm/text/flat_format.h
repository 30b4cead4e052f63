// A formatted text in numbers, for the page: its offsets count UTF-16 units, and a tab takes four, since the
// page shows it as so many spaces.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/text/markup.h"

namespace roost::text {

struct FlatFormat {
    // How many blocks; kind, begin, end, marker_end of each; then mark, begin, end, index in `hrefs` of each
    // span
    // (-1: no link).
    std::vector<std::int32_t> numbers;
    std::string hrefs;  // one a line
};

FlatFormat flatten(const Formatted& formatted);

}  // namespace roost::text
