// The one access token that the simulated app has given out: until when it is good, and for what (cloud-api
// §1). Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/simulator/exchange.h"
#include "server/simulator/message_checks.h"
#include "server/simulator/payload.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost::simulator {

struct AccessToken {
    std::string text;             // empty: any is good
    std::string app_secret = {};  // of the app that gave it out; empty: any proof is good
    UnixMillis expires_at = 0;    // 0 = never
    std::vector<std::string> scopes{"whatsapp_business_management", "whatsapp_business_messaging"};

    bool has(std::string_view scope) const;
};

// Absent for the token; 190 for another one, or when it has expired; 100 for a wrong proof of the app secret.
Refusal check_token(const AccessToken& token, const Request& request, UnixMillis now);
// Absent unless a call needs a scope that the token lacks: 10 then. `edge` is what follows the number or the
// account in the path.
Refusal check_number_scope(const AccessToken& token, std::string_view edge);
Refusal check_account_scope(const AccessToken& token);

// {"expires_in_ms"?: null = never, "scopes"?}. kInvalid naming the field.
Status change_token(AccessToken& token, const Json& change, UnixMillis now);
// GET /debug_token.
Json debug_token(const AccessToken& token, const BusinessNumber& number, UnixMillis now);

}  // namespace roost::simulator
