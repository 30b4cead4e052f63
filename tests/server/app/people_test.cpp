#include "server/app/people.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "tests/support/people_case.h"

namespace roost {
namespace {

using test::code_of;
using test::PeopleCase;

AgentChange to_role(AgentRole role) {
    AgentChange change;
    change.role = role;
    return change;
}
AgentChange to_active(bool is_active) {
    AgentChange change;
    change.is_active = is_active;
    return change;
}

TEST_CASE("people: name and role change, what is not named stays, and the log says what changed") {
    PeopleCase use;
    const auto ben = use.add("ben@example.org", AgentRole::kAgent);
    AgentChange change;
    change.name = "  Ben Otieno ";
    const auto renamed = change_agent(*use.deps, use.as_ana, ben, change);
    REQUIRE(renamed);
    CHECK(renamed->name == "Ben Otieno");
    CHECK((renamed->role == AgentRole::kAgent));
    REQUIRE(change_agent(*use.deps, use.as_ana, ben, to_role(AgentRole::kSupervisor)));
    CHECK(use.log().front() == "agent.changed ben@example.org: agent → supervisor");
    const auto rows = use.log().size();
    REQUIRE(change_agent(*use.deps, use.as_ana, ben, {}));
    CHECK(use.log().size() == rows);
}

TEST_CASE("people: a name must be one, and an agent must be there") {
    PeopleCase use;
    AgentChange empty;
    empty.name = "   ";
    CHECK(code_of(change_agent(*use.deps, use.as_ana, use.ana, empty)) == "invalid");
    CHECK(code_of(change_agent(*use.deps, use.as_ana, AgentId{99}, {})) == "not_found");
    CHECK(code_of(remove_agent(*use.deps, use.as_ana, AgentId{99})) == "not_found");
}

TEST_CASE("people: the last active administrator stays one") {
    PeopleCase use;
    CHECK(code_of(change_agent(*use.deps, use.as_ana, use.ana, to_role(AgentRole::kAgent))) == "conflict");
    CHECK(code_of(change_agent(*use.deps, use.as_ana, use.ana, to_active(false))) == "conflict");
    CHECK(code_of(remove_agent(*use.deps, use.as_ana, use.ana)) == "conflict");
    const auto ben = use.add("ben@example.org", AgentRole::kAdmin);
    REQUIRE(change_agent(*use.deps, use.as_ana, ben, to_active(false)));
    // One who is switched off does not count.
    CHECK(code_of(remove_agent(*use.deps, use.as_ana, use.ana)) == "conflict");
    REQUIRE(change_agent(*use.deps, use.as_ana, ben, to_active(true)));
    CHECK(code_of(remove_agent(*use.deps, use.as_ana, use.ana)) == "done");
    CHECK(code_of(change_agent(*use.deps, use.as_ana, ben, to_role(AgentRole::kViewer))) == "conflict");
}

TEST_CASE("people: two administrators who demote each other at once cannot both succeed") {
    PeopleCase use;
    const auto ben = use.add("ben@example.org", AgentRole::kAdmin);
    std::atomic<int> done{0};
    std::thread one([&] {
        done += int{change_agent(*use.deps, use.as_ana, ben, to_role(AgentRole::kAgent)).has_value()};
    });
    std::thread two([&] {
        done += int{change_agent(*use.deps, use.as_ana, use.ana, to_role(AgentRole::kAgent)).has_value()};
    });
    one.join();
    two.join();
    CHECK(done == 1);
}

TEST_CASE("people: who is switched off is out at once, and in again when switched on") {
    PeopleCase use;
    const auto ben = use.add("ben@example.org", AgentRole::kAgent);
    const auto session = use.open(ben);
    CHECK(use.is_good(session));
    REQUIRE(change_agent(*use.deps, use.as_ana, ben, to_active(false)));
    CHECK_FALSE(use.is_good(session));
    CHECK_FALSE(refresh_session(*use.deps, session.refresh_token));
    REQUIRE(use.ended.size() == 1);
    CHECK(use.ended.front().agent == ben);
    REQUIRE(change_agent(*use.deps, use.as_ana, ben, to_active(true)));
    CHECK_FALSE(use.is_good(session));
    CHECK(use.is_good(use.open(ben)));
}

TEST_CASE("people: a new role holds from the next request on, with the old token") {
    PeopleCase use;
    const auto ben = use.add("ben@example.org", AgentRole::kAgent);
    const auto session = use.open(ben);
    CHECK((check_access_token(*use.deps, session.access_token)->role == AgentRole::kAgent));
    REQUIRE(change_agent(*use.deps, use.as_ana, ben, to_role(AgentRole::kViewer)));
    CHECK((check_access_token(*use.deps, session.access_token)->role == AgentRole::kViewer));
}

TEST_CASE("people: one who was removed is gone, but the name stays and the id is nobody else's") {
    PeopleCase use;
    const auto ben = use.add("ben@example.org", AgentRole::kAgent);
    const auto session = use.open(ben);
    REQUIRE(remove_agent(*use.deps, use.as_ana, ben));
    CHECK(use.log().front() == "agent.removed ben@example.org");
    CHECK_FALSE(use.is_good(session));
    CHECK_FALSE(*use.store->people().find_agent("ben@example.org"));
    CHECK(code_of(change_agent(*use.deps, use.as_ana, ben, to_active(true))) == "not_found");
    const auto again = use.add("ben@example.org", AgentRole::kAgent);
    CHECK(again != ben);
    REQUIRE(remove_agent(*use.deps, use.as_ana, again));
    const auto all = use.store->people().list_agents();
    REQUIRE(all);
    CHECK(all->size() == 3);
}

TEST_CASE("people: what fails leaves nothing in the log") {
    PeopleCase use;
    const auto before = use.log();
    CHECK_FALSE(remove_agent(*use.deps, use.as_ana, use.ana));
    CHECK(use.log() == before);
}

}  // namespace
}  // namespace roost
