// The address that Meta calls, looked at as Meta does when somebody enters it.
#pragma once

#include <string>

#include "server/web_get.h"

namespace roost {

inline constexpr const char* kCallbackPath = "/webhooks/whatsapp";

struct CallbackSeen {
    std::string url;  // without the query
    std::string challenge;
    WebAnswer right;  // to the verify token
    WebAnswer wrong;  // to another one
};

// It is ours: it repeats the challenge.
bool answers_challenge(const CallbackSeen& seen);

// The handshake of cloud-api §7.1, with the verify token, and with one that is wrong. Any thread; blocks, at
// most twice the limit of web_get.
CallbackSeen look_at_callback(const std::string& public_url, const std::string& verify_token);

}  // namespace roost
