#include "server/app/sessions.h"
#include "server/app/people.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

#include "tests/support/use_case.h"

namespace roost {
namespace {

using test::UseCase;

constexpr std::string_view kEmail = "ana@example.org";
constexpr std::string_view kPassword = "correct horse battery";

struct WithAna : UseCase {
    WithAna() {
        REQUIRE(add_agent(*deps, kEmail, "Ana", AgentRole::kAdmin, kPassword));
        const auto session = sign_in(*deps, kEmail, kPassword);
        REQUIRE(session);
        refresh_token = session->refresh_token;
    }
    std::string refresh_token;
};

TEST_CASE("sessions: the right password opens a session that says who one is") {
    WithAna use;
    const auto session = sign_in(*use.deps, " ANA@example.org ", kPassword);
    REQUIRE(session);
    CHECK(session->expires_in == 1800);
    CHECK(session->profile.name == "Ana");
    CHECK(session->profile.role == "admin");
    const auto who = check_access_token(*use.deps, session->access_token);
    REQUIRE(who);
    CHECK(who->agent == session->profile.id);
    CHECK(who->role == AgentRole::kAdmin);
}

TEST_CASE("sessions: a wrong password and an unknown address are refused in the same words") {
    WithAna use;
    const auto wrong = sign_in(*use.deps, kEmail, "wrong wrong wrong");
    const auto unknown = sign_in(*use.deps, "nobody@example.org", kPassword);
    const auto empty = sign_in(*use.deps, kEmail, "");
    REQUIRE_FALSE(wrong);
    REQUIRE_FALSE(unknown);
    REQUIRE_FALSE(empty);
    CHECK(wrong.error().error.code == ErrorCode::kUnauthorized);
    CHECK(wrong.error() == unknown.error());
    CHECK(wrong.error() == empty.error());
}

TEST_CASE("sessions: a refresh token is replaced at each use and works once") {
    WithAna use;
    const auto second = refresh_session(*use.deps, use.refresh_token);
    REQUIRE(second);
    CHECK(second->refresh_token != use.refresh_token);
    use.clock.advance(kHour);
    const auto third = refresh_session(*use.deps, second->refresh_token);
    REQUIRE(third);
    CHECK(check_access_token(*use.deps, third->access_token));
}

TEST_CASE("sessions: a token that comes back later ends the whole family") {
    WithAna use;
    const auto second = refresh_session(*use.deps, use.refresh_token);
    REQUIRE(second);
    use.clock.advance(kMinute);
    CHECK_FALSE(refresh_session(*use.deps, use.refresh_token));
    CHECK_FALSE(refresh_session(*use.deps, second->refresh_token));
    const auto another_device = sign_in(*use.deps, kEmail, kPassword);
    REQUIRE(another_device);
    CHECK(refresh_session(*use.deps, another_device->refresh_token));
}

TEST_CASE("sessions: two tabs that refresh at the same moment both stay signed in") {
    WithAna use;
    const auto one = refresh_session(*use.deps, use.refresh_token);
    use.clock.advance(2 * kSecond);
    const auto two = refresh_session(*use.deps, use.refresh_token);
    REQUIRE(one);
    REQUIRE(two);
    CHECK(one->refresh_token == two->refresh_token);
    // One went on before the answer to the other came.
    const auto next = refresh_session(*use.deps, one->refresh_token);
    const auto late = refresh_session(*use.deps, use.refresh_token);
    REQUIRE(next);
    REQUIRE(late);
    CHECK(next->refresh_token == late->refresh_token);
    use.clock.advance(kHour);
    CHECK(refresh_session(*use.deps, late->refresh_token));
}

TEST_CASE("sessions: a token that was stolen and used at the same moment ends the family at its second use") {
    WithAna use;
    const auto owner = refresh_session(*use.deps, use.refresh_token);
    const auto thief = refresh_session(*use.deps, use.refresh_token);
    REQUIRE(owner);
    REQUIRE(thief);
    use.clock.advance(kHour);
    const auto newest = refresh_session(*use.deps, owner->refresh_token);
    REQUIRE(newest);
    CHECK(check_access_token(*use.deps, newest->access_token));
    use.clock.advance(kMinute);
    CHECK_FALSE(refresh_session(*use.deps, thief->refresh_token));
    CHECK_FALSE(check_access_token(*use.deps, newest->access_token));
}

TEST_CASE("sessions: signing out ends the family, whichever token is at hand") {
    WithAna use;
    const auto second = refresh_session(*use.deps, use.refresh_token);
    REQUIRE(second);
    sign_out(*use.deps, use.refresh_token);
    CHECK_FALSE(refresh_session(*use.deps, second->refresh_token));
    sign_out(*use.deps, "no such token");
}

TEST_CASE("sessions: a session that nobody used for a month is over") {
    WithAna use;
    use.clock.advance(31 * kDay);
    const auto late = refresh_session(*use.deps, use.refresh_token);
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::kUnauthorized);
    CHECK_FALSE(refresh_session(*use.deps, ""));
}

TEST_CASE("sessions: no password and no token can be read in the database") {
    WithAna use;
    const auto agent = use.store->people().find_agent(kEmail);
    REQUIRE(agent);
    REQUIRE(*agent);
    CHECK((*agent)->password_hash.starts_with("$argon2id$"));
    const auto row = use.store->people().find_refresh_token(use.refresh_token);
    REQUIRE(row);
    CHECK_FALSE(*row);
}

TEST_CASE("sessions: an ended session's access token is refused from the next request on") {
    WithAna use;
    const auto session = sign_in(*use.deps, kEmail, kPassword);
    REQUIRE(session);
    CHECK(check_access_token(*use.deps, session->access_token));
    sign_out(*use.deps, session->refresh_token);
    CHECK_FALSE(check_access_token(*use.deps, session->access_token));
}

TEST_CASE("sessions: a token that comes back later ends the access tokens of its session too") {
    WithAna use;
    const auto second = refresh_session(*use.deps, use.refresh_token);
    REQUIRE(second);
    CHECK(check_access_token(*use.deps, second->access_token));
    use.clock.advance(kMinute);
    CHECK_FALSE(refresh_session(*use.deps, use.refresh_token));
    CHECK_FALSE(check_access_token(*use.deps, second->access_token));
}

TEST_CASE("sessions: each device is listed with its address and times, and can be ended from another") {
    WithAna use;
    const auto here = sign_in(*use.deps, kEmail, kPassword, {"192.0.2.5", "Firefox/1 (Linux)"});
    REQUIRE(here);
    const auto who = check_access_token(*use.deps, here->access_token);
    REQUIRE(who);
    const Actor actor{*who, "192.0.2.5"};
    auto listed = list_sessions(*use.deps, who->agent);
    REQUIRE(listed);
    REQUIRE(listed->size() == 2);
    CHECK(listed->front().id == who->session);
    CHECK(listed->front().device == "Firefox/1 (Linux)");
    CHECK(listed->front().address == "192.0.2.5");
    const auto other = listed->back().id;
    CHECK(end_session(*use.deps, actor, other));
    CHECK_FALSE(end_session(*use.deps, actor, other));
    CHECK_FALSE(refresh_session(*use.deps, use.refresh_token));
    CHECK(list_sessions(*use.deps, who->agent)->size() == 1);
    CHECK(check_access_token(*use.deps, here->access_token));
}

TEST_CASE("sessions: nobody ends the session of another") {
    WithAna use;
    Actor stranger;
    stranger.who.agent = AgentId{99};
    const auto mine = list_sessions(*use.deps, AgentId{1});
    REQUIRE(mine);
    REQUIRE(mine->size() == 1);
    const auto done = end_session(*use.deps, stranger, mine->front().id);
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::kNotFound);
    CHECK(refresh_session(*use.deps, use.refresh_token));
}

