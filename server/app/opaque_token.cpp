#include "server/app/opaque_token.h"

#include <array>
#include <cstdlib>

#include <sodium.h>

namespace roost {

std::string make_opaque_token() {
    // Without chance every token would be guessable: there is nothing sensible to go on with.
    if (sodium_init() < 0) std::abort();
    constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::array<unsigned char, 32> random{};
    randombytes_buf(random.data(), random.size());
    std::string text(sodium_base64_encoded_len(random.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), random.data(), random.size(), kVariant);
    text.pop_back();  // its terminator
    return text;
}

std::string hash_of_token(std::string_view token) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(token.data()), token.size());
    std::string hex(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
}

}  // namespace roost
