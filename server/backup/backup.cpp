#include "server/backup/backup.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>

#include "server/backup/archive.h"
#include "server/media/media_folder.h"
#include "server/random_text.h"
#include "server/sha256.h"
#include "server/store/store_file.h"
#include "shared/base/json.h"

namespace roost {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFormat = "roost-backup-1";
constexpr const char* kManifest = "manifest.json";
constexpr const char* kDatabase = "roost.db";
constexpr std::string_view kMedia = "media/";
constexpr std::size_t kLargestManifest = std::size_t{64} << 20;  // it names every file that is missing
constexpr std::size_t kPiece = 65'536;

// A folder or file that is gone when this is.
class Scratch {
  public:
    explicit Scratch(fs::path path) : path_(std::move(path)) {}
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const fs::path& path() const { return path_; }

  private:
    const fs::path path_;
};

tl::unexpected<Error> no_backup() {
    return fail(
        ErrorCode::kInvalid, "This is no whole backup of Roost: what it holds is not what was put into it."
    );
}

tl::unexpected<Error> disk_failure(const fs::path& at) {
    return fail(ErrorCode::kUnavailable, "Nothing can be written in " + at.string() + ": is the disk full?");
}

// The files of the media folder, by id.
std::vector<std::string> files_in(const fs::path& media) {
    std::vector<std::string> ids;
    std::error_code error;
    for (fs::recursive_directory_iterator at(media, error), end; !error && at != end; at.increment(error)) {
        const auto name = at->path().filename().string();
        if (at->is_regular_file() && is_file_id(name)) ids.push_back(name);
    }
    return ids;
}

std::string entry_name(std::string_view id) {
    return std::string(kMedia) + std::string(id);
}

std::string manifest_of(const BackupFacts& facts, BackupMedia media) {
    return dump_json(
        {{"format", kFormat},
         {"version", ROOST_VERSION},
         {"messages", facts.messages},
         {"hash", facts.hash},
         {"missing", facts.missing},
         {"with_media", media == BackupMedia::kWith}}
    );
}

// Whether the bytes are those the name says.
bool is_whole(const MediaFolder& folder, const std::string& id) {
    const auto file = folder.open(id);
    if (!file) return false;
    Sha256 hash;
    std::array<char, kPiece> piece{};
    while (true) {
        const auto size = ::read((*file)->fd(), piece.data(), piece.size());
        if (size < 0) return false;
        if (size == 0) return hash.finish() == id;
        hash.add({piece.data(), static_cast<std::size_t>(size)});
    }
}

std::vector<std::string> missing_in(const MediaFolder& folder, std::vector<std::string> named) {
    std::erase_if(named, [&folder](const auto& id) { return is_whole(folder, id); });
    return named;
}

Result<BackupFacts> fill(
    ArchiveWriter& archive, const fs::path& data, const fs::path& copy, BackupMedia media
) {
    ASSIGN_OR_RETURN(const auto sum, sum_store(copy.string()));
    BackupFacts facts{sum.messages, 0, sum.hash};
    const MediaFolder folder((data / "media").string(), MediaFolder::Leftovers::kStay);
    if (media == BackupMedia::kWith) {
        ASSIGN_OR_RETURN(const auto named, named_media_files(copy.string()));
        facts.missing = missing_in(folder, named);
    }
    RETURN_IF_ERROR(archive.add_text(kManifest, manifest_of(facts, media)));
    RETURN_IF_ERROR(archive.add_file(kDatabase, copy.string()));
    if (media == BackupMedia::kWithout) return facts;
    for (const auto& id : files_in(data / "media")) {
        // One that no message names yet is looked at here for the first time.
        if (!is_whole(folder, id)) continue;
        RETURN_IF_ERROR(archive.add_file(entry_name(id), folder.path_of(id)));
        ++facts.files;
    }
    return facts;
}

// What a backup is unpacked into, piece by piece.
class Unpacking {
  public:
    explicit Unpacking(const fs::path& folder)
        : folder_(folder), media_((folder / "media").string(), MediaFolder::Leftovers::kStay) {}

    Status take(ArchiveReader& archive, const std::string& name) {
        if (name == kManifest) return take_manifest(archive);
        if (name == kDatabase) return take_database(archive);
        if (name.starts_with(kMedia)) return take_file(archive, name.substr(kMedia.size()));
        return no_backup();
    }
    // Whether all came that was put in.
    Result<BackupFacts> finish() const {
        if (!facts_ || !has_database_) return no_backup();
        const auto wrong = check_store(database());
        if (!wrong || !wrong->empty()) return no_backup();
        const auto sum = sum_store(database());
        if (!sum || sum->hash != facts_->hash || sum->messages != facts_->messages) return no_backup();
        if (has_media_) {
            ASSIGN_OR_RETURN(const auto named, named_media_files(database()));
            const std::set<std::string> missing(facts_->missing.begin(), facts_->missing.end());
            for (const auto& id : named)
                if (!media_.open(id) && !missing.contains(id)) return no_backup();
        }
        return BackupFacts{sum->messages, files_, sum->hash, facts_->missing};
    }

  private:
    std::string database() const { return (folder_ / kDatabase).string(); }

