// The inbox in one file, and back.
#include "server/backup/backup.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "server/backup/archive.h"
#include "server/store/store_file.h"
#include "tests/support/media_samples.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

namespace fs = std::filesystem;
using test::TempDir;
using test::UseCase;

// A customer wrote, an agent answered with a photo.
struct Scene : UseCase {
    Scene() {
        const auto row = customer_writes();
        photo = uploaded(test::jpeg_file(640, 480));
        SendRequest request;
        request.client_ref = "photo";
        Image image;
        image.media.file.id = photo;
        request.content = image;
        REQUIRE(send_message(*deps, agent, row.id, request));
    }
    std::string photo;
    TempDir other;
    const std::string backup = other.file("inbox.backup");
    const std::string restored = other.file("restored");
};

std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_text(const std::string& path, std::string_view text) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

std::size_t entries_in(const std::string& folder) {
    if (!fs::exists(folder)) return 0;
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("backup: what is restored is what was backed up, message by message and byte by byte") {
    Scene use;
    const auto made = write_backup(use.dir.path(), use.backup, BackupMedia::kWith);
    REQUIRE(made);
    CHECK(made->messages == 2);
    CHECK(made->files == 1);
    CHECK(made->hash == sum_store(store_file_of(use.dir.path()))->hash);
    const auto mode = fs::status(use.backup).permissions();
    CHECK((mode & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
    const auto done = restore_backup(use.backup, use.restored);
    REQUIRE(done);
    CHECK(done->hash == made->hash);
    CHECK(done->files == 1);
    CHECK(sum_store(store_file_of(use.restored))->hash == made->hash);
    CHECK(text_of(MediaFolder(use.restored + "/media").path_of(use.photo)) == test::jpeg_file(640, 480));
    // And it is in use again.
    const auto store = open_store(use.restored);
    REQUIRE(store);
    CHECK((*store)->list_conversations({})->conversations.size() == 1);
    CHECK(verify_data(use.restored)->wrong.empty());
    CHECK(entries_in(use.other.path()) == 2);
}

TEST_CASE("backup: a file that is lost or damaged already keeps nobody from saving and restoring the rest") {
    Scene use;
    const auto at = MediaFolder(use.dir.file("media")).path_of(use.photo);
    SUBCASE("lost") {
        fs::remove(at);
    }
    SUBCASE("damaged") {
        fs::permissions(at, fs::perms::owner_all);
        write_text(at, "something else");
    }
    const auto made = write_backup(use.dir.path(), use.backup, BackupMedia::kWith);
    REQUIRE(made);
    CHECK(made->files == 0);
    CHECK(made->missing == std::vector<std::string>{use.photo});
    const auto done = restore_backup(use.backup, use.restored);
    REQUIRE(done);
    CHECK(done->missing == made->missing);
    CHECK(done->hash == made->hash);
    const auto found = verify_data(use.restored);
    REQUIRE(found);
    CHECK(found->wrong.size() == 1);
    CHECK(found->files == 1);
}

TEST_CASE("backup: files that no message names are counted, and what lies beside no database is in the way") {
    Scene use;
    CHECK(verify_data(use.dir.path())->unnamed == 0);
    MediaFolder folder(use.dir.file("media"));
    auto file = folder.begin();
    REQUIRE(file);
    REQUIRE((*file)->write("nobody's"));
    REQUIRE((*file)->keep());
    const auto found = verify_data(use.dir.path());
    CHECK(found->unnamed == 1);
    CHECK(found->wrong.empty());
    REQUIRE(write_backup(use.dir.path(), use.backup, BackupMedia::kWith));
    fs::create_directory(use.restored);
    write_text(use.restored + "/roost.db-wal", "of an earlier one");
    const auto refused = restore_backup(use.backup, use.restored);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::kConflict);
}

TEST_CASE("backup: the sum of two inboxes is the same only if all in them is") {
    Scene use;
    const auto before = sum_store(store_file_of(use.dir.path()));
    REQUIRE(before);
    use.reopen();
    CHECK(sum_store(store_file_of(use.dir.path()))->hash == before->hash);
    use.receive(test::text_webhook({.wamid = "wamid.MORE", .at = use.clock.now()}));
    const auto after = sum_store(store_file_of(use.dir.path()));
    CHECK(after->hash != before->hash);
    CHECK(after->messages == before->messages + 1);
}

TEST_CASE("backup: made while messages arrive, it is whole and of one moment") {
    Scene use;
    std::atomic<bool> is_over = false;
    std::thread customers([&] {
        for (int i = 0; !is_over && i < 5'000; ++i) {
            const auto body = test::text_webhook({.wamid = "wamid." + std::to_string(i), .at = test::kNoon});
            if (!receive_webhook(*use.deps, body)) return;
        }
    });
    std::int64_t before = 0;
    for (int i = 0; i < 3; ++i) {
        const auto file = use.backup + std::to_string(i);
        const auto made = write_backup(use.dir.path(), file, BackupMedia::kWithout);
        REQUIRE(made);
        CHECK(made->messages >= before);
        before = made->messages;
        const auto done = restore_backup(file, use.restored + std::to_string(i));
        REQUIRE(done);
        CHECK(done->hash == made->hash);
        CHECK(check_store(store_file_of(use.restored + std::to_string(i)))->empty());
    }
    is_over = true;
    customers.join();
}

TEST_CASE("backup: one that is cut short is refused, and a changed one wherever it says something else") {
    Scene use;
    const auto made = write_backup(use.dir.path(), use.backup, BackupMedia::kWith);
    REQUIRE(made);
    int refused = 0;
    const auto whole = text_of(use.backup);
    REQUIRE(whole.size() > 1'000);
    const auto damaged = use.other.file("damaged");
    for (std::size_t tenth = 0; tenth < 10; ++tenth) {
        const auto at = whole.size() * tenth / 10;
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x5A);
        for (const auto& bytes : {whole.substr(0, at), changed}) {
            CAPTURE(at);
            CAPTURE(bytes.size());
            write_text(damaged, bytes);
            const auto done = restore_backup(damaged, use.restored);
            if (done) {
                // What stands between the rows, and between the files, is nobody's word.
                CHECK(bytes.size() == whole.size());
                CHECK(sum_store(store_file_of(use.restored))->hash == made->hash);
                CHECK(verify_data(use.restored)->wrong.empty());
                fs::remove_all(use.restored);
                continue;
            }
            ++refused;
            CAPTURE(done.error().message);
            CHECK(done.error().code == ErrorCode::kInvalid);
            CHECK(entries_in(use.restored) == 0);
        }
    }
    CHECK(refused >= 15);
    CHECK_FALSE(restore_backup(use.other.file("absent"), use.restored));
}

TEST_CASE("backup: what does not belong into one is refused") {
    Scene use;
    const auto refuses = [&use](const std::string& name, std::string_view text) {
        const auto file = use.other.file("made-up");
        fs::remove(file);
        {
            const auto archive = ArchiveWriter::create(file);
            REQUIRE(archive);
            REQUIRE((*archive)->add_text(name, text));
            REQUIRE((*archive)->finish());
        }
        const auto done = restore_backup(file, use.restored);
        REQUIRE_FALSE(done);
        CHECK(done.error().code == ErrorCode::kInvalid);
        CHECK(entries_in(use.restored) == 0);
    };
    refuses("../evil", "x");
    refuses("/etc/evil", "x");
    refuses("media/../../evil", "x");
    refuses("media/" + std::string(64, 'a'), "not the bytes of this name");
    refuses("manifest.json", "{");
    refuses("manifest.json", R"({"format": "something else"})");
    refuses("manifest.json", R"({"format": "roost-backup-1", "messages": 0, "hash": ""})");
    refuses("manifest.json", std::string(100'000, ' '));
    refuses("roost.db", "no database");
    CHECK_FALSE(fs::exists(use.other.file("evil")));
}

TEST_CASE("backup: nothing is written over") {
    Scene use;
    REQUIRE(write_backup(use.dir.path(), use.backup, BackupMedia::kWith));
    const auto first = text_of(use.backup);
    const auto again = write_backup(use.dir.path(), use.backup, BackupMedia::kWith);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::kConflict);
    CHECK(text_of(use.backup) == first);
    const auto into = restore_backup(use.backup, use.dir.path());
    REQUIRE_FALSE(into);
    CHECK(into.error().code == ErrorCode::kConflict);
    CHECK(use.only_row().id);
}

TEST_CASE("backup: a disk that is full is told, and nothing half is left") {
    Scene use;
    for (int i = 0; i < 200; ++i)
        use.receive(test::text_webhook({.wamid = "wamid." + std::to_string(i), .at = test::kNoon}));
    const auto before = entries_in(use.dir.path());
    rlimit most{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &most) == 0);
    const auto old = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit little{32 * 1024, most.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &little) == 0);
    const auto made = write_backup(use.dir.path(), use.backup, BackupMedia::kWith);
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &most) == 0);
    std::signal(SIGXFSZ, old);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::kUnavailable);
    CHECK(entries_in(use.other.path()) == 0);
    CHECK(entries_in(use.dir.path()) == before);
    CHECK(write_backup(use.dir.path(), use.backup, BackupMedia::kWith));
}

