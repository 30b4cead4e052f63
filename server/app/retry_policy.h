// What becomes of a message after one attempt to send it. Pure.
#pragma once

#include <variant>

#include "server/cloud/cloud_api.h"
#include "shared/base/time.h"
#include "shared/model/message.h"

namespace roost {

struct Attempt {
    int count = 1;                // attempts so far, this one included
    int pair_refusals = 0;        // "too fast for this recipient", in a row, before this one
    UnixMillis accepted_at = 0;   // when the agent's message was accepted
    UnixMillis give_up_at = 0;    // after this it makes no sense to send it any more
    UnixMillis status_grace = 0;  // how long a status is waited for when the end is not known
};

struct TryAgain {
    UnixMillis at = 0;
    bool slows_pair = false;     // this conversation alone
    bool stops_account = false;  // nothing else goes out from this number before `at` either
    bool reached_meta = true;    // otherwise it does not count as an attempt
    Failure reason = {};         // of stops_account: what agents are told
};

// May have gone out: Meta's status webhook has until `until` to say so; then it is sent again.
struct WaitForStatus {
    UnixMillis until = 0;
};

struct GiveUp {
    Failure failure;
};

struct Sent {
    std::string wamid;
    std::string wa_id;  // the recipient as WhatsApp knows them; may be empty
};

using Verdict = std::variant<Sent, TryAgain, WaitForStatus, GiveUp>;

Verdict judge(const Attempt& attempt, const CloudOutcome& outcome, UnixMillis now);

// Unsent until now, although nobody refused it. `has_window` = it needed the customer's 24-hour window.
Failure too_late(bool has_window);

}  // namespace roost
