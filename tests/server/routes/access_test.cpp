// Every route there is, asked by everybody who may not: the table is the router's own list.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "server/app/access_token.h"
#include "server/app/permissions.h"
#include "tests/support/http_scenario.h"

namespace roost {
namespace {

using test::HeaderList;
using test::TestServer;

constexpr std::array kRoles{AgentRole::kAdmin, AgentRole::kSupervisor, AgentRole::kAgent, AgentRole::kViewer};

// "/api/v1/agents/{id}" → "/api/v1/agents/999999", which is nobody's.
std::string address_of(const RouteFacts& route) {
    auto address = route.pattern;
    for (auto from = address.find('{'); from != std::string::npos; from = address.find('{'))
        address.replace(from, address.find('}') - from + 1, "999999");
    return address;
}

int status_of(const TestServer& server, const RouteFacts& route, const HeaderList& headers) {
    // A stream would not end; HEAD is answered as GET.
    test::HttpClient client(server.port());
    const auto method = route.method == "GET" ? std::string("HEAD") : route.method;
    const auto body = route.is_upload ? std::string_view("bytes") : std::string_view();
    client.send(test::request_bytes(method, address_of(route), headers, body));
    return client.read_answer(method != "HEAD").status;
}

HeaderList bearer(const std::string& token) {
    return {{"Authorization", "Bearer " + token}};
}

TEST_CASE("access: the routes that are open to all are these, and no other") {
    TestServer server(TestServer::People::kNone);
    std::vector<std::string> open;
    for (const auto& route : server.router().routes()) {
        if (!route.needs) open.push_back(route.method + " " + route.pattern);
    }
    std::sort(open.begin(), open.end());
    const std::vector<std::string> expected = {
        "GET /api/v1/brand",
        "GET /api/v1/brand/logo",
        "GET /api/v1/health/live",
        "GET /api/v1/health/ready",
        "GET /api/v1/invitations/{id}",
        "GET /api/v1/setup/{id}",
        "GET /api/whatsapp/webhook",
        "GET /health/live",
        "GET /health/ready",
        "GET /webhooks/whatsapp",
        "GET /widget",
        "GET /widget/sign-in",
        "OPTIONS /api/v1/widget/session",
        "OPTIONS /api/v1/widget/unread",
        "POST /api/v1/auth/login",
        "POST /api/v1/auth/logout",
        "POST /api/v1/auth/refresh",
        "POST /api/v1/invitations/{id}",
        "POST /api/v1/setup/{id}",
        "POST /api/v1/widget/session",
        "POST /api/whatsapp/webhook",
        "POST /webhooks/whatsapp",
    };
    CHECK(open == expected);
}

TEST_CASE("access: every other route refuses who has no token, a made-up one or one that is over") {
    TestServer server;
    const auto old_token = server.token();
    server.clock.advance(31 * kMinute);
    const std::vector<std::pair<std::string, HeaderList>> strangers = {
        {"no token", {}},
        {"made up", bearer("abc.def.ghi")},
        {"over", bearer(old_token)},
        {"another scheme", {{"Authorization", "Basic YW5hOmFuYQ=="}}},
        {"only claimed", {{"X-User-Id", "1"}, {"X-Role", "admin"}}},
        {"in the address, as another site could", {{"Cookie", "access_token=" + old_token}}},
    };
    for (const auto& route : server.router().routes()) {
        if (!route.needs) continue;
        for (const auto& [name, headers] : strangers) {
            const auto tried = route.method + " " + route.pattern + ": " + name;
            CAPTURE(tried);
            CHECK(status_of(server, route, headers) == 401);
        }
    }
}

TEST_CASE("access: every route refuses every role that lacks its permission, and no other role") {
    TestServer server;
    std::map<AgentRole, std::string> tokens = {{AgentRole::kAdmin, server.token()}};
    for (const auto role : kRoles) {
        if (role != AgentRole::kAdmin) tokens[role] = server.token_of(role);
    }
    int refused = 0;
    for (const auto& route : server.router().routes()) {
        if (!route.needs) continue;
        for (const auto role : kRoles) {
            const auto tried = route.method + " " + route.pattern + " as " + std::string(role_name(role));
            CAPTURE(tried);
            const auto status = status_of(server, route, bearer(tokens[role]));
            const bool is_refused = status == 403;
            CHECK(is_refused == !permissions_of(role).has(*route.needs));
            CHECK(status != 401);
            CHECK(status != 0);
            refused += int{is_refused};
        }
    }
    CHECK(refused > 10);
}

TEST_CASE("access: what changes something asks for more than reading") {
    TestServer server(TestServer::People::kNone);
    for (const auto& route : server.router().routes()) {
        if (!route.needs || route.method == "GET") continue;
        const auto tried = route.method + " " + route.pattern;
        CAPTURE(tried);
        CHECK((*route.needs != Permission::kRead));
    }
}

}  // namespace
}  // namespace roost
