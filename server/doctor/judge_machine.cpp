#include <algorithm>
#include <array>
#include <cstdio>

#include "server/doctor/judge.h"

namespace roost::doctor {

namespace {

constexpr unsigned kOthers = 077;

std::string octal(unsigned mode) {
    std::array<char, 8> text{};
    const auto size = std::snprintf(text.data(), text.size(), "%04o", mode & 07777U);
    return {text.data(), static_cast<std::size_t>(std::max(size, 0))};
}

// "1.2 GB".
std::string size_in_words(std::int64_t bytes) {
    if (bytes < kLittleSpace) return std::to_string(bytes / kMegabyte) + " MB";
    const auto tenths = bytes / (100 * kMegabyte);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " GB";
}

Finding missing_finding(const SettingsSeen& seen) {
    std::vector<std::string> names;
    std::string where;
    for (const auto& setting : seen.missing) {
        names.push_back(setting.name);
        where += (where.empty() ? "" : ", ") + setting.variables;
    }
    return {
        Check::kConfiguration,
        Verdict::kBad,
        "Missing: " + joined(names) + ".",
        "Set " + where + " in the environment, or write them into " + seen.file +
            " by their names; or connect a number in the client's settings.",
        Json{{"missing", names}}};
}

std::string folder_problem(const FolderSeen& folder) {
    if (!folder.is_there) return "There is no folder " + folder.path + ".";
    if (!folder.is_folder) return folder.path + " is a file, not a folder.";
    if (!folder.is_ours) return folder.path + " belongs to another user.";
    if (!folder.is_writable) return folder.path + " cannot be written.";
    if ((folder.mode & kOthers) != 0)
        return folder.path + " is open to other users (" + octal(folder.mode) + ").";
    if (!folder.open_keys.empty()) return "Others may read keys in it: " + joined(folder.open_keys) + ".";
    return {};
}

std::string folder_repair(const FolderSeen& folder) {
    if (!folder.is_there) return "Start roost serve once, which makes it, or name the right one with --data.";
    if (!folder.is_folder) return "Name a folder with --data.";
    if (!folder.is_ours) return "Run Roost as the user it belongs to, or give it to yours with chown -R.";
    if (!folder.is_writable) return "Give its owner the right to write: chmod 0700 " + folder.path + ".";
    if ((folder.mode & kOthers) != 0) return "Close it: chmod 0700 " + folder.path + ".";
    return "Close them with chmod 0600, and make new ones of what others may have read.";
}

}  // namespace

std::string in_words(UnixMillis span) {
    struct Unit {
        UnixMillis length;
        std::string_view name;
    };
    constexpr std::array<Unit, 3> kUnits{{{kDay, "day"}, {kHour, "hour"}, {kMinute, "minute"}}};
    Unit unit{kSecond, "second"};
    for (const auto& larger : kUnits) {
        if (span < larger.length) continue;
        unit = larger;
        break;
    }
    const auto count = span / unit.length;
    return std::to_string(count) + " " + std::string(unit.name) + (count == 1 ? "" : "s");
}

Finding judge_settings(const SettingsSeen& seen) {
    const auto bad = [](std::string summary, std::string repair) {
        return Finding{Check::kConfiguration, Verdict::kBad, std::move(summary), std::move(repair)};
    };
    if (seen.has_file && !seen.is_file_readable) {
        return bad(
            seen.file + " cannot be read.", "Let the user that runs Roost read it: chown and chmod 0600."
        );
    }
    if (!seen.problem.empty()) return bad(seen.problem, "Correct it; roost --help lists every setting.");
    if (!seen.missing.empty()) return missing_finding(seen);
    if (seen.has_secrets_in_file && (seen.mode & kOthers) != 0) {
        return bad(
            seen.file + " holds secrets and is open to other users (" + octal(seen.mode) + ").",
            "Close it with chmod 0600 " + seen.file + ", and renew the secrets if others use this machine."
        );
    }
    const std::string from = seen.has_file ? ", with " + seen.file : "";
    return {Check::kConfiguration, Verdict::kGood, "Every setting that is needed is there" + from + "."};
}

Finding judge_folder(const Observations& seen) {
    if (!seen.folder) {
        return not_looked(Check::kDataFolder, "Without the configuration nobody knows where it is.");
    }
    const auto& folder = *seen.folder;
    Json details{{"path", folder.path}};
    if (folder.is_folder) details["mode"] = octal(folder.mode);
    auto problem = folder_problem(folder);
    if (problem.empty()) {
        return {
            Check::kDataFolder,
            Verdict::kGood,
            folder.path + ", closed to others, can be written.",
            "",
            details};
    }
    return {Check::kDataFolder, Verdict::kBad, std::move(problem), folder_repair(folder), std::move(details)};
}

Finding judge_disk(const Observations& seen) {
    if (!seen.free_bytes) {
        return not_looked(Check::kDisk, "It is the one of the data folder, which was not found.");
    }
    Finding finding{Check::kDisk, Verdict::kGood, size_in_words(*seen.free_bytes) + " are free."};
    finding.details = {{"free_bytes", *seen.free_bytes}};
    if (*seen.free_bytes < kTooLittleSpace) finding.verdict = Verdict::kBad;
    if (*seen.free_bytes < kLittleSpace) {
        finding.repair =
            "Make room on the disk of the data folder, or move the folder to a larger one: "
            "without room no webhook can be kept.";
    }
    return finding;
}

Finding judge_database(const Observations& seen) {
    if (!seen.database) {
        return not_looked(Check::kDatabase, "It lies in the data folder, which was not found.");
    }
    const auto& database = *seen.database;
    if (!database.is_there) {
        return not_looked(Check::kDatabase, "There is none yet: the first start of roost serve makes it.");
    }
    Finding finding{Check::kDatabase, Verdict::kBad, database.problem};
    const auto schema = std::to_string(database.schema);
    const auto known = std::to_string(database.known_schema);
    finding.details = {{"schema", database.schema}, {"known_schema", database.known_schema}};
    if (!database.problem.empty()) {
        finding.repair = "See who owns " + database.file +
                         " and what else has it open; if it stays, restore a "
                         "backup with roost restore.";
    } else if (!database.wrong.empty()) {
        finding.summary = database.wrong.front();
        finding.repair =
            "Stop Roost, keep a copy of the data folder, and restore the newest backup with roost "
            "restore; roost verify lists everything that is wrong.";
        finding.details["problems"] = database.wrong;
    } else if (database.schema > database.known_schema) {
        finding.summary =
            "It was written by a newer Roost: schema " + schema + ", this one knows " + known + ".";
        finding.repair = "Install the newer Roost again, or restore a backup from before it.";
    } else {
        finding.verdict = Verdict::kGood;
        finding.summary = "Whole, schema " + schema + ".";
        if (database.schema < database.known_schema) {
            finding.summary = "Whole, schema " + schema + "; the next start brings it to " + known + ".";
        }
    }
    return finding;
}

Finding judge_last_webhook(const Observations& seen) {
    if (!seen.database || !seen.database->is_there) {
        return not_looked(Check::kLastWebhook, "It is found in the database, which is not there.");
    }
    if (!seen.database->problem.empty() || seen.database->schema > seen.database->known_schema) {
        return not_looked(Check::kLastWebhook, "The database could not be read.");
    }
    const auto at = seen.database->last_webhook_at;
    if (at == 0) {
        return not_looked(
            Check::kLastWebhook,
            "None is stored yet.",
            "Write to the number from a phone: the message should be here a moment later."
        );
    }
    Finding finding{Check::kLastWebhook, Verdict::kGood, "It came " + in_words(seen.now - at) + " ago."};
    if (seen.now < at) finding.summary = "It came just now.";
    finding.details = {{"received_at", to_rfc3339(at)}};
    return finding;
}

}  // namespace roost::doctor
