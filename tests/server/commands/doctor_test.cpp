// The whole command, against the simulator and a data folder.
#include "server/commands/doctor.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <sstream>

#include "server/commands/demo.h"
#include "server/data_folder.h"
#include "server/simulator/simulator.h"
#include "server/store/open_store.h"
#include "server/store/store.h"
#include "shared/base/json.h"
#include "tests/server/simulator/webhook_receiver.h"
#include "tests/support/fake_clock.h"
#include "tests/support/http_client.h"
#include "tests/support/temp_dir.h"

namespace roost {
namespace {

constexpr const char* kToken = "canary-token";
constexpr const char* kVerify = "canary-verify";

// An installation that is as it should be.
struct Installation {
    test::TempDir dir;
    test::FakeClock clock{SystemClock().now()};
    test::WebhookReceiver roost{kVerify};  // stands where the server would
    std::unique_ptr<Simulator> meta;
    std::map<std::string, std::string> environment;
    std::int64_t free_bytes = 50'000'000'000;
    std::string out;
    std::string err;

    Installation() {
        SimulatorOptions options;
        options.port = 0;
        options.access_token = kToken;
        auto started = Simulator::start(options);
        REQUIRE(started);
        meta = std::move(*started);
        REQUIRE(open_store(dir.path()));
        environment = {
            {"ROOST_APP_SECRET", "canary-secret"},
            {"ROOST_VERIFY_TOKEN", kVerify},
            {"ROOST_ACCESS_TOKEN", kToken},
            {"ROOST_PHONE_NUMBER_ID", options.phone_number_id},
            {"ROOST_WABA_ID", options.waba_id},
            {"ROOST_GRAPH_URL", "http://127.0.0.1:" + std::to_string(meta->port())},
            {"ROOST_PUBLIC_URL", roost.url().substr(0, roost.url().rfind('/'))},
            {"ROOST_DATA", dir.path()}};
    }

