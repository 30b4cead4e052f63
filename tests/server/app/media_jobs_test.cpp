// Files of customers: from the webhook to the folder, and every way in which that can go wrong.
#include "server/app/media_jobs.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "server/app/people.h"
#include "server/app/sessions.h"
#include "tests/support/event_law.h"
#include "tests/support/media_samples.h"
#include "tests/support/use_case.h"
#include "tests/support/whatsapp_payloads.h"

namespace roost {
namespace {

using test::kNoon;
using test::UseCase;

const std::string kPhoto = test::jpeg_file(640, 480);

// A customer has sent the photo that Meta holds as "m1".
struct Scene : UseCase {
    explicit Scene(const std::string& sha256 = "") {
        cloud.hold_file("m1", kPhoto);
        receive(test::photo_webhook("wamid.P", "m1", sha256));
    }
    Message photo() {
        const auto page = store->list_messages({only_row().id, {}, {}, {}, 50});
        REQUIRE(page);
        REQUIRE(page->messages.size() == 1);
        return page->messages.front();
    }
    MediaCopy file() { return media_in(photo().content)->file; }
    std::vector<MediaJob> jobs() {
        const auto found = store->list_media_jobs(100);
        REQUIRE(found);
        return *found;
    }
    // Tries, and lets the time pass until the next try, until nothing is left to do.
    int work_to_the_end() {
        int tries = 0;
        while (!jobs().empty()) {
            clock.set(std::max(clock.now(), jobs().front().due_at));
            tries += work_media();
        }
        return tries;
    }
};

}  // namespace

TEST_CASE("media jobs: a photo is expected with its message and then there") {
    Scene use;
    CHECK(use.file().state == MediaState::kPending);
    CHECK(use.jobs().size() == 1);
    CHECK(use.work_media() == 1);
    const auto file = use.file();
    CHECK(file.state == MediaState::kStored);
    CHECK(file.mime_type == "image/jpeg");
    CHECK(file.size == static_cast<std::int64_t>(kPhoto.size()));
    CHECK(file.width == 640);
    CHECK(file.height == 480);
    const auto stored = use.files.open(file.id);
    REQUIRE(stored);
    CHECK((*stored)->size() == file.size);
    CHECK(use.jobs().empty());
    const auto row = use.store->find_media_file(file.id);
    REQUIRE(row);
    REQUIRE(*row);
    CHECK((*row)->type.mime_type == "image/jpeg");
}

TEST_CASE("media jobs: a client that listens knows what one that loads anew knows") {
    UseCase use;
    use.cloud.hold_file("m1", kPhoto);
    use.customer_writes();
    const auto id =
        add_agent(*use.deps, "ana@example.org", "Ana", AgentRole::kAgent, "correct horse battery");
    REQUIRE(id);
    use.agent.agent = *id;
    CHECK(test::check_law(use, [&] { use.receive(test::photo_webhook("wamid.P", "m1")); }) == 1);
    CHECK(test::check_law(use, [&] { use.work_media(); }) == 1);
    CHECK(test::check_law(use, [&] { use.receive(test::photo_webhook("wamid.P", "m1")); }) == 0);
    CHECK(test::check_law(use, [&] { use.receive(test::photo_webhook("wamid.Q", "m2")); }) == 1);
    CHECK(test::check_law(use, [&] {
              for (int i = 0; i < 4; ++i) {
                  use.work_media();
                  use.clock.advance(kHour);
              }
          }) == 1);
}

TEST_CASE("media jobs: the same bytes are fetched once") {
    Scene use;
    use.work_media();
    const auto id = use.file().id;
    use.receive(test::photo_webhook("wamid.AGAIN", "m2", id));
    CHECK(use.work_media() == 1);
    CHECK(use.cloud.downloads() == 1);
    CHECK(use.cloud.look_ups() == 1);
}

TEST_CASE("media jobs: an address that is over is asked for again at once") {
    Scene use;
    use.cloud.fail_next_download(CloudRefusal{404, 0, "HTTP 404", 0});
    CHECK(use.work_media() == 1);
    CHECK(use.file().state == MediaState::kStored);
    CHECK(use.cloud.look_ups() == 2);
}

TEST_CASE("media jobs: trouble on the way is tried again, and the message shows it as pending") {
    Scene use;
    use.cloud.fail_next_look_up(CloudUnreachable{"no route"});
    use.cloud.fail_next_look_up(CloudRefusal{500, 131000, "", 0});
    use.cloud.fail_next_look_up(CloudRefusal{401, 190, "", 0});
    use.cloud.fail_next_download(CloudUnreachable{"cut short"}, kPhoto.substr(0, 10));
    for (int i = 0; i < 4; ++i) {
        CHECK(use.work_media() == 1);
        CHECK(use.file().state == MediaState::kPending);
        CHECK(use.work_media() == 0);  // not yet
        use.clock.advance(kMinute);
    }
    CHECK(use.work_media() == 1);
    CHECK(use.file().state == MediaState::kStored);
}

TEST_CASE("media jobs: a token that is refused for a day costs no file") {
    Scene use;
    for (int i = 0; i < 100; ++i)
        use.cloud.fail_next_look_up(CloudRefusal{401, 190, "", 0});
    CHECK(use.work_to_the_end() == 101);
    CHECK(use.clock.now() > kNoon + 20 * kHour);
    CHECK(use.file().state == MediaState::kStored);
}

TEST_CASE("media jobs: other bytes than Meta announced are not taken") {
    const auto other = std::string(64, 'a');
    SUBCASE("by the webhook") {
        Scene use(other);
        CHECK(use.work_to_the_end() > 20);
        CHECK(use.clock.now() > kNoon + 6 * kDay);
        CHECK(use.file().fault == MediaFault::kDamaged);
    }
    SUBCASE("by the look-up") {
        Scene use;
        use.cloud.hold_file("m1", kPhoto, other);
        CHECK(use.work_to_the_end() > 20);
        CHECK(use.file().fault == MediaFault::kDamaged);
    }
    SUBCASE("once only") {
        Scene use;
        use.cloud.fail_next_download(MediaReceived{}, kPhoto + "more");
        CHECK(use.work_to_the_end() == 2);
        CHECK(use.file().state == MediaState::kStored);
    }
}

TEST_CASE("media jobs: a file that is cut short, empty or unknown says so soon, and comes when it can") {
    Scene use;
    MediaFault expected = MediaFault::kDamaged;
    SUBCASE("cut short each time") {
        for (int i = 0; i < 5; ++i)
            use.cloud.fail_next_download(MediaReceived{}, kPhoto.substr(0, 10));
    }
    SUBCASE("empty") {
        for (int i = 0; i < 5; ++i)
            use.cloud.fail_next_download(MediaReceived{}, "");
    }
    SUBCASE("unknown to Meta") {
        for (int i = 0; i < 5; ++i)
            use.cloud.fail_next_look_up(CloudRefusal{400, 100, "", 0});
        expected = MediaFault::kGone;
    }
    for (int i = 0; i < 4; ++i) {
        CHECK(use.file().state == MediaState::kPending);
        CHECK(use.work_media() == 1);
        use.clock.advance(10 * kSecond);
    }
    CHECK(use.file().state == MediaState::kFailed);
    CHECK(use.file().fault == expected);
    CHECK(std::get<Image>(use.photo().content).media.caption == "The roof");
    const auto told = use.store->events_after({}, 100)->size();
    use.reopen();
    use.clock.advance(15 * kMinute);
    CHECK(use.work_media() == 1);
    CHECK(use.file().fault == expected);
    CHECK(use.store->events_after({}, 100)->size() == told);
    use.clock.advance(30 * kMinute);
    CHECK(use.work_media() == 1);
    CHECK(use.file().state == MediaState::kStored);
    CHECK(use.jobs().empty());
}

TEST_CASE("media jobs: a file that Meta says is too large is not tried again") {
    Scene use;
    use.cloud.fail_next_look_up(MediaAddress{"m1", "", std::int64_t{101} * 1024 * 1024});
    CHECK(use.work_to_the_end() == 1);
    CHECK(use.file().state == MediaState::kFailed);
    CHECK(use.file().fault == MediaFault::kTooLarge);
}

TEST_CASE("media jobs: a file found too late has expired") {
    Scene use;
    use.cloud.fail_next_look_up(CloudRefusal{400, 100, "", 0});
    use.clock.advance(8 * kDay);
    CHECK(use.work_media() == 1);
    CHECK(use.file().fault == MediaFault::kExpired);
}

TEST_CASE("media jobs: an agent asks again") {
    Scene use;
    for (int i = 0; i < 4; ++i) {
        use.cloud.fail_next_look_up(CloudRefusal{400, 100, "", 0});
        use.work_media();
        use.clock.advance(10 * kSecond);
    }
    REQUIRE(use.file().state == MediaState::kFailed);
    CHECK(use.work_media() == 0);
    const auto pending = retry_media(*use.deps, use.photo().id);
    REQUIRE(pending);
    CHECK(media_in(pending->content)->file.state == MediaState::kPending);
    CHECK(use.work_media() == 1);
    CHECK(use.file().state == MediaState::kStored);
    const auto done = retry_media(*use.deps, use.photo().id);
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::kConflict);
    const auto none = retry_media(*use.deps, {999});
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::kNotFound);
}

