#include "server/app/teams.h"

#include <doctest/doctest.h>

#include "server/app/assign_conversation.h"
#include "server/app/presence.h"
#include "server/app/sight.h"
#include "tests/support/people_case.h"

namespace roost {
namespace {

using test::code_of;
using test::PeopleCase;

struct Scene : PeopleCase {
    Scene() : ben(add("ben@example.org", AgentRole::kAgent)) {
        REQUIRE(store->write([&](Transaction& transaction) -> Status {
            Conversation made;
            made.account = AccountId{1};
            made.wa_id = "254712345678";
            RETURN_IF_ERROR(transaction.add_conversation(made));
            row = made.id;
            return {};
        }));
    }

    Result<Conversation> assign(const Assignment& to) { return assign_conversation(*deps, as_ana, row, to); }
    Conversation now() {
        const auto found = store->find_conversation(row);
        REQUIRE(found);
        return *found;
    }
    Principal as(AgentId id) {
        const auto who = check_access_token(*deps, open(id).access_token);
        REQUIRE(who);
        return *who;
    }
    std::vector<Colleague> colleagues() {
        const auto snapshot = store->snapshot(ana, 1);
        REQUIRE(snapshot);
        std::vector<Colleague> all;
        for (const auto& [id, one] : snapshot->colleagues)
            all.push_back(one);
        return all;
    }

