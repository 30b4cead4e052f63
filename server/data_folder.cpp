#include "server/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "server/random_text.h"
#include "server/secret_box.h"

namespace roost {

namespace {

constexpr mode_t kOwnerOnly = 0600;

std::string read_all(int fd) {
    std::string text;
    std::array<char, 512> bytes{};
    while (true) {
        const auto count = ::read(fd, bytes.data(), bytes.size());
        if (count <= 0) return text;
        text.append(bytes.data(), static_cast<std::size_t>(count));
    }
}

tl::unexpected<Error> unusable(const std::string& path) {
    return fail(
        ErrorCode::kUnavailable, path + " cannot be read or written: check who owns the data folder."
    );
}

}  // namespace

Status make_data_folder(const std::string& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return fail(
            ErrorCode::kUnavailable, "The data folder '" + folder + "' cannot be made: " + error.message()
        );
    }
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    return {};
}

Result<std::string> kept_secret(const std::string& folder, std::string_view name, int bytes) {
    const auto path = (std::filesystem::path(folder) / name).string();
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerOnly);
    if (fd < 0) return unusable(path);
    ::fchmod(fd, kOwnerOnly);
    auto text = read_all(fd);
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    bool is_kept = true;
    if (text.empty()) {
        text = random_hexadecimal(bytes);
        const auto line = text + "\n";
        is_kept =
            ::write(fd, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(fd) == 0;
    }
    ::close(fd);
    if (!is_kept) return unusable(path);
    return text;
}

bool is_secret_kept(const std::string& folder, std::string_view name) {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::path(folder) / name, ignored);
}

Result<std::string> kept_secret_key(const std::string& folder) {
    if (is_secret_kept(folder, kNextSecretKeyFile)) {
        return fail(
            ErrorCode::kUnavailable,
            "An exchange of the key was broken off: run roost rotate-key --data " + folder + " once more."
        );
    }
    return kept_secret(folder, kSecretKeyFile, SecretBox::kKeyBytes);
}

Status replace_secret(const std::string& folder, std::string_view from, std::string_view to) {
    const auto path = std::filesystem::path(folder);
    std::error_code error;
    std::filesystem::rename(path / from, path / to, error);
    if (error) return unusable((path / to).string());
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool is_durable = fd >= 0 && ::fsync(fd) == 0;
    if (fd >= 0) ::close(fd);
    if (!is_durable) return unusable(folder);
    return {};
}

Result<DataLock> DataLock::take(const std::string& folder) {
    const auto path = folder + "/roost.lock";
    DataLock lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerOnly));
    if (lock.fd_ >= 0 && ::flock(lock.fd_, LOCK_EX | LOCK_NB) == 0) return lock;
    return fail(
        ErrorCode::kUnavailable,
        "Another Roost is running on the data folder '" + folder + "', or it is not ours."
    );
}

DataLock::~DataLock() {
    if (fd_ >= 0) ::close(fd_);
}

}  // namespace roost
