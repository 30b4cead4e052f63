// Which addresses of the network lie in the open Internet. Pure.
#pragma once

#include <sys/socket.h>

#include <string_view>

namespace roost {

// False for this machine, for private and shared networks, for everything that is reserved, and for the forms
// in which IPv6 carries such an address of IPv4.
bool is_public_address(const sockaddr& address);
// The same for its text, "203.0.113.7" or "2001:db8::1"; false for what is none.
bool is_public_address(std::string_view text);

}  // namespace roost
