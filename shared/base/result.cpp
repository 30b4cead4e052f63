#include "shared/base/result.h"

#include <array>

namespace roost {

std::string_view error_code_name(ErrorCode code) {
    static constexpr std::array<std::string_view, 11> kNames{
        "invalid",
        "unauthorized",
        "forbidden",
        "not_found",
        "conflict",
        "window_closed",
        "blocked",
        "too_large",
        "too_many_requests",
        "unavailable",
        "internal"};
    return kNames.at(static_cast<std::size_t>(code));
}

}  // namespace roost
