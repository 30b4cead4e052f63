#include "server/http/signature.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace roost {

std::string webhook_signature(std::string_view secret, std::string_view body) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    HMAC(
        EVP_sha256(),
        secret.data(),
        static_cast<int>(secret.size()),
        reinterpret_cast<const unsigned char*>(body.data()),
        body.size(),
        digest.data(),
        &size
    );
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "sha256=";
    for (unsigned int i = 0; i < size; ++i) {
        text.push_back(kDigits[digest[i] >> 4U]);
        text.push_back(kDigits[digest[i] & 15U]);
    }
    return text;
}

bool is_signed_by(
    const std::vector<std::string>& secrets, std::string_view body, std::string_view signature
) {
    bool is_signed = false;
    for (const auto& secret : secrets) {
        const auto expected = webhook_signature(secret, body);
        const bool matches = expected.size() == signature.size() &&
                             CRYPTO_memcmp(expected.data(), signature.data(), expected.size()) == 0;
        is_signed = is_signed || matches;
    }
    return is_signed;
}

}  // namespace roost
