#include "tests/support/http_scenario.h"

#include <doctest/doctest.h>
#include <netinet/in.h>

#include "server/app/people.h"
#include "server/app/sessions.h"
#include "server/http/signature.h"
#include "server/media/public_address.h"
#include "server/store/open_store.h"
#include "shared/base/json.h"

namespace roost::test {

namespace {

constexpr std::string_view kEmail = "ana@example.org";
constexpr std::string_view kPassword = "correct horse battery";

std::unique_ptr<Store> opened(const std::string& folder) {
    auto store = open_store(folder);
    REQUIRE(store);
    return std::move(*store);
}

}  // namespace

TestServer::TestServer(People people) {
    config.data_folder = dir.path();
    config.app_secret = "app-secret";
    config.verify_token = "verify-token";
    config.access_token = "access-token";
    config.phone_number_id = "106540352242922";
    config.waba_id = "102290129340398";
    config.session_key = std::string(32, 'k');
    config.secret_key = std::string(64, 'e');
    config.public_url = "http://localhost";
    dir.write("web/index.html", "<html>client</html>");
    assets_ = Assets::load(dir.file("web")).value_or(Assets());
    store_ = opened(config.data_folder);
    deps_ = std::make_unique<Deps>(Deps{*store_, clock, config, gate, numbers});
    hub_ = std::make_unique<EventHub>(clock, [this](EventSeq after, int limit) {
        return store_->events_after(after, limit);
    });
    gate.close_streams = [this](const Ended& ended) {
        hub_->close_streams([ended](const Principal& who) { return ended.concerns(who); });
    };
    hub_->start(newest_event());
    store_->on_commit([this](std::span<const StoredEvent> events) { hub_->publish(events); });
    if (people == People::kAna) add_ana();
    files_ = std::make_unique<MediaFolder>(dir.file("media"));
    bind_routes(router_, RouteDeps{*deps_, *hub_, assets_, *files_, web_, cloud, look});
    server_ = std::make_unique<
        HttpServer>(router_, ServerOptions{.workers = 4, .report = [this](const RequestReport& one) {
                                               if (report) report(one);
                                           }});
    REQUIRE(server_->start());
}

bool TestServer::may_fetch_from(const sockaddr& to) const {
    const auto port = ntohs(reinterpret_cast<const sockaddr_in&>(to).sin_port);
    return open_port != 0 ? port == open_port : is_public_address(to);
}

std::string TestServer::token_of(AgentRole role) {
    const auto email = std::string(role_name(role)) + "@example.org";
    REQUIRE(add_agent(*deps_, email, "Other", role, kPassword));
    const auto session = sign_in(*deps_, email, kPassword);
    REQUIRE(session);
    return session->access_token;
}

void TestServer::add_ana() {
    REQUIRE(add_agent(*deps_, kEmail, "Ana", AgentRole::kAdmin, kPassword));
    const auto session = sign_in(*deps_, kEmail, kPassword);
    REQUIRE(session);
    token_ = session->access_token;
}

TestServer::~TestServer() {
    server_->stop();
    store_.reset();
    hub_->stop();
}

HttpAnswer TestServer::ask(
    std::string_view method, std::string_view target, const HeaderList& headers, std::string_view body
) const {
    HttpClient client(port());
    return client.ask(method, target, headers, body);
}

HttpAnswer TestServer::as_ana(std::string_view method, std::string_view target, std::string_view body) const {
    return ask(method, target, {{"Authorization", "Bearer " + token_}}, body);
}

HttpAnswer TestServer::webhook(std::string_view body) const {
    const auto signature = webhook_signature(config.app_secret, body);
    return ask("POST", "/webhooks/whatsapp", {{"X-Hub-Signature-256", signature}}, body);
}

std::vector<std::string> TestServer::events_after(EventSeq seq) {
    std::vector<std::string> names;
    const auto events = store_->events_after(seq, 1000);
    REQUIRE(events);
    for (const auto& event : *events) {
        const auto json = parse_json(event.payload);
        names.push_back(json ? string_or(*json, "type", "?") : "?");
    }
    return names;
}

EventSeq TestServer::newest_event() {
    const auto range = store_->event_range();
    REQUIRE(range);
    return range->newest;
}

void run_scenarios(TestServer& server, const std::vector<Scenario>& scenarios) {
    for (const auto& scenario : scenarios) {
        CAPTURE(scenario.name);
        auto headers = scenario.headers;
        for (auto& [name, value] : headers) {
            if (name == "@ana") {
                name = "Authorization";
                value = "Bearer " + server.token();
            } else if (name == "@sign") {
                name = "X-Hub-Signature-256";
                value = webhook_signature(server.config.app_secret, scenario.body);
            }
        }
        const auto before = server.newest_event();
        const auto answer = server.ask(scenario.method, scenario.url, headers, scenario.body);
        const auto text = answer.head + answer.body;
        CAPTURE(text);
        CHECK(answer.status == scenario.status);
        for (const auto& wanted : scenario.contains) {
            CAPTURE(wanted);
            CHECK(text.find(wanted) != std::string::npos);
        }
        for (const auto& unwanted : scenario.not_contains) {
            CAPTURE(unwanted);
            CHECK(text.find(unwanted) == std::string::npos);
        }
        CHECK(server.events_after(before) == scenario.events);
    }
}

}  // namespace roost::test
