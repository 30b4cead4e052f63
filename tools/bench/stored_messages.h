// What a stopped or running server has in its database, read past the server.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

namespace roost::bench {

// How often each wamid that starts with `prefix` is stored; absent (with a line on stderr) if the file cannot
// be read.
std::optional<std::unordered_map<std::string, int>> count_stored(
    const std::string& database, const std::string& prefix
);

}  // namespace roost::bench
