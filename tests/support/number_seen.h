// What Meta tells of a number with which all is well.
#pragma once

#include "server/app/clock.h"
#include "server/app/connected_numbers.h"
#include "server/app/number_checks.h"
#include "tests/support/number_facts.h"

namespace roost::test {

inline NumberSeen healthy_number() {
    NumberSeen seen;
    seen.token = good_token();
    seen.secret = SecretProof{};
    seen.number = good_number();
    seen.apps = our_subscription();
    return seen;
}

// Of that number: the business account has it.
inline NumberSeen seen_as(NumberSeen seen, const ConnectedNumber& number, const Clock& clock) {
    seen.now = clock.now();
    seen.phone_number_id = number.phone_number_id;
    seen.has_app_secret = !number.app_secret.empty();
    if (!seen.account)
        seen.account = BusinessAccountFacts{"Savanna", "APPROVED", {{number.phone_number_id, ""}}};
    return seen;
}

}  // namespace roost::test
