#include "server/data_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/support/temp_dir.h"

namespace roost {
namespace {

TEST_CASE("data folder: a secret is made once, kept, and closed to others") {
    const test::TempDir dir;
    const auto folder = dir.file("a/b");
    REQUIRE(make_data_folder(folder));
    const auto first = kept_secret(folder, "key", 16);
    REQUIRE(first);
    CHECK(first->size() == 32);
    CHECK(kept_secret(folder, "key", 16) == first);
    CHECK(kept_secret(folder, "other", 16) != first);
    struct stat about {};
    REQUIRE(::stat((folder + "/key").c_str(), &about) == 0);
    CHECK((about.st_mode & 0777U) == 0600U);
}

TEST_CASE("data folder: what cannot be used is said with its name") {
    const test::TempDir dir;
    dir.write("file", "");
    const auto made = make_data_folder(dir.file("file/below"));
    REQUIRE_FALSE(made);
    CHECK(made.error().message.find("file/below") != std::string::npos);
    const auto secret = kept_secret(dir.file("missing"), "key", 16);
    REQUIRE_FALSE(secret);
    CHECK(secret.error().message.find("missing/key") != std::string::npos);
}

TEST_CASE("data folder: one at a time has the right to write, and gives it back") {
    const test::TempDir dir;
    {
        const auto first = DataLock::take(dir.path());
        REQUIRE(first);
        const auto second = DataLock::take(dir.path());
        REQUIRE_FALSE(second);
        CHECK(second.error().code == ErrorCode::kUnavailable);
    }
    CHECK(DataLock::take(dir.path()));
    CHECK_FALSE(DataLock::take(dir.file("missing")));
}

}  // namespace
}  // namespace roost
