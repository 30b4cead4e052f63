#include "server/backup/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace roost {

namespace {

constexpr std::size_t kPiece = 65'536;
constexpr mode_t kOwnerOnly = 0600;
// Quick, and half the size; more takes many times as long for a tenth.
constexpr const char* kLevel = "3";

using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

tl::unexpected<Error> unreadable(const std::string& path) {
    return fail(ErrorCode::kUnavailable, "The file " + path + " cannot be read.");
}

}  // namespace

Result<std::unique_ptr<ArchiveWriter>> ArchiveWriter::create(const std::string& path) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly);
    if (fd < 0 && errno == EEXIST) {
        return fail(ErrorCode::kConflict, "There is a file " + path + " already; name another.");
    }
    if (fd < 0) return fail(ErrorCode::kUnavailable, "The file " + path + " cannot be made.");
    archive* out = archive_write_new();
    std::unique_ptr<ArchiveWriter> writer(new ArchiveWriter(path, fd, out));
    const bool is_ready =
        archive_write_set_format_pax_restricted(out) == ARCHIVE_OK &&
        archive_write_add_filter_zstd(out) == ARCHIVE_OK &&
        archive_write_set_filter_option(out, "zstd", "compression-level", kLevel) == ARCHIVE_OK &&
        archive_write_open_fd(out, fd) == ARCHIVE_OK;
    if (!is_ready) return writer->failure();
    return writer;
}

ArchiveWriter::~ArchiveWriter() {
    archive_write_free(out_);
    ::close(fd_);
    if (!is_finished_) ::unlink(path_.c_str());
}

tl::unexpected<Error> ArchiveWriter::failure() const {
    return fail(ErrorCode::kUnavailable, "The file " + path_ + " cannot be written: is the disk full?");
}

Status ArchiveWriter::begin_entry(const std::string& name, std::int64_t size) {
    const Entry entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), size);
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), kOwnerOnly);
    return archive_write_header(out_, entry.get()) == ARCHIVE_OK ? Status() : Status(failure());
}

Status ArchiveWriter::write(std::string_view bytes) {
    const auto written = archive_write_data(out_, bytes.data(), bytes.size());
    return written == static_cast<la_ssize_t>(bytes.size()) ? Status() : Status(failure());
}

Status ArchiveWriter::add_text(const std::string& name, std::string_view text) {
    RETURN_IF_ERROR(begin_entry(name, static_cast<std::int64_t>(text.size())));
    return write(text);
}

Status ArchiveWriter::add_file(const std::string& name, const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0) return unreadable(path);
    struct stat facts {};
    std::array<char, kPiece> piece{};
    std::int64_t left = ::fstat(fd, &facts) == 0 ? facts.st_size : -1;
    Status added = left < 0 ? Status(unreadable(path)) : begin_entry(name, left);
    while (added && left > 0) {
        const auto size = ::read(fd, piece.data(), piece.size());
        if (size < 0 && errno == EINTR) continue;
        if (is_stopping_ != nullptr && is_stopping_->load()) {
            added = fail(ErrorCode::kUnavailable, "Roost is stopping.");
            break;
        }
        // A file that became shorter meanwhile is not the one that was announced.
        added = size <= 0 || size > left ? Status(unreadable(path))
                                         : write({piece.data(), static_cast<std::size_t>(size)});
        left -= size;
    }
    ::close(fd);
    return added;
}

Status ArchiveWriter::finish() {
    if (archive_write_close(out_) != ARCHIVE_OK || ::fsync(fd_) != 0) return failure();
    is_finished_ = true;
    return {};
}

Result<std::unique_ptr<ArchiveReader>> ArchiveReader::open(const std::string& path) {
    if (::access(path.c_str(), R_OK) != 0) return unreadable(path);
    archive* in = archive_read_new();
    std::unique_ptr<ArchiveReader> reader(new ArchiveReader(path, in));
    archive_read_support_format_tar(in);
    archive_read_support_filter_zstd(in);
    if (archive_read_open_filename(in, path.c_str(), kPiece) != ARCHIVE_OK) return reader->failure();
    return reader;
}

ArchiveReader::~ArchiveReader() {
    archive_read_free(in_);
}

tl::unexpected<Error> ArchiveReader::failure() const {
    return fail(
        ErrorCode::kInvalid, "The file " + path_ + " is no backup of Roost, or it is damaged or cut short."
    );
}

Result<std::optional<std::string>> ArchiveReader::next() {
    archive_entry* entry = nullptr;
    const int code = archive_read_next_header(in_, &entry);
    if (code == ARCHIVE_EOF) return std::nullopt;
    if (code != ARCHIVE_OK || archive_entry_filetype(entry) != AE_IFREG) return failure();
    const char* name = archive_entry_pathname(entry);
    if (name == nullptr) return failure();
    return name;
}

Status ArchiveReader::read(const std::function<Status(std::string_view)>& take) {
    std::array<char, kPiece> piece{};
    while (true) {
        const auto size = archive_read_data(in_, piece.data(), piece.size());
        if (size < 0) return failure();
        if (size == 0) return {};
        RETURN_IF_ERROR(take({piece.data(), static_cast<std::size_t>(size)}));
    }
}

}  // namespace roost
