// The parts of links.h. Each tells where what starts at `begin` ends; absent if nothing of the kind does.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shared/text/markup.h"

namespace roost::text {

struct Host {
    std::size_t end = 0;
    std::size_t labels = 0;
    std::string_view first;
    std::string_view last;
};

// At least two labels, as long as they go on.
std::optional<Host> read_host(std::string_view text, std::size_t begin);
// Whether the host ends in a top-level domain that is known, written in one case.
bool has_known_ending(const Host& host);
bool is_country_or_generic(std::string_view ending);
// "notes.md" is a file, not a host in Moldova.
bool is_file_ending(std::string_view ending);

std::optional<Link> find_phone_number(std::string_view text, std::size_t begin);

}  // namespace roost::text
