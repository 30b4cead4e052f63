// From what was seen of a number to what is wrong with it. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/cloud/callback_look.h"
#include "server/cloud/cloud_inspection.h"
#include "shared/model/own_number.h"

namespace roost {

inline constexpr UnixMillis kTokenEndsSoon = 14 * kDay;

// Absent = it was not looked at, since what comes before it failed.
struct NumberSeen {
    UnixMillis now = 0;
    std::string phone_number_id;
    CloudLook<TokenFacts> token = CloudUnreachable{};
    bool has_app_secret = false;
    std::optional<CloudLook<SecretProof>> secret = {};
    std::optional<CloudLook<NumberFacts>> number = {};
    std::optional<CloudLook<BusinessAccountFacts>> account = {};
    std::optional<CloudLook<std::vector<SubscribedApp>>> apps = {};
    std::optional<CallbackSeen> callback = {};
    bool needs_https = false;  // Meta itself will call, not one that is played on this machine
};

// Meta may be asked more with it.
bool is_token_good(const CloudLook<TokenFacts>& look, UnixMillis now);

NumberHealth judge_number(const NumberSeen& seen);

// What Meta did not tell this time is as it told it before.
NumberHealth with_what_was_known(NumberHealth looked, const NumberHealth& before);

bool prevents_connecting(const NumberHealth& health);

}  // namespace roost
