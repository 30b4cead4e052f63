#include "shared/base/result.h"

#include <array>

namespace roost {

std::string_view error_code_name(ErrorCode code) {
    static constexpr std::array<std::string_view, 10> kNames{
        "invalid",
        "unauthorized",
        "forbidden",
        "not_found",
        "conflict",
        "window_closed",
        "blocked",
        "too_large",
        "unavailable",
        "internal"};
    return kNames.at(static_cast<std::size_t>(code));
}

}  // namespace roost
