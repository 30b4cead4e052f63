#include "server/http/page_policy.h"

#include <array>

#include <openssl/evp.h>

namespace roost {

namespace {

// "'sha256-…'", as a policy names what stands between two tags.
std::string source_of(std::string_view content) {
    constexpr int kDigestBytes = 32;
    std::array<unsigned char, kDigestBytes> digest{};
    EVP_Digest(content.data(), content.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
    std::array<unsigned char, (kDigestBytes + 2) / 3 * 4 + 1> text{};
    const int size = EVP_EncodeBlock(text.data(), digest.data(), kDigestBytes);
    std::string source = "'sha256-";
    source.append(text.begin(), text.begin() + size);
    return source + "'";
}

// " 'sha256-…'" for each element of that kind.
std::string sources_of(std::string_view html, std::string_view opening, std::string_view closing) {
    std::string sources;
    for (auto at = html.find(opening); at != std::string_view::npos; at = html.find(opening, at)) {
        at += opening.size();
        const auto end = html.find(closing, at);
        if (end == std::string_view::npos) break;
        sources.append(" ").append(source_of(html.substr(at, end - at)));
        at = end;
    }
    return sources;
}

}  // namespace

std::string page_policy(std::string_view html) {
    std::string policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
    policy += sources_of(html, "<script>", "</script>");
    policy += "; style-src 'self'";
    policy += sources_of(html, "<style>", "</style>");
    policy +=
        "; connect-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; frame-src 'self' blob:; "
        "font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    return policy;
}

}  // namespace roost
