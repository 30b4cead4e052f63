#include "server/app/standings.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/builders.h"

namespace roost {
namespace {

using test::kNoon;

const Principal kBen{AgentId{1}, AgentRole::kAgent};

TEST_CASE("standings: what was read is believed for a moment, also that somebody is gone") {
    Standings standings;
    CHECK_FALSE(standings.find("session 1", kNoon));
    standings.keep("session 1", kBen, standings.generation(), kNoon);
    standings.keep("session 2", std::nullopt, standings.generation(), kNoon);
    REQUIRE(standings.find("session 1", kNoon));
    CHECK(*standings.find("session 1", kNoon));
    REQUIRE(standings.find("session 2", kNoon));
    CHECK_FALSE(*standings.find("session 2", kNoon));
    CHECK_FALSE(standings.find("session 1", kNoon + Standings::kRemembered));
}

TEST_CASE("standings: what was read before a change is not kept after it") {
    Standings standings;
    const auto before = standings.generation();
    standings.keep("session 1", kBen, before, kNoon);
    standings.forget_all();
    CHECK_FALSE(standings.find("session 1", kNoon));
    standings.keep("session 1", kBen, before, kNoon);
    CHECK_FALSE(standings.find("session 1", kNoon));
    standings.keep("session 1", kBen, standings.generation(), kNoon);
    CHECK(standings.find("session 1", kNoon));
}

TEST_CASE("standings: the memory is bounded") {
    Standings standings;
    for (std::size_t i = 0; i <= Standings::kMost; ++i)
        standings.keep("session " + std::to_string(i), kBen, standings.generation(), kNoon);
    CHECK_FALSE(standings.find("session 0", kNoon));
    CHECK(standings.find("session " + std::to_string(Standings::kMost), kNoon));
}

}  // namespace
}  // namespace roost
