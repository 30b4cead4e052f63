// Every route there is, asked by an agent who sees only what is assigned to them, for what is somebody
// else's.
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "server/app/sessions.h"
#include "server/app/teams.h"
#include "tests/support/widget_case.h"

namespace roost {
namespace {

using test::HttpAnswer;
using test::WidgetCase;

struct Attempt {
    std::string method;
    std::string target;
    std::string body = {};
    int status = 404;  // 200 = a list, without what is not theirs
};
using Attempts = std::map<std::string, std::vector<Attempt>>;

struct Scene : WidgetCase {
    explicit Scene(AgentRole role = AgentRole::kAgent) : token(server.token_of(role)) {
        const auto who = check_access_token(server.deps(), token);
        REQUIRE(who);
        agent = who->agent;
        see(AgentsSee::kOwn);
        if (role != AgentRole::kViewer) give(own, agent);
        give(other, AgentId{1});
        const auto others = messages_of(other);
        message = to_string(others.front().id);
        sent = to_string(others.back().id);
        // Their standing is read anew at the next request.
        server.clock.advance(kSecond);
    }

    void see(AgentsSee what) {
        const Actor ana{{AgentId{1}, AgentRole::kAdmin}, ""};
        REQUIRE(set_agents_see(server.deps(), ana, what));
    }
    void give(ConversationId row, AgentId to) {
        const auto body = to ? R"({"assignee":")" + to_string(to) + R"("})" : R"({"assignee":null})";
        REQUIRE(server.as_ana("PATCH", "/api/v1/conversations/" + to_string(row), body).status == 200);
    }
    HttpAnswer as_agent(const Attempt& attempt) const {
        return server.ask(attempt.method, attempt.target, bearer(token), attempt.body);
    }
    static void check_silent(const std::string& text) {
        for (const auto* const word : {"hidden words", "Benjamin", "447700900123", "Hidden record"}) {
            CAPTURE(word);
            CHECK(text.find(word) == std::string::npos);
        }
    }

