// The address that opens a chat with a number in WhatsApp, on whatever device it is opened (wa.me, as the
// WhatsApp help centre describes "click to chat"). Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace roost {

inline constexpr std::size_t kLongestChatText = 1'000;  // code points; longer ones make codes no camera reads

// "https://wa.me/254712345678?text=Habari". `digits` as Meta gives them, without "+".
std::string chat_link(std::string_view digits, std::string_view text);

// kInvalid for what is no UTF-8 or too long.
Status check_chat_text(std::string_view text);

}  // namespace roost
