// What lets somebody in who has lost the authenticator: ten codes, each good once. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/ids.h"

namespace roost {

inline constexpr int kRecoveryCodes = 10;

// "7k3m-q9xc-v2ha": 60 bits of chance each, in letters and digits that nobody takes for each other.
std::vector<std::string> make_recovery_codes();

// How one is kept: SHA-256 in hexadecimal, of another value for each agent. However it is written: small or
// capital, with or without hyphens and blanks, with O for 0 or I and L for 1.
std::string hash_of_recovery_code(AgentId agent, std::string_view code);
std::vector<std::string> hashes_of_recovery_codes(AgentId agent, const std::vector<std::string>& codes);

// Six digits as an authenticator shows them, also with blanks and in the digits of Arabic, Persian or Hindi;
// empty for whatever else it is.
std::string plain_digits(std::string_view code);

}  // namespace roost
