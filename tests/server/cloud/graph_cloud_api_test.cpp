// The calls as they leave on a socket, and what is made of every way in which an answer can fail to come.
#include "server/cloud/graph_cloud_api.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tests/support/scripted_server.h"

namespace roost {
namespace {

using test::ScriptedServer;

constexpr std::string_view kAnswer =
    R"({"messages":[{"id":"wamid.A"}],"contacts":[{"wa_id":"254700000001"}]})";

std::string http_answer(int code, std::string_view body, std::string_view headers = "") {
    return "HTTP/1.1 " + std::to_string(code) + " X\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + std::string(headers) + "\r\n" + std::string(body);
}

GraphOptions options(const std::string& url) {
    GraphOptions options;
    options.url = url;
    options.access_token = "the-token";
    return options;
}

template <class Kind>
bool is(const CloudOutcome& outcome) {
    return std::holds_alternative<Kind>(outcome);
}

}  // namespace

TEST_CASE("graph: a message is posted to its number with the bearer token") {
    ScriptedServer meta({http_answer(200, kAnswer)});
    GraphCloudApi graph(options(meta.url()));
    const auto outcome = graph.send("106540352242922", R"({"to":"1"})");
    REQUIRE(is<CloudAccepted>(outcome));
    CHECK(std::get<CloudAccepted>(outcome).wamid == "wamid.A");
    const auto request = meta.requests().at(0);
    CHECK(request.starts_with("POST /v23.0/106540352242922/messages HTTP/1.1\r\n"));
    CHECK(request.find("Authorization: Bearer the-token\r\n") != std::string::npos);
    CHECK(request.find("Content-Type: application/json\r\n") != std::string::npos);
    CHECK(request.ends_with(R"({"to":"1"})"));
}

TEST_CASE("graph: a read receipt names the message") {
    ScriptedServer meta({http_answer(200, R"({"success":true})")});
    GraphCloudApi graph(options(meta.url()));
    CHECK(is<CloudAccepted>(graph.mark_read("1", "wamid.IN")));
    CHECK(meta.requests().at(0).ends_with(
        R"({"messaging_product":"whatsapp","status":"read","message_id":"wamid.IN"})"
    ));
}

TEST_CASE("graph: one connection serves many calls") {
    ScriptedServer meta({http_answer(200, kAnswer), http_answer(200, kAnswer), http_answer(200, kAnswer)});
    GraphCloudApi graph(options(meta.url()));
    for (int i = 0; i < 3; ++i)
        CHECK(is<CloudAccepted>(graph.send("1", "{}")));
    CHECK(meta.connections() == 1);
}

TEST_CASE("graph: templates are asked for page by page, between messages on one connection") {
    ScriptedServer meta(
        {http_answer(200, kAnswer),
         http_answer(200, R"({"data":[{"id":"1","name":"a","language":"en"},{"name":"unreadable"}],
             "paging":{"cursors":{"after":"c/1"},"next":"https://x"}})"),
         http_answer(200, R"({"data":[],"paging":{"cursors":{"after":"c2"}}})"),
         http_answer(200, kAnswer)}
    );
    GraphCloudApi graph(options(meta.url()));
    CHECK(is<CloudAccepted>(graph.send("1", "{}")));
    const auto first = graph.list_templates("102290129340398", "");
    REQUIRE(std::holds_alternative<TemplatePage>(first));
    CHECK(std::get<TemplatePage>(first).templates.size() == 1);
    CHECK(std::get<TemplatePage>(first).next == "c/1");
    const auto last = graph.list_templates("102290129340398", "c/1");
    REQUIRE(std::holds_alternative<TemplatePage>(last));
    CHECK(std::get<TemplatePage>(last).next.empty());
    CHECK(is<CloudAccepted>(graph.send("1", R"({"to":"1"})")));
    CHECK(meta.requests()[1].starts_with("GET /v23.0/102290129340398/message_templates?limit=100&fields=id,")
    );
    CHECK(meta.requests()[1].find("Authorization: Bearer the-token\r\n") != std::string::npos);
    CHECK(meta.requests()[2].find("&after=c%2F1 HTTP/1.1") != std::string::npos);
    CHECK(meta.requests()[3].starts_with("POST "));
    CHECK(meta.requests()[3].ends_with(R"({"to":"1"})"));
    CHECK(meta.connections() == 1);
}

TEST_CASE("graph: a list of templates that is refused or makes no sense is no list") {
    ScriptedServer meta(
        {http_answer(401, R"({"error":{"message":"m","code":190}})"),
         http_answer(200, R"({"data":7})"),
         http_answer(200, "<html>"),
         http_answer(502, "<html>")}
    );
    GraphCloudApi graph(options(meta.url()));
    const auto refused = graph.list_templates("1", "");
    REQUIRE(std::holds_alternative<CloudRefusal>(refused));
    CHECK(std::get<CloudRefusal>(refused).code == 190);
    for (int i = 0; i < 3; ++i)
        CHECK(std::holds_alternative<CloudUnreachable>(graph.list_templates("1", "")));
    graph.stop();
    CHECK(std::holds_alternative<CloudUnreachable>(graph.list_templates("1", "")));
    CHECK(meta.requests().size() == 4);
}

