// Every route there is, asked by a page that sees one record alone, for what belongs to another.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/support/narrow_case.h"

namespace roost {
namespace {

using test::Attempt;
using test::Attempts;
using test::NarrowCase;
using test::WidgetCase;

enum class About { kRecord, kPerson };

struct Scene : NarrowCase {
    explicit Scene(About what = About::kRecord) : about(what) {
        auto person = WidgetCase::token();
        token =
            about == About::kRecord ? narrow() : session_for(person.with("contact", Json("254712345678")));
        hidden.emplace_back("project_999");
    }

    // For each route that takes such pages at all: what they could ask of the other record.
    Attempts attempts() const {
        const std::string list = "/api/v1/conversations";
        // A person may be on any record: what is asked for of it is theirs alone.
        const bool is_of_record = about == About::kRecord;
        const int status = is_of_record ? 404 : 200;
        Attempts all = {
            {"GET /api/v1/conversations",
             {{"GET", list, "", 200},
              {"GET", list + "?unread=true", "", 200},
              {"GET", list + "?entity_type=project&entity_id=project_999", "", 200},
              {"GET", list + "?before=" + to_string(other)}}},
            {"POST /api/v1/conversations",
             {{"POST", list, R"({"number":"+44 7700 900123"})", 403},
              {"POST",
               list,
               R"({"number":"+49 1511 2345678","entity":{"type":"project","id":"project_999"}})",
               is_of_record ? 404 : 403}}},
            {"GET /api/v1/entities/{type}/{id}/messages",
             {{"GET", "/api/v1/entities/project/project_999/messages", "", status}}},
            {"GET /api/v1/entities/{type}/{id}/conversations",
             {{"GET", "/api/v1/entities/project/project_999/conversations", "", status}}},
        };
        all.merge(common_attempts());
        const auto own_messages = list + "/" + to_string(own) + "/messages";
        const std::string link = R"({"text":"x","entity_type":"project","entity_id":"project_999"})";
        if (is_of_record)
            all.at("POST /api/v1/conversations/{id}/messages").push_back({"POST", own_messages, link});
        // To a number without a conversation: it would belong to no record of theirs.
        all.at("POST /api/v1/messages")
            .push_back({"POST", "/api/v1/messages", R"({"to":"4915112345678","text":"x"})"});
        return all;
    }

    About about;
};

std::string name_of(const RouteFacts& route) {
    return route.method + " " + route.pattern;
}

// Refuses it, or keeps it to what it is about.
void check_every_route(const Scene& use) {
    auto known = use.attempts();
    int refused = 0;
    for (const auto& route : use.server.router().routes()) {
        if (!route.needs) continue;
        const auto name = name_of(route);
        CAPTURE(name);
        if (!route.is_for_any_reach) {
            const auto answer = use.try_it({route.method, route.pattern, "{}", 403});
            CHECK(answer.status == 403);
            ++refused;
            continue;
        }
        // A new route that takes such pages says here what they may not get of it.
        REQUIRE(known.contains(name));
        use.check_kept(known.at(name));
        known.erase(name);
    }
    CHECK(known.empty());
    CHECK(refused > 30);
}

TEST_CASE("reach: every route refuses a page of one record, or keeps it to that record") {
    check_every_route(Scene(About::kRecord));
}

TEST_CASE("reach: every route refuses a page of one person, or keeps it to them") {
    check_every_route(Scene(About::kPerson));
}

TEST_CASE("reach: a page of one record does everything for that record") {
    Scene use;
    const auto row = "/api/v1/conversations/" + to_string(use.own);
    const auto snapshot = WidgetCase::json(use.try_it({"GET", "/api/v1/snapshot"}));
    CHECK(member(snapshot, "conversations").size() == 1);
    CHECK(optional_integer(member(snapshot, "counts"), "all") == 1);
    CHECK(string_or(member(snapshot, "only"), "id", "") == "project_123");
    CHECK(use.try_it({"GET", row}).status == 200);
    CHECK(use.try_it({"GET", row + "/messages"}).status == 200);
    CHECK(use.try_it({"GET", "/api/v1/media/" + use.own_file}).body == test::jpeg_file(64, 48));
    CHECK(use.try_it({"GET", "/api/v1/media/" + use.own_file + "/link"}).status == 200);
    const auto found = use.try_it({"GET", "/api/v1/search?q=Habari"}).body;
    CHECK(found.find("Amina") != std::string::npos);
    for (const std::string what : {"messages", "conversations"}) {
        const auto page = use.try_it({"GET", "/api/v1/entities/project/project_123/" + what});
        CHECK(page.status == 200);
        CHECK(page.body.find(what == "messages" ? "Habari Amina" : "Amina") != std::string::npos);
    }
    // What is sent from it is linked to its record by itself.
    const auto sent = WidgetCase::json(use.try_it({"POST", row + "/messages", R"({"text":"Karibu"})"}));
    const auto& links = member(member(sent, "message"), "links");
    REQUIRE(links.size() == 1);
    CHECK(string_or(links[0], "id", "") == "project_123");
    CHECK(string_or(links[0], "title", "") == "Borehole");
    const auto answer = use.try_it({"POST", "/api/v1/messages", R"({"to":"254712345678","text":"Habari"})"});
    CHECK(answer.status == 202);
    const auto file = use.upload(test::jpeg_file(32, 32), use.token);
    CHECK(use.try_it({"GET", "/api/v1/media/" + file}).status == 200);
    CHECK(
        use.try_it({"POST", row + "/messages", R"({"type":"image","image":{"file":")" + file + R"("}})"})
            .status == 202
    );
    const auto last = to_string(use.messages_of(use.own).front().id);
    CHECK(use.try_it({"POST", row + "/read", R"({"up_to":")" + last + R"("})"}).status == 200);
    CHECK(use.try_it({"GET", "/api/v1/widget/unread"}).body == R"({"unread":0})");
}

TEST_CASE("reach: who knows the reference of a message of another record learns nothing by it") {
    Scene use;
    const auto path = "/api/v1/conversations/" + to_string(use.other) + "/messages";
    CHECK(
        use.server.as_ana("POST", path, R"({"text":"hidden words","client_ref":"their-ref"})").status == 202
    );
    const auto own = "/api/v1/conversations/" + to_string(use.own) + "/messages";
    const auto answer = use.try_it({"POST", own, R"({"text":"x","client_ref":"their-ref"})"});
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
    CHECK(use.try_it({"GET", "/api/v1/conversations/" + to_string(use.own)}).status == 404);
    const auto rows = WidgetCase::json(use.try_it({"GET", "/api/v1/conversations"}));
    CHECK(member(rows, "conversations").empty());
}

// Every route and every attempt, with whatever ids, questions and bodies another's things can be named by.
class Guesses {
  public:
    explicit Guesses(const Scene& use)
        : ids_{to_string(use.other), to_string(use.own), use.message,   use.sent, use.other_file,
               use.site,             to_string(use.other_link), "project_999", "1",      "2"},
          queries_{
              "",
              "?limit=200",
              "?q=hidden",
              "?entity_type=project&entity_id=project_999",
              "?before=" + use.message,
              "?around=" + use.message,
              "?conversation=" + to_string(use.other),
              "?since=0"},
          bodies_{
              "",
              "{}",
              R"({"text":"x"})",
              R"({"up_to":")" + use.message + R"("})",
              R"({"conversation":")" + to_string(use.other) + R"(","type":"project","id":"project_123"})",
              R"({"message":")" + use.message + R"(","type":"project","id":"project_123"})",
              R"({"type":"image","image":{"file":")" + use.other_file + R"("}})",
              R"({"to":"447700900123","text":"x"})"} {
        for (const auto& [name, attempts] : use.attempts())
            all_.insert(all_.end(), attempts.begin(), attempts.end());
        for (const auto& route : use.server.router().routes())
            if (route.needs && !route.is_upload && route.pattern != "/api/v1/events")
                all_.push_back({route.method, route.pattern, "{}", 0});
    }

