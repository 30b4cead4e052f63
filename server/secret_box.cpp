#include "server/secret_box.h"

#include <sodium.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace roost {

namespace {

using Bytes = std::vector<unsigned char>;

static_assert(SecretBox::kKeyBytes == crypto_secretbox_KEYBYTES);

// Its nonce, then what is sealed with it.
constexpr std::size_t kNonceBytes = crypto_secretbox_NONCEBYTES;
constexpr std::size_t kLeast = kNonceBytes + crypto_secretbox_MACBYTES;

std::string to_hexadecimal(const Bytes& bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

// Empty for what is none.
Bytes from_hexadecimal(std::string_view text) {
    if (text.empty()) return {};
    Bytes bytes(text.size() / 2);
    std::size_t size = 0;
    const char* end = nullptr;
    const int answer =
        sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, &end);
    if (answer != 0 || end != text.data() + text.size()) return {};
    bytes.resize(size);
    return bytes;
}

tl::unexpected<Error> unreadable() {
    return fail(
        ErrorCode::kInternal,
        "A stored secret cannot be read: it was sealed with another key, or is damaged. Give Roost the "
        "secret_key that belongs to this data, or connect the number again."
    );
}

}  // namespace

Result<SecretBox> SecretBox::with_key(std::string_view hexadecimal) {
    if (sodium_init() < 0) std::abort();
    auto bytes = from_hexadecimal(hexadecimal);
    if (bytes.size() != kKeyBytes) {
        return fail(
            ErrorCode::kInvalid,
            "The secret key must be 64 hexadecimal digits: openssl rand -hex 32 makes one."
        );
    }
    SecretBox box;
    std::copy(bytes.begin(), bytes.end(), box.key_.begin());
    sodium_memzero(bytes.data(), bytes.size());
    return box;
}

std::string secret_place(std::string_view secret, std::string_view owner) {
    return std::string(secret) + " " + std::string(owner);
}

SecretBox::~SecretBox() {
    sodium_memzero(key_.data(), key_.size());
}

std::string SecretBox::seal(std::string_view place, std::string_view secret) const {
    Bytes plain(place.begin(), place.end());
    plain.push_back(0);
    plain.insert(plain.end(), secret.begin(), secret.end());
    Bytes sealed(kLeast + plain.size());
    randombytes_buf(sealed.data(), kNonceBytes);
    crypto_secretbox_easy(
        sealed.data() + kNonceBytes, plain.data(), plain.size(), sealed.data(), key_.data()
    );
    sodium_memzero(plain.data(), plain.size());
    return to_hexadecimal(sealed);
}

Result<std::string> SecretBox::open(std::string_view place, std::string_view sealed) const {
    const auto bytes = from_hexadecimal(sealed);
    if (bytes.size() < kLeast) return unreadable();
    Bytes plain(bytes.size() - kLeast);
    const int answer = crypto_secretbox_open_easy(
        plain.data(), bytes.data() + kNonceBytes, bytes.size() - kNonceBytes, bytes.data(), key_.data()
    );
    if (answer != 0) return unreadable();
    std::string text(plain.begin(), plain.end());
    sodium_memzero(plain.data(), plain.size());
    const auto end = text.find('\0');
    if (end == std::string::npos || text.substr(0, end) != place) return unreadable();
    return text.substr(end + 1);
}

}  // namespace roost
