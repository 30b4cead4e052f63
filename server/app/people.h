// Agents: who they are, what they may, and that somebody always may.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "server/store/people.h"
#include "server/store/store.h"
#include "shared/base/result.h"

namespace roost {

// Without being invited: by who has the machine. kInvalid for an address without '@' or a password that is
// refused, kConflict for a known address.
Result<AgentId> add_agent(
    const Deps& deps, std::string_view email, std::string_view name, AgentRole role, std::string_view password
);

// A row whose password is hashed and whose fields are checked; kInvalid naming the field.
Result<AgentRow> new_agent(
    const Deps& deps, std::string_view email, std::string_view name, AgentRole role, std::string_view password
);
// Inside a job: the row, and everybody hears of it. kConflict for a known address.
Result<AgentId> enter_agent(Transaction& transaction, AgentRow agent);
Status check_email(std::string_view email);
Status check_name(std::string_view name);

// What is absent stays as it is.
struct AgentChange {
    std::optional<std::string> name;
    std::optional<AgentRole> role;
    std::optional<bool> is_active;
};
// Who makes an administrator can do what one can: kForbidden for whoever may do less, as some keys of
// programs.
Status check_may_grant(const Principal& who, AgentRole role);
// kNotFound; kConflict where no active administrator would be left. Who is switched off, or changes roles, is
// signed out or asked anew at once.
Result<AgentRow> change_agent(const Deps& deps, const Actor& actor, AgentId id, const AgentChange& change);
// What they wrote stays, and their name with it; the address can be invited again.
Status remove_agent(const Deps& deps, const Actor& actor, AgentId id);

}  // namespace roost
