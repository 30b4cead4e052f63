// What the program says while it runs: on standard error, or in a file that is turned over. Sentences without
// secrets and without anything of messages.
#pragma once

#include <string>

#include "server/http/server.h"
#include "shared/base/result.h"

namespace roost {

struct LogOptions {
    std::string file;  // empty = standard error
    bool is_json = false;
};

inline constexpr int kLogFileMegabytes = 10;  // then it is turned over
inline constexpr int kLogFilesKept = 10;

// For everything that is said from now on. kUnavailable with a sentence if the file cannot be written.
Status open_log(const LogOptions& options);

// What went wrong here, always; all others only if `says_all`.
void log_request(const RequestReport& report, bool says_all);

}  // namespace roost
