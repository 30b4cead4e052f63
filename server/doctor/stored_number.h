// The number that the doctor looks at, where it does not stand in the settings: the server keeps it in its
// data.
#pragma once

#include <string>

#include "server/config.h"

namespace roost::doctor {

// Fills in what the settings leave out: the verify token that the server made, and the number `wanted` (by
// its phone-number id), else the first one that was connected. Reads only; what cannot be read stays empty.
// How many numbers were connected in the client.
int add_stored_number(Config& config, const std::string& wanted);

}  // namespace roost::doctor