TEST_CASE("media jobs: asking while it waits makes it due at once") {
    Scene use;
    use.cloud.fail_next_look_up(CloudUnreachable{"no route"});
    use.work_media();
    CHECK(use.work_media() == 0);
    REQUIRE(retry_media(*use.deps, use.photo().id));
    CHECK(use.work_media() == 1);
    CHECK(use.file().state == MediaState::kStored);
}

TEST_CASE("media jobs: a crash at any moment costs a repetition and nothing else") {
    Scene use;
    const auto job = use.media->claim();
    REQUIRE(job);
    REQUIRE(*job);
    SUBCASE("before the file is there") {}
    SUBCASE("after it, before that is stored") {
        CHECK(std::holds_alternative<Fetched>(use.media->fetch(**job)));
    }
    use.reopen();
    CHECK(use.file().state == MediaState::kPending);
    CHECK(use.work_media() == 1);
    CHECK(use.file().state == MediaState::kStored);
}

TEST_CASE("media jobs: a full disk is waited for") {
    Scene use;
    bool is_full = true;
    MediaFolder folder(
        use.dir.file("tight"),
        MediaFolder::Leftovers::kGo,
        [&is_full](int fd, const void* bytes, std::size_t size) -> ssize_t {
            if (!is_full) return ::write(fd, bytes, size);
            errno = ENOSPC;
            return -1;
        }
    );
    MediaJobs jobs(*use.deps, use.cloud, folder, test::no_web);
    const auto work = [&] {
        const auto job = jobs.claim();
        REQUIRE(job);
        REQUIRE(*job);
        REQUIRE(jobs.record(**job, jobs.fetch(**job)));
    };
    for (int i = 0; i < 10; ++i) {
        work();
        CHECK(use.file().state == MediaState::kPending);
        use.clock.advance(kHour);
    }
    is_full = false;
    work();
    CHECK(use.file().state == MediaState::kStored);
}

