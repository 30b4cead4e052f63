// What becomes of a file after one attempt to fetch it. Pure.
#pragma once

#include <variant>

#include "shared/base/time.h"
#include "shared/messages/media_copy.h"

namespace roost {

enum class FetchProblem {
    kGone,         // Meta knows no such file, or none at the address it gave
    kRefused,      // Meta does not let this account have it, for now
    kUnreachable,  // no answer of Meta's, or half of one
    kDisk,         // it cannot be stored here
    kDamaged,      // other bytes than were announced, or none
    kTooLarge,
};

struct FetchAttempt {
    int count = 1;  // attempts so far, this one included
    FetchProblem problem = FetchProblem::kUnreachable;
    UnixMillis retry_after = 0;  // from now, as Meta asked
    UnixMillis give_up_at = 0;
};

struct FetchAgain {
    UnixMillis at = 0;
    // What is to be shown meanwhile: an agent need not wait, and may ask again. kNone = that it is on its
    // way.
    MediaFault shown = MediaFault::kNone;
};
struct FetchGivenUp {
    MediaFault fault = MediaFault::kNone;
};

std::variant<FetchAgain, FetchGivenUp> judge_fetch(const FetchAttempt& attempt, UnixMillis now);

}  // namespace roost
