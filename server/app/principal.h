// Who is asking: established once, at the edge, by http/auth.
#pragma once

#include <optional>
#include <string_view>

#include "shared/base/ids.h"

namespace roost {

enum class AgentRole { kAdmin, kSupervisor, kAgent, kViewer };

std::optional<AgentRole> parse_role(std::string_view name);
std::string_view role_name(AgentRole role);  // "admin", …

inline bool leads(AgentRole role) {
    return role == AgentRole::kAdmin || role == AgentRole::kSupervisor;
}

struct Principal {
    AgentId agent;
    AgentRole role = AgentRole::kViewer;
};

}  // namespace roost