TEST_CASE("verify: files that are missing or changed, rows that hang in the air and torn pages are all told"
) {
    Scene use;
    CHECK(verify_data(use.dir.path())->wrong.empty());
    CHECK(verify_data(use.dir.path())->files == 1);
    const auto path = use.files.path_of(use.photo);
    const auto bytes = text_of(path);
    write_text(path, bytes.substr(0, bytes.size() - 1));
    CHECK(verify_data(use.dir.path())->wrong.size() == 1);
    fs::remove(path);
    CHECK(verify_data(use.dir.path())->wrong.front().find(use.photo) != std::string::npos);
    write_text(path, bytes);
    REQUIRE(write_backup(use.dir.path(), use.backup, BackupMedia::kWith));
    REQUIRE(restore_backup(use.backup, use.restored));
    const auto file = store_file_of(use.restored);
    const auto whole = text_of(file);
    auto torn = whole;
    // Where a page says what it is: further on there may be nothing on it yet.
    for (std::size_t at = 4096; at < torn.size(); at += 4096)
        torn.replace(at, 16, 16, '\x7f');
    write_text(file, torn);
    const auto found = verify_data(use.restored);
    if (found) CHECK_FALSE(found->wrong.empty());
    CHECK_FALSE(verify_data(use.other.file("nowhere")));
}

}  // namespace roost
