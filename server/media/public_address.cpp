#include "server/media/public_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace roost {

namespace {

struct Network {
    std::uint32_t first;
    unsigned bits;
};

// IANA's registry of special addresses, and multicast.
constexpr auto kClosed = std::to_array<Network>({
    {0x00000000U, 8},   // this network
    {0x0a000000U, 8},   // private
    {0x64400000U, 10},  // shared by customers of a provider
    {0x7f000000U, 8},   // this machine
    {0xa9fe0000U, 16},  // link-local, and with it the metadata of clouds
    {0xac100000U, 12},  // private
    {0xc0000000U, 24},  // protocol assignments
    {0xc0000200U, 24},  // documentation
    {0xc0586300U, 24},  // relays to IPv6
    {0xc0a80000U, 16},  // private
    {0xc6120000U, 15},  // benchmarks
    {0xc6336400U, 24},  // documentation
    {0xcb007100U, 24},  // documentation
    {0xe0000000U, 3},   // multicast, reserved, broadcast
});

bool is_public_v4(std::uint32_t address) {
    return std::none_of(kClosed.begin(), kClosed.end(), [address](const Network& network) {
        return (address ^ network.first) >> (32U - network.bits) == 0;
    });
}

using Bytes = std::array<unsigned char, 16>;

bool begins_with(const Bytes& address, std::initializer_list<unsigned char> bytes) {
    return std::equal(bytes.begin(), bytes.end(), address.begin());
}

bool is_public_v6(const Bytes& address) {
    // Assigned to the Internet are 2000::/3 alone, without: documentation, benchmarks and tunnels, whose ends
    // lie anywhere.
    if ((address[0] & 0xe0U) != 0x20U) return false;
    if (begins_with(address, {0x20, 0x01}) && address[2] < 0x02) return false;  // 2001::/23
    if (begins_with(address, {0x20, 0x01, 0x0d, 0xb8})) return false;
    if (begins_with(address, {0x3f, 0xff}) && address[2] < 0x10) return false;
    return !begins_with(address, {0x20, 0x02});
}

}  // namespace

bool is_public_address(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        return is_public_v4(ntohl(v4.sin_addr.s_addr));
    }
    if (address.sa_family != AF_INET6) return false;
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    Bytes bytes{};
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return is_public_v6(bytes);
}

bool is_public_address(std::string_view text) {
    const std::string name(text);
    sockaddr_storage storage{};
    auto* const v4 = reinterpret_cast<sockaddr_in*>(&storage);
    auto* const v6 = reinterpret_cast<sockaddr_in6*>(&storage);
    if (inet_pton(AF_INET, name.c_str(), &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
    } else if (inet_pton(AF_INET6, name.c_str(), &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
    } else {
        return false;
    }
    return is_public_address(reinterpret_cast<const sockaddr&>(storage));
}

}  // namespace roost