    // For each route that agents may ask for what is in the inbox: what they could ask of another's.
    Attempts attempts() const {
        auto all = on_conversations();
        all.merge(on_messages());
        all.merge(on_the_rest());
        return all;
    }
    Attempts on_conversations() const {
        const std::string list = "/api/v1/conversations";
        const auto row = list + "/" + to_string(other);
        return {
            {"GET /api/v1/conversations",
             {{"GET", list, "", 200},
              {"GET", list + "?assignee=1", "", 200},
              {"GET", list + "?assignee=none", "", 200},
              {"GET", list + "?entity_type=project&entity_id=project_999", "", 200},
              {"GET", list + "?before=" + to_string(other)}}},
            {"POST /api/v1/conversations",
             {{"POST", list, R"({"number":"+44 7700 900123"})", 403},
              {"POST",
               list,
               R"({"number":"+44 7700 900123","entity":{"type":"project","id":"project_123"}})",
               403}}},
            {"GET /api/v1/conversations/{id}", {{"GET", row}}},
            {"GET /api/v1/conversations/{id}/chat-link", {{"GET", row + "/chat-link"}}},
            {"PATCH /api/v1/conversations/{id}",
             {{"PATCH", row, R"({"assignee":")" + to_string(agent) + R"("})"}}},
            {"POST /api/v1/conversations/{id}/read",
             {{"POST", row + "/read", R"({"up_to":")" + message + R"("})"}}},
            {"POST /api/v1/conversations/{id}/unreachable",
             {{"POST", row + "/unreachable", R"({"unreachable":true})"}}},
            {"POST /api/v1/conversations/{id}/block", {{"POST", row + "/block"}}},
            {"DELETE /api/v1/conversations/{id}/block", {{"DELETE", row + "/block"}}},
        };
    }
    Attempts on_messages() const {
        const auto row = "/api/v1/conversations/" + to_string(other);
        const auto own_row = "/api/v1/conversations/" + to_string(own);
        const std::string photo = R"({"type":"image","image":{"file":")" + other_file + R"("}})";
        return {
            {"GET /api/v1/conversations/{id}/messages",
             {{"GET", row + "/messages"}, {"GET", own_row + "/messages?around=" + message}}},
            {"POST /api/v1/conversations/{id}/messages",
             {{"POST", row + "/messages", R"({"text":"x"})"},
              {"POST", own_row + "/messages", R"({"text":"x","reply_to":")" + message + R"("})", 400},
              {"POST", own_row + "/messages", photo, 400}}},
            {"POST /api/v1/messages", {{"POST", "/api/v1/messages", R"({"to":"447700900123","text":"x"})"}}},
            {"GET /api/v1/messages/{id}",
             {{"GET", "/api/v1/messages/" + message}, {"GET", "/api/v1/messages/" + sent}}},
            {"POST /api/v1/messages/{id}/retry", {{"POST", "/api/v1/messages/" + sent + "/retry"}}},
            {"POST /api/v1/messages/{id}/media/retry",
             {{"POST", "/api/v1/messages/" + sent + "/media/retry"}}},
        };
    }
    Attempts on_the_rest() const {
        const auto file = "/api/v1/media/" + other_file;
        const std::string link = R"(,"type":"project","id":"project_123"})";
        return {
            {"GET /api/v1/auth/me", {{"GET", "/api/v1/auth/me", "", 200}}},
            {"GET /api/v1/snapshot", {{"GET", "/api/v1/snapshot", "", 200}}},
            {"GET /api/v1/events", {}},  // has a test of its own
            {"GET /api/v1/media/limits", {{"GET", "/api/v1/media/limits", "", 200}}},
            {"GET /api/v1/media/{id}", {{"GET", file}}},
            {"GET /api/v1/media/{id}/link", {{"GET", file + "/link"}}},
            {"POST /api/v1/media/fetch",
             {{"POST", "/api/v1/media/fetch", R"({"url":"http://127.0.0.1/x"})", 400}}},
            {"POST /api/v1/media", {}},           // gives only what it takes
            {"POST /api/v1/templates/sync", {}},  // of the account, not of a conversation
            {"GET /api/v1/templates", {{"GET", "/api/v1/templates", "", 200}}},
            {"GET /api/v1/search",
             {{"GET", "/api/v1/search?q=hidden", "", 200},
              {"GET", "/api/v1/search?q=Benjamin", "", 200},
              {"GET", "/api/v1/search?q=hidden&conversation=" + to_string(other)}}},
            {"POST /api/v1/links",
             {{"POST", "/api/v1/links", R"({"conversation":")" + to_string(other) + "\"" + link},
              {"POST", "/api/v1/links", R"({"message":")" + message + "\"" + link}}},
            {"DELETE /api/v1/links/{id}", {{"DELETE", "/api/v1/links/" + to_string(other_link)}}},
            {"GET /api/v1/entities/{type}/{id}/messages",
             {{"GET", "/api/v1/entities/project/project_999/messages", "", 200}}},
            {"GET /api/v1/entities/{type}/{id}/conversations",
             {{"GET", "/api/v1/entities/project/project_999/conversations", "", 200}}},
            {"GET /api/v1/widget/unread", {{"GET", "/api/v1/widget/unread", "", 200}}},
        };
    }

    std::string token;
    AgentId agent;
    std::string message;
    std::string sent;
};

TEST_CASE("sight: every route that agents may ask keeps them to what is theirs") {
    const Scene use;
    auto known = use.attempts();
    for (const auto& route : use.server.router().routes()) {
        const bool is_of_inbox = route.needs == Permission::kRead || route.needs == Permission::kSend ||
                                 route.needs == Permission::kTend;
        if (!is_of_inbox) continue;
        const auto name = route.method + " " + route.pattern;
        CAPTURE(name);
        // A new route says here what an agent may not get of another's conversation.
        REQUIRE(known.contains(name));
        for (const auto& attempt : known.at(name)) {
            CAPTURE(attempt.target);
            CAPTURE(attempt.body);
            const auto answer = use.as_agent(attempt);
            CHECK(answer.status == attempt.status);
            Scene::check_silent(answer.body);
            CHECK(answer.body != test::jpeg_file(96, 48));
        }
        known.erase(name);
    }
    CHECK(known.empty());
}

TEST_CASE("sight: a viewer is kept to the same, and an administrator to nothing") {
    const Scene viewer(AgentRole::kViewer);
    const auto row = "/api/v1/conversations/" + to_string(viewer.other);
    CHECK(viewer.as_agent({"GET", row}).status == 404);
    CHECK(viewer.server.as_ana("GET", row).status == 200);
    const Scene supervisor(AgentRole::kSupervisor);
    CHECK(supervisor.as_agent({"GET", "/api/v1/conversations/" + to_string(supervisor.other)}).status == 200);
}

TEST_CASE("sight: an agent does everything with what is theirs, and a new conversation is theirs") {
    Scene use;
    const auto row = "/api/v1/conversations/" + to_string(use.own);
    const auto snapshot = WidgetCase::json(use.as_agent({"GET", "/api/v1/snapshot"}));
    CHECK(member(snapshot, "conversations").size() == 1);
    CHECK(optional_bool(snapshot, "is_part") == true);
    CHECK(member(snapshot, "only").is_null());
    CHECK(optional_integer(member(snapshot, "counts"), "all") == 1);
    CHECK(use.as_agent({"GET", row + "/messages"}).status == 200);
    CHECK(use.as_agent({"GET", "/api/v1/media/" + use.own_file}).body == test::jpeg_file(64, 48));
    CHECK(use.as_agent({"POST", row + "/messages", R"({"text":"Karibu"})"}).status == 202);
    CHECK(use.as_agent({"GET", "/api/v1/search?q=Habari"}).body.find("Amina") != std::string::npos);
    const auto file = use.upload(test::jpeg_file(32, 32), use.token);
    CHECK(
        use.as_agent({"POST", row + "/messages", R"({"type":"image","image":{"file":")" + file + R"("}})"})
            .status == 202
    );
    const auto made = use.as_agent({"POST", "/api/v1/conversations", R"({"number":"+49 1511 2345678"})"});
    CHECK(made.status == 201);
    CHECK(string_or(WidgetCase::json(made), "assignee", "") == to_string(use.agent));
    CHECK(use.as_agent({"POST", "/api/v1/messages", R"({"to":"4915118765432","text":"x"})"}).status == 422);
    // Given away, it is seen no more; who gave it is told how it stands.
    const auto given = use.as_agent({"PATCH", row, R"({"assignee":null})"});
    CHECK(given.status == 200);
    CHECK(use.as_agent({"GET", row}).status == 404);
}

TEST_CASE("sight: the stream of an agent tells of what is theirs alone, and what leaves them") {
    Scene use;
    test::HttpClient stream(use.server.port());
    stream.send(test::request_bytes("GET", "/api/v1/events", WidgetCase::bearer(use.token), ""));
    CHECK(stream.read_until("retry: 1000").find("200") != std::string::npos);
    use.writes("447700900123", "Benjamin Hidden", "hidden words again");
    use.writes("254712345678", "Amina", "what is theirs");
    CHECK(stream.read_until("what is theirs").find("what is theirs") != std::string::npos);
    Scene::check_silent(stream.received());
    use.give(use.own, {});
    use.writes("254712345678", "Amina", "not theirs any more");
    CHECK(stream.read_until("conversation_gone").find("conversation_gone") != std::string::npos);
    use.give(use.other, use.agent);
    CHECK(stream.read_until("Benjamin").find("Benjamin") != std::string::npos);
    CHECK(stream.received().find("not theirs any more") == std::string::npos);
    // Who was away meanwhile reads anew.
    test::HttpClient again(use.server.port());
    again.send(test::request_bytes("GET", "/api/v1/events?since=1", WidgetCase::bearer(use.token), ""));
    CHECK(again.read_until("event: reset").find("event: reset") != std::string::npos);
}

TEST_CASE("sight: when what agents see changes, their streams end and they read anew") {
    Scene use;
    test::HttpClient stream(use.server.port());
    stream.send(test::request_bytes("GET", "/api/v1/events", WidgetCase::bearer(use.token), ""));
    CHECK(stream.read_until("retry: 1000").find("200") != std::string::npos);
    const auto snapshot = WidgetCase::json(use.as_agent({"GET", "/api/v1/snapshot"}));
    const auto mark = string_or(snapshot, "sight", "");
    CHECK_FALSE(mark.empty());
    const auto since = to_string(use.server.newest_event());
    use.see(AgentsSee::kEverything);
    CHECK(stream.reads_to_the_end());
    // Also who heard the last event before the stream ended: what they had was of another sight.
    test::HttpClient heard_all(use.server.port());
    const auto newest = "/api/v1/events?since=" + to_string(use.server.newest_event()) + "&sight=" + mark;
    heard_all.send(test::request_bytes("GET", newest, WidgetCase::bearer(use.token), ""));
    CHECK(heard_all.read_until("event: reset").find("event: reset") != std::string::npos);
    test::HttpClient again(use.server.port());
    const auto from = "/api/v1/events?since=" + since;
    again.send(test::request_bytes("GET", from, WidgetCase::bearer(use.token), ""));
    CHECK(again.read_until("event: reset").find("event: reset") != std::string::npos);
    CHECK(use.as_agent({"GET", "/api/v1/conversations/" + to_string(use.other)}).status == 200);
    // From now on it goes on as always.
    test::HttpClient third(use.server.port());
    const auto now = "/api/v1/events?since=" + to_string(use.server.newest_event()) + "&sight=all";
    third.send(test::request_bytes("GET", now, WidgetCase::bearer(use.token), ""));
    use.writes("447700900123", "Benjamin", "for everybody");
    CHECK(third.read_until("for everybody").find("event: reset") == std::string::npos);
}

TEST_CASE("chat link: into WhatsApp by its address, and by a camera") {
    WidgetCase use;
    const auto path = "/api/v1/conversations/" + to_string(use.own) + "/chat-link";
    const auto plain = WidgetCase::json(use.server.as_ana("GET", path));
    CHECK(string_or(plain, "url", "") == "https://wa.me/254712345678");
    CHECK(texts_in(plain, "qr").size() > 20);
    CHECK(string_or(plain, "svg", "").starts_with("<svg xmlns"));
    CHECK(string_or(plain, "file", "") == "whatsapp-254712345678.svg");
    const auto filled = WidgetCase::json(use.server.as_ana("GET", path + "?text=Habari%20%26%20karibu"));
    CHECK(string_or(filled, "url", "") == "https://wa.me/254712345678?text=Habari%20%26%20karibu");
    CHECK(texts_in(filled, "qr") != texts_in(plain, "qr"));
    CHECK(use.server.as_ana("GET", path + "?text=" + std::string(1'001, 'x')).status == 400);
    const auto nobody = use.server.as_ana("GET", "/api/v1/conversations/9999/chat-link");
    CHECK(nobody.status == 404);
}

TEST_CASE("teams: over HTTP, with what is wrong named") {
    WidgetCase use;
    const auto ask = [&](const std::string& method, const std::string& path, const std::string& body = "") {
        return use.server.as_ana(method, "/api/v1" + path, body);
    };
    const auto made = ask("POST", "/teams", R"({"name":"Sales","members":["1"]})");
    CHECK(made.status == 201);
    CHECK(made.body == R"({"id":"1","name":"Sales","members":["1"]})");
    CHECK(ask("POST", "/teams", R"({"name":"sales"})").status == 409);
    CHECK(ask("POST", "/teams", R"({"name":"X","members":"1"})").status == 400);
    CHECK(ask("POST", "/teams", R"({"name":"X","members":[1]})").status == 400);
    CHECK(ask("POST", "/teams", R"({"members":[]})").status == 400);
    CHECK(ask("PATCH", "/teams/1", R"({"members":[]})").body == R"({"id":"1","name":"Sales","members":[]})");
    CHECK(ask("PATCH", "/teams/9", R"({"name":"X"})").status == 404);
    CHECK(ask("PUT", "/teams/visibility", R"({"agents_see":"team"})").status == 204);
    CHECK(ask("PUT", "/teams/visibility", R"({"agents_see":"most"})").status == 400);
    CHECK(
        ask("GET", "/teams").body ==
        R"({"agents_see":"team","teams":[{"id":"1","name":"Sales","members":[]}]})"
    );
    CHECK(ask("DELETE", "/teams/1").status == 204);
    CHECK(ask("DELETE", "/teams/1").status == 404);
    CHECK(ask("PUT", "/availability", R"({"availability":"away"})").status == 204);
    CHECK(ask("PUT", "/availability", R"({"availability":"asleep"})").status == 400);
    const auto row = "/conversations/" + to_string(use.own);
    for (const auto* const body :
         {"{}", "[]", R"({"assignee":"x"})", R"({"assignee":7})", R"({"team":"9"})", R"({"assignee":"9"})"}) {
        CAPTURE(body);
        CHECK(ask("PATCH", row, body).status == 400);
    }
    CHECK(ask("GET", "/conversations?assignee=me").body.find("Amina") == std::string::npos);
    CHECK(ask("PATCH", row, R"({"assignee":"1"})").status == 200);
    CHECK(ask("GET", "/conversations?assignee=me").body.find("Amina") != std::string::npos);
    CHECK(ask("GET", "/conversations?assignee=none").body.find("Amina") == std::string::npos);
    CHECK(ask("GET", "/conversations?team=none").body.find("Amina") != std::string::npos);
    CHECK(ask("GET", "/conversations?assignee=ana").status == 400);
    CHECK(ask("GET", "/conversations?team=me").status == 400);
}

}  // namespace
}  // namespace roost
