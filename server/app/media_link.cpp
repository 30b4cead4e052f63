#include "server/app/media_link.h"

#include <sodium.h>

#include "server/sha256.h"
#include "shared/base/ids.h"

namespace roost {

namespace {

// The key signs access tokens, too: what is signed here can never be read as one of those.
std::string signature_of(std::string_view key, std::string_view file, std::string_view expires) {
    const auto text = "media/" + std::string(file) + "/" + std::string(expires);
    return hmac_sha256(key, text);
}

}  // namespace

MediaLink make_media_link(std::string_view key, std::string_view file, UnixMillis now) {
    const auto expires_at = (now / kHour + 2) * kHour;
    const auto expires = std::to_string(expires_at / kSecond);
    return {
        "/api/v1/media/" + std::string(file) + "?expires=" + expires +
            "&signature=" + signature_of(key, file, expires),
        expires_at};
}

bool is_media_link(
    std::string_view key,
    std::string_view file,
    std::string_view expires,
    std::string_view signature,
    UnixMillis now
) {
    const auto until = parse_decimal(expires);
    if (key.empty() || !until || now / kSecond >= *until) return false;
    const auto expected = signature_of(key, file, expires);
    return signature.size() == expected.size() &&
           sodium_memcmp(signature.data(), expected.data(), expected.size()) == 0;
}

}  // namespace roost
