// Which addresses the access token may be shown to. Pure.
#pragma once

#include <string_view>

namespace roost {

// The host of the Graph API itself (scheme, name and port as in `graph_url`), and over https the hosts from
// which Meta hands out files (cloud-api §3).
bool may_see_token(std::string_view url, std::string_view graph_url);
// Scheme, name and port: a redirect that leaves them goes on without the token, also to another of Meta's.
bool is_same_origin(std::string_view one, std::string_view other);

}  // namespace roost
