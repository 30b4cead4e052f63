// JSON web tokens signed with HMAC-SHA256, as far as all of ours need it: their parts and their signature.
// Pure.
#pragma once

#include <string>
#include <string_view>

namespace roost {

std::string to_base64url(std::string_view bytes);
std::string from_base64url(std::string_view text);  // empty for what is none

// The signature of "<header>.<claims>", in base64url.
std::string hs256_signature(std::string_view key, std::string_view text);
// In constant time for signatures of the right length. False with an empty key: it would let everybody sign.
bool is_hs256_signature(std::string_view key, std::string_view text, std::string_view signature);

}  // namespace roost
