// What is forgotten in time, and what never is.
#include "server/app/retention.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>

#include "tests/support/failing_store.h"
#include "tests/support/media_samples.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

using test::UseCase;

struct Scene : UseCase {
    std::string uploaded(const std::string& bytes) {
        auto file = UseCase::uploaded(bytes);
        date(file);
        return file;
    }
    // The disk has a clock of its own: as if the file had been written at the hour of the test.
    void date(const std::string& file) const {
        const auto path = files.path_of(file);
        const auto real = std::chrono::system_clock::now().time_since_epoch();
        const auto behind = std::chrono::milliseconds(clock.now()) - real;
        std::filesystem::last_write_time(
            path,
            std::filesystem::file_time_type::clock::now() + std::chrono::floor<std::chrono::seconds>(behind)
        );
    }
    Message send_photo(ConversationId to, const std::string& file) {
        SendRequest request;
        request.client_ref = "photo";
        Image image;
        image.media.file.id = file;
        request.content = image;
        const auto sent = send_message(*deps, agent, to, request);
        REQUIRE(sent);
        return *sent;
    }
    // An hour and then some for each: the marks lie as they do when Roost runs all the time.
    void let_pass(UnixMillis time) {
        for (UnixMillis passed = 0; passed < time; passed += kDay) {
            REQUIRE(forget_old(*deps, files));
            clock.advance(kDay);
        }
        REQUIRE(forget_old(*deps, files));
    }
    bool has_file(const std::string& id) const { return files.open(id).has_value(); }
    std::vector<Message> messages() {
        MessageQuery query;
        query.conversation = only_row().id;
        const auto page = store->list_messages(query);
        REQUIRE(page);
        return page->messages;
    }
    std::size_t webhooks(bool only_failed = false) {
        WebhookQuery query;
        query.only_failed = only_failed;
        query.limit = 10'000;
        const auto rows = store->list_webhooks(query);
        REQUIRE(rows);
        return rows->size();
    }
};

}  // namespace

TEST_CASE("retention: events are forgotten after a week, and who asks for older ones is told so") {
    Scene use;
    use.customer_writes();
    const auto first = use.store->event_range();
    REQUIRE(first);
    CHECK(first->pruned_to.value == 0);
    use.let_pass(kEventsKept);
    use.receive(test::text_webhook({.wamid = "wamid.NEW", .at = use.clock.now()}));
    CHECK(use.store->events_after({0}, 100)->size() > 0);
    use.let_pass(2 * kDay);
    const auto range = use.store->event_range();
    REQUIRE(range);
    CHECK(range->pruned_to == first->newest);
    CHECK(range->newest > first->newest);
    const auto old = use.store->events_after({0}, 100);
    REQUIRE_FALSE(old);
    CHECK(old.error().code == ErrorCode::kNotFound);
    REQUIRE(use.store->events_after(first->newest, 100));
    CHECK_FALSE(use.store->events_after(first->newest, 100)->empty());
    CHECK(use.messages().size() == 2);
}

TEST_CASE("retention: a log that is forgotten altogether goes on where it ended, also after a restart") {
    Scene use;
    use.customer_writes();
    const auto before = use.store->event_range()->newest;
    use.let_pass(kEventsKept + 2 * kDay);
    CHECK(use.store->event_range()->newest == before);
    use.reopen();
    use.receive(test::text_webhook({.wamid = "wamid.NEXT", .at = use.clock.now()}));
    const auto events = use.store->events_after(before, 100);
    REQUIRE(events);
    REQUIRE_FALSE(events->empty());
    CHECK(events->front().seq > before);
}

TEST_CASE("retention: of webhooks those stay that were not taken in, and the newest") {
    Scene use;
    CHECK(use.receive("{\"object\": ").is_malformed);
    use.customer_writes();
    for (int i = 0; i < 600; ++i)
        use.receive(test::text_webhook({.wamid = "wamid." + std::to_string(i), .at = use.clock.now()}));
    const auto failed = use.webhooks(true);
    CHECK(use.webhooks() == 601 + failed);
    use.config.webhook_log_days = 3;
    use.let_pass(2 * kDay);
    CHECK(use.webhooks() == 601 + failed);
    use.let_pass(3 * kDay);
    CHECK(use.webhooks(true) == failed);
    CHECK(use.webhooks() == 1 + failed);
    // The next one is not taken for one of the old.
    use.receive(test::text_webhook({.wamid = "wamid.YOUNG", .at = use.clock.now()}));
    REQUIRE(forget_old(*use.deps, use.files));
    CHECK(use.webhooks() == 1 + failed);
    CHECK(use.store->list_webhooks({})->front().body.find("wamid.YOUNG") != std::string::npos);
}

