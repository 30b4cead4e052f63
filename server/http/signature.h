// X-Hub-Signature-256: proof that a webhook comes from Meta. Over the raw bytes, before any parser. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace roost {

// "sha256=<64 lower-case hexadecimal digits>".
std::string webhook_signature(std::string_view secret, std::string_view body);

// In constant time for any one secret. False for a missing or malformed signature and without secrets.
bool is_signed_by(const std::vector<std::string>& secrets, std::string_view body, std::string_view signature);

}  // namespace roost