    int run(const Arguments& arguments, const std::string& typed = "") {
        std::istringstream in(typed);
        std::ostringstream report;
        std::ostringstream questions;
        const doctor::World world{clock, [this](const auto&) { return std::optional(free_bytes); }};
        const int code = run_doctor(arguments, {{{}, environment, ""}, world, in, report, questions});
        out = report.str();
        err = questions.str();
        CAPTURE(out);
        CHECK((out + err).find("canary") == std::string::npos);
        return code;
    }
    Json json(Arguments arguments = {}, const std::string& typed = "") {
        arguments.emplace_back("--json");
        run(arguments, typed);
        auto report = parse_json(out);
        REQUIRE(report);
        return *report;
    }
    // "callback" → "good".
    std::string verdict(std::string_view check) {
        const auto report = json();
        for (const Json& one : report["checks"])
            if (one["check"] == check) return one["verdict"];
        return "none";
    }
    void control(const std::string& path, const std::string& body) const {
        test::HttpClient client(meta->port());
        REQUIRE(client.ask("POST", "/_control/" + path, {}, body).status == 200);
    }
    Json sent() const {
        test::HttpClient client(meta->port());
        return parse_json(client.ask("GET", "/_control/sent").body).value_or(Json());
    }
};

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("doctor command: a good installation is told with exit code 0, as text and as JSON") {
    Installation all;
    CHECK(all.run({}) == 0);
    CHECK(contains(all.out, "✓ webhook subscription"));
    CHECK(contains(all.out, "– last webhook"));
    CHECK(contains(all.out, "Nothing is wrong; 1 was not looked at."));
    CHECK_FALSE(contains(all.out, "✗"));
    CHECK(all.err.empty());
    const auto report = all.json();
    CHECK(report["is_well"] == true);
    REQUIRE(report["checks"].size() == 14);
    CHECK_FALSE(contains(all.out, "✓"));
}

TEST_CASE("doctor command: each thing that is wrong ends in exit code 1") {
    Installation all;
    std::string check;
    SUBCASE("no room") {
        all.free_bytes = 1, check = "disk";
    }
    SUBCASE("a clock that is late") {
        all.clock.advance(-5 * kMinute), check = "clock";
    }
    SUBCASE("a token that ended") {
        all.control("token", R"({"expires_in_ms":-1000})"), check = "token";
    }
    SUBCASE("a permission too few") {
        all.control("token", R"({"scopes":[]})"), check = "scopes";
    }
    SUBCASE("a wrong number") {
        all.environment["ROOST_PHONE_NUMBER_ID"] = "1", check = "number";
    }
    SUBCASE("a wrong account") {
        all.environment["ROOST_WABA_ID"] = "1", check = "business_account";
    }
    SUBCASE("no account") {
        all.environment.erase("ROOST_WABA_ID"), check = "business_account";
    }
    SUBCASE("another verify token") {
        all.environment["ROOST_VERIFY_TOKEN"] = "canary-2", check = "callback";
    }
    SUBCASE("no token") {
        all.environment.erase("ROOST_ACCESS_TOKEN"), check = "configuration";
    }
    SUBCASE("no data") {
        all.environment["ROOST_DATA"] = all.dir.file("none"), check = "data_folder";
    }
    SUBCASE("no Graph") {
        const auto port = free_loopback_port();
        REQUIRE(port);
        all.environment["ROOST_GRAPH_URL"] = "http://127.0.0.1:" + std::to_string(*port);
        check = "graph";
    }
    SUBCASE("no subscription") {
        test::HttpClient client(all.meta->port());
        const auto path = "/" + all.environment["ROOST_WABA_ID"] + "/subscribed_apps";
        REQUIRE(
            client.ask("DELETE", path, {{"Authorization", std::string("Bearer ") + kToken}}).status == 200
        );
        check = "webhook_subscription";
    }
    SUBCASE("a damaged database") {
        all.dir.write("roost.db", std::string(9000, 'x')), check = "database";
    }
    CAPTURE(check);
    CHECK(all.run({}) == 1);
    CHECK(all.verdict(check) == "bad");
    CHECK(all.json()["is_well"] == false);
}

TEST_CASE("doctor command: nothing is made where there is nothing") {
    Installation all;
    all.environment["ROOST_DATA"] = all.dir.file("none");
    CHECK(all.run({"--conversations", "--yes", "--test-conversation"}) == 1);
    CHECK_FALSE(std::filesystem::exists(all.dir.file("none")));
}

TEST_CASE("doctor command: settings come as flags too; what it does not know is a bad configuration") {
    Installation all;
    CHECK(all.run({"--waba-id", "1", "--json"}) == 1);
    CHECK(all.run({"--prot", "1"}) == 1);
    CHECK(contains(all.out, "--prot"));
    CHECK(all.run({"--access-token", "canary-typed"}) == 1);
    CHECK(contains(all.out, "ROOST_ACCESS_TOKEN"));
    CHECK(all.run({"--help"}) == 0);
    CHECK(contains(all.out, "--test-conversation"));
}

TEST_CASE("doctor command: a test message goes out after a yes, as the template, and is told") {
    Installation all;
    CHECK(all.run({"--send-test", "+254 712 345 678"}, "no\n") == 1);
    CHECK(contains(all.out, "Nothing was sent."));
    CHECK(contains(all.err, "+254712345678"));
    CHECK(all.sent().empty());
    const auto report = all.json({"--send-test", "+254 712 345 678"}, "yes\n");
    CHECK(report["is_well"] == true);
    CHECK(report["send_test"]["is_done"] == true);
    CHECK(report["send_test"]["type"] == "template");
    const auto sent = all.sent();
    REQUIRE(sent.size() == 1);
    CHECK(sent[0]["type"] == "template");
    CHECK(sent[0]["text"] == "hello_world");
    CHECK(sent[0]["to"] == "254712345678");
    CHECK(all.verdict("last_webhook") == "not_looked_at");  // nothing of it was stored
}

TEST_CASE("doctor command: a refused test message is told with what helps") {
    Installation all;
    all.control("fail", R"({"code":131030,"mode":"refuse"})");
    CHECK(all.run({"--send-test=254712345678", "--yes"}) == 1);
    CHECK(contains(all.out, "add the recipient to its allowed list"));
    CHECK(contains(all.out, "131030"));
    CHECK(all.run({"--send-test", "12"}) == 1);
    CHECK(contains(all.err, "country code"));
    CHECK(all.run({"--send-test"}) == 1);
}

TEST_CASE("doctor command: the test conversation is in the list, and answered with a text") {
    Installation all;
    CHECK(all.run({"--test-conversation"}, "") == 1);
    CHECK(all.run({"--conversations"}) == 0);
    CHECK(contains(all.out, "no conversations yet"));
    CHECK(all.run({"--test-conversation"}, "yes\n") == 0);
    CHECK(all.run({"--test-conversation", "--yes"}) == 0);
    const auto report = all.json({"--conversations"});
    REQUIRE(report["conversations"].size() == 1);
    CHECK(report["conversations"][0]["name"] == "Roost test");
    CHECK(report["conversations"][0]["unread"] == 2);
    CHECK(report["conversations"][0]["window"] == "open");
    CHECK(all.verdict("last_webhook") == "good");
    all.control("say", R"({"from":"12025550100","text":"a","wait":false})");
    CHECK(all.json({"--send-test", "12025550100", "--yes"})["send_test"]["type"] == "text");
}

TEST_CASE("doctor command: no test conversation is made while a server has the data") {
    Installation all;
    const auto server = DataLock::take(all.dir.path());
    REQUIRE(server);
    CHECK(all.run({}) == 0);
    CHECK(all.run({"--test-conversation", "--yes"}) == 1);
    CHECK(contains(all.out, "stop it for this"));
    CHECK(all.json({"--conversations"})["conversations"].empty());
}

}  // namespace
}  // namespace roost
