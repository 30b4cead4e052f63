// The files of messages, on disk under the hash of their bytes: the same bytes lie there once, however often
// they are sent. A file is there whole or not at all, whatever happens while it is written.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "server/sha256.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/wire/media_type.h"

namespace roost {

// SHA-256 in hexadecimal, lower case: 64 digits.
using FileId = std::string;
bool is_file_id(std::string_view text);
// Meta writes hashes in hexadecimal and in base64 (cloud-api §3); empty for what is neither.
FileId file_id_from_hash(std::string_view hash);

// A file that lies in the folder, open for reading.
class OpenFile {
  public:
    OpenFile(int fd, std::int64_t size) : fd_(fd), size_(size) {}
    ~OpenFile();
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    int fd() const { return fd_; }
    std::int64_t size() const { return size_; }

  private:
    int fd_;
    std::int64_t size_;
};

struct KeptFile {
    FileId id;
    std::int64_t size = 0;
    MediaType type;
};

// One file on its way into the folder. Used by one thread at a time; unless kept, it leaves nothing behind.
class IncomingFile {
  public:
    ~IncomingFile();
    IncomingFile(const IncomingFile&) = delete;
    IncomingFile& operator=(const IncomingFile&) = delete;

    // kUnavailable when the disk is full or broken; then it stays so.
    Status write(std::string_view bytes);
    std::int64_t size() const { return size_; }
    // The hash of all that was written. No write() after it.
    const FileId& id();
    // What the bytes are, as far as they are written.
    MediaType type() const;
    // On disk for good, under its hash.
    Result<KeptFile> keep();

  private:
    friend class MediaFolder;
    using WriteCall = std::function<ssize_t(int fd, const void* bytes, std::size_t size)>;
    IncomingFile(
        int fd, std::string path, std::string folder, const WriteCall& write_call, std::mutex& names
    );

    int fd_;
    std::string path_;  // empty once it is kept
    const std::string folder_;
    const WriteCall& write_call_;
    std::mutex& names_;
    Sha256 hash_;
    FileId id_;
    std::int64_t size_ = 0;
    bool is_broken_ = false;
};

// Any thread.
class MediaFolder {
  public:
    // How bytes reach the disk: tests make it fail.
    using WriteCall = IncomingFile::WriteCall;

    // Whether what an earlier process left unfinished is cleared away: by the server alone, since to it the
    // folder belongs.
    enum class Leftovers { kGo, kStay };

    // `folder` is made on first use, closed to other users.
    explicit MediaFolder(std::string folder, Leftovers leftovers = Leftovers::kGo, WriteCall write_call = {});

    // kUnavailable with a sentence. The folder outlives what it hands out.
    Result<std::unique_ptr<IncomingFile>> begin();
    // kNotFound for an id that is none, or that no file has.
    Result<std::shared_ptr<OpenFile>> open(std::string_view id) const;
    // The same file as keep() told it; kNotFound as above.
    Result<KeptFile> describe(std::string_view id) const;
    // Takes the file away unless it was kept after `before`, in which case: false. True also when it is
    // absent.
    bool remove(std::string_view id, UnixMillis before);
    // Where the bytes of a file lie, for libraries that read files themselves; the file may be absent.
    std::string path_of(std::string_view id) const;

  private:
    const std::string folder_;
    const WriteCall write_call_;
    std::mutex names_;  // held while a file gets or loses its name
};

}  // namespace roost