TEST_CASE("graph: templates are made, changed and deleted, between messages on one connection") {
    ScriptedServer meta(
        {http_answer(200, R"({"id":"77","status":"PENDING","category":"MARKETING"})"),
         http_answer(200, R"({"success":true})"),
         http_answer(200, R"({"success":true})"),
         http_answer(200, kAnswer)}
    );
    GraphCloudApi graph(options(meta.url()));
    const auto made = graph.create_template("102290129340398", R"({"name":"a"})");
    REQUIRE(std::holds_alternative<TemplateAccepted>(made));
    CHECK(std::get<TemplateAccepted>(made).id == "77");
    CHECK(std::get<TemplateAccepted>(made).category == "MARKETING");
    CHECK(std::holds_alternative<TemplateAccepted>(graph.edit_template("", "77", R"({"components":[]})")));
    CHECK(std::holds_alternative<TemplateAccepted>(graph.delete_template("102290129340398", "77", "a")));
    CHECK(is<CloudAccepted>(graph.send("1", R"({"to":"1"})")));
    CHECK(meta.requests()[0].starts_with("POST /v23.0/102290129340398/message_templates HTTP/1.1"));
    CHECK(meta.requests()[0].ends_with(R"({"name":"a"})"));
    CHECK(meta.requests()[1].starts_with("POST /v23.0/77 HTTP/1.1"));
    CHECK(meta.requests()[2].starts_with(
        "DELETE /v23.0/102290129340398/message_templates?hsm_id=77&name=a HTTP/1.1"
    ));
    CHECK(meta.requests()[3].starts_with("POST /v23.0/1/messages"));
    CHECK(meta.connections() == 1);
}

TEST_CASE("graph: a refused template brings what Meta would have a person read; no answer leaves it open") {
    ScriptedServer meta(
        {http_answer(400, R"({"error":{"message":"Invalid parameter","code":100,"error_subcode":2388299,
             "error_user_title":"T","error_user_msg":"At the end."}})"),
         http_answer(200, "{}"),
         http_answer(502, "<html>"),
         std::nullopt}
    );
    GraphOptions limited = options(meta.url());
    limited.call_limit = 300;
    GraphCloudApi graph(limited);
    const auto refused = graph.create_template("1", "{}");
    REQUIRE(std::holds_alternative<CloudRefusal>(refused));
    CHECK(std::get<CloudRefusal>(refused).subcode == 2388299);
    CHECK(std::get<CloudRefusal>(refused).user_title == "T");
    CHECK(std::get<CloudRefusal>(refused).user_message == "At the end.");
    for (int i = 0; i < 3; ++i)
        CHECK(std::holds_alternative<CloudUnknown>(graph.create_template("1", "{}")));
    graph.stop();
    CHECK(std::holds_alternative<CloudUnreachable>(graph.edit_template("", "1", "{}")));
}

TEST_CASE("graph: nobody listening means that nothing left") {
    std::string url;
    {
        const ScriptedServer gone({});
        url = gone.url();
    }
    GraphCloudApi graph(options(url));
    CHECK(is<CloudUnreachable>(graph.send("1", "{}")));
    GraphCloudApi nameless(options("http://no-such-name.invalid"));
    CHECK(is<CloudUnreachable>(nameless.send("1", "{}")));
}

TEST_CASE("graph: a connection closed without an answer leaves open what happened, and is not repeated") {
    SUBCASE("on a new connection") {
        ScriptedServer meta({""});
        GraphCloudApi graph(options(meta.url()));
        CHECK(is<CloudUnknown>(graph.send("1", "{}")));
        CHECK(meta.requests().size() == 1);
    }
    SUBCASE("on a kept one, where curl would try again by itself") {
        ScriptedServer meta({http_answer(200, kAnswer), "", http_answer(200, kAnswer)});
        GraphCloudApi graph(options(meta.url()));
        CHECK(is<CloudAccepted>(graph.send("1", "{}")));
        CHECK(is<CloudUnknown>(graph.send("1", "{}")));
        CHECK(meta.requests().size() == 2);
        CHECK(is<CloudAccepted>(graph.send("1", "{}")));
    }
    SUBCASE("in the middle of the answer") {
        ScriptedServer meta({"HTTP/1.1 200 OK\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{", ""});
        auto limited = options(meta.url());
        limited.call_limit = 300;
        GraphCloudApi graph(limited);
        CHECK(is<CloudUnknown>(graph.send("1", "{}")));
    }
}

TEST_CASE("graph: an answer that does not come in time leaves open what happened") {
    ScriptedServer meta({std::nullopt});
    auto limited = options(meta.url());
    limited.call_limit = 200;
    GraphCloudApi graph(limited);
    CHECK(is<CloudUnknown>(graph.send("1", "{}")));
}

TEST_CASE("graph: a refusal brings Meta's code and how long to wait") {
    ScriptedServer meta({http_answer(
        429, R"({"error":{"message":"m","code":130429,"error_data":{"details":"d"}}})", "Retry-After: 7\r\n"
    )});
    GraphCloudApi graph(options(meta.url()));
    const auto outcome = graph.send("1", "{}");
    REQUIRE(is<CloudRefusal>(outcome));
    CHECK(std::get<CloudRefusal>(outcome).code == 130429);
    CHECK(std::get<CloudRefusal>(outcome).retry_after == 7 * kSecond);
}

TEST_CASE("graph: a redirect does not carry the token away") {
    ScriptedServer meta({http_answer(302, "", "Location: /elsewhere\r\n"), http_answer(200, kAnswer)});
    GraphCloudApi graph(options(meta.url()));
    CHECK(is<CloudRefusal>(graph.send("1", "{}")));
    CHECK(meta.requests().size() == 1);
}

TEST_CASE("graph: after the stop no call is made, and one under way ends as unknown") {
    ScriptedServer meta({std::nullopt});
    GraphCloudApi graph(options(meta.url()));
    CloudOutcome outcome;
    std::thread calling([&] { outcome = graph.send("1", "{}"); });
    while (meta.requests().empty())
        std::this_thread::yield();
    graph.stop();
    calling.join();
    CHECK(is<CloudUnknown>(outcome));
    CHECK(is<CloudUnreachable>(graph.send("1", "{}")));
    CHECK(meta.requests().size() == 1);
}

}  // namespace roost
