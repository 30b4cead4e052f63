// The SQLite engine: one writer, a pool of readers, one file.
#pragma once

#include <memory>
#include <string>

#include "server/store/store.h"

namespace roost::sqlite {

// The file is created when missing; WAL needs a real file, so there is no in-memory form.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path);

}  // namespace roost::sqlite
