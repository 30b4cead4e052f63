#include "server/app/media_fetcher.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "server/app/clock.h"

namespace roost {

namespace {

// Commits come in their hundreds a second while webhooks pour in: one look serves many of them.
constexpr std::chrono::milliseconds kShortestPause{20};
// The clock of the machine may be set: nothing is waited for longer in one piece.
constexpr UnixMillis kLongestWait = 5 * kSecond;

}  // namespace

MediaFetcher::MediaFetcher(
    const Deps& deps, CloudApi& cloud, MediaFolder& files, WebFetch web, MediaFetcherOptions options
)
    : deps_(deps), jobs_(deps, cloud, files, std::move(web)), options_(options) {}

MediaFetcher::~MediaFetcher() {
    stop();
}

void MediaFetcher::start() {
    const std::lock_guard lock(mutex_);
    for (int i = 0; i < options_.workers; ++i)
        threads_.emplace_back([this] { work(); });
}

void MediaFetcher::wake() {
    {
        const std::lock_guard lock(mutex_);
        ++commits_;
    }
    work_.notify_all();
}

void MediaFetcher::stop() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    work_.notify_all();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
}

bool MediaFetcher::work_once() {
    const std::optional<MediaJob> job = jobs_.claim().value_or(std::nullopt);
    if (!job) return false;
    const auto verdict = jobs_.fetch(*job);
    // What could not be recorded is due again: the file is there, and only the row is missing.
    return jobs_.record(*job, verdict).has_value();
}

void MediaFetcher::work() {
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        const auto seen = commits_;
        lock.unlock();
        const bool has_worked = work_once();
        lock.lock();
        if (has_worked) continue;
        work_.wait_for(lock, kShortestPause, [this] { return is_stopping_; });
        if (commits_ == seen) wait_for_work(lock);
    }
}

void MediaFetcher::wait_for_work(std::unique_lock<std::mutex>& lock) {
    const auto seen = commits_;
    const auto has_work = [&] { return is_stopping_ || commits_ != seen; };
    const auto next = jobs_.next_look();
    if (next == 0) return work_.wait(lock, has_work);
    const auto wait = std::clamp<UnixMillis>(next - deps_.clock.now(), 0, kLongestWait);
    work_.wait_for(lock, std::chrono::milliseconds(wait), has_work);
}

}  // namespace roost
