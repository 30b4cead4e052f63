// What `roost` keeps beside its database: keys and generated passwords, readable by its own user only.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "shared/base/result.h"

namespace roost {

// Makes the folder and its parents, closed to other users. kUnavailable with a sentence.
Status make_data_folder(const std::string& folder);

// The text kept under `name`, or a fresh random one of `bytes` bytes in hexadecimal that is kept from now on.
// kUnavailable if it cannot be read or written; a file that others may read is closed first.
Result<std::string> kept_secret(const std::string& folder, std::string_view name, int bytes);

// The key that secrets in the database are sealed with, while it is exchanged (roost rotate-key).
inline constexpr std::string_view kSecretKeyFile = "secret_key";
inline constexpr std::string_view kSessionKeyFile = "session_key";  // may be lost: a new one is made
inline constexpr std::string_view kNextSecretKeyFile = "secret_key.next";

// The key, made on first use. kUnavailable also while an exchange was broken off: it is ended first.
Result<std::string> kept_secret_key(const std::string& folder);

bool is_secret_kept(const std::string& folder, std::string_view name);
// The secret called `from` takes the place of the one called `to`, also across a loss of power. kUnavailable.
Status replace_secret(const std::string& folder, std::string_view from, std::string_view to);

// The right to write into a data folder: two servers on one database would each believe they own the outbox.
// Given back by the destructor, and by the kernel however the program ends.
class DataLock {
  public:
    // kUnavailable while somebody else has it, or when the folder cannot be written.
    static Result<DataLock> take(const std::string& folder);

    DataLock(DataLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    DataLock& operator=(DataLock&&) = delete;
    DataLock(const DataLock&) = delete;
    DataLock& operator=(const DataLock&) = delete;
    ~DataLock();

  private:
    explicit DataLock(int fd) : fd_(fd) {}

    int fd_;  // of roost.lock
};

}  // namespace roost
