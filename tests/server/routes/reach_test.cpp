// Every route there is, asked by a page that sees one record alone, for what belongs to another.
#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

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

// What of the other record must never be told.
const std::vector<std::string>& hidden_words() {
    static const std::vector<std::string> kWords = {
        "hidden words", "Benjamin", "447700900123", "Hidden record", "project_999"};
    return kWords;
}

struct Scene : WidgetCase {
    Scene() {
        token = narrow();
        const auto others = messages_of(other);
        message = to_string(others.front().id);
        sent = to_string(others.back().id);
    }

    HttpAnswer as_page(const Attempt& attempt) const {
        return server.ask(attempt.method, attempt.target, bearer(token), attempt.body);
    }
    void check_silent(const std::string& text) const {
        for (const auto& word : hidden_words()) {
            CAPTURE(word);
            CHECK(text.find(word) == std::string::npos);
        }
    }
    // For each route that takes such pages at all: what they could ask of the other record.
    std::map<std::string, std::vector<Attempt>> attempts() const {
        auto all = attempts_on_conversations();
        all.merge(attempts_on_the_rest());
        return all;
    }

    std::map<std::string, std::vector<Attempt>> attempts_on_conversations() const {
        const auto row = "/api/v1/conversations/" + to_string(other);
        const auto own_row = "/api/v1/conversations/" + to_string(own);
        const std::string photo = R"({"type":"image","image":{"file":")" + other_file + R"("}})";
        return {
            {"GET /api/v1/conversations",
             {{"GET", "/api/v1/conversations", "", 200},
              {"GET", "/api/v1/conversations?unread=true", "", 200},
              {"GET", "/api/v1/conversations?entity_type=project&entity_id=project_999", "", 200},
              {"GET", "/api/v1/conversations?before=" + to_string(other)}}},
            {"POST /api/v1/conversations",
             {{"POST", "/api/v1/conversations", R"({"number":"+44 7700 900123"})", 403},
              {"POST",
               "/api/v1/conversations",
               R"({"number":"+49 1511 2345678","entity":{"type":"project","id":"project_999"}})"}}},
            {"GET /api/v1/conversations/{id}", {{"GET", row}}},
            {"GET /api/v1/conversations/{id}/chat-link", {{"GET", row + "/chat-link"}}},
            {"PATCH /api/v1/conversations/{id}", {{"PATCH", row, R"({"assignee":"1"})"}}},
            {"POST /api/v1/conversations/{id}/read",
             {{"POST", row + "/read", R"({"up_to":")" + message + R"("})"}}},
            {"POST /api/v1/conversations/{id}/unreachable",
             {{"POST", row + "/unreachable", R"({"unreachable":true})"}}},
            {"GET /api/v1/conversations/{id}/messages",
             {{"GET", row + "/messages"},
              {"GET", row + "/messages?around=" + message},
              {"GET", own_row + "/messages?around=" + message}}},
            {"POST /api/v1/conversations/{id}/messages",
             {{"POST", row + "/messages", R"({"text":"x"})"},
              {"POST", own_row + "/messages", R"({"text":"x","reply_to":")" + message + R"("})", 400},
              {"POST", own_row + "/messages", photo, 400},
              {"POST",
               own_row + "/messages",
               R"({"text":"x","entity_type":"project","entity_id":"project_999"})"}}},
        };
    }

