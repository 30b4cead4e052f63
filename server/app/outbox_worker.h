// The threads that empty the outbox: one that chooses, some that call Meta.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "server/app/outbox.h"

namespace roost {

struct OutboxWorkerOptions {
    int senders = 12;
    // How long stop() waits for answers of Meta: what is answered need not be waited for after the start.
    UnixMillis last_answers = 3 * kSecond;
};

class OutboxWorker {
  public:
    // All outlive it.
    OutboxWorker(
        const Deps& deps, CloudApi& cloud, const MediaFolder& files, OutboxWorkerOptions options = {}
    );
    ~OutboxWorker();  // stops
    OutboxWorker(const OutboxWorker&) = delete;
    OutboxWorker& operator=(const OutboxWorker&) = delete;

    // kUnavailable when the store refuses.
    Status start();
    // Something may have been accepted: to be called after every commit. Never blocks; any thread.
    void wake();
    // Attempts under way get a moment for their answer, then they are ended and recorded as what they are:
    // perhaps sent. Safe to repeat.
    void stop();

  private:
    void choose_loop();
    void send_loop();
    void wait_for_work(std::unique_lock<std::mutex>& lock);
    void record_until_stored(const Delivery& delivery, const Verdict& verdict);

    const Deps& deps_;
    CloudApi& cloud_;
    Outbox outbox_;
    const OutboxWorkerOptions options_;
    std::mutex mutex_;  // guards all below
    std::condition_variable work_;
    std::condition_variable ready_;
    std::condition_variable quiet_;
    std::deque<Delivery> queue_;
    int idle_ = 0;   // senders for whom nothing has been claimed
    int calls_ = 0;  // under way
    bool is_awake_ = true;
    bool is_stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace roost
