#include "server/backup/backup_schedule.h"

#include <algorithm>
#include <chrono>
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

// What was being made when the machine went down. None takes a day: what is younger may be another's.
void sweep(const std::string& folder) {
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(24);
    for (const auto& name : names_in(folder)) {
        const bool is_copy = name.starts_with(".backup-") && name.ends_with(".db");
        const bool is_unfinished =
            name.starts_with(kBefore) && name.find(".unfinished-") != std::string::npos;
        if (!is_copy && !is_unfinished) continue;
        std::error_code error;
        const auto at = fs::path(folder) / name;
        if (fs::last_write_time(at, error) < long_ago && !error) fs::remove(at, error);
    }
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

UnixMillis next_backup(std::span<const std::string> names, UnixMillis between, UnixMillis now) {
    UnixMillis newest = -between;
    for (const auto& name : names)
        if (const auto at = backup_time(name); at && *at <= now) newest = std::max(newest, *at);
    return newest + between;
}

std::vector<std::string> old_backups(std::span<const std::string> names, int kept, UnixMillis now) {
    std::vector<std::string> ours;
    std::ranges::copy_if(names, std::back_inserter(ours), [now](const auto& name) {
        const auto at = backup_time(name);
        return at && *at <= now;
    });
    std::ranges::sort(ours, std::greater());
    ours.erase(ours.begin(), ours.begin() + std::min<std::ptrdiff_t>(kept, std::ssize(ours)));
    return ours;
}

Result<std::string> keep_backups(
    const BackupPlan& plan,
    const std::string& data_folder,
    UnixMillis now,
    const std::atomic<bool>* is_stopping
) {
    std::error_code error;
    fs::create_directories(plan.folder, error);
    if (error) {
        return fail(
            ErrorCode::kUnavailable, "The folder " + plan.folder + " cannot be made: " + error.message() + "."
        );
    }
    if (next_backup(names_in(plan.folder), plan.between, now) > now) return std::string();
    for (const auto& folder : {plan.folder, data_folder})
        sweep(folder);
    auto name = backup_name(now);
    const auto to = (fs::path(plan.folder) / name).string();
    ASSIGN_OR_RETURN(const auto made, write_backup(data_folder, to, BackupMedia::kWith, is_stopping));
    for (const auto& old : old_backups(names_in(plan.folder), plan.kept, now))
        fs::remove(fs::path(plan.folder) / old, error);
    return name;
}

UnixMillis until_next_backup(const BackupPlan& plan, const Result<std::string>& made, UnixMillis now) {
    if (!made) return kBetweenTries;
    return std::clamp(next_backup(names_in(plan.folder), plan.between, now) - now, kMinute, kHour);
}

}  // namespace roost
