// Unguessable text for keys, passwords and references.
#pragma once

#include <string>

namespace roost {

// `bytes` random bytes as twice as many hexadecimal digits. Any thread.
std::string random_hexadecimal(int bytes);

}  // namespace roost
