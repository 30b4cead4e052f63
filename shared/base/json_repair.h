// JSON text that is nearly right: the kinds of damage that real senders do, mended rather than refused.
#pragma once

#include <string>
#include <string_view>

namespace roost {

// Malformed UTF-8 and escaped halves of surrogate pairs ("\ud83d" alone, as left by cutting a text in two)
// become U+FFFD. Everything else stays as it is, wrong or right.
std::string repair_json_text(std::string_view text);

}  // namespace roost
