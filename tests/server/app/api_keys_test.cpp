#include "server/app/api_keys.h"

#include <doctest/doctest.h>

#include <string>

#include "server/app/opaque_token.h"
#include "tests/support/people_case.h"

namespace roost {
namespace {

using test::code_of;
using test::kNoon;
using test::PeopleCase;

NewApiKey reading(UnixMillis expires_at = kNoon + kDay) {
    return {"Report", {Permission::kRead}, expires_at};
}

TEST_CASE("api keys: a key does what it was made for, as who made it, and nothing else") {
    PeopleCase use;
    const auto made = make_api_key(*use.deps, use.as_ana, reading());
    REQUIRE(made);
    CHECK(is_api_key(made->token));
    const auto who = check_access_token(*use.deps, made->token);
    REQUIRE(who);
    CHECK(who->agent == use.ana);
    CHECK(who->key == made->row.id);
    CHECK(who->ends_at == kNoon + kDay);
    CHECK(may(*who, Permission::kRead));
    for (const auto other : {Permission::kSend, Permission::kManagePeople, Permission::kOwnAccount})
        CHECK_FALSE(may(*who, other));
    CHECK(use.log().front() == "api_key.made Report: read");
}

TEST_CASE("api keys: only the hash is kept") {
    PeopleCase use;
    const auto made = make_api_key(*use.deps, use.as_ana, reading());
    REQUIRE(made);
    CHECK(made->row.hash == hash_of_token(made->token));
    CHECK(made->row.hash.find(made->token.substr(6)) == std::string::npos);
    for (const auto& line : use.log())
        CHECK(line.find(made->token) == std::string::npos);
}

TEST_CASE("api keys: a key ends with its time, when it is withdrawn, and with who made it") {
    PeopleCase use;
    const auto ben = use.add("ben@example.org", AgentRole::kAdmin);
    Actor as_ben;
    as_ben.who = {ben, AgentRole::kAdmin};
    const auto made = make_api_key(*use.deps, as_ben, reading());
    REQUIRE(made);
    CHECK(check_access_token(*use.deps, made->token));
    SUBCASE("its time") {
        use.clock.advance(kDay);
    }
    SUBCASE("withdrawn") {
        REQUIRE(withdraw_api_key(*use.deps, use.as_ana, made->row.id));
        CHECK(code_of(withdraw_api_key(*use.deps, use.as_ana, made->row.id)) == "not_found");
        REQUIRE(use.ended.size() == 1);
        CHECK(use.ended.front().key == made->row.id);
    }
    SUBCASE("who made it was switched off") {
        AgentChange off;
        off.is_active = false;
        REQUIRE(change_agent(*use.deps, use.as_ana, ben, off));
    }
    CHECK(code_of(check_access_token(*use.deps, made->token)) == "unauthorized");
}

TEST_CASE("api keys: a key loses what its maker loses") {
    PeopleCase use;
    const auto ben = use.add("ben@example.org", AgentRole::kAdmin);
    Actor as_ben;
    as_ben.who = {ben, AgentRole::kAdmin};
    const auto made = make_api_key(
        *use.deps, as_ben, {"All", {Permission::kRead, Permission::kManagePeople}, kNoon + kDay}
    );
    REQUIRE(made);
    CHECK(may(*check_access_token(*use.deps, made->token), Permission::kManagePeople));
    AgentChange down;
    down.role = AgentRole::kViewer;
    REQUIRE(change_agent(*use.deps, use.as_ana, ben, down));
    CHECK(may(*check_access_token(*use.deps, made->token), Permission::kRead));
    CHECK_FALSE(may(*check_access_token(*use.deps, made->token), Permission::kManagePeople));
}

TEST_CASE("api keys: nobody makes one that may more than themselves, not with a key either") {
    PeopleCase use;
    Actor supervisor = use.as_ana;
    supervisor.who.role = AgentRole::kSupervisor;
    const NewApiKey wide{"Wide", {Permission::kManagePeople}, kNoon + kDay};
    CHECK(code_of(make_api_key(*use.deps, supervisor, wide)) == "forbidden");
    Actor key = use.as_ana;
    key.who.scope = {Permission::kManageApiKeys, Permission::kRead};
    CHECK(code_of(make_api_key(*use.deps, key, wide)) == "forbidden");
    CHECK(code_of(make_api_key(*use.deps, key, reading())) == "done");
}

TEST_CASE("api keys: what is asked for must make sense") {
    PeopleCase use;
    const auto asked = [&](const NewApiKey& wanted) {
        return code_of(make_api_key(*use.deps, use.as_ana, wanted));
    };
    CHECK(asked({" ", {Permission::kRead}, kNoon + kDay}) == "invalid");
    CHECK(asked({std::string(101, 'x'), {Permission::kRead}, kNoon + kDay}) == "invalid");
    CHECK(asked({"Report", {}, kNoon + kDay}) == "invalid");
    CHECK(asked({"Report", {Permission::kOwnAccount}, kNoon + kDay}) == "invalid");
    CHECK(asked({"Report", {Permission::kRead}, 0}) == "invalid");
    CHECK(asked({"Report", {Permission::kRead}, kNoon}) == "invalid");
    CHECK(asked({"Report", {Permission::kRead}, kNoon + 400 * kDay}) == "invalid");
}

TEST_CASE("api keys: guessing finds nothing") {
    PeopleCase use;
    for (const char* guess : {"roost_", "roost_x", "roost_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
        CHECK(code_of(check_access_token(*use.deps, guess)) == "unauthorized");
}

TEST_CASE("api keys: when one was used is written once in a while, not each time") {
    PeopleCase use;
    const auto made = make_api_key(*use.deps, use.as_ana, reading());
    REQUIRE(made);
    const auto last_used = [&] { return use.store->people().list_api_keys()->front().last_used_at; };
    CHECK(last_used() == 0);
    CHECK(check_access_token(*use.deps, made->token));
    CHECK(last_used() == kNoon);
    use.clock.advance(kMinute);
    CHECK(check_access_token(*use.deps, made->token));
    CHECK(last_used() == kNoon);
    use.clock.advance(10 * kMinute);
    CHECK(check_access_token(*use.deps, made->token));
    CHECK(last_used() == kNoon + 11 * kMinute);
}

}  // namespace
}  // namespace roost
