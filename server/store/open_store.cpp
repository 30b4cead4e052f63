#include "server/store/open_store.h"

#include <filesystem>

#include "server/store/sqlite/sqlite_store.h"
#include "server/store/store_file.h"

namespace roost {

Result<std::unique_ptr<Store>> open_store(const std::string& data_folder) {
    std::error_code error;
    std::filesystem::create_directories(data_folder, error);
    if (error) {
        return fail(
            ErrorCode::kUnavailable,
            "The data folder " + data_folder + " cannot be made: " + error.message() + "."
        );
    }
    return sqlite::open_sqlite_store(store_file_of(data_folder));
}

}  // namespace roost
