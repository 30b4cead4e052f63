// The inbox in one file, and back. What is in it: the database as of one moment, and the media folder. What
// is not: keys and tokens, which do not belong where backups lie, and the search index, which is made anew.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace roost {

struct BackupFacts {
    std::int64_t messages = 0;
    std::int64_t files = 0;
    std::string hash;  // as sum_store()
};

enum class BackupMedia { kWith, kWithout };

// Beside a server that runs. The file appears when it is whole. kConflict when there is one of that name;
// kUnavailable when something cannot be read or written.
Result<BackupFacts> write_backup(const std::string& data_folder, const std::string& to, BackupMedia media);

// Into a folder without a database. All of it or nothing: every file is held against its hash, and the
// database against what was written down when it was copied. kConflict, kInvalid or kUnavailable with a
// sentence.
Result<BackupFacts> restore_backup(const std::string& from, const std::string& data_folder);

struct Verification {
    std::vector<std::string> wrong;  // a sentence each
    std::int64_t messages = 0;
    std::int64_t files = 0;
};
// Reads everything: the database's pages and rules, and each file that a message names against its hash.
// kUnavailable when there is nothing to read.
Result<Verification> verify_data(const std::string& data_folder);

}  // namespace roost
