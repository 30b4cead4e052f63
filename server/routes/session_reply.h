// How a session is handed over: the access token in the body, the refresh token only in a cookie that no
// script can read and no other site can send.
#pragma once

#include <string_view>

#include "server/app/sessions.h"
#include "server/config.h"
#include "server/http/message.h"

namespace roost {

inline constexpr std::string_view kRefreshCookie = "roost_refresh";
inline constexpr std::size_t kSignInBytes = std::size_t{16} * 1024;

// What was refused, or when it may be tried again.
Reply refusal_reply(const SignInRefusal& refusal);
Reply session_reply(const Config& config, const Session& session);
// The browser is to forget it.
void clear_refresh_cookie(Reply& reply, const Config& config);

}  // namespace roost
