#include "server/app/outbox_worker.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "server/app/clock.h"

namespace roost {

namespace {

// Commits come in their hundreds a second while webhooks pour in: one look serves many of them. A look reads
// the whole outbox; however long that is, looking takes a tenth of a processor at most.
constexpr std::chrono::microseconds kShortestPause{2'000};
constexpr std::chrono::microseconds kLongestPause{100'000};
// The clock of the machine may be set: nothing is waited for longer in one piece.
constexpr UnixMillis kLongestWait = kSecond;
constexpr std::chrono::milliseconds kBetweenRecords{200};

}  // namespace

OutboxWorker::OutboxWorker(
    const Deps& deps, CloudApi& cloud, const MediaFolder& files, OutboxWorkerOptions options
)
    : deps_(deps), cloud_(cloud), outbox_(deps, cloud, files), options_(options) {}

OutboxWorker::~OutboxWorker() {
    stop();
}

Status OutboxWorker::start() {
    RETURN_IF_ERROR(outbox_.recover());
    const std::lock_guard lock(mutex_);
    idle_ = options_.senders;
    threads_.emplace_back([this] { choose_loop(); });
    for (int i = 0; i < options_.senders; ++i)
        threads_.emplace_back([this] { send_loop(); });
    return {};
}

void OutboxWorker::wake() {
    {
        const std::lock_guard lock(mutex_);
        if (is_awake_) return;
        is_awake_ = true;
    }
    work_.notify_one();
}

void OutboxWorker::stop() {
    {
        std::unique_lock lock(mutex_);
        is_stopping_ = true;
        work_.notify_all();
        ready_.notify_all();
        quiet_.wait_for(lock, std::chrono::milliseconds(options_.last_answers), [this] {
            return calls_ == 0;
        });
    }
    cloud_.stop();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
    // Chosen but not called: nothing has to be waited for after the next start.
    for (const auto& delivery : std::exchange(queue_, {})) {
        const TryAgain at_once{deps_.clock.now(), false, false, false};
        [[maybe_unused]] const auto kept = outbox_.record(delivery, at_once);
    }
}

void OutboxWorker::wait_for_work(std::unique_lock<std::mutex>& lock) {
    const auto has_work = [this] { return is_stopping_ || (is_awake_ && idle_ > 0); };
    const auto next = outbox_.next_look();
    if (next == 0) {
        work_.wait(lock, has_work);
    } else {
        const auto wait = std::clamp<UnixMillis>(next - deps_.clock.now(), 0, kLongestWait);
        // With every sender busy there is nothing to choose for; one that is done wakes us.
        const bool is_due = !work_.wait_for(lock, std::chrono::milliseconds(wait), has_work);
        if (is_due) work_.wait(lock, [this] { return is_stopping_ || idle_ > 0; });
    }
    is_awake_ = false;
}

void OutboxWorker::choose_loop() {
    std::unique_lock lock(mutex_);
    while (true) {
        wait_for_work(lock);
        if (is_stopping_) return;
        const auto room = static_cast<std::size_t>(idle_);
        lock.unlock();
        const auto began = std::chrono::steady_clock::now();
        auto claimed = outbox_.claim(room);
        const auto took = std::chrono::steady_clock::now() - began;
        lock.lock();
        if (claimed) {
            idle_ -= static_cast<int>(claimed->size());
            for (auto& delivery : *claimed)
                queue_.push_back(std::move(delivery));
            ready_.notify_all();
        }
        const auto pause = std::chrono::duration_cast<std::chrono::microseconds>(took * 9);
        work_.wait_for(lock, std::clamp(pause, kShortestPause, kLongestPause), [this] {
            return is_stopping_;
        });
    }
}

void OutboxWorker::send_loop() {
    std::unique_lock lock(mutex_);
    while (true) {
        ready_.wait(lock, [this] { return is_stopping_ || !queue_.empty(); });
        if (is_stopping_) return;
        const auto delivery = std::move(queue_.front());
        queue_.pop_front();
        ++calls_;
        lock.unlock();
        record_until_stored(delivery, outbox_.call(delivery));
        lock.lock();
        --calls_;
        ++idle_;
        is_awake_ = true;
        work_.notify_one();
        quiet_.notify_all();
    }
}

// Meta has answered: forgetting that because the disk was full for a moment would send the message twice.
void OutboxWorker::record_until_stored(const Delivery& delivery, const Verdict& verdict) {
    while (true) {
        const auto stored = outbox_.record(delivery, verdict);
        if (stored || stored.error().code != ErrorCode::kUnavailable) break;
        std::unique_lock lock(mutex_);
        if (ready_.wait_for(lock, kBetweenRecords, [this] { return is_stopping_; })) break;
    }
    outbox_.let_go(delivery);
}

}  // namespace roost
