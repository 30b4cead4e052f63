#include "server/http/entrance.h"

#include <arpa/inet.h>

#include <algorithm>
#include <optional>

#include "shared/base/ids.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

using Bytes = std::array<unsigned char, 16>;

std::optional<Bytes> parse_address(std::string_view text) {
    const std::string address(text);
    Bytes bytes{};
    if (::inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1) return bytes;
    bytes = {};
    bytes[10] = bytes[11] = 0xff;
    if (::inet_pton(AF_INET, address.c_str(), bytes.data() + 12) == 1) return bytes;
    return std::nullopt;
}

bool is_in(const AddressRange& range, const Bytes& address) {
    for (int i = 0; i < 16; ++i) {
        const int bits = std::clamp(range.bits - 8 * i, 0, 8);
        const auto mask = static_cast<unsigned char>(0xff00U >> static_cast<unsigned>(bits));
        const auto at = static_cast<std::size_t>(i);
        if (((range.bytes.at(at) ^ address.at(at)) & mask) != 0) return false;
    }
    return true;
}

Result<AddressRange> parse_range(std::string_view text) {
    const auto slash = text.find('/');
    const auto address = text.substr(0, slash);
    const auto bytes = parse_address(address);
    const int most = address.find(':') == std::string_view::npos ? 32 : 128;
    std::optional<std::int64_t> bits = most;
    if (slash != std::string_view::npos) bits = parse_decimal(text.substr(slash + 1));
    if (!bytes || !bits || *bits < 0 || *bits > most)
        return fail(ErrorCode::kInvalid, "'" + std::string(text) + "' is no address.");
    return AddressRange{*bytes, static_cast<int>(*bits) + 128 - most};
}

std::string lower(std::string_view text) {
    std::string all(text);
    for (char& c : all)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return all;
}

// "[::1]:80" → "::1", "Host:80" → "host".
std::string host_of(std::string_view authority) {
    if (authority.starts_with('[')) return lower(authority.substr(1, authority.find(']') - 1));
    auto host = lower(authority.substr(0, authority.rfind(':')));
    if (host.ends_with('.')) host.pop_back();
    return host;
}

std::string_view authority_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    url.remove_prefix(scheme + 3);
    return url.substr(0, url.find('/'));
}

}  // namespace

Result<std::vector<AddressRange>> parse_address_ranges(std::string_view text) {
    std::vector<AddressRange> ranges;
    while (!text.empty()) {
        const auto end = std::min(text.find(','), text.size());
        const auto one = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (one.empty()) continue;
        ASSIGN_OR_RETURN(auto range, parse_range(one));
        ranges.push_back(range);
    }
    return ranges;
}

bool is_in_any(const std::vector<AddressRange>& ranges, std::string_view address) {
    const auto bytes = parse_address(address);
    return bytes && std::any_of(ranges.begin(), ranges.end(), [&](const AddressRange& one) {
               return is_in(one, *bytes);
           });
}

Entrance entrance_for(std::string_view public_url, std::string_view bind) {
    Entrance entrance;
    entrance.authority = lower(authority_of(public_url));
    entrance.name = host_of(entrance.authority);
    entrance.is_secure = public_url.starts_with("https://");
    const bool is_local = bind == "127.0.0.1" || bind == "::1" || bind == "localhost";
    entrance.is_name_required = is_local || entrance.name != "localhost";
    return entrance;
}

std::string client_address(const Entrance& entrance, std::string_view peer, std::string_view forwarded_for) {
    auto nearest = std::string(peer);
    bool is_proxy = is_in_any(entrance.trusted_proxies, peer);
    while (is_proxy && !forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        const auto start = comma == std::string_view::npos ? 0 : comma + 1;
        const auto before = trim(forwarded_for.substr(start));
        forwarded_for = forwarded_for.substr(0, comma == std::string_view::npos ? 0 : comma);
        // What is no address is nobody's word.
        if (!parse_address(before)) break;
        nearest = before;
        is_proxy = is_in_any(entrance.trusted_proxies, before);
    }
    return nearest;
}

bool is_known_host(const Entrance& entrance, std::string_view host) {
    if (!entrance.is_name_required) return true;
    const auto name = host_of(trim(host));
    return name == entrance.name || name == "localhost" || parse_address(name).has_value();
}

bool is_own_origin(const Entrance& entrance, std::string_view origin, std::string_view host) {
    if (origin.empty()) return true;
    const auto from = lower(authority_of(origin));
    return !from.empty() && (from == lower(trim(host)) || from == entrance.authority);
}

}  // namespace roost
