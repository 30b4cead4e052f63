// Who does what, for the log that nobody can change. Written in the transaction of what it tells of.
#pragma once

#include <string>
#include <string_view>

#include "server/app/deps.h"
#include "server/app/principal.h"
#include "server/store/people.h"
#include "server/store/store.h"

namespace roost {

// Who acts, and from where.
struct Actor {
    Principal who;
    std::string address;
};

// `action` is a stable word, "agent.invited"; `subject` whom or what it was done to; `detail` what of it
// changed. Neither holds a secret or a message.
Status note_action(
    const Deps& deps,
    Transaction& transaction,
    const Actor& actor,
    std::string_view action,
    std::string_view subject,
    std::string_view detail = {}
);

}  // namespace roost
