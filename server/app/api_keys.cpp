#include "server/app/api_keys.h"

#include <algorithm>
#include <utility>

#include "server/app/clock.h"
#include "server/app/gate.h"
#include "server/app/opaque_token.h"
#include "server/app/sight.h"
#include "server/store/store.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::string_view kPrefix = "roost_";
constexpr UnixMillis kLongestLife = 366 * kDay;
constexpr std::size_t kLongestName = 100;
// How far behind "last used" may be: a key may be used a thousand times a minute.
constexpr UnixMillis kUsedAtLeastEvery = 10 * kMinute;

tl::unexpected<Error> unknown_key() {
    return fail(ErrorCode::kUnauthorized, "This API key is not good, or not any more.");
}

void note_use(const Deps& deps, const ApiKeyRow& key, UnixMillis now) {
    if (now - key.last_used_at < kUsedAtLeastEvery) return;
    // Nothing depends on it: a full disk must not shut the door.
    [[maybe_unused]] const auto done = deps.store.write([&](Transaction& transaction) {
        return transaction.people().set_api_key_used(key.id, now);
    });
}

Result<std::optional<Principal>> read_standing(const Deps& deps, const std::string& hash, UnixMillis now) {
    ASSIGN_OR_RETURN(const auto key, deps.store.people().find_api_key(hash));
    if (!key || key->expires_at <= now) return std::nullopt;
    ASSIGN_OR_RETURN(const auto maker, deps.store.people().find_agent(key->made_by));
    if (!maker || maker->state != AgentState::kActive) return std::nullopt;
    note_use(deps, *key, now);
    Principal who{maker->id, maker->role};
    who.scope = key->scope.without(Permission::kOwnAccount);
    who.key = key->id;
    ASSIGN_OR_RETURN(who.reach, read_sight(deps, *maker));
    who.ends_at = key->expires_at;
    return who;
}

Status check_wanted(const NewApiKey& wanted, const Principal& maker, UnixMillis now) {
    if (wanted.name.empty() || count_code_points(wanted.name) > kLongestName) {
        return fail(ErrorCode::kInvalid, "'name' must have 1 to 100 characters.");
    }
    if (wanted.scope.is_empty()) return fail(ErrorCode::kInvalid, "'scope' names nothing that Roost knows.");
    if (wanted.scope.has(Permission::kOwnAccount)) {
        return fail(ErrorCode::kInvalid, "'scope' cannot hold own_account, which is for people.");
    }
    if (!permissions_of(maker.role).both(maker.scope).has_all(wanted.scope)) {
        return fail(ErrorCode::kForbidden, "A key may do no more than who makes it.");
    }
    if (wanted.expires_at <= now || wanted.expires_at > now + kLongestLife) {
        return fail(ErrorCode::kInvalid, "'expires_at' must lie within a year from now.");
    }
    return {};
}

}  // namespace

bool is_api_key(std::string_view token) {
    return token.starts_with(kPrefix);
}

Result<Principal> check_api_key(const Deps& deps, std::string_view token) {
    const auto now = deps.clock.now();
    const auto hash = hash_of_token(token);
    auto& standings = deps.gate.standings;
    const auto proof = "key " + hash;
    auto standing = standings.find(proof, now);
    if (!standing) {
        const auto generation = standings.generation();
        ASSIGN_OR_RETURN(const auto read, read_standing(deps, hash, now));
        // Keys that were only guessed would fill the memory.
        if (!read) return unknown_key();
        standings.keep(proof, read, generation, now);
        standing = read;
    }
    if (!*standing || (*standing)->ends_at <= now) return unknown_key();
    return **standing;
}

bool is_still_good_key(const Deps& deps, const Principal& who) {
    const auto keys = deps.store.people().list_api_keys();
    const std::optional<AgentRow> maker = deps.store.people().find_agent(who.agent).value_or(std::nullopt);
    if (!keys || !maker || maker->state != AgentState::kActive) return false;
    const auto sight = read_sight(deps, *maker);
    if (!sight || *sight != who.reach) return false;
    return std::any_of(keys->begin(), keys->end(), [&](const ApiKeyRow& key) { return key.id == who.key; });
}

Result<MadeApiKey> make_api_key(const Deps& deps, const Actor& actor, NewApiKey wanted) {
    const auto now = deps.clock.now();
    wanted.name = std::string(trim(wanted.name));
    RETURN_IF_ERROR(check_wanted(wanted, actor.who, now));
    MadeApiKey made;
    made.token = std::string(kPrefix) + make_opaque_token();
    made.row = {
        {}, hash_of_token(made.token), wanted.name, wanted.scope, actor.who.agent, now, wanted.expires_at, 0};
    RETURN_IF_ERROR(deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(made.row.id, transaction.people().add_api_key(made.row));
        return note_action(
            deps, transaction, actor, "api_key.made", wanted.name, write_permissions(wanted.scope)
        );
    }));
    return made;
}

Status withdraw_api_key(const Deps& deps, const Actor& actor, ApiKeyId id) {
    RETURN_IF_ERROR(deps.store.write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto gone, transaction.people().remove_api_key(id));
        if (!gone) return fail(ErrorCode::kNotFound, "There is no such key.");
        return note_action(deps, transaction, actor, "api_key.withdrawn", gone->name);
    }));
    deps.gate.end({.key = id});
    return {};
}

}  // namespace roost
