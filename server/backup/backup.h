// The inbox in one file, and back. What is in it: the database as of one moment, and the media folder. What
// is not: keys and tokens, which do not belong where backups lie, and the search index, which is made anew.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace roost {

struct BackupFacts {
    std::int64_t messages = 0;
    std::int64_t files = 0;
    std::string hash;  // as sum_store()
    // Files that messages name and that were not there, or whose bytes were not those of their name: what is
    // lost already keeps nobody from saving the rest.
    std::vector<std::string> missing = {};
};

enum class BackupMedia { kWith, kWithout };

// Beside a server that runs. The file appears when it is whole. kConflict when there is one of that name;
// kUnavailable when something cannot be read or written.
// Once `is_stopping`, which may be null, it ends with kUnavailable and leaves nothing behind.
Result<BackupFacts> write_backup(
    const std::string& data_folder,
    const std::string& to,
    BackupMedia media,
    const std::atomic<bool>* is_stopping = nullptr
);

// Into a folder without a database. All of it or nothing: every file is held against its hash, and the
// database against what was written down when it was copied; missing may be what was missing then. kConflict,
// kInvalid or kUnavailable with a sentence.
Result<BackupFacts> restore_backup(const std::string& from, const std::string& data_folder);

struct Verification {
    std::vector<std::string> wrong;  // a sentence each
    std::int64_t messages = 0;
    std::int64_t files = 0;
    std::int64_t unnamed = 0;  // files that no message names: of no harm, but somebody may wonder
};
// Reads everything: the database's pages and rules, and each file that a message names against its hash.
// kUnavailable when there is nothing to read.
Result<Verification> verify_data(const std::string& data_folder);

}  // namespace roost
