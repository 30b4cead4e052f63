// Sign-in: argon2id passwords, 30-minute access tokens (JWT), refresh tokens that are opaque, stored hashed,
// rotated at each use, and ended with their session when one comes back a second time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "server/app/principal.h"
#include "server/store/people.h"
#include "shared/base/result.h"
#include "shared/wire/snapshot.h"

namespace roost {

struct Session {
    std::string access_token;
    std::int64_t expires_in = 0;  // seconds
    std::string refresh_token;    // for the HttpOnly cookie only
    Profile profile;
};

// Where a request comes from, as far as it says.
struct Origin {
    std::string address;
    std::string device;  // as the browser calls itself
};

struct SignInRefusal {
    Error error;
    std::int64_t retry_seconds = 0;  // not 0 = too many tries: the next is allowed after so many
    std::string_view code = {};      // the stable word, where that of the error says too little

    bool operator==(const SignInRefusal&) const = default;
};
SignInRefusal refusal_to_wait(UnixMillis wait);

// The password was right, but a code is missing, or it is wrong: told to nobody else.
inline constexpr std::string_view kSecondFactorNeeded = "second_factor_needed";
inline constexpr std::string_view kSecondFactorWrong = "second_factor_wrong";

struct Credentials {
    std::string_view email;
    std::string_view password;
    std::string_view code = {};  // of an authenticator or a recovery code; empty = none was asked for yet
};

// kUnauthorized in equal time for an unknown e-mail, a wrong password and an agent who was switched off.
tl::expected<Session, SignInRefusal> sign_in(
    const Deps& deps, const Credentials& credentials, const Origin& from = {}
);
inline tl::expected<Session, SignInRefusal> sign_in(
    const Deps& deps, std::string_view email, std::string_view password, const Origin& from = {}
) {
    return sign_in(deps, Credentials{email, password}, from);
}
Result<Session> refresh_session(const Deps& deps, std::string_view refresh_token, const Origin& from = {});
void sign_out(const Deps& deps, std::string_view refresh_token);

// kUnauthorized for a missing, malformed, expired or foreign token, and for one whose session was ended. No
// I/O for who was here a moment ago: called for every request.
Result<Principal> check_access_token(const Deps& deps, std::string_view token);

// Whether what they came in with is still good, and shows them no more and no less than it did: for what
// outlives a request.
bool is_still_good(const Deps& deps, const Principal& who);

// A session of somebody who has just proved who they are, inside a job. The access token is signed only after
// the commit.
struct OpenedSession {
    SessionId id;
    AgentRow agent;
    std::string refresh_token;
};
Result<OpenedSession> open_session(
    const Deps& deps, Transaction& transaction, const AgentRow& agent, const Origin& from
);
Session session_for(const Deps& deps, OpenedSession opened);

// Those that can still be renewed, the last used first.
Result<std::vector<SessionRow>> list_sessions(const Deps& deps, AgentId agent);
// One's own, on whatever device. kNotFound for anybody else's.
Status end_session(const Deps& deps, const Actor& actor, SessionId id);
Status end_other_sessions(const Deps& deps, const Actor& actor);
// All but `kept`, inside a job; Gate::end() is the caller's to call after the commit.
Status end_sessions_of(const Deps& deps, Transaction& transaction, AgentId agent, SessionId kept = {});

// The old password proves who asks; all other sessions end. kForbidden if it is wrong, kInvalid with what is
// wrong with the new one.
tl::expected<void, SignInRefusal> change_password(
    const Deps& deps, const Actor& actor, std::string_view old_password, std::string_view new_password
);

}  // namespace roost
