// Who is asking: established once, at the edge, by http/auth.
#pragma once

#include <string>

#include "shared/base/ids.h"

namespace roost {

enum class AgentRole { kAdmin, kSupervisor, kAgent, kViewer };

struct Principal {
    AgentId agent;
    AgentRole role = AgentRole::kViewer;
};

}  // namespace roost