    Status take_manifest(ArchiveReader& archive) {
        std::string text;
        RETURN_IF_ERROR(archive.read([&text](std::string_view bytes) -> Status {
            text += bytes;
            return text.size() <= kLargestManifest ? Status() : Status(no_backup());
        }));
        ASSIGN_OR_RETURN(const auto manifest, parse_json(text));
        if (string_or(manifest, "format", "") != kFormat) return no_backup();
        facts_ = BackupFacts{
            optional_integer(manifest, "messages").value_or(-1), 0, string_or(manifest, "hash", "")};
        for (const Json& id : member(manifest, "missing"))
            if (id.is_string()) facts_->missing.push_back(id.get<std::string>());
        has_media_ = optional_bool(manifest, "with_media").value_or(false);
        return {};
    }
    Status take_database(ArchiveReader& archive) {
        const int fd = ::open(database().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (fd < 0) return disk_failure(folder_);
        Status taken = archive.read([&](std::string_view bytes) -> Status {
            while (!bytes.empty()) {
                const auto written = ::write(fd, bytes.data(), bytes.size());
                if (written <= 0) return disk_failure(folder_);
                bytes.remove_prefix(static_cast<std::size_t>(written));
            }
            return {};
        });
        if (taken && ::fsync(fd) != 0) taken = disk_failure(folder_);
        ::close(fd);
        has_database_ = taken.has_value();
        return taken;
    }
    Status take_file(ArchiveReader& archive, std::string_view id) {
        if (!is_file_id(id)) return no_backup();
        ASSIGN_OR_RETURN(const auto file, media_.begin());
        RETURN_IF_ERROR(archive.read([&file](std::string_view bytes) { return file->write(bytes); }));
        if (file->id() != id) return no_backup();
        ++files_;
        ASSIGN_OR_RETURN(const auto kept, file->keep());
        return {};
    }

    const fs::path folder_;
    MediaFolder media_;
    std::optional<BackupFacts> facts_;
    bool has_media_ = false;
    bool has_database_ = false;
    std::int64_t files_ = 0;
};

// Names are on the disk only when their folder is.
bool is_on_disk(const fs::path& folder) {
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return false;
    const bool is_done = ::fsync(fd) == 0;
    ::close(fd);
    return is_done;
}

// The database last: with it the inbox is there.
Status move_into_place(const fs::path& from, const fs::path& data) {
    std::error_code error;
    if (fs::exists(from / "media")) {
        fs::remove_all(from / "media" / "incoming", error);
        if (!error) fs::rename(from / "media", data / "media", error);
    }
    if (!error) fs::rename(from / kDatabase, data / kDatabase, error);
    return error || !is_on_disk(data) ? Status(disk_failure(data)) : Status();
}

}  // namespace

Result<BackupFacts> write_backup(
    const std::string& data_folder,
    const std::string& to,
    BackupMedia media,
    const std::atomic<bool>* is_stopping
) {
    const fs::path data(data_folder);
    const Scratch copy(data / (".backup-" + random_hexadecimal(8) + ".db"));
    // Made under another name: a file of the name that was asked for is a whole one.
    const auto unfinished = to + ".unfinished-" + random_hexadecimal(4);
    if (fs::exists(to)) {
        return fail(ErrorCode::kConflict, "There is a file " + to + " already; name another.");
    }
    RETURN_IF_ERROR(copy_store(store_file_of(data_folder), copy.path().string()));
    ASSIGN_OR_RETURN(const auto archive, ArchiveWriter::create(unfinished));
    archive->end_when(is_stopping);
    ASSIGN_OR_RETURN(auto facts, fill(*archive, data, copy.path(), media));
    RETURN_IF_ERROR(archive->finish());
    std::error_code error;
    fs::rename(unfinished, to, error);
    if (!error) return facts;
    fs::remove(unfinished, error);
    return disk_failure(to);
}

Result<BackupFacts> restore_backup(const std::string& from, const std::string& data_folder) {
    const fs::path data(data_folder);
    std::error_code error;
    fs::create_directories(data, error);
    if (error) return disk_failure(data);
    // The log of an earlier database would be played into the one that comes.
    const auto store = store_file_of(data_folder);
    const bool is_taken = fs::exists(store) || fs::exists(store + "-wal") || fs::exists(store + "-shm");
    if (is_taken || fs::exists(data / "media")) {
        return fail(
            ErrorCode::kConflict,
            "The folder " + data_folder +
                " holds an inbox already; restore into another one, or move that away."
        );
    }
    const Scratch scratch(data / (".restore-" + random_hexadecimal(8)));
    fs::create_directory(scratch.path(), error);
    if (error) return disk_failure(data);
    ASSIGN_OR_RETURN(const auto archive, ArchiveReader::open(from));
    Unpacking unpacking(scratch.path());
    while (true) {
        ASSIGN_OR_RETURN(const auto name, archive->next());
        if (!name) break;
        RETURN_IF_ERROR(unpacking.take(*archive, *name));
    }
    ASSIGN_OR_RETURN(auto facts, unpacking.finish());
    RETURN_IF_ERROR(move_into_place(scratch.path(), data));
    return facts;
}

Result<Verification> verify_data(const std::string& data_folder) {
    const auto file = store_file_of(data_folder);
    Verification found;
    ASSIGN_OR_RETURN(found.wrong, check_store(file));
    if (!found.wrong.empty()) return found;
    ASSIGN_OR_RETURN(found.messages, count_messages(file));
    const MediaFolder folder(data_folder + "/media", MediaFolder::Leftovers::kStay);
    ASSIGN_OR_RETURN(const auto named, named_media_files(file));
    for (const auto& id : missing_in(folder, named))
        found.wrong.push_back("The file " + id + " is missing or damaged.");
    found.files = std::ssize(named);
    const std::set<std::string> known(named.begin(), named.end());
    const auto present = files_in(data_folder + "/media");
    found.unnamed =
        std::count_if(present.begin(), present.end(), [&](const auto& id) { return !known.contains(id); });
    return found;
}

}  // namespace roost
