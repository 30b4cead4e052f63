// A stable fingerprint for naming things by their content. Not for secrets, and not against an attacker.
#pragma once

#include <string>
#include <string_view>

namespace roost {

// 128 bits as 32 hexadecimal digits; the same on every machine and in every release.
std::string fingerprint(std::string_view bytes);

}  // namespace roost
