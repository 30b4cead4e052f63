// Backups that make themselves: one every so often into a folder, of which the newest are kept.
#pragma once

#include <atomic>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

// "roost-2026-11-21T05-31-11Z.backup"
std::string backup_name(UnixMillis at);
// When it was begun; absent for a file of another name.
std::optional<UnixMillis> backup_time(std::string_view name);

struct BackupPlan {
    std::string folder;
    UnixMillis between = kDay;
    int kept = 7;
};

// When the next one is due, by the names of what lies in the folder; 0 = none was made. What a clock that was
// ahead has named after a time to come counts for nothing.
UnixMillis next_backup(std::span<const std::string> names, UnixMillis between, UnixMillis now);
// All but the newest `kept`. Files of other names are nobody's business, nor are those of times to come.
std::vector<std::string> old_backups(std::span<const std::string> names, int kept, UnixMillis now);

// Makes the one that is due, if one is, and removes those that are too many. An old one goes only after a new
// one was made. Returns the name of what was made, or empty.
Result<std::string> keep_backups(
    const BackupPlan& plan,
    const std::string& data_folder,
    UnixMillis now,
    const std::atomic<bool>* is_stopping = nullptr
);

// How long to wait then: until the next is due, or a quarter of an hour when none could be made.
UnixMillis until_next_backup(const BackupPlan& plan, const Result<std::string>& made, UnixMillis now);

}  // namespace roost
