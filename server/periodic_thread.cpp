#include "server/periodic_thread.h"

#include <chrono>

namespace roost {

void PeriodicThread::start() {
    const std::lock_guard lock(mutex_);
    thread_ = std::thread([this] { work(); });
}

void PeriodicThread::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void PeriodicThread::work() {
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        lock.unlock();
        const std::chrono::milliseconds wait(round_());
        lock.lock();
        changed_.wait_for(lock, wait, [this] { return is_stopping_; });
    }
}

}  // namespace roost