TEST_CASE("sessions: all others end at once, and this one stays") {
    WithAna use;
    const auto here = sign_in(*use.deps, kEmail, kPassword);
    REQUIRE(here);
    const auto who = check_access_token(*use.deps, here->access_token);
    REQUIRE(who);
    REQUIRE(end_other_sessions(*use.deps, {*who, ""}));
    CHECK_FALSE(refresh_session(*use.deps, use.refresh_token));
    CHECK(check_access_token(*use.deps, here->access_token));
    CHECK(refresh_session(*use.deps, here->refresh_token));
}

TEST_CASE("sessions: after a few failures there is a wait, for known and unknown accounts alike") {
    WithAna use;
    for (const auto* email : {"ana@example.org", "nobody@example.org"}) {
        CAPTURE(email);
        for (int i = 0; i < 10; ++i) {
            const auto refused = sign_in(*use.deps, email, "wrong wrong wrong", {email, ""});
            REQUIRE_FALSE(refused);
            CHECK(refused.error().retry_seconds == 0);
        }
        const auto waiting = sign_in(*use.deps, email, kPassword, {email, ""});
        REQUIRE_FALSE(waiting);
        CHECK(waiting.error() == refusal_to_wait(kSecond));
    }
    use.clock.advance(kSecond);
    CHECK(sign_in(*use.deps, kEmail, kPassword));
    CHECK_FALSE(sign_in(*use.deps, kEmail, "wrong wrong wrong"));
    CHECK(sign_in(*use.deps, kEmail, kPassword));
}

TEST_CASE("sessions: many sign-ins at once all get their answer") {
    WithAna use;
    std::atomic<int> good{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([&] {
            if (sign_in(*use.deps, kEmail, kPassword)) ++good;
        });
    }
    for (auto& thread : threads)
        thread.join();
    CHECK(good == 6);
}

TEST_CASE("sessions: an agent needs an address and a password of ten characters, once") {
    WithAna use;
    const auto code_of = [&](std::string_view email, std::string_view password) {
        const auto added = add_agent(*use.deps, email, "X", AgentRole::kAgent, password);
        return added ? std::string_view("added") : error_code_name(added.error().code);
    };
    CHECK(code_of("no address", kPassword) == "invalid");
    CHECK(code_of("ben@example.org", "too short") == "invalid");
    CHECK(code_of("Ana@Example.org", kPassword) == "conflict");
    CHECK(code_of("ben@example.org", "qwertyuiop") == "invalid");
    CHECK(code_of("ben@example.org", kPassword) == "added");
}

}  // namespace
}  // namespace roost
