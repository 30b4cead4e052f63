// What Meta tells of a token and a number with which all is well.
#pragma once

#include <string>
#include <vector>

#include "server/cloud/cloud_inspection.h"

namespace roost::test {

inline constexpr std::string_view kAppId = "670843887433847";

inline TokenFacts good_token() {
    TokenFacts token;
    token.is_valid = true;
    token.scopes = {"whatsapp_business_management", "whatsapp_business_messaging"};
    token.app_id = kAppId;
    token.application = "Roost";
    token.type = "SYSTEM_USER";
    return token;
}

inline NumberFacts good_number() {
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
    return number;
}

inline std::vector<SubscribedApp> our_subscription() {
    return {{std::string(kAppId), "Roost"}};
}

}  // namespace roost::test
