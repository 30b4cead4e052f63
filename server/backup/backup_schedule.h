// Backups that make themselves: one every so often into a folder, of which the newest are kept.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "server/app/clock.h"
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

// When the next one is due, by the names of what lies in the folder; 0 = none was made.
UnixMillis next_backup(std::span<const std::string> names, UnixMillis between);
// All but the newest `kept`. Files of other names are nobody's business.
std::vector<std::string> old_backups(std::span<const std::string> names, int kept);

// Makes the one that is due, if one is, and removes those that are too many. An old one goes only after a new
// one was made. Returns the name of what was made, or empty.
Result<std::string> keep_backups(const BackupPlan& plan, const std::string& data_folder, UnixMillis now);

// Does so when it is started, and whenever one becomes due.
class BackupWorker {
  public:
    using Tell = std::function<void(const Result<std::string>&)>;

    // The clock outlives it; `tell` hears on its thread what was made, or why not. A failure is tried again
    // after a quarter of an hour.
    BackupWorker(BackupPlan plan, std::string data_folder, const Clock& clock, Tell tell)
        : plan_(std::move(plan)),
          data_folder_(std::move(data_folder)),
          clock_(clock),
          tell_(std::move(tell)) {}
    ~BackupWorker() { stop(); }
    BackupWorker(const BackupWorker&) = delete;
    BackupWorker& operator=(const BackupWorker&) = delete;

    // Nothing without a folder.
    void start();
    // Waits for the one that is being made. Safe to repeat.
    void stop();

  private:
    void work();

    const BackupPlan plan_;
    const std::string data_folder_;
    const Clock& clock_;
    const Tell tell_;
    std::mutex mutex_;  // guards is_stopping_
    std::condition_variable changed_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace roost
