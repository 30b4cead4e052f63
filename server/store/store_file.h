// The database as a file: copied while it is in use, checked, and summed up. Any thread; other processes may
// be writing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace roost {

// Where open_store() keeps it.
std::string store_file_of(const std::string& data_folder);

// As of one moment, into a file that does not exist yet and needs no other beside it. kUnavailable when there
// is no database, or the disk refuses; then nothing is left there.
Status copy_store(const std::string& from, const std::string& to);

struct StoreSum {
    std::int64_t messages = 0;
    std::string hash;  // SHA-256 over every row of every table, in hexadecimal: equal content, equal hash
};
Result<StoreSum> sum_store(const std::string& file);

Result<std::int64_t> count_messages(const std::string& file);

// One sentence for each thing that is wrong; none = all is well. kUnavailable when it cannot be read at all.
Result<std::vector<std::string>> check_store(const std::string& file);
// The files that messages name, by their ids.
Result<std::vector<std::string>> named_media_files(const std::string& file);

}  // namespace roost
