// Whether settings that are right each for itself fit together. kInvalid with one sentence that names what is
// missing or stands against another. Pure.
#pragma once

#include "server/config.h"

namespace roost {

Status check_complete(const Config& config);
Status check_tls(const Config& config);

// The name or address that browsers use, without a port: "localhost" if none is set.
std::string public_host(const Config& config);

}  // namespace roost
