// Every route there is, asked by an agent who sees only what is assigned to them, for what is somebody
// else's.
#include <doctest/doctest.h>

#include <string>

#include "server/app/sessions.h"
#include "server/app/teams.h"
#include "tests/support/narrow_case.h"

namespace roost {
namespace {

using test::Attempts;
using test::NarrowCase;
using test::WidgetCase;

struct Scene : NarrowCase {
    explicit Scene(AgentRole role = AgentRole::kAgent) {
        token = server.token_of(role);
        const auto who = check_access_token(server.deps(), token);
        REQUIRE(who);
        agent = who->agent;
        see(AgentsSee::kOwn);
        if (role != AgentRole::kViewer) give(own, agent);
        give(other, AgentId{1});
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

    // For each route that agents may ask for what is in the inbox: what they could ask of another's.
    Attempts attempts() const {
        const std::string list = "/api/v1/conversations";
        const auto row = list + "/" + to_string(other);
        const std::string link = R"(,"type":"project","id":"project_123"})";
        Attempts all = {
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
            {"PATCH /api/v1/conversations/{id}",
             {{"PATCH", row, R"({"assignee":")" + to_string(agent) + R"("})"}}},
            {"POST /api/v1/conversations/{id}/block", {{"POST", row + "/block"}}},
            {"DELETE /api/v1/conversations/{id}/block", {{"DELETE", row + "/block"}}},
            {"POST /api/v1/templates/sync", {}},  // of the account, not of a conversation
            {"POST /api/v1/links",
             {{"POST", "/api/v1/links", R"({"conversation":")" + to_string(other) + "\"" + link},
              {"POST", "/api/v1/links", R"({"message":")" + message + "\"" + link}}},
            {"DELETE /api/v1/links/{id}", {{"DELETE", "/api/v1/links/" + to_string(other_link)}}},
            {"GET /api/v1/entities/{type}/{id}/messages",
             {{"GET", "/api/v1/entities/project/project_999/messages", "", 200}}},
            {"GET /api/v1/entities/{type}/{id}/conversations",
             {{"GET", "/api/v1/entities/project/project_999/conversations", "", 200}}},
        };
        all.merge(common_attempts());
        return all;
    }

    AgentId agent;
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
        use.check_kept(known.at(name));
        known.erase(name);
    }
    CHECK(known.empty());
}

TEST_CASE("sight: a viewer is kept to the same, and an administrator to nothing") {
    const Scene viewer(AgentRole::kViewer);
    const auto row = "/api/v1/conversations/" + to_string(viewer.other);
    CHECK(viewer.try_it({"GET", row}).status == 404);
    CHECK(viewer.server.as_ana("GET", row).status == 200);
    const Scene supervisor(AgentRole::kSupervisor);
    CHECK(supervisor.try_it({"GET", "/api/v1/conversations/" + to_string(supervisor.other)}).status == 200);
}

TEST_CASE("sight: an agent does everything with what is theirs, and a new conversation is theirs") {
    Scene use;
    const auto row = "/api/v1/conversations/" + to_string(use.own);
    const auto snapshot = WidgetCase::json(use.try_it({"GET", "/api/v1/snapshot"}));
    CHECK(member(snapshot, "conversations").size() == 1);
    CHECK(optional_bool(snapshot, "is_part") == true);
    CHECK(member(snapshot, "only").is_null());
    CHECK(optional_integer(member(snapshot, "counts"), "all") == 1);
    CHECK(use.try_it({"GET", row + "/messages"}).status == 200);
    CHECK(use.try_it({"GET", "/api/v1/media/" + use.own_file}).body == test::jpeg_file(64, 48));
    CHECK(use.try_it({"POST", row + "/messages", R"({"text":"Karibu"})"}).status == 202);
    CHECK(use.try_it({"GET", "/api/v1/search?q=Habari"}).body.find("Amina") != std::string::npos);
    const auto file = use.upload(test::jpeg_file(32, 32), use.token);
    CHECK(
        use.try_it({"POST", row + "/messages", R"({"type":"image","image":{"file":")" + file + R"("}})"})
            .status == 202
    );
    const auto made = use.try_it({"POST", "/api/v1/conversations", R"({"number":"+49 1511 2345678"})"});
    CHECK(made.status == 201);
    CHECK(string_or(WidgetCase::json(made), "assignee", "") == to_string(use.agent));
    CHECK(use.try_it({"POST", "/api/v1/messages", R"({"to":"4915118765432","text":"x"})"}).status == 422);
    // Given away, it is seen no more; who gave it is told how it stands.
    const auto given = use.try_it({"PATCH", row, R"({"assignee":null})"});
    CHECK(given.status == 200);
    CHECK(use.try_it({"GET", row}).status == 404);
}

TEST_CASE("sight: the stream of an agent tells of what is theirs alone, and what leaves them") {
    Scene use;
    test::HttpClient stream(use.server.port());
    stream.send(test::request_bytes("GET", "/api/v1/events", WidgetCase::bearer(use.token), ""));
    CHECK(stream.read_until("retry: 1000").find("200") != std::string::npos);
    use.writes("447700900123", "Benjamin Hidden", "hidden words again");
    use.writes("254712345678", "Amina", "what is theirs");
    CHECK(stream.read_until("what is theirs").find("what is theirs") != std::string::npos);
    use.check_silent(stream.received());
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
    const auto snapshot = WidgetCase::json(use.try_it({"GET", "/api/v1/snapshot"}));
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
    CHECK(use.try_it({"GET", "/api/v1/conversations/" + to_string(use.other)}).status == 200);
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
