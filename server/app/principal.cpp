#include "server/app/principal.h"

#include <array>

namespace roost {

namespace {

constexpr std::array<std::string_view, 4> kNames{"admin", "supervisor", "agent", "viewer"};

}  // namespace

std::optional<AgentRole> parse_role(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames.at(i) == name) return static_cast<AgentRole>(i);
    }
    return std::nullopt;
}

std::string_view role_name(AgentRole role) {
    return kNames.at(static_cast<std::size_t>(role));
}

}  // namespace roost
