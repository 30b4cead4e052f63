#include "server/app/media_link.h"

#include <sodium.h>

#include <array>

#include "shared/base/ids.h"

namespace roost {

namespace {

// The key signs access tokens, too: what is signed here can never be read as one of those.
std::string signature_of(std::string_view key, std::string_view file, std::string_view expires) {
    const auto text = "media/" + std::string(file) + "/" + std::string(expires);
    const auto bytes = [](std::string_view from) {
        return reinterpret_cast<const unsigned char*>(from.data());
    };
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> hash{};
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes(text), text.size());
    crypto_auth_hmacsha256_final(&state, hash.data());
    std::array<char, crypto_auth_hmacsha256_BYTES * 2 + 1> hexadecimal{};
    sodium_bin2hex(hexadecimal.data(), hexadecimal.size(), hash.data(), hash.size());
    return hexadecimal.data();
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
