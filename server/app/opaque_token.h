// Tokens that say nothing and cannot be guessed, and the hash under which they are kept.
#pragma once

#include <string>
#include <string_view>

namespace roost {

// 256 bits of chance in base64url. Any thread.
std::string make_opaque_token();

// SHA-256 in hexadecimal: there is too much chance in a token for anything slower to be needed.
std::string hash_of_token(std::string_view token);

}  // namespace roost
