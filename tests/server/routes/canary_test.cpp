// Every route is called with canaries wherever a request can carry one; nothing that is written may hold
// them.
#include <doctest/doctest.h>

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "server/log.h"
#include "tests/support/http_scenario.h"

namespace roost::test {
namespace {

constexpr std::string_view kCanary = "c4n4ry";

// What is logged while it stands.
class Listening {
  public:
    Listening() : before_(spdlog::default_logger()) {
        auto sink = std::make_shared<spdlog::sinks::ostream_sink_mt>(said_);
        auto logger = std::make_shared<spdlog::logger>("", std::move(sink));
        logger->set_level(spdlog::level::trace);
        spdlog::set_default_logger(std::move(logger));
    }
    ~Listening() { spdlog::set_default_logger(before_); }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

    std::string said() const { return said_.str(); }

  private:
    std::ostringstream said_;
    std::shared_ptr<spdlog::logger> before_;
};

// "/api/v1/messages/{id}" with something in place of the braces.
std::string path_of(std::string_view pattern, std::string_view value) {
    std::string path;
    while (!pattern.empty()) {
        const auto open = std::min(pattern.find('{'), pattern.size());
        path += pattern.substr(0, open);
        pattern.remove_prefix(open);
        if (pattern.empty()) break;
        path += value;
        pattern.remove_prefix(pattern.find('}') + 1);
    }
    return path;
}

const std::string kBody =
    R"({"email":"c4n4ry@example.org","password":"c4n4ry","name":"c4n4ry","client_ref":"c4n4ry",)"
    R"("type":"text","text":{"body":"c4n4ry"},"to":"254700c4n4ry","access_token":"c4n4ry",)"
    R"("app_secret":"c4n4ry","phone_number_id":"555","waba":"20","code":"c4n4ry","url":"http://c4n4ry/",)"
    R"("components":[{"type":"BODY","text":"c4n4ry"}],"language":"en","token":"c4n4ry"})";

}  // namespace

TEST_CASE("canary: no route writes anything of a request into the log, however much is logged") {
    TestServer server;
    server.config.secret_key = std::string(64, 'a');
    server.config.requests_per_minute = 1'000'000;
    server.report = [](const RequestReport& one) { log_request(one, true); };
    Listening log;
    const auto ask = [&server](const RouteFacts& route) {
        const auto body = route.method == "GET" ? std::string() : kBody;
        for (const std::string_view value : {"1", "c4n4ry"}) {
            const auto target = path_of(route.pattern, value) + "?q=c4n4ry&token=c4n4ry&before=c4n4ry";
            server.as_ana(route.method, target, body);
            server.ask(
                route.method,
                target,
                {{"Authorization", "Bearer c4n4ry"},
                 {"User-Agent", "c4n4ry"},
                 {"X-Hub-Signature-256", "c4n4ry"}},
                body
            );
        }
    };
    const auto ends_session = [](const RouteFacts& route) {
        return route.method == "DELETE" || route.pattern.ends_with("/logout");
    };
    const auto& routes = server.router().routes();
    CHECK(routes.size() > 40);
    for (const bool is_last_round : {false, true}) {
        for (const auto& route : routes) {
            // The stream has no end, and tells the inbox.
            if (route.pattern != "/api/v1/events" && ends_session(route) == is_last_round) ask(route);
        }
    }
    const auto said = log.said();
    CHECK(said.find("/api/v1/conversations/{id}") != std::string::npos);
    CHECK(said.find("request ") != std::string::npos);
    CHECK(said.find(kCanary) == std::string::npos);
}

TEST_CASE("log: a file holds one JSON object for each line, and what cannot be written is said") {
    const TempDir dir;
    const auto before = spdlog::default_logger();
    REQUIRE(open_log({dir.file("roost.log"), true}));
    spdlog::warn("a \"quoted\" line\nbreak");
    log_request({"0123456789abcdef", "GET", "/api/v1/messages/{id}", 500, 7}, false);
    log_request({"0123456789abcdef", "GET", "/api/v1/messages/{id}", 200, 7}, false);
    spdlog::set_default_logger(before);
    std::ifstream file(dir.file("roost.log"));
    std::vector<Json> lines;
    for (std::string line; std::getline(file, line);)
        lines.push_back(Json::parse(line, nullptr, false));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0]["level"] == "warning");
    CHECK(lines[0]["message"] == "a \"quoted\" line\nbreak");
    CHECK(lines[1]["level"] == "error");
    CHECK(lines[1]["message"] == "GET /api/v1/messages/{id} 500 in 7 ms, request 0123456789abcdef");
    CHECK(lines[1]["time"].get<std::string>().ends_with("Z"));
    CHECK(open_log({dir.path(), false}).error().code == ErrorCode::kUnavailable);
}

}  // namespace roost::test
