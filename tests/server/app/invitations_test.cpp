#include "server/app/invitations.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/people_case.h"

namespace roost {
namespace {

using test::code_of;
using test::kGoodPassword;
using test::PeopleCase;

std::string token_in(const std::string& link) {
    return link.substr(link.rfind('/') + 1);
}

const Newcomer kBen{"", "Ben Otieno", std::string(kGoodPassword)};
const Origin kThere{"192.0.2.9", "Firefox/1 (Linux)"};

struct WithInvitation : PeopleCase {
    WithInvitation() {
        const auto invited = invite(*deps, as_ana, " ben@example.org ", "Ben", AgentRole::kSupervisor);
        REQUIRE(invited);
        row = invited->row;
        link = invited->link;
        token = token_in(link);
    }
    InvitationRow row;
    std::string link;
    std::string token;
};

TEST_CASE("invitations: a link says who is meant, and makes the agent, signed in, once") {
    WithInvitation use;
    CHECK(use.link.starts_with("https://roost.example/join.html#invitation/"));
    const auto shown = find_invitation(*use.deps, use.token);
    REQUIRE(shown);
    CHECK(shown->email == "ben@example.org");
    const auto session = accept_invitation(*use.deps, use.token, kBen, kThere);
    REQUIRE(session);
    CHECK(session->profile.email == "ben@example.org");
    CHECK(session->profile.name == "Ben Otieno");
    CHECK(session->profile.role == "supervisor");
    CHECK(use.is_good(*session));
    CHECK(code_of(find_invitation(*use.deps, use.token)) == "not_found");
    CHECK(code_of(accept_invitation(*use.deps, use.token, kBen, kThere)) == "not_found");
    const auto lines = use.log();
    CHECK(lines.at(0) == "session.started ben@example.org");
    CHECK(lines.at(1) == "invitation.accepted ben@example.org: supervisor");
    CHECK(lines.at(2) == "agent.invited ben@example.org: supervisor");
    CHECK(sign_in(*use.deps, "ben@example.org", kGoodPassword));
}

TEST_CASE("invitations: the token stands nowhere") {
    WithInvitation use;
    CHECK(use.row.token_hash != use.token);
    for (const auto& line : use.log())
        CHECK(line.find(use.token) == std::string::npos);
}

TEST_CASE("invitations: a password that is refused costs nothing") {
    WithInvitation use;
    CHECK(code_of(accept_invitation(*use.deps, use.token, {"", "", "short"}, kThere)) == "invalid");
    CHECK(code_of(accept_invitation(*use.deps, use.token, {"", "", "ben@example.org"}, kThere)) == "invalid");
    const auto session =
        accept_invitation(*use.deps, use.token, {"", "", std::string(kGoodPassword)}, kThere);
    REQUIRE(session);
    CHECK(session->profile.name == "Ben");
}

TEST_CASE("invitations: after a week, a withdrawal or a newer one a link is worthless, in the same words") {
    WithInvitation use;
    const auto unknown = find_invitation(*use.deps, "no such token");
    REQUIRE_FALSE(unknown);
    SUBCASE("a week") {
        use.clock.advance(kInvitationLife);
    }
    SUBCASE("withdrawn") {
        REQUIRE(withdraw_invitation(*use.deps, use.as_ana, use.row.id));
        CHECK(code_of(withdraw_invitation(*use.deps, use.as_ana, use.row.id)) == "not_found");
    }
    SUBCASE("a newer one") {
        const auto newer = invite(*use.deps, use.as_ana, "BEN@example.org", "Ben", AgentRole::kAgent);
        REQUIRE(newer);
        CHECK(find_invitation(*use.deps, token_in(newer->link)));
        CHECK(use.store->people().list_invitations()->size() == 1);
    }
    const auto over = find_invitation(*use.deps, use.token);
    REQUIRE_FALSE(over);
    CHECK(over.error() == unknown.error());
    const auto accepted = accept_invitation(*use.deps, use.token, kBen, kThere);
    REQUIRE_FALSE(accepted);
    CHECK(accepted.error() == unknown.error());
}

TEST_CASE("invitations: one outlives nobody who invited: dismissed, deactivated, or no administrator any more"
) {
    WithInvitation use;
    const auto boss = use.add("boss@example.org", AgentRole::kAdmin);
    Actor as_boss;
    as_boss.who = {boss, AgentRole::kAdmin};
    REQUIRE(find_invitation(*use.deps, use.token));
    AgentChange change;
    SUBCASE("dismissed") {
        REQUIRE(remove_agent(*use.deps, as_boss, use.ana));
    }
    SUBCASE("deactivated") {
        change.is_active = false;
        REQUIRE(change_agent(*use.deps, as_boss, use.ana, change));
    }
    SUBCASE("no administrator any more") {
        change.role = AgentRole::kAgent;
        REQUIRE(change_agent(*use.deps, as_boss, use.ana, change));
    }
    CHECK(code_of(find_invitation(*use.deps, use.token)) == "not_found");
    CHECK(code_of(accept_invitation(*use.deps, use.token, kBen, kThere)) == "not_found");
}

TEST_CASE("invitations: a key that may manage people makes no administrator, who may do more than it") {
    PeopleCase use;
    auto key = use.as_ana;
    key.who.scope = PermissionSet().with(Permission::kManagePeople);
    CHECK(code_of(invite(*use.deps, key, "eve@example.org", "Eve", AgentRole::kAdmin)) == "forbidden");
    const auto ben = use.add("ben@example.org", AgentRole::kAgent);
    AgentChange change;
    change.role = AgentRole::kAdmin;
    CHECK(code_of(change_agent(*use.deps, key, ben, change)) == "forbidden");
    CHECK(invite(*use.deps, key, "joe@example.org", "Joe", AgentRole::kAgent));
    CHECK(invite(*use.deps, use.as_ana, "eve@example.org", "Eve", AgentRole::kAdmin));
}

TEST_CASE("invitations: who is an agent already is not invited, and an address must be one") {
    PeopleCase use;
    CHECK(code_of(invite(*use.deps, use.as_ana, "ANA@example.org", "Ana", AgentRole::kAgent)) == "conflict");
    CHECK(code_of(invite(*use.deps, use.as_ana, "ana", "Ana", AgentRole::kAgent)) == "invalid");
    CHECK(code_of(invite(*use.deps, use.as_ana, "a b@example.org", "Ana", AgentRole::kAgent)) == "invalid");
    CHECK(code_of(invite(*use.deps, use.as_ana, "cy@example.org", " ", AgentRole::kAgent)) == "invalid");
}

struct Empty : PeopleCase {
    Empty() {
        // As on the first start: Ana was never there.
        store.reset();
        auto opened = open_store(fresh.path());
        REQUIRE(opened);
        store = std::move(*opened);
        deps = std::make_unique<Deps>(Deps{*store, clock, config, gate, numbers});
    }
    test::TempDir fresh;
};

const Newcomer kFirst{"ana@example.org", "Ana", std::string(kGoodPassword)};

TEST_CASE("setup: with nobody there a link makes the first administrator, once") {
    Empty use;
    const auto link = offer_setup(*use.deps);
    REQUIRE(link);
    REQUIRE(*link);
    const auto token = token_in(**link);
    CHECK(check_setup(*use.deps, token));
    CHECK(code_of(set_up(*use.deps, token, {"ana", "Ana", kFirst.password}, kThere)) == "invalid");
    const auto session = set_up(*use.deps, token, kFirst, kThere);
    REQUIRE(session);
    CHECK(session->profile.role == "admin");
    CHECK(use.is_good(*session));
    CHECK(code_of(check_setup(*use.deps, token)) == "not_found");
    CHECK(
        code_of(set_up(*use.deps, token, {"ben@example.org", "Ben", kFirst.password}, kThere)) == "not_found"
    );
    const auto again = offer_setup(*use.deps);
    REQUIRE(again);
    CHECK_FALSE(*again);
}

TEST_CASE("setup: a link ends after half an hour, with the next one, and when somebody is there") {
    Empty use;
    const auto token = token_in(**offer_setup(*use.deps));
    SUBCASE("half an hour") {
        use.clock.advance(SetupLink::kLife);
    }
    SUBCASE("the next one") {
        CHECK(offer_setup(*use.deps));
    }
    SUBCASE("somebody was added on the machine") {
        use.add("cy@example.org", AgentRole::kViewer);
    }
    CHECK(code_of(set_up(*use.deps, token, kFirst, kThere)) == "not_found");
    CHECK(code_of(set_up(*use.deps, "", kFirst, kThere)) == "not_found");
}

}  // namespace
}  // namespace roost
