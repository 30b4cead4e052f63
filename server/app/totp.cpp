#include "server/app/totp.h"

#include <sodium.h>

#include <array>
#include <cstdlib>
#include <memory>

#include <liboath/oath.h>

#include "shared/base/percent.h"

namespace roost {

namespace {

constexpr unsigned kDigits = 6;
constexpr unsigned kStepSeconds = 30;
constexpr std::int64_t kTolerance = 1;  // steps, each way
constexpr std::size_t kSecretBytes = 20;

struct Freed {
    void operator()(char* text) const { std::free(text); }
};

// Empty for what is not base32.
std::string from_base32(std::string_view text) {
    char* bytes = nullptr;
    std::size_t size = 0;
    if (oath_base32_decode(text.data(), text.size(), &bytes, &size) != OATH_OK) return {};
    const std::unique_ptr<char, Freed> owned(bytes);
    std::string secret(bytes, size);
    sodium_memzero(bytes, size);
    return secret;
}

}  // namespace

std::string make_totp_secret() {
    // Without chance every secret would be guessable: there is nothing sensible to go on with.
    if (sodium_init() < 0) std::abort();
    std::array<char, kSecretBytes> random{};
    randombytes_buf(random.data(), random.size());
    char* text = nullptr;
    std::size_t size = 0;
    if (oath_base32_encode(random.data(), random.size(), &text, &size) != OATH_OK) std::abort();
    const std::unique_ptr<char, Freed> owned(text);
    sodium_memzero(random.data(), random.size());
    return {text, size};
}

std::int64_t totp_step(UnixMillis now) {
    return now / kSecond / kStepSeconds;
}

std::string totp_code(std::string_view secret, std::int64_t step) {
    const auto bytes = from_base32(secret);
    if (bytes.empty() || step < 0) return {};
    std::array<char, kDigits + 1> code{};
    const auto counter = static_cast<std::uint64_t>(step);
    const int done = oath_hotp_generate(
        bytes.data(), bytes.size(), counter, kDigits, false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data()
    );
    return done == OATH_OK ? std::string(code.data()) : std::string();
}

std::optional<std::int64_t> matching_step(
    std::string_view secret, std::string_view code, UnixMillis now, std::int64_t last_step
) {
    std::optional<std::int64_t> found;
    const auto middle = totp_step(now);
    // A clock that was put back: what was used then says nothing of the codes of now.
    if (last_step > middle + kTolerance) last_step = 0;
    for (auto step = middle - kTolerance; step <= middle + kTolerance; ++step) {
        const auto right = totp_code(secret, step);
        if (right.empty() || right.size() != code.size() || step <= last_step) continue;
        if (sodium_memcmp(right.data(), code.data(), right.size()) == 0) found = step;
    }
    return found;
}

std::string totp_uri(std::string_view issuer, std::string_view account, std::string_view secret) {
    const auto house = percent_encoded(issuer);
    return "otpauth://totp/" + house + ":" + percent_encoded(account) + "?secret=" + std::string(secret) +
           "&issuer=" + house;
}

}  // namespace roost
