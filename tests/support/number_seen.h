// What Meta tells of a number with which all is well.
#pragma once

#include "server/app/clock.h"
#include "server/app/connected_numbers.h"
#include "server/app/number_checks.h"

namespace roost::test {

inline NumberSeen healthy_number() {
    TokenFacts token;
    token.is_valid = true;
    token.scopes = {"whatsapp_business_messaging", "whatsapp_business_management"};
    token.app_id = "670843887433847";
    NumberFacts number;
    number.display_number = "+254 700 555 010";
    number.verified_name = "Savanna Solar";
    number.quality = "GREEN";
    number.messaging_limit = "TIER_10K";
    number.status = "CONNECTED";
    number.name_status = "APPROVED";
    number.code_status = "VERIFIED";
    number.throughput = "STANDARD";
    number.mode = "LIVE";
    NumberSeen seen;
    seen.token = token;
    seen.secret = SecretProof{};
    seen.number = number;
    seen.apps = std::vector<SubscribedApp>{{token.app_id, "Roost"}};
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
