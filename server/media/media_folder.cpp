#include "server/media/media_folder.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "server/media/picture_blur.h"
#include "server/media/sound_wave.h"
#include "server/random_text.h"

namespace roost {

namespace {

constexpr std::size_t kHashBytes = crypto_hash_sha256_BYTES;
constexpr mode_t kOwnerOnly = 0600;

tl::unexpected<Error> disk_failure() {
    return fail(
        ErrorCode::kUnavailable, "The file cannot be stored: the disk of the data folder is full or broken."
    );
}

std::string hexadecimal(const std::array<unsigned char, kHashBytes>& bytes) {
    std::array<char, kHashBytes * 2 + 1> text{};
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    return {text.data(), kHashBytes * 2};
}

bool is_hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

// New names last only once the folder they stand in is on disk, too.
bool sync_folder(const std::string& folder) {
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return false;
    const bool is_synced = ::fsync(fd) == 0;
    ::close(fd);
    return is_synced;
}

std::string read_at(int fd, std::int64_t offset, std::size_t count) {
    std::string bytes(count, '\0');
    std::size_t have = 0;
    while (have < count && offset >= 0) {
        const auto got = ::pread(fd, bytes.data() + have, count - have, offset + static_cast<off_t>(have));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

MediaType type_of(int fd, std::int64_t size) {
    return recognise_media(size, [fd](std::int64_t offset, std::size_t count) {
        return read_at(fd, offset, count);
    });
}

// As type_of, with what only a file that stays is worth.
MediaType type_to_keep(int fd, std::int64_t size) {
    auto type = type_of(fd, size);
    const auto read = [fd](std::int64_t offset, std::size_t count) { return read_at(fd, offset, count); };
    type.blur = picture_blur(type, size, read);
    type.wave = sound_wave(type, size, read);
    return type;
}

std::string folder_of(const std::string& root, std::string_view id) {
    return root + "/" + std::string(id.substr(0, 2));
}

}  // namespace

bool is_file_id(std::string_view text) {
    return text.size() == kHashBytes * 2 && std::all_of(text.begin(), text.end(), is_hexadecimal);
}

FileId file_id_from_hash(std::string_view hash) {
    std::string lower(hash);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    }
    if (is_file_id(lower)) return lower;
    while (hash.ends_with('='))
        hash.remove_suffix(1);
    for (const int variant :
         {sodium_base64_VARIANT_ORIGINAL_NO_PADDING, sodium_base64_VARIANT_URLSAFE_NO_PADDING}) {
        std::array<unsigned char, kHashBytes> bytes{};
        std::size_t size = 0;
        const int done = sodium_base642bin(
            bytes.data(), bytes.size(), hash.data(), hash.size(), nullptr, &size, nullptr, variant
        );
        if (done == 0 && size == kHashBytes) return hexadecimal(bytes);
    }
    return {};
}

OpenFile::~OpenFile() {
    ::close(fd_);
}

IncomingFile::IncomingFile(
    int fd, std::string path, std::string folder, const WriteCall& write_call, std::mutex& names
)
    : fd_(fd), path_(std::move(path)), folder_(std::move(folder)), write_call_(write_call), names_(names) {}

IncomingFile::~IncomingFile() {
    ::close(fd_);
    if (!path_.empty()) ::unlink(path_.c_str());
}

Status IncomingFile::write(std::string_view bytes) {
    hash_.add(bytes);
    while (!bytes.empty() && !is_broken_) {
        const auto written = write_call_(fd_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        is_broken_ = written <= 0;
        if (is_broken_) break;
        bytes.remove_prefix(static_cast<std::size_t>(written));
        size_ += written;
    }
    return is_broken_ ? Status(disk_failure()) : Status();
}

const FileId& IncomingFile::id() {
    if (id_.empty()) id_ = hash_.finish();
    return id_;
}

MediaType IncomingFile::type() const {
    return type_of(fd_, size_);
}

Result<KeptFile> IncomingFile::keep() {
    if (is_broken_ || ::fsync(fd_) != 0) return disk_failure();
    const auto folder = folder_of(folder_, id());
    const auto final_path = folder + "/" + id();
    std::error_code error;
    std::filesystem::create_directory(folder, error);
    {
        const std::lock_guard lock(names_);
        if (error || ::rename(path_.c_str(), final_path.c_str()) != 0) return disk_failure();
    }
    path_.clear();
    if (!sync_folder(folder) || !sync_folder(folder_)) return disk_failure();
    return KeptFile{id(), size_, type_to_keep(fd_, size_)};
}

MediaFolder::MediaFolder(std::string folder, Leftovers leftovers, WriteCall write_call)
    : folder_(std::move(folder)), write_call_(write_call ? std::move(write_call) : WriteCall(::write)) {
    if (leftovers == Leftovers::kStay) return;
    std::error_code ignored;
    std::filesystem::remove_all(folder_ + "/incoming", ignored);
}

Result<std::unique_ptr<IncomingFile>> MediaFolder::begin() {
    const auto incoming = folder_ + "/incoming";
    std::error_code error;
    std::filesystem::create_directories(incoming, error);
    if (error) return disk_failure();
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, error);
    auto path = incoming + "/" + random_hexadecimal(16);
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly);
    if (fd < 0) return disk_failure();
    return std::unique_ptr<IncomingFile>(new IncomingFile(fd, std::move(path), folder_, write_call_, names_));
}

Result<std::shared_ptr<OpenFile>> MediaFolder::open(std::string_view id) const {
    const auto none = fail(ErrorCode::kNotFound, "There is no such file.");
    if (!is_file_id(id)) return none;
    const int fd = ::open(path_of(id).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0) return none;
    struct stat facts {};
    if (::fstat(fd, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        ::close(fd);
        return none;
    }
    return std::make_shared<OpenFile>(fd, facts.st_size);
}

Result<KeptFile> MediaFolder::describe(std::string_view id) const {
    ASSIGN_OR_RETURN(const auto file, open(id));
    return KeptFile{FileId(id), file->size(), type_to_keep(file->fd(), file->size())};
}

bool MediaFolder::remove(std::string_view id, UnixMillis before) {
    if (!is_file_id(id)) return true;
    const std::lock_guard lock(names_);
    struct stat facts {};
    if (::stat(path_of(id).c_str(), &facts) != 0) return errno == ENOENT;
    // The last byte was written before it was kept.
    if (facts.st_mtim.tv_sec * kSecond >= before) return false;
    return ::unlink(path_of(id).c_str()) == 0;
}

std::string MediaFolder::path_of(std::string_view id) const {
    return folder_of(folder_, id) + "/" + std::string(id);
}

}  // namespace roost
