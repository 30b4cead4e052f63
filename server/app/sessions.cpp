#include "server/app/sessions.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <semaphore>
#include <utility>

#include <sodium.h>

#include "server/app/access_token.h"
#include "server/app/clock.h"
#include "server/config.h"
#include "server/store/store.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::int64_t kAccessSeconds = std::int64_t{30} * 60;
constexpr UnixMillis kRefreshLife = 30 * kDay;
// Two tabs may renew with the same token at the same moment; a thief comes later.
constexpr UnixMillis kSameMoment = 10 * kSecond;
constexpr std::size_t kLeastPassword = 10;
constexpr std::size_t kLongestPassword = 1024;
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

Result<std::string> hash_password(std::string_view password) {
    if (sodium_init() < 0) return fail(ErrorCode::kInternal, "libsodium cannot be used on this machine.");
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

// Checked in place of an unknown agent's, so that the answer takes as long. No password has this hash.
constexpr const char* kNobodysHash =
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

Status check_password(const std::optional<AgentRow>& agent, std::string_view password) {
    const std::string hash = agent ? agent->password_hash : kNobodysHash;
    return with_slot([&]() -> Status {
        const bool is_right = crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
        if (is_right && agent) return {};
        return fail(ErrorCode::kUnauthorized, "The e-mail address or the password is wrong.");
    });
}

std::string random_text(std::size_t bytes) {
    std::string random(bytes, '\0');
    randombytes_buf(random.data(), random.size());
    std::string text(sodium_base64_encoded_len(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(
        text.data(),
        text.size(),
        reinterpret_cast<const unsigned char*>(random.data()),
        random.size(),
        sodium_base64_VARIANT_URLSAFE_NO_PADDING
    );
    text.pop_back();  // its terminator
    return text;
}

std::string hash_token(std::string_view token) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(token.data()), token.size());
    std::string hex(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
}

RefreshRow refresh_row(std::string_view token, std::string family, AgentId agent, UnixMillis now) {
    return {hash_token(token), std::move(family), agent, now + kRefreshLife, 0, false};
}

Session session_for(const Deps& deps, const Profile& profile, std::string refresh_token) {
    const Principal who{profile.id, parse_role(profile.role).value_or(AgentRole::kViewer)};
    return {
        make_access_token(deps.config.session_key, who, deps.clock.now(), kAccessSeconds),
        kAccessSeconds,
        std::move(refresh_token),
        profile};
}

Error not_signed_in() {
    return {ErrorCode::kUnauthorized, "The session has ended. Sign in again."};
}

struct Renewal {
    AgentId agent;
    std::string token;
    bool is_refused = false;
};

// A token that was replaced a while ago is in the wrong hands, or its successor is: nobody keeps the session.
Status renew(Transaction& transaction, Renewal& renewal, std::string_view old_token, UnixMillis now) {
    ASSIGN_OR_RETURN(auto known, transaction.refresh_token(hash_token(old_token)));
    renewal.is_refused = !known || known->is_revoked || known->expires_at <= now;
    if (renewal.is_refused) return {};
    if (known->used_at != 0 && now - known->used_at >= kSameMoment) {
        renewal.is_refused = true;
        return transaction.revoke_family(known->family);
    }
    renewal.agent = known->agent;
    if (known->used_at == 0) known->used_at = now;
    RETURN_IF_ERROR(transaction.put_refresh_token(*known));
    return transaction.put_refresh_token(refresh_row(renewal.token, known->family, known->agent, now));
}

}  // namespace

Result<Session> sign_in(const Deps& deps, std::string_view email, std::string_view password) {
    if (sodium_init() < 0) return fail(ErrorCode::kInternal, "libsodium cannot be used on this machine.");
    ASSIGN_OR_RETURN(const auto agent, deps.store.find_agent(trim(email)));
    if (password.size() > kLongestPassword) password = {};
    RETURN_IF_ERROR(check_password(agent, password));
    if (!agent) return tl::unexpected(not_signed_in());
    auto token = random_text(32);
    const auto row = refresh_row(token, random_text(16), agent->id, deps.clock.now());
    RETURN_IF_ERROR(deps.store.write([&](Transaction& transaction) {
        return transaction.put_refresh_token(row);
    }));
    ASSIGN_OR_RETURN(const auto profile, deps.store.find_profile(agent->id));
    return session_for(deps, profile, std::move(token));
}

Result<Session> refresh_session(const Deps& deps, std::string_view refresh_token) {
    if (refresh_token.empty()) return tl::unexpected(not_signed_in());
    // What is refused for being unknown should not wait for the disk.
    ASSIGN_OR_RETURN(const auto known, deps.store.find_refresh_token(hash_token(refresh_token)));
    if (!known) return tl::unexpected(not_signed_in());
    Renewal renewal{{}, random_text(32), false};
    RETURN_IF_ERROR(deps.store.write([&](Transaction& transaction) {
        return renew(transaction, renewal, refresh_token, deps.clock.now());
    }));
    const auto profile = deps.store.find_profile(renewal.agent);
    if (renewal.is_refused || !profile) return tl::unexpected(not_signed_in());
    return session_for(deps, *profile, std::move(renewal.token));
}

void sign_out(const Deps& deps, std::string_view refresh_token) {
    if (refresh_token.empty()) return;
    const auto known = deps.store.find_refresh_token(hash_token(refresh_token));
    if (!known || !*known) return;
    [[maybe_unused]] const auto done = deps.store.write([&](Transaction& transaction) {
        return transaction.revoke_family((*known)->family);
    });
}

Result<Principal> check_access_token(const Deps& deps, std::string_view token) {
    return read_access_token(deps.config.session_key, token, deps.clock.now());
}

Result<AgentId> add_agent(
    const Deps& deps, std::string_view email, std::string_view name, AgentRole role, std::string_view password
) {
    email = trim(email);
    if (email.size() < 3 || email.size() > 254 || email.find('@') == std::string_view::npos) {
        return fail(ErrorCode::kInvalid, "'email' must be an e-mail address.");
    }
    if (count_code_points(password) < kLeastPassword || password.size() > kLongestPassword) {
        return fail(ErrorCode::kInvalid, "'password' must have at least 10 characters.");
    }
    AgentRow agent{{}, std::string(email), std::string(trim(name)), role, {}};
    ASSIGN_OR_RETURN(agent.password_hash, hash_password(password));
    AgentId id;
    const auto done = deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(id, transaction.add_agent(agent));
        return {};
    });
    if (!done) return tl::unexpected(done.error());
    return id;
}

}  // namespace roost
