// How people come to be agents: by a link that an administrator gives them, and the very first one by a link
// that the server prints. A link is good once, and holds all the proof there is.
#pragma once

#include <string>
#include <string_view>

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "server/app/sessions.h"
#include "server/store/people.h"
#include "shared/base/result.h"

namespace roost {

inline constexpr UnixMillis kInvitationLife = 7 * kDay;

struct Invited {
    InvitationRow row;
    std::string link;  // to be given to them; it cannot be read again
};
// One for each address: inviting again makes the link before worthless. kConflict for who is an agent
// already.
Result<Invited> invite(
    const Deps& deps, const Actor& actor, std::string_view email, std::string_view name, AgentRole role
);
// kNotFound in the same words for one that is unknown, used, withdrawn or over.
Result<InvitationRow> find_invitation(const Deps& deps, std::string_view token);
Status withdraw_invitation(const Deps& deps, const Actor& actor, std::int64_t id);

struct Newcomer {
    std::string email;  // of the first administrator alone: an invitation says it itself
    std::string name;   // empty = as the invitation has it
    std::string password;
};
// Makes the agent and signs them in. After a refusal the link is as good as before.
Result<Session> accept_invitation(
    const Deps& deps, std::string_view token, const Newcomer& newcomer, const Origin& from
);

// The link to print; absent when there is an agent already. Each one ends the one before.
Result<std::optional<std::string>> offer_setup(const Deps& deps);
// kNotFound as for an invitation.
Status check_setup(const Deps& deps, std::string_view token);
Result<Session> set_up(
    const Deps& deps, std::string_view token, const Newcomer& newcomer, const Origin& from
);

}  // namespace roost
