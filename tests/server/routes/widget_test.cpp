// Sites, embed tokens and what the page of a site asks for.
#include <doctest/doctest.h>

#include <string>

#include "server/app/people.h"
#include "server/app/sites.h"
#include "server/store/store.h"
#include "tests/support/widget_case.h"

namespace roost {
namespace {

using test::kHostOrigin;
using test::WidgetCase;

TEST_CASE("sites: made, listed, changed and removed; the secret is told once and lies sealed") {
    WidgetCase use;
    auto& server = use.server;
    const auto list = server.as_ana("GET", "/api/v1/sites");
    CHECK(list.status == 200);
    CHECK(list.body.find(use.secret) == std::string::npos);
    CHECK(list.body.find("\"scope\":[\"read\",\"send\",\"tend\"]") != std::string::npos);
    const auto row = server.store().sites().find_site(parse_id<SiteId>(use.site).value());
    REQUIRE(row.value());
    CHECK((*row)->secret.find(use.secret) == std::string::npos);
    CHECK(good_secrets(server.config, **row, server.clock.now()) == std::vector{use.secret});
    const test::HeaderList ana = {{"@ana", ""}};
    const auto address = "/api/v1/sites/" + use.site;
    run_scenarios(
        server,
        {
            {.name = "a wildcard",
             .method = "POST",
             .url = "/api/v1/sites",
             .headers = ana,
             .body = R"({"name":"x","origins":["*"]})",
             .status = 400,
             .contains = {"origins"}},
            {.name = "no origins",
             .method = "POST",
             .url = "/api/v1/sites",
             .headers = ana,
             .body = R"({"name":"x"})",
             .status = 400},
            {.name = "more than people do on a page",
             .method = "POST",
             .url = "/api/v1/sites",
             .headers = ana,
             .body = R"({"name":"x","origins":["https://a.example"],"scope":["read","manage_people"]})",
             .status = 400},
            {.name = "an unknown permission",
             .method = "POST",
             .url = "/api/v1/sites",
             .headers = ana,
             .body = R"({"name":"x","origins":["https://a.example"],"scope":["read","fly"]})",
             .status = 400},
            {.name = "a wrong type",
             .method = "PATCH",
             .url = address,
             .headers = ana,
             .body = R"({"whole_inbox":"yes"})",
             .status = 400,
             .contains = {"whole_inbox"}},
            {.name = "changed",
             .method = "PATCH",
             .url = address,
             .headers = ana,
             .body = R"({"name":"Our CRM","entity_types":["project"]})",
             .contains = {"Our CRM", "https://crm.example", "\"entity_types\":[\"project\"]"}},
            {.name = "nobody's",
             .method = "DELETE",
             .url = "/api/v1/sites/99",
             .headers = ana,
             .status = 404},
            {.name = "removed", .method = "DELETE", .url = address, .headers = ana, .status = 204},
            {.name = "again", .method = "DELETE", .url = address, .headers = ana, .status = 404},
        }
    );
    const auto log = server.as_ana("GET", "/api/v1/audit").body;
    for (const char* action : {"site.made", "site.changed", "site.removed", "record.linked"})
        CHECK(log.find(action) != std::string::npos);
    CHECK(log.find(use.secret) == std::string::npos);
}

TEST_CASE("widget session: opened by a token, once, for who and what the token says") {
    WidgetCase use;
    auto token = use.token().for_record("project", "project_123");
    token.claims["entity"]["title"] = "Borehole";
    const auto text = token.signed_with(use.secret);
    const auto answer = use.open(text);
    REQUIRE(answer.status == 200);
    CHECK(answer.header("Set-Cookie").empty());
    const auto session = WidgetCase::json(answer);
    CHECK(string_or(member(session, "only"), "id", "") == "project_123");
    CHECK(string_or(member(session, "only"), "title", "") == "Borehole");
    CHECK(optional_integer(session, "expires_in") == 1800);
    const auto access = string_or(session, "access_token", "");
    CHECK(use.server.ask("GET", "/api/v1/snapshot", WidgetCase::bearer(access)).status == 200);
    CHECK(use.open(text).status == 401);
    // By id, too; and a person instead of a record.
    const auto person = use.session_for(use.token().with("sub", "1").with("contact", "+44 7700 900123"));
    const auto rows = use.server.ask("GET", "/api/v1/conversations", WidgetCase::bearer(person)).body;
    CHECK(rows.find("Benjamin Hidden") != std::string::npos);
    CHECK(rows.find("Amina") == std::string::npos);
    CHECK(rows.find("Hidden record") == std::string::npos);
    use.server.clock.advance(31 * kMinute);
    CHECK(use.server.ask("GET", "/api/v1/snapshot", WidgetCase::bearer(access)).status == 401);
}

TEST_CASE("widget session: whatever is wrong with a token is refused alike, and noted") {
    WidgetCase use;
    REQUIRE(
        add_agent(use.server.deps(), "gone@example.org", "Gone", AgentRole::kAgent, "correct horse battery")
    );
    const auto agents = WidgetCase::json(use.server.as_ana("GET", "/api/v1/agents"));
    const auto gone = string_or(member(agents, "agents")[1], "id", "");
    const auto make = [&] { return use.token().for_record("project", "project_123"); };
    REQUIRE(use.open(make().with("sub", "gone@example.org").signed_with(use.secret)).status == 200);
    REQUIRE(use.server.as_ana("PATCH", "/api/v1/agents/" + gone, R"({"is_active":false})").status == 200);
    auto none = make();
    none.header = R"({"alg":"none"})";
    const auto now = use.server.clock.now() / kSecond;
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {"none", none.unsigned_text() + "."},
        {"another secret", make().signed_with("another")},
        {"another site", make().with("iss", "99").signed_with(use.secret)},
        {"over", make().with("iat", now - 400).with("exp", now - 1).signed_with(use.secret)},
        {"far future", make().with("exp", now + 86'400).signed_with(use.secret)},
        {"an unknown agent", make().with("sub", "nobody@example.org").signed_with(use.secret)},
        {"one who was switched off", make().with("sub", gone).signed_with(use.secret)},
        {"a type that is none", use.token().for_record("spaceship", "1").signed_with(use.secret)},
        {"everything", use.token().signed_with(use.secret)},
        {"nonsense", "abc"},
    };
    const auto expected = use.open("abc").body;
    for (const auto& [name, text] : wrong) {
        CAPTURE(name);
        const auto answer = use.open(text);
        CHECK(answer.status == 401);
        CHECK(answer.body == expected);
    }
    CHECK(use.open(make().signed_with(use.secret), {{"Origin", "https://evil.example"}}).body == expected);
    CHECK(use.open(make().signed_with(use.secret), {{"Origin", kHostOrigin}}).status == 200);
    const auto log = use.server.as_ana("GET", "/api/v1/audit?limit=100").body;
    CHECK(log.find("widget.refused") != std::string::npos);
    CHECK(log.find("widget.opened") != std::string::npos);
    CHECK(use.server.ask("POST", "/api/v1/widget/session", {}, "{}").status == 400);
    CHECK(use.server.ask("POST", "/api/v1/widget/session", {}, R"({"token":7})").status == 400);
    for (int i = 0; i < 600; ++i)
        static_cast<void>(use.open("abc"));
    CHECK(use.open(make().signed_with(use.secret)).status == 429);
}

TEST_CASE("widget session: a secret that was replaced is good for a day more") {
    WidgetCase use;
    const auto old = use.secret;
    const auto make = [&] { return use.token().for_record("project", "project_123"); };
    const auto address = "/api/v1/sites/" + use.site + "/secret";
    const auto renewed = WidgetCase::json(use.server.as_ana("POST", address));
    const auto fresh = string_or(renewed, "secret", "");
    CHECK(fresh != old);
    CHECK_FALSE(string_or(member(renewed, "site"), "old_secret_until", "").empty());
    CHECK(use.open(make().signed_with(old)).status == 200);
    CHECK(use.open(make().signed_with(fresh)).status == 200);
    use.server.clock.advance(kOldSecretLife);
    CHECK(use.open(make().signed_with(old)).status == 401);
    CHECK(use.open(make().signed_with(fresh)).status == 200);
}

TEST_CASE("widget session: it ends with its site, its agent, and with what the site may show") {
    WidgetCase use;
    const auto status = [&](const std::string& token) {
        return use.server.ask("GET", "/api/v1/snapshot", WidgetCase::bearer(token)).status;
    };
    const auto first = use.narrow();
    CHECK(status(first) == 200);
    const auto address = "/api/v1/sites/" + use.site;
    CHECK(use.server.as_ana("PATCH", address, R"({"entity_types":["lead"]})").status == 200);
    CHECK(status(first) == 401);
    CHECK(use.server.as_ana("PATCH", address, R"({"entity_types":[],"scope":["read"]})").status == 200);
    CHECK(status(first) == 200);
    const auto path = "/api/v1/conversations/" + to_string(use.own) + "/messages";
    CHECK(use.server.ask("POST", path, WidgetCase::bearer(first), R"({"text":"x"})").status == 403);
    CHECK(use.server.as_ana("DELETE", address).status == 204);
    CHECK(status(first) == 401);
}

TEST_CASE("widget session: page after page of one program goes on with one session, of one browser alone") {
    WidgetCase use;
    const auto open_from = [&](const std::string& browser, const std::string& record) {
        const auto answer = use.open(
            use.token().for_record("project", record).signed_with(use.secret), {{"User-Agent", browser}}
        );
        REQUIRE(answer.status == 200);
        return string_or(WidgetCase::json(answer), "access_token", "");
    };
    const auto sessions = [&] {
        const auto known = use.server.store().people().list_sessions(AgentId{1});
        REQUIRE(known);
        return known->size();
    };
    const auto opened = [&] {
        const auto log = use.server.as_ana("GET", "/api/v1/audit?limit=100").body;
        std::size_t times = 0;
        for (auto at = log.find("widget.opened"); at != std::string::npos;
             at = log.find("widget.opened", at + 1))
            ++times;
        return times;
    };
    const auto first = open_from("One", "project_123");
    use.server.clock.advance(kMinute);
    const auto second = open_from("One", "project_123");
    CHECK(first != second);
    CHECK(opened() == 1);
    const auto before = sessions();
    static_cast<void>(open_from("Another", "project_123"));
    static_cast<void>(open_from("One", "project_999"));
    CHECK(opened() == 3);
    CHECK(sessions() == before + 2);
    // It is not gone on with for ever: a day after its start it is forgotten.
    use.server.clock.advance(kDay / 2);
    static_cast<void>(open_from("One", "project_123"));
    CHECK(sessions() == before + 3);
}

TEST_CASE("widget session: what is live ends with the site, and with what it may show") {
    WidgetCase use;
    const auto address = "/api/v1/sites/" + use.site;
    const auto ends_by = [&](const char* method, const char* body) {
        test::HttpClient stream(use.server.port());
        stream.send(test::request_bytes("GET", "/api/v1/events", WidgetCase::bearer(use.narrow()), ""));
        REQUIRE(stream.read_until("retry: 1000").find("200") != std::string::npos);
        REQUIRE(use.server.as_ana(method, address, body).status < 300);
        return stream.reads_to_the_end();
    };
    CHECK(ends_by("PATCH", R"({"entity_types":["lead"]})"));
    REQUIRE(use.server.as_ana("PATCH", address, R"({"entity_types":[]})").status == 200);
    CHECK(ends_by("DELETE", ""));
}

TEST_CASE("widget: the badge, and which pages may read it") {
    WidgetCase use;
    auto headers = WidgetCase::bearer(use.narrow());
    headers.emplace_back("Origin", kHostOrigin);
    const auto unread = use.server.ask("GET", "/api/v1/widget/unread", headers);
    CHECK(unread.body == R"({"unread":1})");
    CHECK(unread.header("Access-Control-Allow-Origin") == kHostOrigin);
    CHECK(unread.header("Access-Control-Allow-Credentials").empty());
    headers.back().second = "https://evil.example";
    CHECK(
        use.server.ask("GET", "/api/v1/widget/unread", headers).header("Access-Control-Allow-Origin").empty()
    );
    for (const std::string path : {"/api/v1/widget/unread", "/api/v1/widget/session"}) {
        const auto target = path + "?site=" + use.site;
        const auto allowed = use.server.ask("OPTIONS", target, {{"Origin", kHostOrigin}});
        CHECK(allowed.status == 204);
        CHECK(allowed.header("Access-Control-Allow-Origin") == kHostOrigin);
        CHECK(allowed.header("Vary") == "Origin");
        const std::vector<std::pair<std::string, std::string>> others = {
            {target, "https://evil.example"}, {path, kHostOrigin}, {path + "?site=99", kHostOrigin}};
        for (const auto& [address, origin] : others) {
            const auto refused = use.server.ask("OPTIONS", address, {{"Origin", origin}});
            CHECK(refused.header("Access-Control-Allow-Origin").empty());
        }
    }
    // No other route lets pages of others read what it says.
    const auto list =
        use.server.ask("GET", "/api/v1/conversations", {headers.front(), {"Origin", kHostOrigin}});
    CHECK(list.status == 200);
    CHECK(list.header("Access-Control-Allow-Origin").empty());
    CHECK(use.server.ask("OPTIONS", "/api/v1/conversations", {{"Origin", kHostOrigin}}).status == 405);
}

TEST_CASE("widget: its page is framed by the site's own pages, or is not there") {
    WidgetCase use;
    CHECK(use.server.ask("GET", "/widget").status == 404);
    CHECK(use.server.ask("GET", "/widget?site=99").status == 404);
    CHECK(use.server.ask("GET", "/widget?site=" + use.site).status == 200);

    test::TempDir dir;
    dir.write("web/index.html", "<html><script>start()</script></html>");
    const auto assets = Assets::load(dir.file("web"));
    REQUIRE(assets);
    const WebDownload web;
    Router router;
    auto& server = use.server;
    bind_widget(
        router,
        RouteDeps{server.deps(), server.hub(), *assets, server.files(), web, server.cloud, server.look}
    );
    const auto query = "site=" + use.site;
    Request request;
    request.method = "GET";
    request.path = "/widget";
    request.query = query;
    request.remote_addr = "127.0.0.1";
    const auto page = router.answer(request);
    CHECK(page.status == 200);
    CHECK(page.body.find("start()") != std::string::npos);
    const auto header = [&](std::string_view name) {
        for (const auto& [known, value] : page.headers)
            if (known == name) return value;
        return std::string();
    };
    const auto policy = header("Content-Security-Policy");
    CHECK(policy.find("default-src 'none'") == 0);
    CHECK(policy.find("frame-ancestors 'self' https://crm.example") != std::string::npos);
    CHECK(policy.find("unsafe-inline") == std::string::npos);
    CHECK(header("Cache-Control") == "no-store");
    CHECK(header("Cross-Origin-Resource-Policy") == "cross-origin");
    CHECK(header("Cross-Origin-Embedder-Policy") == "require-corp");
}

}  // namespace
}  // namespace roost
