#include "server/app/passwords.h"

#include <array>
#include <chrono>
#include <semaphore>

#include <sodium.h>

namespace roost {

namespace {

constexpr std::size_t kLongestChecked = 1024;
constexpr std::chrono::seconds kLongestQueue{5};

// Every check of a password takes 64 MB of this process: what is bounded is the process, not a caller.
std::counting_semaphore<2>& password_slots() {
    static std::counting_semaphore<2> slots(2);
    return slots;
}

template <class Work>
Status with_slot(Work work) {
    if (!password_slots().try_acquire_for(kLongestQueue)) {
        return fail(ErrorCode::kUnavailable, "Too many are signing in at once. Try again in a moment.");
    }
    Status done = work();
    password_slots().release();
    return done;
}

// Checked in place of an unknown agent's, so that the answer takes as long. No password has this hash.
constexpr const char* kNobodysHash =
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

Status start_sodium() {
    if (sodium_init() >= 0) return {};
    return fail(ErrorCode::kInternal, "libsodium cannot be used on this machine.");
}

}  // namespace

Result<std::string> hash_password(std::string_view password) {
    RETURN_IF_ERROR(start_sodium());
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    RETURN_IF_ERROR(with_slot([&]() -> Status {
        const int done = crypto_pwhash_str(
            hash.data(),
            password.data(),
            password.size(),
            crypto_pwhash_OPSLIMIT_INTERACTIVE,
            crypto_pwhash_MEMLIMIT_INTERACTIVE
        );
        if (done == 0) return {};
        return fail(ErrorCode::kUnavailable, "There is not enough memory to check a password.");
    }));
    return std::string(hash.data());
}

Status check_password(const std::optional<std::string>& hash, std::string_view password) {
    RETURN_IF_ERROR(start_sodium());
    if (password.size() > kLongestChecked) password = {};
    const std::string compared = hash.value_or(kNobodysHash);
    return with_slot([&]() -> Status {
        const bool is_right =
            crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
        if (is_right && hash) return {};
        return fail(ErrorCode::kUnauthorized, "The e-mail address or the password is wrong.");
    });
}

}  // namespace roost
