// Files with threads: beside webhooks and what goes out, and through a stop.
#include "server/app/media_fetcher.h"

#include <doctest/doctest.h>

#include <condition_variable>
#include <mutex>

#include "tests/support/media_samples.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

using test::UseCase;

// The fetcher on a store of its own. Waits by commits, not by time.
class Working {
  public:
    explicit Working(UseCase& use) : use_(use), fetcher_(*use.deps, use.cloud, use.files, test::no_web) {
        use.store->on_commit([this](std::span<const StoredEvent>) {
            fetcher_.wake();
            const std::lock_guard lock(mutex_);
            ++commits_;
            committed_.notify_all();
        });
    }

    MediaFetcher& fetcher() { return fetcher_; }
    void wait_until_fetched() {
        std::unique_lock lock(mutex_);
        while (true) {
            const auto seen = commits_;
            lock.unlock();
            const auto jobs = use_.store->list_media_jobs(1);
            REQUIRE(jobs);
            if (jobs->empty()) return;
            lock.lock();
            committed_.wait(lock, [&] { return commits_ != seen; });
        }
    }

  private:
    UseCase& use_;
    MediaFetcher fetcher_;
    std::mutex mutex_;
    std::condition_variable committed_;
    int commits_ = 0;
};

void photos_arrive(UseCase& use, int from, int to) {
    for (int i = from; i < to; ++i) {
        const auto id = "m" + std::to_string(i);
        use.cloud.hold_file(id, test::jpeg_file(static_cast<std::uint32_t>(i + 1), 1));
        use.receive(test::photo_webhook("wamid." + id, id));
    }
}

int count_stored(UseCase& use) {
    MessageQuery query;
    query.conversation = use.only_row().id;
    query.limit = 200;
    const auto page = use.store->list_messages(query);
    REQUIRE(page);
    int count = 0;
    for (const auto& message : page->messages) {
        const auto* media = media_in(message.content);
        if (media == nullptr || media->file.state != MediaState::kStored) continue;
        // Nobody got the picture of somebody else.
        CHECK(message.wamid == "wamid.m" + std::to_string(media->file.width - 1));
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("media fetcher: what waits at the start, and what arrives while it runs, is fetched") {
    UseCase use;
    Working working(use);
    photos_arrive(use, 0, 20);
    working.fetcher().start();
    photos_arrive(use, 20, 40);
    working.wait_until_fetched();
    CHECK(count_stored(use) == 40);
    CHECK(use.cloud.downloads() == 40);
    working.fetcher().stop();
}

TEST_CASE("media fetcher: what was not fetched at the stop is fetched after the next start") {
    UseCase use;
    {
        Working working(use);
        working.fetcher().start();
        photos_arrive(use, 0, 30);
        working.fetcher().stop();
        working.fetcher().stop();
        photos_arrive(use, 30, 33);
    }
    use.reopen();
    Working working(use);
    working.fetcher().start();
    working.wait_until_fetched();
    working.fetcher().stop();
    CHECK(count_stored(use) == 33);
}

}  // namespace roost
