// What every Store keeps of files.
#include <doctest/doctest.h>

#include "server/store/open_store.h"
#include "server/store/store.h"
#include "tests/support/builders.h"
#include "tests/support/temp_dir.h"

namespace roost {
namespace {

using test::kNoon;

std::unique_ptr<Store> opened(const test::TempDir& dir) {
    auto store = open_store(dir.path());
    REQUIRE(store);
    return std::move(*store);
}

}  // namespace

TEST_CASE("store: a file is known by its id with what it is") {
    const test::TempDir dir;
    const auto store = opened(dir);
    MediaFileRow row{std::string(64, 'a'), {"image/webp", 512, 511, true, 0}, 1234, kNoon};
    for (const int width : {512, 100}) {
        row.type.width = width;
        row.type.blur = "blur of " + std::to_string(width);
        REQUIRE(store->write([&](Transaction& transaction) { return transaction.put_media_file(row); }));
        const auto found = store->find_media_file(row.id);
        REQUIRE(found);
        CHECK(*found == row);
    }
    const auto none = store->find_media_file("b");
    REQUIRE(none);
    CHECK_FALSE(*none);
}

TEST_CASE("store: jobs come by urgency, one for a message") {
    const test::TempDir dir;
    const auto store = opened(dir);
    REQUIRE(store->write([](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(transaction.put_media_job({{1}, {1}, 0, kNoon + 2, kNoon + kDay}));
        RETURN_IF_ERROR(transaction.put_media_job({{2}, {1}, 0, kNoon + 1, kNoon + kDay}));
        RETURN_IF_ERROR(transaction.put_media_job({{3}, {1}, 0, kNoon + 3, kNoon + kDay}));
        RETURN_IF_ERROR(transaction.put_media_job({{3}, {1}, 4, kNoon, kNoon + kDay}));
        return transaction.remove_media_job({1});
    }));
    const auto jobs = store->list_media_jobs(10);
    REQUIRE(jobs);
    REQUIRE(jobs->size() == 2);
    CHECK((*jobs)[0] == MediaJob{{3}, {1}, 4, kNoon, kNoon + kDay});
    CHECK((*jobs)[1].message == MessageId{2});
    const auto one = store->list_media_jobs(1);
    REQUIRE(one);
    CHECK(one->size() == 1);
}

TEST_CASE("store: a job that was part of something that failed is not there") {
    const test::TempDir dir;
    const auto store = opened(dir);
    CHECK_FALSE(store->write([](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(transaction.put_media_job({{1}, {1}, 0, kNoon, kNoon}));
        return fail(ErrorCode::kInvalid, "no");
    }));
    const auto jobs = store->list_media_jobs(10);
    REQUIRE(jobs);
    CHECK(jobs->empty());
}

TEST_CASE("store: an upload belongs to a file and an account") {
    const test::TempDir dir;
    const auto store = opened(dir);
    const MediaUpload upload{"file", {1}, "4490709327384033", kNoon};
    REQUIRE(store->write([&](Transaction& transaction) { return transaction.put_media_upload(upload); }));
    const auto found = store->find_media_upload("file", {1});
    REQUIRE(found);
    CHECK(*found == upload);
    const auto other = store->find_media_upload("file", {2});
    REQUIRE(other);
    CHECK_FALSE(*other);
}

}  // namespace roost
