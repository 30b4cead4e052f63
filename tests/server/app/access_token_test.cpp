#include "server/app/access_token.h"

#include <doctest/doctest.h>

#include "tests/support/builders.h"

namespace roost {
namespace {

using test::kNoon;

const std::string kKey(32, 'k');
const Principal kAna{AgentId{7}, AgentRole::kSupervisor, PermissionSet::all(), SessionId{5}};

TEST_CASE("access token: says who and which role, until its end") {
    const auto token = make_access_token(kKey, kAna, kNoon, 1800);
    const auto who = read_access_token(kKey, token, kNoon + 1799 * kSecond);
    REQUIRE(who);
    CHECK(who->agent == kAna.agent);
    CHECK(who->session == kAna.session);
    CHECK(who->ends_at == kNoon + 1800 * kSecond);
    CHECK(static_cast<int>(who->role) == static_cast<int>(kAna.role));
    CHECK_FALSE(read_access_token(kKey, token, kNoon + 1800 * kSecond));
}

TEST_CASE("access token: another key, a changed letter or a missing part is refused") {
    const auto token = make_access_token(kKey, kAna, kNoon, 1800);
    CHECK_FALSE(read_access_token(std::string(32, 'x'), token, kNoon));
    CHECK_FALSE(read_access_token("", token, kNoon));
    for (std::size_t i = 0; i < token.size(); i += 3) {
        auto changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        CAPTURE(i);
        CHECK_FALSE(read_access_token(kKey, changed, kNoon));
    }
    for (const std::size_t length :
         {std::size_t{0}, std::size_t{5}, token.find('.'), token.rfind('.'), token.size() - 1}) {
        CAPTURE(length);
        CHECK_FALSE(read_access_token(kKey, token.substr(0, length), kNoon));
    }
    CHECK_FALSE(read_access_token(kKey, token + ".x", kNoon));
    CHECK_FALSE(read_access_token(kKey, "..", kNoon));
}

TEST_CASE("access token: every day has a key of its own, and yesterday's is good for what it signed") {
    const auto midnight = kNoon / kDay * kDay + kDay;
    const auto late = make_access_token(kKey, kAna, midnight - kSecond, 1800);
    const auto early = make_access_token(kKey, kAna, midnight, 1800);
    CHECK(late.substr(0, late.find('.')) != early.substr(0, early.find('.')));
    CHECK(read_access_token(kKey, late, midnight + kMinute));
    CHECK(read_access_token(kKey, early, midnight + kMinute));
    CHECK_FALSE(read_access_token(kKey, early, midnight - kSecond));
    // However long it says that it lasts.
    const auto lasting = make_access_token(kKey, kAna, midnight - kSecond, 10 * 86'400);
    CHECK(read_access_token(kKey, lasting, midnight + kDay - kSecond));
    CHECK_FALSE(read_access_token(kKey, lasting, midnight + kDay));
    // The headers changed places: neither signature fits.
    const auto swapped = early.substr(0, early.find('.')) + late.substr(late.find('.'));
    CHECK_FALSE(read_access_token(kKey, swapped, midnight + kMinute));
}

TEST_CASE("access token: no token chooses its algorithm") {
    const auto token = make_access_token(kKey, kAna, kNoon, 1800);
    const auto claims = token.substr(token.find('.'), token.rfind('.') - token.find('.'));
    // {"alg":"none","typ":"JWT"}
    const std::string none = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0" + claims;
    CHECK_FALSE(read_access_token(kKey, none + ".", kNoon));
    CHECK_FALSE(read_access_token(kKey, none + token.substr(token.rfind('.')), kNoon));
}

TEST_CASE("access token: an empty key signs nothing that is accepted") {
    CHECK_FALSE(read_access_token("", make_access_token("", kAna, kNoon, 1800), kNoon));
}

}  // namespace
}  // namespace roost
