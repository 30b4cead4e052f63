// A thread that does something when it is started, and again whenever it is time.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

#include "shared/base/time.h"

namespace roost {

class PeriodicThread {
  public:
    // Returns how long to wait until the next. What it uses outlives this.
    using Round = std::function<UnixMillis()>;

    explicit PeriodicThread(Round round) : round_(std::move(round)) {}
    ~PeriodicThread() { stop(); }
    PeriodicThread(const PeriodicThread&) = delete;
    PeriodicThread& operator=(const PeriodicThread&) = delete;

    void start();
    // Waits for the round under way. Safe to repeat, and without a start.
    void stop();

  private:
    void work();

    const Round round_;
    std::mutex mutex_;  // guards is_stopping_
    std::condition_variable changed_;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace roost
