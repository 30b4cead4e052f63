// argon2id. At most two run at once, since each takes 64 MB.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace roost {

// kUnavailable when too many are being hashed or memory is short.
Result<std::string> hash_password(std::string_view password);

// kUnauthorized in equal time for a wrong password and for none to compare with.
Status check_password(const std::optional<std::string>& hash, std::string_view password);

}  // namespace roost
