#include "server/store/people.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "server/store/open_store.h"
#include "server/store/sqlite/migrate.h"
#include "server/store/sqlite/people.h"
#include "tests/support/temp_dir.h"

namespace roost::sqlite {
namespace {

using test::TempDir;

std::unique_ptr<Connection> database(const TempDir& dir) {
    auto connection = Connection::open(dir.file("roost.db"), Connection::Mode::kWriter);
    REQUIRE(connection);
    return std::move(*connection);
}

// The schema as it was before people had sessions.
std::vector<Migration> before_people() {
    std::vector<Migration> steps;
    for (const auto& step : migrations()) {
        if (step.version < 13) steps.push_back(step);
    }
    return steps;
}

TEST_CASE("people store: who was signed in before the upgrade still is, and who was not is not") {
    const TempDir dir;
    const auto on = database(dir);
    REQUIRE(migrate(*on, before_people()));
    REQUIRE(
        on->run("INSERT INTO agents VALUES (1, 'ana@example.org', 'Ana', 0, 'hash');"
                "INSERT INTO agents VALUES (2, 'ben@example.org', 'Ben', 2, 'hash');"
                "INSERT INTO refresh_tokens VALUES ('a1', 'famA', 1, 2592001000, 5, 0);"
                "INSERT INTO refresh_tokens VALUES ('a2', 'famA', 1, 2592009000, 0, 0);"
                "INSERT INTO refresh_tokens VALUES ('b1', 'famB', 2, 2592002000, 0, 1);"
                "INSERT INTO refresh_tokens VALUES ('c1', 'famC', 1, 2592003000, 0, 0);")
    );
    REQUIRE(migrate(*on, migrations()));
    const auto sessions = read_sessions(*on, AgentId{1});
    REQUIRE(sessions);
    REQUIRE(sessions->size() == 2);
    CHECK(sessions->front().started_at == 1000);
    CHECK(sessions->front().last_used_at == 9000);
    CHECK(read_sessions(*on, AgentId{2})->empty());
    const auto first = read_refresh_token(*on, "a1");
    const auto second = read_refresh_token(*on, "a2");
    const auto other = read_refresh_token(*on, "c1");
    REQUIRE(*first);
    REQUIRE(*second);
    REQUIRE(*other);
    CHECK((*first)->session == sessions->front().id);
    CHECK((*second)->session == (*first)->session);
    CHECK((*other)->session != (*first)->session);
    CHECK((*first)->used_at == 5);
    const auto ended = read_session(*on, (*read_refresh_token(*on, "b1"))->session);
    REQUIRE(*ended);
    CHECK((*ended)->ended_at != 0);
    CHECK((*read_agent(*on, AgentId{1}))->state == AgentState::kActive);
}

TEST_CASE("people store: the audit log takes rows, and gives none back") {
    const TempDir dir;
    const auto on = database(dir);
    REQUIRE(migrate(*on, migrations()));
    SqlitePeopleWrites people(*on);
    for (int i = 1; i <= 3; ++i) {
        AuditRow row;
        row.at = i;
        row.action = "agent.changed";
        row.subject = "number " + std::to_string(i);
        REQUIRE(people.add_audit(row));
    }
    CHECK_FALSE(on->run("DELETE FROM audit WHERE id = 1"));
    CHECK_FALSE(on->run("UPDATE audit SET subject = 'nobody'"));
    const auto newest = read_audit(*on, {0, 2});
    REQUIRE(newest);
    REQUIRE(newest->size() == 2);
    CHECK(newest->front().subject == "number 3");
    const auto older = read_audit(*on, {newest->back().id, 2});
    REQUIRE(older);
    REQUIRE(older->size() == 1);
    CHECK(older->front().subject == "number 1");
}

TEST_CASE("people store: the id of a session, a key or an invitation is never given again") {
    const TempDir dir;
    const auto on = database(dir);
    REQUIRE(migrate(*on, migrations()));
    SqlitePeopleWrites people(*on);
    const ApiKeyRow key{{}, "hash", "Report", {Permission::kRead}, AgentId{1}, 1, 2, 0};
    const auto first = people.add_api_key(key);
    REQUIRE(first);
    const auto gone = people.remove_api_key(*first);
    REQUIRE(gone);
    REQUIRE(*gone);
    CHECK((*gone)->scope == key.scope);
    const auto second = people.add_api_key(key);
    REQUIRE(second);
    CHECK(*second != *first);
    CHECK_FALSE(*people.remove_api_key(*first));
}

TEST_CASE("people store: tokens that are over make room") {
    const TempDir dir;
    const auto on = database(dir);
    REQUIRE(migrate(*on, migrations()));
    SqlitePeopleWrites people(*on);
    REQUIRE(people.put_refresh_token({"old", SessionId{1}, AgentId{1}, 100, 0}));
    REQUIRE(people.put_refresh_token({"new", SessionId{1}, AgentId{1}, 200, 0}));
    REQUIRE(people.remove_refresh_tokens(150));
    CHECK_FALSE(*people.refresh_token("old"));
    CHECK(*people.refresh_token("new"));
}

}  // namespace
}  // namespace roost::sqlite