    AgentId ben;
    ConversationId row;
};

template <class T>
std::string words_of_error(const Result<T>& result) {
    return result ? std::string() : result.error().message;
}

TEST_CASE("teams: a name, its members once each, and the log says so") {
    Scene use;
    const auto team = add_team(*use.deps, use.as_ana, {"  Sales ", std::vector{use.ben, use.ana, use.ben}});
    REQUIRE(team);
    CHECK(team->name == "Sales");
    CHECK(team->members == std::vector{use.ana, use.ben});
    CHECK(use.log().front() == "team.added Sales");
    CHECK(use.store->teams().list_teams().value() == std::vector{*team});
    CHECK(use.store->teams().teams_of(use.ben).value() == std::vector{team->id});
    const auto renamed = change_team(*use.deps, use.as_ana, team->id, {"Care", {}});
    REQUIRE(renamed);
    CHECK(renamed->members == team->members);
    const auto moved = change_team(*use.deps, use.as_ana, team->id, {{}, std::vector{use.ben}});
    REQUIRE(moved);
    CHECK(moved->name == "Care");
    CHECK(use.log().front() == "team.changed Care: 1 moved");
    const auto lines = use.log().size();
    REQUIRE(change_team(*use.deps, use.as_ana, team->id, {"Care", std::vector{use.ben}}));
    CHECK(use.log().size() == lines);
    REQUIRE(remove_team(*use.deps, use.as_ana, team->id));
    CHECK(use.store->teams().list_teams()->empty());
    CHECK(use.store->teams().teams_of(use.ben)->empty());
}

TEST_CASE("teams: what cannot be a team is refused by name") {
    Scene use;
    const auto add = [&](std::optional<std::string> name, std::vector<AgentId> members = {}) {
        return add_team(*use.deps, use.as_ana, {std::move(name), std::move(members)});
    };
    const auto sales = add("Sales");
    REQUIRE(sales);
    CHECK(code_of(add(std::nullopt)) == "invalid");
    CHECK(code_of(add("   ")) == "invalid");
    CHECK(code_of(add(std::string(101, 'x'))) == "invalid");
    CHECK(code_of(add("sALES")) == "conflict");
    CHECK(words_of_error(add("Care", {AgentId{99}})) == "'members' names somebody who is no agent.");
    CHECK(code_of(add("Care", std::vector<AgentId>(1'001, use.ben))) == "invalid");
    const auto care = add("Care");
    REQUIRE(care);
    CHECK(code_of(change_team(*use.deps, use.as_ana, care->id, {"SALES", {}})) == "conflict");
    CHECK(code_of(change_team(*use.deps, use.as_ana, TeamId{99}, {"X", {}})) == "not_found");
    CHECK(code_of(remove_team(*use.deps, use.as_ana, TeamId{99})) == "not_found");
    CHECK(use.store->teams().list_teams()->size() == 2);
}

TEST_CASE("assign: to an agent, to a team, to nobody; who may not answer is refused") {
    Scene use;
    const auto sales = add_team(*use.deps, use.as_ana, {"Sales", {}}).value().id;
    REQUIRE(use.assign({use.ben, sales}));
    CHECK(use.now().assignee == use.ben);
    CHECK(use.now().team == sales);
    CHECK(
        use.log().front() ==
        "conversation.assigned conversation " + to_string(use.row) + ": agent: Somebody, team: Sales"
    );
    REQUIRE(use.assign({AgentId{}, {}}));
    CHECK_FALSE(use.now().assignee);
    CHECK(use.now().team == sales);
    const auto vera = use.add("vera@example.org", AgentRole::kViewer);
    CHECK(words_of_error(use.assign({vera, {}})) == "'assignee' is a viewer, who may not answer.");
    CHECK(words_of_error(use.assign({AgentId{99}, {}})) == "'assignee' is no agent.");
    CHECK(words_of_error(use.assign({{}, TeamId{99}})) == "'team' is no team.");
    CHECK(
        code_of(assign_conversation(*use.deps, use.as_ana, ConversationId{99}, {use.ben, {}})) == "not_found"
    );
    auto ben = Actor{{use.ben, AgentRole::kAgent}, ""};
    ben.who.reach = reach_of(Sight{use.ben});
    CHECK(code_of(assign_conversation(*use.deps, ben, use.row, {use.ben, {}})) == "not_found");
    CHECK_FALSE(use.now().assignee);
}

TEST_CASE("assign: whoever goes leaves what they looked after to nobody") {
    Scene use;
    const auto check_released = [&](auto go) {
        REQUIRE(use.assign({use.ben, {}}));
        go();
        CHECK_FALSE(use.now().assignee);
    };
    const auto change = [&](auto set) {
        AgentChange to;
        set(to);
        REQUIRE(change_agent(*use.deps, use.as_ana, use.ben, to));
    };
    check_released([&] { change([](AgentChange& to) { to.is_active = false; }); });
    change([](AgentChange& to) { to.is_active = true; });
    check_released([&] { change([](AgentChange& to) { to.role = AgentRole::kViewer; }); });
    change([](AgentChange& to) { to.role = AgentRole::kAgent; });
    const auto sales = add_team(*use.deps, use.as_ana, {"Sales", std::vector{use.ben}}).value().id;
    check_released([&] { REQUIRE(remove_agent(*use.deps, use.as_ana, use.ben)); });
    CHECK(use.store->teams().list_teams()->front().members.empty());
    REQUIRE(use.assign({{}, sales}));
    REQUIRE(remove_team(*use.deps, use.as_ana, sales));
    CHECK_FALSE(use.now().team);
}

TEST_CASE("sight: by role, by team and by what administrators chose") {
    const std::vector<TeamId> teams = {{3}, {4}};
    const AgentId id{7};
    for (const auto role : {AgentRole::kAdmin, AgentRole::kSupervisor}) {
        for (const auto what : {AgentsSee::kEverything, AgentsSee::kTeams, AgentsSee::kOwn})
            CHECK(sight_of(id, role, what, teams).empty());
    }
    for (const auto role : {AgentRole::kAgent, AgentRole::kViewer}) {
        CHECK(sight_of(id, role, AgentsSee::kEverything, teams).empty());
        CHECK(sight_in(sight_of(id, role, AgentsSee::kTeams, teams)) == Sight{id, teams, true});
        CHECK(sight_in(sight_of(id, role, AgentsSee::kOwn, teams)) == Sight{id, {}, false});
    }
}

TEST_CASE("sight: it holds from the next request on, and who is here is asked anew") {
    Scene use;
    const auto session = use.open(use.ben);
    const auto sight = [&] { return check_access_token(*use.deps, session.access_token).value().reach; };
    CHECK(sight().empty());
    const auto before = check_access_token(*use.deps, session.access_token).value();
    use.ended.clear();
    REQUIRE(set_agents_see(*use.deps, use.as_ana, AgentsSee::kOwn));
    CHECK(sight() == reach_of(Sight{use.ben}));
    // A stream that was asked for with the old sight is not kept.
    CHECK_FALSE(is_still_good(*use.deps, before));
    CHECK(is_still_good(*use.deps, check_access_token(*use.deps, session.access_token).value()));
    CHECK(use.ended.size() == 2);
    CHECK(use.log().front() == "sight.changed the inbox: own");
    use.ended.clear();
    REQUIRE(set_agents_see(*use.deps, use.as_ana, AgentsSee::kOwn));
    CHECK(use.ended.empty());
    REQUIRE(set_agents_see(*use.deps, use.as_ana, AgentsSee::kTeams));
    CHECK(sight() == reach_of(Sight{use.ben, {}, true}));
    use.ended.clear();
    const auto sales = add_team(*use.deps, use.as_ana, {"Sales", std::vector{use.ben}}).value();
    CHECK(sight() == reach_of(Sight{use.ben, {sales.id}, true}));
    REQUIRE(use.ended.size() == 1);
    CHECK(use.ended.front().agent == use.ben);
    // Who was away since before is told to read anew.
    const auto word = std::vector{word_of_sight(use.ben)};
    CHECK(use.store->links().narrowed_at(word).value() == use.store->event_range()->newest);
    REQUIRE(remove_team(*use.deps, use.as_ana, sales.id));
    CHECK(sight() == reach_of(Sight{use.ben, {}, true}));
    AgentChange up;
    up.role = AgentRole::kSupervisor;
    REQUIRE(change_agent(*use.deps, use.as_ana, use.ben, up));
    CHECK(sight().empty());
}

TEST_CASE("availability: what others see is whether somebody is here, and what they want to be taken for") {
    Scene use;
    Presence presence({}, use.clock.now());
    const auto seen = [&] {
        const auto all = use.colleagues();
        const auto ben =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == use.ben; });
        REQUIRE(ben != all.end());
        return std::string(availability_name(ben->availability));
    };
    CHECK(seen() == "offline");
    REQUIRE(keep_presence(*use.deps, presence, {use.ben}));
    CHECK(seen() == "online");
    REQUIRE(set_availability(*use.deps, use.ben, Availability::kAway));
    CHECK(seen() == "away");
    REQUIRE(set_availability(*use.deps, use.ben, Availability::kOffline));
    CHECK(seen() == "offline");
    REQUIRE(set_availability(*use.deps, use.ben, Availability::kOnline));
    use.clock.advance(Presence::kGrace);
    REQUIRE(keep_presence(*use.deps, presence, {}));
    CHECK(seen() == "online");
    use.clock.advance(kSecond);
    REQUIRE(keep_presence(*use.deps, presence, {}));
    CHECK(seen() == "offline");
    CHECK(code_of(set_availability(*use.deps, AgentId{99}, Availability::kAway)) == "not_found");
}

TEST_CASE("presence: a page loaded anew is no leaving, and a restart makes nobody look gone") {
    const AgentId ana{1};
    Presence presence({ana}, test::kNoon);
    CHECK(presence.look({}, test::kNoon + Presence::kGrace).empty());
    CHECK(presence.look({ana}, test::kNoon + Presence::kGrace).empty());
    const auto later = test::kNoon + 2 * Presence::kGrace + 1;
    const Presence::Change gone{ana, false};
    CHECK(presence.look({}, later) == std::vector{gone});
    // Said again until it is stored.
    CHECK(presence.look({}, later) == std::vector{gone});
    presence.take(gone);
    CHECK(presence.look({}, later).empty());
    CHECK(presence.look({ana}, later) == std::vector{Presence::Change{ana, true}});
}

}  // namespace
}  // namespace roost
