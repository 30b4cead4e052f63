// One file that holds many: tar, compressed with Zstandard, so that other tools can read it too (libarchive).
// Each used by one thread at a time. Failures have a sentence that names the file.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

struct archive;

namespace roost {

class ArchiveWriter {
  public:
    // Readable by its owner only. Replaces nothing: the file must not exist.
    static Result<std::unique_ptr<ArchiveWriter>> create(const std::string& path);
    // A file that was not finished is removed.
    ~ArchiveWriter();
    ArchiveWriter(const ArchiveWriter&) = delete;
    ArchiveWriter& operator=(const ArchiveWriter&) = delete;

    // From then on nothing more is added: kUnavailable. May be null; outlives this.
    void end_when(const std::atomic<bool>* is_stopping) { is_stopping_ = is_stopping; }
    Status add_text(const std::string& name, std::string_view text);
    Status add_file(const std::string& name, const std::string& path);
    // On disk for good.
    Status finish();

  private:
    ArchiveWriter(std::string path, int fd, archive* out) : path_(std::move(path)), fd_(fd), out_(out) {}
    Status begin_entry(const std::string& name, std::int64_t size);
    Status write(std::string_view bytes);
    tl::unexpected<Error> failure() const;

    const std::string path_;
    int fd_;
    archive* out_;
    bool is_finished_ = false;
    const std::atomic<bool>* is_stopping_ = nullptr;
};

class ArchiveReader {
  public:
    // kInvalid, here or at next(), for what is no such archive.
    static Result<std::unique_ptr<ArchiveReader>> open(const std::string& path);
    ~ArchiveReader();
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;

    // The name of the next plain file in it; absent at the end. Anything that is no plain file is an error.
    Result<std::optional<std::string>> next();
    // Its bytes, piece by piece; what `take` answers ends it.
    Status read(const std::function<Status(std::string_view)>& take);

  private:
    ArchiveReader(std::string path, archive* in) : path_(std::move(path)), in_(in) {}
    tl::unexpected<Error> failure() const;

    const std::string path_;
    archive* in_;
};

}  // namespace roost