TEST_CASE("media jobs: a message that is revoked while its file is fetched stays revoked") {
    Scene use;
    const auto job = use.media->claim();
    REQUIRE(job);
    REQUIRE(*job);
    const auto verdict = use.media->fetch(**job);
    use.receive(test::revoke_webhook("wamid.R", "wamid.P", kNoon + kSecond));
    REQUIRE(use.media->record(**job, verdict));
    CHECK(content_type(use.photo().content) == "revoked");
    CHECK(use.jobs().empty());
}

TEST_CASE("media jobs: a file of Messenger is fetched from its address, which may fail for a while") {
    UseCase use;
    const std::string url = "https://cdn.example/1.jpg";
    use.receive(
        R"({"object":"page","entry":[{"id":"900","time":1795262400123,"messaging":[{
        "sender":{"id":"77"},"recipient":{"id":"900"},"timestamp":1795262400123,
        "message":{"mid":"m.1","attachments":[{"type":"image","payload":{"url":")" +
        url + R"("}}]}}]}]})"
    );
    const auto file = [&] {
        const auto page = use.store->list_messages({use.only_row().id, {}, {}, {}, 50});
        REQUIRE(page);
        return media_in(page->messages.at(0).content)->file;
    };
    CHECK(file().state == MediaState::kPending);
    CHECK(use.work_media() == 1);
    CHECK(file().state == MediaState::kPending);
    use.web_files[url] = kPhoto;
    use.clock.advance(kHour);
    CHECK(use.work_media() == 1);
    CHECK(file().state == MediaState::kStored);
    CHECK(file().mime_type == "image/jpeg");
    CHECK(file().width == 640);
    const auto jobs = use.store->list_media_jobs(100);
    REQUIRE(jobs);
    CHECK(jobs->empty());
}

TEST_CASE("media jobs: texts, and files without a name, make none") {
    UseCase use;
    use.customer_writes();
    use.receive(test::echo_webhook("wamid.E", kNoon));
    const auto jobs = use.store->list_media_jobs(100);
    REQUIRE(jobs);
    CHECK(jobs->empty());
}

}  // namespace roost
