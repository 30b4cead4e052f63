#include "server/cloud/meta_hosts.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

namespace roost {

namespace {

struct Origin {
    std::string scheme;
    std::string host;
    std::string port;

    bool operator==(const Origin&) const = default;
};

std::string part_of(CURLU* url, CURLUPart part, unsigned int flags) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, flags) != CURLUE_OK) return {};
    std::string copy = text;
    curl_free(text);
    return copy;
}

// Empty for what curl itself would not call. By curl's own parser: two that differ would be a hole.
Origin origin_of(std::string_view text) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), curl_url_cleanup);
    if (curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), 0) != CURLUE_OK) return {};
    Origin origin;
    origin.scheme = part_of(url.get(), CURLUPART_SCHEME, 0);
    origin.host = part_of(url.get(), CURLUPART_HOST, 0);
    origin.port = part_of(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
    std::transform(origin.host.begin(), origin.host.end(), origin.host.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return origin;
}

}  // namespace

bool may_see_token(std::string_view url, std::string_view graph_url) {
    const auto origin = origin_of(url);
    if (origin.host.empty()) return false;
    if (origin == origin_of(graph_url)) return true;
    if (origin.scheme != "https" || origin.port != "443") return false;
    constexpr std::array<std::string_view, 5> kMeta{
        ".fbsbx.com", ".facebook.com", ".fbcdn.net", ".whatsapp.net", ".whatsapp.com"};
    return std::any_of(kMeta.begin(), kMeta.end(), [&](std::string_view domain) {
        return std::string_view(origin.host).ends_with(domain);
    });
}

bool is_same_origin(std::string_view one, std::string_view other) {
    const auto origin = origin_of(one);
    return !origin.host.empty() && origin == origin_of(other);
}

}  // namespace roost