    std::map<std::string, std::vector<Attempt>> attempts_on_the_rest() const {
        const auto one = "/api/v1/messages/" + message;
        const auto file = "/api/v1/media/" + other_file;
        return {
            {"GET /api/v1/snapshot", {{"GET", "/api/v1/snapshot", "", 200}}},
            {"GET /api/v1/events", {}},  // has a test of its own
            {"POST /api/v1/messages",
             {{"POST", "/api/v1/messages", R"({"to":"447700900123","text":"x"})"},
              {"POST", "/api/v1/messages", R"({"to":"4915112345678","text":"x"})"}}},
            {"GET /api/v1/messages/{id}", {{"GET", one}, {"GET", "/api/v1/messages/" + sent}}},
            {"POST /api/v1/messages/{id}/retry", {{"POST", "/api/v1/messages/" + sent + "/retry"}}},
            {"POST /api/v1/messages/{id}/media/retry",
             {{"POST", "/api/v1/messages/" + sent + "/media/retry"}}},
            {"GET /api/v1/media/limits", {{"GET", "/api/v1/media/limits", "", 200}}},
            {"GET /api/v1/media/{id}",
             {{"GET", file},
              {"GET", file + "?signature=" + std::string(43, 'A') + "&expires=9999999999", "", 403}}},
            {"GET /api/v1/media/{id}/link", {{"GET", file + "/link"}}},
            {"POST /api/v1/media/fetch",
             {{"POST", "/api/v1/media/fetch", R"({"url":"http://127.0.0.1/x"})", 400}}},
            {"POST /api/v1/media", {}},  // gives only what it takes
            {"GET /api/v1/templates", {{"GET", "/api/v1/templates", "", 200}}},
            {"GET /api/v1/search",
             {{"GET", "/api/v1/search?q=hidden", "", 200},
              {"GET", "/api/v1/search?q=Benjamin", "", 200},
              {"GET", "/api/v1/search?q=hidden&conversation=" + to_string(other)}}},
            {"GET /api/v1/entities/{type}/{id}/messages",
             {{"GET", "/api/v1/entities/project/project_999/messages"}}},
            {"GET /api/v1/entities/{type}/{id}/conversations",
             {{"GET", "/api/v1/entities/project/project_999/conversations"}}},
            {"GET /api/v1/widget/unread", {{"GET", "/api/v1/widget/unread", "", 200}}},
            {"GET /api/v1/auth/me", {{"GET", "/api/v1/auth/me", "", 200}}},
        };
    }

    std::string token;
    std::string message;
    std::string sent;
};

std::string name_of(const RouteFacts& route) {
    return route.method + " " + route.pattern;
}

TEST_CASE("reach: every route refuses a page of one record, or keeps it to that record") {
    const Scene use;
    auto known = use.attempts();
    int refused = 0;
    for (const auto& route : use.server.router().routes()) {
        if (!route.needs) continue;
        const auto name = name_of(route);
        CAPTURE(name);
        if (!route.is_for_any_reach) {
            const auto answer = use.as_page({route.method, route.pattern, "{}", 403});
            CHECK(answer.status == 403);
            ++refused;
            continue;
        }
        // A new route that takes such pages says here what they may not get of it.
        REQUIRE(known.contains(name));
        for (const auto& attempt : known.at(name)) {
            CAPTURE(attempt.target);
            CAPTURE(attempt.body);
            const auto answer = use.as_page(attempt);
            CHECK(answer.status == attempt.status);
            use.check_silent(answer.body);
            CHECK(answer.body != test::jpeg_file(96, 48));
        }
        known.erase(name);
    }
    CHECK(known.empty());
    CHECK(refused > 30);
}

TEST_CASE("reach: a page of one record does everything for that record") {
    Scene use;
    const auto row = "/api/v1/conversations/" + to_string(use.own);
    const auto snapshot = WidgetCase::json(use.as_page({"GET", "/api/v1/snapshot"}));
    CHECK(member(snapshot, "conversations").size() == 1);
    CHECK(optional_integer(member(snapshot, "counts"), "all") == 1);
    CHECK(string_or(member(snapshot, "only"), "id", "") == "project_123");
    CHECK(use.as_page({"GET", row}).status == 200);
    CHECK(use.as_page({"GET", row + "/messages"}).status == 200);
    CHECK(use.as_page({"GET", "/api/v1/media/" + use.own_file}).body == test::jpeg_file(64, 48));
    CHECK(use.as_page({"GET", "/api/v1/media/" + use.own_file + "/link"}).status == 200);
    const auto found = use.as_page({"GET", "/api/v1/search?q=Habari"}).body;
    CHECK(found.find("Amina") != std::string::npos);
    for (const std::string what : {"messages", "conversations"}) {
        const auto page = use.as_page({"GET", "/api/v1/entities/project/project_123/" + what});
        CHECK(page.status == 200);
        CHECK(page.body.find(what == "messages" ? "Habari Amina" : "Amina") != std::string::npos);
    }
    // What is sent from it is linked to its record by itself.
    const auto sent = WidgetCase::json(use.as_page({"POST", row + "/messages", R"({"text":"Karibu"})"}));
    const auto& links = member(member(sent, "message"), "links");
    REQUIRE(links.size() == 1);
    CHECK(string_or(links[0], "id", "") == "project_123");
    CHECK(string_or(links[0], "title", "") == "Borehole");
    const auto answer = use.as_page({"POST", "/api/v1/messages", R"({"to":"254712345678","text":"Habari"})"});
    CHECK(answer.status == 202);
    const auto file = use.upload(test::jpeg_file(32, 32), use.token);
    CHECK(use.as_page({"GET", "/api/v1/media/" + file}).status == 200);
    CHECK(
        use.as_page({"POST", row + "/messages", R"({"type":"image","image":{"file":")" + file + R"("}})"})
            .status == 202
    );
    const auto last = to_string(use.messages_of(use.own).front().id);
    CHECK(use.as_page({"POST", row + "/read", R"({"up_to":")" + last + R"("})"}).status == 200);
    CHECK(use.as_page({"GET", "/api/v1/widget/unread"}).body == R"({"unread":0})");
}

TEST_CASE("reach: who knows the reference of a message of another record learns nothing by it") {
    Scene use;
    const auto path = "/api/v1/conversations/" + to_string(use.other) + "/messages";
    CHECK(
        use.server.as_ana("POST", path, R"({"text":"hidden words","client_ref":"their-ref"})").status == 202
    );
    const auto own = "/api/v1/conversations/" + to_string(use.own) + "/messages";
    const auto answer = use.as_page({"POST", own, R"({"text":"x","client_ref":"their-ref"})"});
    CHECK(answer.status == 404);
    use.check_silent(answer.body);
}

TEST_CASE("reach: the stream of a page tells of its record alone, and when a conversation leaves it") {
    Scene use;
    test::HttpClient stream(use.server.port());
    stream.send(test::request_bytes("GET", "/api/v1/events", WidgetCase::bearer(use.token), ""));
    CHECK(stream.read_until("retry: 1000").find("200") != std::string::npos);
    use.writes("447700900123", "Benjamin Hidden", "hidden words again");
    use.link(use.own, {"lead", "8"}, "Hidden record");
    use.writes("254712345678", "Amina", "what is theirs");
    const auto heard = stream.read_until("what is theirs");
    CHECK(heard.find("what is theirs") != std::string::npos);
    use.check_silent(heard);
    const auto gone = "/api/v1/links/" + to_string(use.own_link);
    CHECK(use.server.as_ana("DELETE", gone).status == 204);
    use.check_silent(stream.read_until("conversation_gone"));
    // Coming back from before, they are told to read anew what is left.
    test::HttpClient again(use.server.port());
    again.send(test::request_bytes("GET", "/api/v1/events?since=1", WidgetCase::bearer(use.token), ""));
    CHECK(again.read_until("event: reset").find("event: reset") != std::string::npos);
    CHECK(use.as_page({"GET", "/api/v1/conversations/" + to_string(use.own)}).status == 404);
    const auto rows = WidgetCase::json(use.as_page({"GET", "/api/v1/conversations"}));
    CHECK(member(rows, "conversations").empty());
}

TEST_CASE("reach: a thousand tries at another record, over every route and the stream, find nothing") {
    Scene use;
    use.server.config.requests_per_minute = 1'000'000;
    test::HttpClient stream(use.server.port());
    stream.send(test::request_bytes("GET", "/api/v1/events?since=0", WidgetCase::bearer(use.token), ""));
    std::vector<Attempt> all;
    for (const auto& [name, attempts] : use.attempts())
        all.insert(all.end(), attempts.begin(), attempts.end());
    for (const auto& route : use.server.router().routes())
        if (route.needs && !route.is_upload && route.pattern != "/api/v1/events")
            all.push_back({route.method, route.pattern, "{}", 0});
    std::mt19937 chance(20'261'122);
    const auto pick = [&](const std::vector<std::string>& of) { return of[chance() % of.size()]; };
    const std::vector<std::string> ids = {
        to_string(use.other),
        to_string(use.own),
        use.message,
        use.sent,
        use.other_file,
        use.site,
        to_string(use.other_link),
        "project_999",
        "1",
        "2"};
    const std::vector<std::string> queries = {
        "",
        "?limit=200",
        "?q=hidden",
        "?entity_type=project&entity_id=project_999",
        "?before=" + use.message,
        "?around=" + use.message,
        "?conversation=" + to_string(use.other),
        "?since=0"};
    const std::vector<std::string> bodies = {
        "",
        "{}",
        R"({"text":"x"})",
        R"({"up_to":")" + use.message + R"("})",
        R"({"conversation":")" + to_string(use.other) + R"(","type":"project","id":"project_123"})",
        R"({"message":")" + use.message + R"(","type":"project","id":"project_123"})",
        R"({"type":"image","image":{"file":")" + use.other_file + R"("}})",
        R"({"to":"447700900123","text":"x"})"};
    const auto before = use.server.store().find_conversation(use.other);
    const auto count = use.messages_of(use.other).size();
    for (int i = 0; i < 1'000; ++i) {
        auto attempt = all[chance() % all.size()];
        for (auto at = attempt.target.find('{'); at != std::string::npos; at = attempt.target.find('{'))
            attempt.target.replace(at, attempt.target.find('}') - at + 1, pick(ids));
        if (chance() % 2 == 0 && attempt.target.find('?') == std::string::npos)
            attempt.target += pick(queries);
        if (attempt.method != "GET" && chance() % 2 == 0) attempt.body = pick(bodies);
        const auto answer = use.as_page(attempt);
        const auto tried = attempt.method + " " + attempt.target + " " + attempt.body;
        CAPTURE(tried);
        CHECK(answer.status != 0);
        CHECK(answer.status < 500);
        use.check_silent(answer.body);
        REQUIRE(answer.body != test::jpeg_file(96, 48));
    }
    CHECK(use.server.store().find_conversation(use.other).value() == before.value());
    CHECK(use.messages_of(use.other).size() == count);
    use.writes("254712345678", "Amina", "the last of theirs");
    const auto heard = stream.read_until("the last of theirs");
    CHECK(heard.find("the last of theirs") != std::string::npos);
    use.check_silent(heard);
}

}  // namespace
}  // namespace roost
