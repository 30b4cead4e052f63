// Which emoji the reader uses, the most used first. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace roost::emoji {

struct Recent {
    std::string sign;  // without a tone
    int uses = 0;

    bool operator==(const Recent&) const = default;
};

inline constexpr std::size_t kMostRecents = 32;

// Of two that were used as often, the later one comes first; the least used makes room.
void note_use(std::vector<Recent>& recents, std::string_view sign);

// "👍 12", one a line. Lines that are something else are left out.
std::string write_recents(const std::vector<Recent>& recents);
std::vector<Recent> read_recents(std::string_view text);

}  // namespace roost::emoji
