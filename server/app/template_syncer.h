// Keeps what Meta approved at hand, of each business account that is connected: asks for all templates at the
// start, every hour, when a webhook or an agent says so, and again and again, ever more slowly, while Meta
// does not answer.
#pragma once

#include <condition_variable>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include "server/app/deps.h"
#include "server/cloud/cloud_api.h"
#include "server/store/store.h"
#include "shared/base/result.h"

namespace roost {

// Asks page by page. What is stored stays unless the list came whole. kUnavailable if it did not, which is
// kept as the account's `problem`.
Status sync_templates(const Deps& deps, CloudApi& cloud, const std::string& waba);

// An agent wants them fresh, of every business account: due now. kConflict if none is connected.
Status request_template_sync(const Deps& deps);

class TemplateSyncer {
  public:
    // Both outlive it.
    TemplateSyncer(const Deps& deps, CloudApi& cloud) : deps_(deps), cloud_(cloud) {}
    ~TemplateSyncer() { stop(); }
    TemplateSyncer(const TemplateSyncer&) = delete;
    TemplateSyncer& operator=(const TemplateSyncer&) = delete;

    void start();
    // A sync may have become due. Never blocks; any thread.
    void wake();
    // Waits for the call under way; CloudApi::stop() makes that short. Safe to repeat.
    void stop();

  private:
    void work();
    UnixMillis due_at(const std::string& waba) const;
    void sync_what_is_due();
    UnixMillis until_next() const;

    const Deps& deps_;
    CloudApi& cloud_;
    std::set<std::string> asked_ = {};  // since the start; the thread's own
    std::mutex mutex_;                  // guards all below
    std::condition_variable changed_;
    unsigned long wishes_ = 0;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace roost
