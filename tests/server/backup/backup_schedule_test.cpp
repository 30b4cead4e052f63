// Backups that make themselves.
#include "server/backup/backup_schedule.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "server/backup/backup.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

namespace fs = std::filesystem;
using test::kNoon;

std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

}  // namespace

TEST_CASE("backup schedule: a name says when, and no other name does") {
    const auto at = *parse_rfc3339("2026-11-21T05:31:11Z");
    CHECK(backup_name(at) == "roost-2026-11-21T05-31-11Z.backup");
    CHECK(backup_time(backup_name(at)) == at);
    for (const auto* other :
         {"",
          "roost.db",
          "roost-2026-11-21T05-31-11Z.backup.unfinished-0a",
          "roost-2026-13-41T05-31-11Z.backup",
          "other-2026-11-21T05-31-11Z.backup",
          "roost-2026-11-21 05-31-11Z.backup"}) {
        CAPTURE(other);
        CHECK_FALSE(backup_time(other));
    }
}

TEST_CASE("backup schedule: the next is due after the newest, and at once when there is none") {
    CHECK(next_backup({}, kDay, kNoon) <= 0);
    const std::vector<std::string> names{backup_name(kNoon), "notes.txt", backup_name(kNoon - kDay)};
    CHECK(next_backup(names, kDay, kNoon) == kNoon / kSecond * kSecond + kDay);
    CHECK(old_backups(names, 1, kNoon) == std::vector<std::string>{backup_name(kNoon - kDay)});
    CHECK(old_backups(names, 2, kNoon).empty());
    CHECK(old_backups({}, 2, kNoon).empty());
}

TEST_CASE("backup schedule: one of a time to come holds up none, and is neither counted nor removed") {
    const std::vector<std::string> names{
        backup_name(kNoon + 400 * kDay), backup_name(kNoon - kDay), backup_name(kNoon - 2 * kDay)};
    CHECK(next_backup(names, kDay, kNoon) <= kNoon);
    CHECK(old_backups(names, 1, kNoon) == std::vector<std::string>{backup_name(kNoon - 2 * kDay)});
}

TEST_CASE("backup schedule: one a day, the newest are kept, and nobody else's file is touched") {
    test::UseCase use;
    use.customer_writes();
    const BackupPlan plan{use.dir.file("backups"), kDay, 2};
    fs::create_directory(plan.folder);
    std::ofstream(plan.folder + "/notes.txt") << "mine";
    std::vector<std::string> made;
    for (int hour = 0; hour < 72; hour += 6) {
        const auto done = keep_backups(plan, use.dir.path(), use.clock.now());
        REQUIRE(done);
        if (!done->empty()) made.push_back(*done);
        use.clock.advance(6 * kHour);
    }
    REQUIRE(made.size() == 3);
    CHECK(names_in(plan.folder) == std::vector<std::string>{"notes.txt", made[1], made[2]});
    CHECK(restore_backup(plan.folder + "/" + made[2], use.dir.file("restored"))->messages == 1);
}

TEST_CASE("backup schedule: what a broken off one left is swept away once it is old, and nothing else is") {
    test::UseCase use;
    const BackupPlan plan{use.dir.file("backups"), kDay, 2};
    fs::create_directory(plan.folder);
    const auto put = [](const std::string& path, int hours_ago) {
        std::ofstream(path) << "half";
        fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(hours_ago));
        return path;
    };
    const auto old_half = put(plan.folder + "/" + backup_name(kNoon) + ".unfinished-ab12", 25);
    const auto new_half = put(plan.folder + "/" + backup_name(kNoon) + ".unfinished-cd34", 1);
    const auto old_copy = put(use.dir.file(".backup-0011.db"), 25);
    const auto mine = put(plan.folder + "/mine.unfinished-1", 1000);
    REQUIRE(keep_backups(plan, use.dir.path(), use.clock.now()));
    CHECK_FALSE(fs::exists(old_half));
    CHECK_FALSE(fs::exists(old_copy));
    CHECK(fs::exists(new_half));
    CHECK(fs::exists(mine));
}

TEST_CASE("backup schedule: one that the end of the server breaks off leaves nothing") {
    test::UseCase use;
    use.customer_writes();
    const BackupPlan plan{use.dir.file("backups"), kDay, 2};
    const std::atomic<bool> is_stopping = true;
    const auto before = names_in(use.dir.path());
    const auto done = keep_backups(plan, use.dir.path(), use.clock.now(), &is_stopping);
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::kUnavailable);
    CHECK(names_in(plan.folder).empty());
    CHECK(names_in(use.dir.path()).size() == before.size() + 1);  // the folder of the backups
}

TEST_CASE("backup schedule: while none can be made the old ones stay") {
    test::UseCase use;
    const BackupPlan plan{use.dir.file("backups"), kDay, 1};
    REQUIRE_FALSE(keep_backups(plan, use.dir.path(), use.clock.now())->empty());
    const auto before = names_in(plan.folder);
    use.clock.advance(2 * kDay);
    const auto done = keep_backups(plan, use.dir.file("nowhere"), use.clock.now());
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::kUnavailable);
    CHECK(names_in(plan.folder) == before);
}

TEST_CASE("backup schedule: after one the next is waited for, after a failure a quarter of an hour") {
    test::UseCase use;
    const BackupPlan plan{use.dir.file("backups"), kDay, 1};
    const auto now = use.clock.now();
    const auto made = keep_backups(plan, use.dir.path(), now);
    REQUIRE(made);
    CHECK(until_next_backup(plan, made, now) == kHour);
    CHECK(until_next_backup(plan, made, now + kDay - 20 * kMinute) == 20 * kMinute);
    CHECK(until_next_backup(plan, made, now + 2 * kDay) == kMinute);
    CHECK(until_next_backup(plan, fail(ErrorCode::kUnavailable, "full"), now) == 15 * kMinute);
}

}  // namespace roost
