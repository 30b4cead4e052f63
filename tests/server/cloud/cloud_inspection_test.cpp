// Against the simulator, and against answers that are none.
#include "server/cloud/cloud_inspection.h"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>

#include "server/commands/demo.h"
#include "server/simulator/simulator.h"
#include "tests/support/http_client.h"
#include "tests/support/scripted_server.h"

namespace roost {
namespace {

using test::http_answer;
using test::ScriptedServer;

const std::string kNumber = SimulatorOptions().phone_number_id;
const std::string kAccount = SimulatorOptions().waba_id;

struct Meta {
    std::unique_ptr<Simulator> simulator;

    Meta() {
        SimulatorOptions options;
        options.port = 0;
        options.access_token = "token";
        auto started = Simulator::start(options);
        REQUIRE(started);
        simulator = std::move(*started);
    }
    CloudInspection inspection(const std::string& token = "token") const {
        GraphOptions options;
        options.url = "http://127.0.0.1:" + std::to_string(simulator->port());
        options.access_token = token;
        return CloudInspection(options);
    }
    void control(const std::string& path, const std::string& body) const {
        test::HttpClient client(simulator->port());
        REQUIRE(client.ask("POST", "/_control/" + path, {}, body).status == 200);
    }
    void unsubscribe() const {
        test::HttpClient client(simulator->port());
        const auto path = "/" + kAccount + "/subscribed_apps";
        REQUIRE(client.ask("DELETE", path, {{"Authorization", "Bearer token"}}).status == 200);
    }
};

template <class Facts>
Facts facts_in(const CloudLook<Facts>& look) {
    REQUIRE(std::holds_alternative<Facts>(look));
    return std::get<Facts>(look);
}

template <class Facts>
CloudRefusal refusal_in(const CloudLook<Facts>& look) {
    REQUIRE(std::holds_alternative<CloudRefusal>(look));
    return std::get<CloudRefusal>(look);
}

CloudInspection inspection_of(const std::string& url) {
    GraphOptions options;
    options.url = url;
    options.access_token = "token";
    options.call_limit = kSecond;
    return CloudInspection(options);
}

TEST_CASE("inspection: Graph is known by its refusal of a call without a token, and tells the time") {
    const Meta meta;
    const auto contact = meta.inspection("").contact();
    CHECK(contact.is_graph);
    CHECK_FALSE(contact.answer.failed_at);
    CHECK(contact.answer.http == 401);
    CHECK(contact.answer.date);
}

TEST_CASE("inspection: a good token never expires and has both permissions") {
    const Meta meta;
    const auto token = facts_in(meta.inspection().token());
    CHECK(token.is_valid);
    CHECK(token.expires_at == 0);
    CHECK(token.scopes.size() == 2);
    CHECK(token.type == "SYSTEM_USER");
    CHECK_FALSE(token.app_id.empty());
}

TEST_CASE("inspection: a temporary token says when it ends, one that ended is refused, a wrong one too") {
    const Meta meta;
    meta.control("token", R"({"expires_in_ms":7200000})");
    CHECK(facts_in(meta.inspection().token()).expires_at > 0);
    meta.control("token", R"({"expires_in_ms":-1000})");
    const auto refusal = refusal_in(meta.inspection().token());
    CHECK(refusal.code == 190);
    CHECK(refusal.subcode == 463);
    meta.control("reset", "");
    CHECK(facts_in(meta.inspection().token()).is_valid);
    CHECK(refusal_in(meta.inspection("other").token()).code == 190);
}

TEST_CASE("inspection: without a permission what needs it is refused") {
    const Meta meta;
    meta.control("token", R"({"scopes":["whatsapp_business_messaging"]})");
    CHECK(
        facts_in(meta.inspection().token()).scopes == std::vector<std::string>{"whatsapp_business_messaging"}
    );
    CHECK(refusal_in(meta.inspection().business_account(kAccount)).code == 10);
    CHECK(refusal_in(meta.inspection().subscribed_apps(kAccount)).code == 10);
    facts_in(meta.inspection().number(kNumber));
    meta.control("token", R"({"scopes":["whatsapp_business_management"]})");
    facts_in(meta.inspection().number(kNumber));
    test::HttpClient client(meta.simulator->port());
    const auto path = "/" + kNumber + "/messages";
    CHECK(client.ask("POST", path, {{"Authorization", "Bearer token"}}, "{}").status == 403);
}

TEST_CASE("inspection: what is told of the number, the account and its apps") {
    const Meta meta;
    const auto number = facts_in(meta.inspection().number(kNumber));
    CHECK(number.display_number == "+1 555-078-3881");
    CHECK(number.verified_name == "Savanna Solar");
    CHECK(number.quality == "GREEN");
    CHECK(number.messaging_limit == "TIER_2K");
    CHECK(number.status == "CONNECTED");
    CHECK(number.name_status == "APPROVED");
    CHECK(number.code_status == "VERIFIED");
    CHECK(number.throughput == "STANDARD");
    CHECK(number.mode == "LIVE");
    const auto account = facts_in(meta.inspection().business_account(kAccount));
    CHECK(account.name == "Savanna Solar");
    REQUIRE(account.numbers.size() == 1);
    CHECK(account.numbers[0].id == kNumber);
    const auto apps = facts_in(meta.inspection().subscribed_apps(kAccount));
    REQUIRE(apps.size() == 1);
    CHECK(apps[0].name == "Roost");
    CHECK(apps[0].id == facts_in(meta.inspection().token()).app_id);
    meta.unsubscribe();
    CHECK(facts_in(meta.inspection().subscribed_apps(kAccount)).empty());
}

TEST_CASE("inspection: a wrong number and a wrong account are refused with 100") {
    const Meta meta;
    CHECK(refusal_in(meta.inspection().number("1")).code == 100);
    CHECK(refusal_in(meta.inspection().business_account("2")).code == 100);
    CHECK(refusal_in(meta.inspection().subscribed_apps("2")).code == 100);
}

TEST_CASE("inspection: the deprecated name of the messaging limit is asked where the new one is not known") {
    const std::string refused =
        R"({"error":{"code":100,"message":"(#100) Tried accessing nonexisting field"}})";
    ScriptedServer meta(
        {http_answer("200 OK", R"({"display_phone_number":"+1"})"),
         http_answer("400 Bad Request", refused),
         http_answer("200 OK", R"({"messaging_limit_tier":"TIER_1K"})")}
    );
    CHECK(facts_in(inspection_of(meta.url()).number("1")).messaging_limit == "TIER_1K");
}

TEST_CASE("inspection: what is no answer of Meta's is not taken for one") {
    const std::vector<std::optional<std::string>> strange{
        http_answer("200 OK", "<html>Sign in to the airport</html>"),
        http_answer("200 OK", R"([1, 2])"),
        http_answer("200 OK", R"({"data": 7})"),
        http_answer("502 Bad Gateway", "<html>nginx</html>"),
        "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"data\":",
        "",
        std::nullopt,
    };
    for (const auto& one : strange) {
        CAPTURE(one.value_or("none"));
        const auto is_unreachable = [&one](auto&& look) {
            ScriptedServer meta({one});
            return std::holds_alternative<CloudUnreachable>(look(inspection_of(meta.url())));
        };
        CHECK(is_unreachable([](const auto& meta) { return meta.token(); }));
        if (!one) continue;  // one that waits is enough
        CHECK(is_unreachable([](const auto& meta) { return meta.number("1"); }));
        CHECK(is_unreachable([](const auto& meta) { return meta.business_account("2"); }));
        CHECK(is_unreachable([](const auto& meta) { return meta.subscribed_apps("2"); }));
    }
    ScriptedServer page({strange[0]});
    CHECK_FALSE(inspection_of(page.url()).contact().is_graph);
    ScriptedServer gateway({strange[3]});
    CHECK_FALSE(inspection_of(gateway.url()).contact().is_graph);
    const auto closed = free_loopback_port();
    REQUIRE(closed);
    const auto contact = inspection_of("http://127.0.0.1:" + std::to_string(*closed)).contact();
    CHECK(contact.answer.failed_at == WebStep::kConnection);
    CHECK_FALSE(contact.is_graph);
}

}  // namespace
}  // namespace roost
