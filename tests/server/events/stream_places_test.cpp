#include "server/events/stream_places.h"

#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include "tests/support/http_scenario.h"

namespace roost {
namespace {

Principal agent(std::int64_t id) {
    Principal who;
    who.agent = AgentId{id};
    return who;
}

TEST_CASE("stream places: of one agent only so many, of another as many again, and a key counts for itself") {
    StreamPlaces places({.per_agent = 2});
    const auto first = places.take(agent(1), "203.0.113.1");
    auto second = places.take(agent(1), "203.0.113.2");
    REQUIRE(first);
    REQUIRE(second);
    const auto third = places.take(agent(1), "203.0.113.3");
    REQUIRE_FALSE(third);
    CHECK(third.error().message.find("2 event streams") != std::string::npos);
    CHECK(places.take(agent(2), "203.0.113.1"));
    auto key = agent(1);
    key.key = ApiKeyId{1};
    CHECK(places.take(key, "203.0.113.1"));
    CHECK(places.taken() == 2);
    second->reset();
    CHECK(places.taken() == 1);
    CHECK(places.take(agent(1), "203.0.113.3"));
}

TEST_CASE("stream places: of one address only so many, unless a proxy stands there") {
    StreamPlaces places({.per_address = 1, .uncounted = *parse_address_ranges("10.0.0.0/8")});
    const auto first = places.take(agent(1), "203.0.113.1");
    const auto second = places.take(agent(2), "203.0.113.1");
    REQUIRE_FALSE(second);
    CHECK(second.error().message.find("address") != std::string::npos);
    const auto near = places.take(agent(2), "10.0.0.1");
    CHECK(places.take(agent(3), "10.0.0.1"));
    CHECK(near);
    CHECK(places.taken() == 2);
}

TEST_CASE(
    "stream places: over the bound a stream is refused with a time to wait, and one that ends makes room"
) {
    test::TestServer server;
    const auto request =
        test::request_bytes("GET", "/api/v1/events", {{"Authorization", "Bearer " + server.token()}}, "");
    std::vector<std::unique_ptr<test::HttpClient>> open;
    const auto most = StreamBounds{}.per_agent;
    for (std::size_t i = 0; i < most; ++i) {
        open.push_back(std::make_unique<test::HttpClient>(server.port()));
        open.back()->send(request);
        REQUIRE(open.back()->read_until("retry: 1000").find(" 200 ") != std::string::npos);
    }
    const auto refused = server.as_ana("GET", "/api/v1/events");
    CHECK(refused.status == 429);
    CHECK(refused.header("Retry-After") == "30");
    CHECK(refused.body.find("64 event streams") != std::string::npos);
    CHECK(server.hub().stream_count() == most);

    open.pop_back();
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (server.hub().stream_count() == most && std::chrono::steady_clock::now() < patience)
        std::this_thread::yield();
    test::HttpClient next(server.port());
    next.send(request);
    CHECK(next.read_until("retry: 1000").find(" 200 ") != std::string::npos);
}

}  // namespace
}  // namespace roost
