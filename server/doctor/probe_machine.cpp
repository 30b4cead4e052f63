#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "server/config_checks.h"
#include "server/doctor/probes.h"
#include "server/store/store_file.h"

namespace roost::doctor {

namespace {

constexpr mode_t kRights = 07777;
constexpr mode_t kOthers = 077;

bool holds_secrets(const std::string& file_text) {
    const auto settings = read_settings({{}, {}, file_text});
    return settings && !secrets_of(*settings).empty();
}

// The database's own files lie as SQLite makes them: the folder keeps others out.
bool is_key(const std::filesystem::directory_entry& entry) {
    std::error_code ignored;
    return entry.is_regular_file(ignored) && !entry.path().filename().string().starts_with("roost.db");
}

std::vector<std::string> open_keys_in(const std::string& folder) {
    std::vector<std::string> open;
    std::error_code ended;
    for (auto entry = std::filesystem::directory_iterator(folder, ended);
         !ended && entry != std::filesystem::directory_iterator();
         entry.increment(ended)) {
        struct stat about {};
        if (!is_key(*entry) || ::stat(entry->path().c_str(), &about) != 0) continue;
        if ((about.st_mode & kOthers) != 0) open.push_back(entry->path().filename().string());
    }
    return open;
}

}  // namespace

SettingsSeen look_at_settings(const ConfigSources& sources) {
    SettingsSeen seen;
    seen.file = config_file_name(sources.arguments);
    struct stat about {};
    seen.has_file = ::stat(seen.file.c_str(), &about) == 0;
    seen.mode = about.st_mode & kRights;
    seen.is_file_readable = seen.has_file && std::ifstream(seen.file).good();
    seen.has_secrets_in_file = holds_secrets(sources.file_text);
    const auto settings = read_settings(sources);
    if (!settings) {
        seen.problem = settings.error().message;
        return seen;
    }
    const auto fits = check_tls(*settings);
    if (!fits) seen.problem = fits.error().message;
    seen.missing = missing_settings(*settings);
    seen.is_demo = settings->is_demo;
    return seen;
}

std::optional<Result<CertificateFacts>> look_at_certificate(const Config& config) {
    if (config.tls_cert.empty() || config.tls_key.empty()) return std::nullopt;
    const auto loaded = load_certificate({config.tls_cert, config.tls_key}, public_host(config));
    if (!loaded) return fail(loaded.error().code, loaded.error().message);
    return loaded->facts;
}

FolderSeen look_at_folder(const std::string& path) {
    FolderSeen seen;
    seen.path = path;
    struct stat about {};
    seen.is_there = ::stat(path.c_str(), &about) == 0;
    if (!seen.is_there) return seen;
    seen.is_folder = S_ISDIR(about.st_mode);
    seen.is_ours = about.st_uid == ::geteuid() || ::geteuid() == 0;
    seen.is_writable = ::access(path.c_str(), W_OK | X_OK) == 0;
    seen.mode = about.st_mode & kRights;
    if (seen.is_folder) seen.open_keys = open_keys_in(path);
    return seen;
}

std::optional<std::int64_t> free_bytes_of(const std::string& folder) {
    struct statvfs about {};
    if (::statvfs(folder.c_str(), &about) != 0) return std::nullopt;
    return static_cast<std::int64_t>(about.f_bavail) * static_cast<std::int64_t>(about.f_frsize);
}

DatabaseSeen look_at_database(const std::string& data_folder) {
    DatabaseSeen seen;
    seen.file = store_file_of(data_folder);
    std::error_code ignored;
    seen.is_there = std::filesystem::exists(seen.file, ignored);
    if (!seen.is_there) return seen;
    auto wrong = check_store(seen.file);
    if (!wrong) {
        seen.problem = wrong.error().message;
        return seen;
    }
    seen.wrong = *std::move(wrong);
    const auto glance = glance_at_store(seen.file);
    if (!glance) {
        seen.problem = glance.error().message;
        return seen;
    }
    seen.schema = glance->schema;
    seen.known_schema = glance->known_schema;
    seen.last_webhook_at = glance->last_webhook_at;
    return seen;
}

}  // namespace roost::doctor
