// What the store forgets when it is old. Inside a job, on the writer's thread, as Transaction.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

// Each remove_ takes away the oldest that are as old as `before`, at most `limit`, and returns how many:
// fewer than `limit` when nothing more is that old.
class RetentionWrites {
  public:
    virtual ~RetentionWrites() = default;

    // Events and webhooks are as old as the first mark that was set after them.
    virtual Status set_mark(UnixMillis now) = 0;
    virtual Status remove_marks(UnixMillis before) = 0;

    // Whoever asks for what came before them is told that the log does not reach back so far.
    virtual Result<int> remove_events(UnixMillis before, int limit) = 0;
    // Only what was taken in whole: of anything else the log has the only copy.
    virtual Result<int> remove_webhooks(UnixMillis before, int limit) = 0;
    // What waited for a message that never came.
    virtual Result<int> remove_orphans(UnixMillis before, int limit) = 0;
    // Under which id Meta knew a file that it has forgotten by now.
    virtual Result<int> remove_media_uploads(UnixMillis before, int limit) = 0;

    // Files that were uploaded before and that no message ever named.
    virtual Result<std::vector<std::string>> unnamed_files(UnixMillis before, int limit) = 0;
    virtual Status remove_media_file(std::string_view id) = 0;
};

}  // namespace roost
