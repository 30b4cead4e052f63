#include "server/media/media_folder.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "tests/support/media_samples.h"
#include "tests/support/temp_dir.h"

namespace roost {
namespace {

using test::TempDir;

// Of the bytes "abc".
const std::string kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

std::size_t count_files(const std::string& folder) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        count += entry.is_regular_file() ? 1 : 0;
    return count;
}

std::unique_ptr<IncomingFile> begun(MediaFolder& folder) {
    auto file = folder.begin();
    REQUIRE(file);
    return std::move(*file);
}

std::string text_of(const MediaFolder& folder, const std::string& id) {
    const auto file = folder.open(id);
    REQUIRE(file);
    std::string text(static_cast<std::size_t>((*file)->size()), '\0');
    CHECK(::pread((*file)->fd(), text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()));
    return text;
}

}  // namespace

TEST_CASE("media folder: a file lies under the hash of its bytes, once") {
    const TempDir dir;
    MediaFolder folder(dir.file("media"));
    for (int i = 0; i < 2; ++i) {
        const auto file = begun(folder);
        REQUIRE(file->write("a"));
        REQUIRE(file->write("bc"));
        const auto kept = file->keep();
        REQUIRE(kept);
        CHECK(kept->id == kAbc);
        CHECK(kept->size == 3);
        CHECK(kept->type.mime_type == "text/plain");
    }
    CHECK(text_of(folder, kAbc) == "abc");
    CHECK(count_files(dir.file("media")) == 1);
    const auto told = folder.describe(kAbc);
    REQUIRE(told);
    CHECK(told->size == 3);
    CHECK(told->type.mime_type == "text/plain");
}

TEST_CASE("media folder: what is not kept leaves nothing behind") {
    const TempDir dir;
    MediaFolder folder(dir.file("media"));
    {
        const auto file = begun(folder);
        REQUIRE(file->write("half of"));
        CHECK_FALSE(folder.open(file->id()));
    }
    CHECK(count_files(dir.file("media")) == 0);
}

TEST_CASE("media folder: what a killed process left unfinished is cleared away, what it kept stays") {
    const TempDir dir;
    {
        MediaFolder folder(dir.file("media"));
        const auto file = begun(folder);
        REQUIRE(file->write("abc"));
        REQUIRE(file->keep());
    }
    dir.write("media/incoming/1234", "half of");
    MediaFolder folder(dir.file("media"));
    CHECK(count_files(dir.file("media")) == 1);
    CHECK(text_of(folder, kAbc) == "abc");
}

TEST_CASE("media folder: a full disk is an error, and no half file is kept") {
    const TempDir dir;
    int room = 5;
    MediaFolder folder(
        dir.file("media"),
        MediaFolder::Leftovers::kGo,
        [&room](int fd, const void* bytes, std::size_t size) -> ssize_t {
            if (room == 0) {
                errno = ENOSPC;
                return -1;
            }
            const auto count = std::min<std::size_t>(size, static_cast<std::size_t>(room));
            room -= static_cast<int>(count);
            return ::write(fd, bytes, count);
        }
    );
    {
        const auto file = begun(folder);
        REQUIRE(file->write("abc"));
        const auto full = file->write("defg");
        REQUIRE_FALSE(full);
        CHECK(full.error().code == ErrorCode::kUnavailable);
        CHECK_FALSE(file->write(""));
        CHECK_FALSE(file->keep());
    }
    CHECK(count_files(dir.file("media")) == 0);
}

TEST_CASE("media folder: no id leads out of it") {
    const TempDir dir;
    dir.write("secret", "session key");
    MediaFolder folder(dir.file("media"));
    std::filesystem::create_directories(dir.file("media/ba"));
    std::filesystem::create_symlink(dir.file("secret"), dir.file("media/ba/" + kAbc));
    for (const std::string& id :
         {std::string("../secret"),
          std::string("..%2fsecret"),
          std::string(),
          std::string(64, '.'),
          "../" + std::string(61, 'a'),
          std::string(63, 'a'),
          std::string(65, 'a'),
          std::string(64, 'A'),
          std::string(64, '\0'),
          kAbc}) {
        CAPTURE(id);
        const auto file = folder.open(id);
        REQUIRE_FALSE(file);
        CHECK(file.error().code == ErrorCode::kNotFound);
    }
}

TEST_CASE("media folder: hashes are read as Meta writes them") {
    CHECK(file_id_from_hash(kAbc) == kAbc);
    CHECK(file_id_from_hash("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD") == kAbc);
    CHECK(file_id_from_hash("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=") == kAbc);
    CHECK(file_id_from_hash("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0") == kAbc);
    for (const auto* other : {"", "abc", "not a hash at all", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfI="})
        CHECK(file_id_from_hash(other).empty());
}

}  // namespace roost
