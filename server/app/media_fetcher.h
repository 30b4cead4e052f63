// The threads that fetch files from Meta: few, beside everything else, and never in the way of a webhook or
// of what goes out.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "server/app/media_jobs.h"

namespace roost {

struct MediaFetcherOptions {
    int workers = 3;
};

class MediaFetcher {
  public:
    // All outlive it.
    MediaFetcher(
        const Deps& deps, CloudApi& cloud, MediaFolder& files, WebFetch web, MediaFetcherOptions options = {}
    );
    ~MediaFetcher();  // stops
    MediaFetcher(const MediaFetcher&) = delete;
    MediaFetcher& operator=(const MediaFetcher&) = delete;

    void start();
    // Something may have been received: to be called after every commit. Never blocks; any thread.
    void wake();
    // Waits for what is under way; CloudApi::stop() makes that short. What was not fetched is fetched after
    // the next start. Safe to repeat.
    void stop();

  private:
    void work();
    void wait_for_work(std::unique_lock<std::mutex>& lock);
    bool work_once();

    const Deps& deps_;
    MediaJobs jobs_;
    const MediaFetcherOptions options_;
    std::mutex mutex_;  // guards all below
    std::condition_variable work_;
    unsigned long commits_ = 0;
    bool is_stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace roost