TEST_CASE("retention: a file goes when no message ever named it, and stays when one does") {
    Scene use;
    const auto row = use.customer_writes();
    const auto sent = use.uploaded(test::jpeg_file(640, 480));
    const auto unsent = use.uploaded(test::jpeg_file(320, 240));
    const auto message = use.send_photo(row.id, sent);
    use.let_pass(kUnsentFilesKept);
    CHECK(use.has_file(unsent));
    use.let_pass(kDay);
    CHECK_FALSE(use.has_file(unsent));
    CHECK(use.store->find_media_file(unsent).value() == std::nullopt);
    CHECK(use.has_file(sent));
    CHECK(media_in(use.message(message.id).content)->file.state == MediaState::kStored);
    // The same bytes again are a file again.
    CHECK(use.uploaded(test::jpeg_file(320, 240)) == unsent);
    CHECK(use.has_file(unsent));
}

TEST_CASE("retention: a file that is uploaded again stays a week from then") {
    Scene use;
    const auto file = use.uploaded(test::jpeg_file(640, 480));
    use.let_pass(6 * kDay);
    CHECK(use.uploaded(test::jpeg_file(640, 480)) == file);
    use.let_pass(6 * kDay);
    CHECK(use.has_file(file));
    use.let_pass(2 * kDay);
    CHECK_FALSE(use.has_file(file));
}

TEST_CASE("retention: bytes that came again while the row was looked at keep their file") {
    Scene use;
    const auto file = use.uploaded(test::jpeg_file(640, 480));
    CHECK_FALSE(use.files.remove(file, use.clock.now() - kDay));
    CHECK(use.has_file(file));
    CHECK(use.files.remove(file, use.clock.now() + kDay));
    CHECK_FALSE(use.has_file(file));
    CHECK(use.files.remove(file, use.clock.now() + kDay));
    CHECK(use.files.remove("../../etc/passwd", use.clock.now() + kDay));
}

TEST_CASE("retention: statuses without a message, and Meta's old ids, go after a month") {
    Scene use;
    const auto row = use.customer_writes();
    use.send_photo(row.id, use.uploaded(test::jpeg_file(640, 480)));
    use.work_outbox();
    test::StatusReport report;
    report.wamid = "wamid.ELSEWHERE";
    report.status = "delivered";
    report.at = use.clock.now();
    use.receive(test::status_webhook(report));
    const auto count_orphans = [&use] {
        std::size_t count = 0;
        // Looked at, and put back by failing.
        static_cast<void>(use.store->write([&count](Transaction& transaction) -> Status {
            ASSIGN_OR_RETURN(const auto items, transaction.take_orphans("wamid.ELSEWHERE"));
            count = items.size();
            return fail(ErrorCode::kConflict, "only looking");
        }));
        return count;
    };
    CHECK(count_orphans() == 1);
    const auto file = media_in(use.messages().back().content)->file.id;
    const auto account = use.store->find_conversation(row.id)->account;
    CHECK(use.store->find_media_upload(file, account).value().has_value());
    use.let_pass(kOrphansKept + kDay);
    CHECK(count_orphans() == 0);
    CHECK_FALSE(use.store->find_media_upload(file, account).value().has_value());
}

TEST_CASE("retention: a disk that refuses is told") {
    Scene use;
    use.customer_writes();
    test::FailingStore failing(*use.store);
    failing.fail_writes({ErrorCode::kUnavailable, "The disk is full."});
    const Deps deps{failing, use.clock, use.config, use.gate, use.numbers};
    const auto done = forget_old(deps, use.files);
    REQUIRE_FALSE(done);
    CHECK(done.error().message == "The disk is full.");
}

}  // namespace roost
