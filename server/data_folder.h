// What `roost` keeps beside its database: keys and generated passwords, readable by its own user only.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace roost {

// Makes the folder and its parents, closed to other users. kUnavailable with a sentence.
Status make_data_folder(const std::string& folder);

// The text kept under `name`, or a fresh random one of `bytes` bytes in hexadecimal that is kept from now on.
// kUnavailable if it cannot be read or written; a file that others may read is closed first.
Result<std::string> kept_secret(const std::string& folder, std::string_view name, int bytes);

}  // namespace roost
