// Keeps what Meta approved at hand: asks for all templates at the start, every hour, when a webhook or an
// agent says so, and again and again, ever more slowly, while Meta does not answer.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/app/deps.h"
#include "server/cloud/cloud_api.h"
#include "server/store/store.h"
#include "shared/base/result.h"

namespace roost {

// Asks page by page. What is stored stays unless the list came whole. kUnavailable if it did not, which is
// kept as the account's `problem`; kConflict without a business account in the settings.
Status sync_templates(const Deps& deps, CloudApi& cloud);

// An agent wants them fresh: due now.
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
    UnixMillis next_sync() const;

    const Deps& deps_;
    CloudApi& cloud_;
    std::mutex mutex_;  // guards all below
    std::condition_variable changed_;
    unsigned long wishes_ = 0;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace roost
