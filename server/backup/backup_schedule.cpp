#include "server/backup/backup_schedule.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>

#include "server/backup/backup.h"

namespace roost {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBefore = "roost-";
constexpr std::string_view kAfter = ".backup";
constexpr std::size_t kToTheSecond = 19;  // "2026-11-21T05:31:11"
constexpr UnixMillis kBetweenTries = 15 * kMinute;

// Colons are no characters of a file's name everywhere.
void swap_colons(std::string& time, char from, char to) {
    for (const std::size_t at : {std::size_t{13}, std::size_t{16}})
        if (time.size() > at && time[at] == from) time[at] = to;
}

std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        names.push_back(at->path().filename().string());
    return names;
}

}  // namespace

std::string backup_name(UnixMillis at) {
    std::string time = to_rfc3339(at).substr(0, kToTheSecond);
    swap_colons(time, ':', '-');
    return std::string(kBefore) + time + "Z" + std::string(kAfter);
}

std::optional<UnixMillis> backup_time(std::string_view name) {
    if (name.size() != kBefore.size() + kToTheSecond + 1 + kAfter.size()) return std::nullopt;
    if (!name.starts_with(kBefore) || !name.ends_with(kAfter)) return std::nullopt;
    std::string time(name.substr(kBefore.size(), kToTheSecond + 1));
    swap_colons(time, '-', ':');
    return parse_rfc3339(time);
}

UnixMillis next_backup(std::span<const std::string> names, UnixMillis between) {
    UnixMillis newest = -between;
    for (const auto& name : names)
        newest = std::max(newest, backup_time(name).value_or(newest));
    return newest + between;
}

std::vector<std::string> old_backups(std::span<const std::string> names, int kept) {
    std::vector<std::string> ours;
    std::ranges::copy_if(names, std::back_inserter(ours), [](const auto& name) {
        return backup_time(name).has_value();
    });
    std::ranges::sort(ours, std::greater());
    ours.erase(ours.begin(), ours.begin() + std::min<std::ptrdiff_t>(kept, std::ssize(ours)));
    return ours;
}

Result<std::string> keep_backups(const BackupPlan& plan, const std::string& data_folder, UnixMillis now) {
    std::error_code error;
    fs::create_directories(plan.folder, error);
    if (error) {
        return fail(
            ErrorCode::kUnavailable, "The folder " + plan.folder + " cannot be made: " + error.message() + "."
        );
    }
    if (next_backup(names_in(plan.folder), plan.between) > now) return std::string();
    auto name = backup_name(now);
    ASSIGN_OR_RETURN(
        const auto made,
        write_backup(data_folder, (fs::path(plan.folder) / name).string(), BackupMedia::kWith)
    );
    for (const auto& old : old_backups(names_in(plan.folder), plan.kept))
        fs::remove(fs::path(plan.folder) / old, error);
    return name;
}

UnixMillis until_next_backup(const BackupPlan& plan, const Result<std::string>& made, UnixMillis now) {
    if (!made) return kBetweenTries;
    return std::clamp(next_backup(names_in(plan.folder), plan.between) - now, kMinute, kHour);
}

}  // namespace roost
