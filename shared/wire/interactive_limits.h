// How long the parts of buttons, lists and links may be, in UTF-16 units, and how many there may be of each
// (cloud-api §2.2, §13). The server checks by these numbers, the client counts down to them.
#pragma once

#include <cstddef>

#include "shared/base/result.h"
#include "shared/messages/interactive.h"

namespace roost {

inline constexpr std::size_t kLongestBody = 1024;
inline constexpr std::size_t kLongestListBody = 4096;
inline constexpr std::size_t kLongestHeading = 60;  // header and footer
inline constexpr std::size_t kLongestLabel = 20;    // what is pressed: a button, the button of a list, a link
inline constexpr std::size_t kLongestRow = 24;      // title of a row or a section
inline constexpr std::size_t kLongestNote = 72;     // description of a row
inline constexpr std::size_t kLongestButtonId = 256;
inline constexpr std::size_t kLongestRowId = 200;
inline constexpr std::size_t kMostButtons = 3;
inline constexpr std::size_t kMostSections = 10;
inline constexpr std::size_t kMostRows = 10;  // in all sections together
inline constexpr std::size_t kLongestUrl = 2000;

// kInvalid naming the first part that Meta would refuse, as 'interactive.action.buttons[1].reply.title'. Of
// kinds that only programs send (flows, products) what all kinds have in common is checked.
Status check_interactive(const Interactive& interactive);

}  // namespace roost
