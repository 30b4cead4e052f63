// What is forgotten in time: the event log, webhooks that were taken in, and files that were uploaded and
// never sent. Messages, and the files that they name, are never forgotten here.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

#include "server/app/deps.h"
#include "server/media/media_folder.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

// A client that was away longer starts from a new snapshot.
inline constexpr UnixMillis kEventsKept = 7 * kDay;
// Long enough to finish on Monday what was begun on Friday.
inline constexpr UnixMillis kUnsentFilesKept = 7 * kDay;
// The status of a message that this account sent by other means.
inline constexpr UnixMillis kOrphansKept = 30 * kDay;
// Meta forgets what was uploaded after 30 days (cloud-api §3).
inline constexpr UnixMillis kUploadIdsKept = 30 * kDay;

// In small pieces, so that what arrives meanwhile does not wait. The first error ends it; what was forgotten
// until then stays so. Any thread.
Status forget_old(const Deps& deps, MediaFolder& files);

// Does so when it is started, and every hour.
class RetentionWorker {
  public:
    using Tell = std::function<void(const Error&)>;

    // All outlive it; `tell` hears on its thread why nothing could be forgotten.
    RetentionWorker(const Deps& deps, MediaFolder& files, Tell tell)
        : deps_(deps), files_(files), tell_(std::move(tell)) {}
    ~RetentionWorker() { stop(); }
    RetentionWorker(const RetentionWorker&) = delete;
    RetentionWorker& operator=(const RetentionWorker&) = delete;

    void start();
    // Waits for the piece under way. Safe to repeat.
    void stop();

  private:
    void work();

    const Deps& deps_;
    MediaFolder& files_;
    const Tell tell_;
    std::mutex mutex_;  // guards is_stopping_
    std::condition_variable changed_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace roost
