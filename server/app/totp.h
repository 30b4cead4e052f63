// Codes of an authenticator (RFC 6238: SHA-1, six digits, a new one every 30 seconds). Pure but for the
// secret, which is chance. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace roost {

// 160 random bits in base32: 32 characters.
std::string make_totp_secret();

// The number of whole half minutes before `now`.
std::int64_t totp_step(UnixMillis now);
// Empty if the secret is not base32.
std::string totp_code(std::string_view secret, std::int64_t step);

// To which step the code belongs: the one of `now`, the one before or the one after, but none up to
// `last_step`, whose code was used already. Absent for a wrong code.
std::optional<std::int64_t> matching_step(
    std::string_view secret, std::string_view code, UnixMillis now, std::int64_t last_step
);

// What an authenticator takes as a picture: "otpauth://totp/…".
std::string totp_uri(std::string_view issuer, std::string_view account, std::string_view secret);

}  // namespace roost
