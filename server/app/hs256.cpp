#include "server/app/hs256.h"

#include <array>

#include <sodium.h>

namespace roost {

namespace {

constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string sign(std::string_view key, std::string_view text) {
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> signature{};
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes_of(text), text.size());
    crypto_auth_hmacsha256_final(&state, signature.data());
    return {signature.begin(), signature.end()};
}

}  // namespace

std::string to_base64url(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), kVariant);
    text.pop_back();  // its terminator
    return text;
}

std::string from_base64url(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    auto* to = reinterpret_cast<unsigned char*>(bytes.data());
    const int done =
        sodium_base642bin(to, bytes.size(), text.data(), text.size(), nullptr, &size, nullptr, kVariant);
    bytes.resize(done == 0 ? size : 0);
    return bytes;
}

std::string hs256_signature(std::string_view key, std::string_view text) {
    return to_base64url(sign(key, text));
}

bool is_hs256_signature(std::string_view key, std::string_view text, std::string_view signature) {
    const auto given = from_base64url(signature);
    const auto expected = sign(key, text);
    return given.size() == expected.size() &&
           sodium_memcmp(given.data(), expected.data(), expected.size()) == 0 && !key.empty();
}

}  // namespace roost
