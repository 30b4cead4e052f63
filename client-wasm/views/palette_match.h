// How well something is meant by what was typed into the palette. Pure.
#pragma once

#include <string_view>

namespace roost {

// Both folded (shared/text/fold.h). Every word of the question has to be found: best at the beginning, then
// where a word begins, then inside, last as letters in this order with others between. 0 = is not meant.
int palette_score(std::string_view question, std::string_view text);

}  // namespace roost
