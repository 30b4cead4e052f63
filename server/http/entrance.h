// What a request says of its way here: who stands before the server, by which names it is known, and from
// which page a request may come. Pure.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace roost {

// One address, or all that begin like it: "10.0.0.1", "10.0.0.0/8", "fd00::/8".
struct AddressRange {
    std::array<unsigned char, 16> bytes{};  // IPv4 as IPv6 maps it
    int bits = 128;

    bool operator==(const AddressRange&) const = default;
};

// Separated by commas. kInvalid naming what is none.
Result<std::vector<AddressRange>> parse_address_ranges(std::string_view text);

// False for what is no address.
bool is_in_any(const std::vector<AddressRange>& ranges, std::string_view address);

struct Entrance {
    std::vector<AddressRange> trusted_proxies = {};  // whose X-Forwarded-For is believed
    std::string name = {};       // the host of the public address, in lower case; empty = it is not known
    std::string authority = {};  // the same with its port, if it names one
    bool is_name_required =
        false;               // others are refused: by them a foreign page could reach us (DNS rebinding)
    bool is_secure = false;  // browsers reach us by https
};

// `public_url` as browsers see it, `bind` what is listened on.
Entrance entrance_for(std::string_view public_url, std::string_view bind);

// The client's address: the peer's, or what the proxies before us say, the nearest of whom nobody vouches
// for.
std::string client_address(const Entrance& entrance, std::string_view peer, std::string_view forwarded_for);

// `host` as the request says it, with or without a port. Addresses and localhost are no names that others
// could give us.
bool is_known_host(const Entrance& entrance, std::string_view host);

// Of a request that changes something: from our own page, or from no page at all (empty).
bool is_own_origin(const Entrance& entrance, std::string_view origin, std::string_view host);

}  // namespace roost
