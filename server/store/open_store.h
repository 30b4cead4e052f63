// The one place that names engines.
#pragma once

#include <memory>
#include <string>

#include "server/store/store.h"

namespace roost {

// Opens (and creates, and migrates) the store in a folder. kUnavailable when the folder cannot be written;
// kConflict with a sentence when the database was made by a newer Roost.
Result<std::unique_ptr<Store>> open_store(const std::string& data_folder);

}  // namespace roost