    Attempt next() {
        auto attempt = all_[chance_() % all_.size()];
        std::string& target = attempt.target;
        for (auto at = target.find('{'); at != std::string::npos; at = target.find('{'))
            target.replace(at, target.find('}') - at + 1, pick(ids_));
        if (chance_() % 2 == 0 && target.find('?') == std::string::npos) target += pick(queries_);
        if (attempt.method != "GET" && chance_() % 2 == 0) attempt.body = pick(bodies_);
        return attempt;
    }

  private:
    std::string pick(const std::vector<std::string>& of) { return of[chance_() % of.size()]; }

    std::vector<std::string> ids_;
    std::vector<std::string> queries_;
    std::vector<std::string> bodies_;
    std::vector<Attempt> all_;
    std::mt19937 chance_{20'261'122};
};

void try_a_thousand_times(Scene& use) {
    use.server.config.requests_per_minute = 1'000'000;
    test::HttpClient stream(use.server.port());
    stream.send(test::request_bytes("GET", "/api/v1/events?since=0", WidgetCase::bearer(use.token), ""));
    Guesses guesses(use);
    auto before = use.server.store().find_conversation(use.other);
    auto count = use.messages_of(use.other).size();
    const auto check_untouched = [&] {
        CHECK(use.server.store().find_conversation(use.other).value() == before.value());
        CHECK(use.messages_of(use.other).size() == count);
    };
    for (int i = 0; i < 1'000; ++i) {
        if (i % 50 == 0) {  // the other one goes on writing
            check_untouched();
            use.writes("447700900123", "Benjamin Hidden", "hidden words " + std::to_string(i));
            before = use.server.store().find_conversation(use.other);
            CHECK(use.messages_of(use.other).size() == count + 1);
            count = use.messages_of(use.other).size();
        }
        const auto attempt = guesses.next();
        const auto answer = use.try_it(attempt);
        const auto tried = attempt.method + " " + attempt.target + " " + attempt.body;
        CAPTURE(tried);
        CHECK(answer.status != 0);
        CHECK(answer.status < 500);
        use.check_silent(answer.body);
        REQUIRE(answer.body != test::jpeg_file(96, 48));
    }
    check_untouched();
    use.writes("254712345678", "Amina", "the last of theirs");
    const auto heard = stream.read_until("the last of theirs");
    CHECK(heard.find("the last of theirs") != std::string::npos);
    use.check_silent(heard);
}

TEST_CASE("reach: a thousand tries at another record, over every route and the stream, find nothing") {
    Scene use(About::kRecord);
    try_a_thousand_times(use);
}

TEST_CASE("reach: a thousand tries at another person, over every route and the stream, find nothing") {
    Scene use(About::kPerson);
    try_a_thousand_times(use);
}

}  // namespace
}  // namespace roost
