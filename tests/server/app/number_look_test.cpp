// Everything of a number, as the simulated Meta tells it.
#include <doctest/doctest.h>

#include <memory>

#include "server/app/own_numbers.h"
#include "server/simulator/simulator.h"
#include "tests/support/http_client.h"
#include "tests/support/scripted_server.h"
#include "tests/support/use_case.h"

namespace roost {

namespace {

struct Stage : test::UseCase {
    Stage() {
        options.port = 0;
        options.app_secret = "app-secret";
        options.access_token = "token";
        auto started = Simulator::start(options);
        REQUIRE(started);
        meta = std::move(*started);
        config.graph_url = "http://127.0.0.1:" + std::to_string(meta->port());
        config.public_url = "http://127.0.0.1:1";  // nobody is there
        config.verify_token = "verify";
    }
    ConnectedNumber number() const {
        return {options.phone_number_id, options.waba_id, "token", "app-secret", false, 0};
    }
    std::string problems_of(const ConnectedNumber& one) const {
        std::string all;
        for (const auto& problem : judge_number(look_at_number_with(*deps, is_stopping)(one)).problems)
            all += std::string(number_problem_name(problem.kind)) + " ";
        return all;
    }
    void control(const std::string& path, const std::string& body) const {
        test::HttpClient client(meta->port());
        REQUIRE(client.ask("POST", "/_control/" + path, {}, body).status == 200);
    }

    SimulatorOptions options;
    std::unique_ptr<Simulator> meta;
    std::atomic<bool> is_stopping{false};
};

}  // namespace

TEST_CASE("number look: a good number has its facts, and the address that nobody answers is told") {
    const Stage use;
    const auto health = judge_number(look_at_number_with(*use.deps, use.is_stopping)(use.number()));
    CHECK(health.verified_name == "Savanna Solar");
    CHECK(health.is_subscribed);
    CHECK(use.problems_of(use.number()) == "address_unreachable ");
}

TEST_CASE("number look: each wrong part is told for what it is") {
    Stage use;
    use.config.is_demo = true;  // the address is not looked at
    CHECK(use.problems_of(use.number()).empty());
    auto other = use.number();
    other.access_token = "another";
    CHECK(use.problems_of(other) == "token_refused ");
    other = use.number();
    other.app_secret = "another";
    CHECK(use.problems_of(other) == "secret_wrong ");
    other.app_secret = "app-secret,another";
    CHECK(use.problems_of(other).empty());  // of the settings: webhooks of several apps
    other = use.number();
    other.phone_number_id = "99";
    CHECK(use.problems_of(other) == "number_unknown number_elsewhere ");
    other = use.number();
    other.waba = "98";
    CHECK(use.problems_of(other) == "account_unknown ");
    use.control("token", R"({"scopes":["whatsapp_business_messaging"]})");
    CHECK(use.problems_of(use.number()).starts_with("scope_missing "));
    use.control(
        "token",
        R"({"expires_in_ms":1000,"scopes":["whatsapp_business_messaging","whatsapp_business_management"]})"
    );
    CHECK(use.problems_of(use.number()).starts_with("token_"));
}

TEST_CASE("number look: a Meta that talks nonsense or is not there is told, and nothing else is asked") {
    Stage use;
    use.config.is_demo = true;
    const test::ScriptedServer nonsense({test::http_answer("200 OK", "<html>")});
    use.config.graph_url = nonsense.url();
    CHECK(use.problems_of(use.number()) == "meta_unreachable ");
    use.config.graph_url = "http://127.0.0.1:1";
    CHECK(use.problems_of(use.number()) == "meta_unreachable ");
}

TEST_CASE("number look: who is stopping asks no further") {
    Stage use;
    use.is_stopping = true;
    const auto seen = look_at_number_with(*use.deps, use.is_stopping)(use.number());
    CHECK(std::holds_alternative<TokenFacts>(seen.token));
    CHECK_FALSE(seen.number);
    CHECK_FALSE(seen.callback);
}

}  // namespace roost
