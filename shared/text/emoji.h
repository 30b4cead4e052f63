// Which texts are nothing but emoji.
#pragma once

#include <cstddef>
#include <string_view>

namespace roost::text {

// How many emoji, as people see them, if the text is nothing else (white space around it does not count); 0
// if there is anything else, or more than `most`. Joined ones, skin tones, flags and keycaps count one.
int count_lone_emoji(std::string_view text, int most);

}  // namespace roost::text
