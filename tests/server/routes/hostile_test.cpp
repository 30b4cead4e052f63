// Every route there is, asked for what nobody sane would ask: none may fail in itself, and nothing that was
// stored may be gone. ROOST_HOSTILE_REQUESTS and ROOST_HOSTILE_SEED make it longer and other
// (tools/soak/hostile).
#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <string>

#include "server/app/sessions.h"
#include "server/backup/backup.h"
#include "server/http/signature.h"
#include "tests/support/builders.h"
#include "tests/support/hostile_input.h"
#include "tests/support/http_scenario.h"

namespace roost::test {
namespace {

constexpr std::size_t kShortRun = 1500;
constexpr std::size_t kBetweenCustomers = 50;

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
    const char* text = std::getenv(variable);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

// Good ones, of what routes take.
std::vector<Json> good_bodies() {
    std::vector<Json> bodies;
    for (const char* text : {
             R"({"type":"text","text":{"body":"Hello"},"client_ref":"a-1","reply_to":1,"force":true})",
             R"({"type":"template","template":{"name":"hello","language":"en","values":{"body.1":"Ana"}}})",
             R"({"type":"image","image":{"link":"https://example.org/a.jpg","caption":"Here"}})",
             R"({"type":"location","location":{"latitude":-1.29,"longitude":36.82,"name":"Nairobi"}})",
             R"({"type":"reaction","reaction":{"message_id":1,"emoji":"\ud83d\udc4d"}})",
             R"({"type":"contacts","contacts":[{"name":{"formatted_name":"Ana","first_name":"Ana"},
                 "phones":[{"phone":"+254700000001","wa_id":"254700000001"}]}]})",
             R"({"type":"interactive","interactive":{"type":"button","body":{"text":"Yes?"},"action":
                 {"buttons":[{"type":"reply","reply":{"id":"y","title":"Yes"}}]}}})",
             R"({"type":"interactive","interactive":{"type":"list","body":{"text":"Which?"},"action":{"button":
                 "Show","sections":[{"title":"A","rows":[{"id":"1","title":"One","description":"x"}]}]}}})",
             R"({"name":"offer","language":"en","category":"MARKETING","components":[{"type":"BODY","text":
                 "Hello {{1}}","example":{"body_text":[["Ana"]]}},{"type":"FOOTER","text":"Bye"}]})",
             R"({"email":"ben@example.org","name":"Ben","role":"agent","password":"quite a long one"})",
             R"({"name":"Key","scope":["read","send"],"expires_at":"2027-01-01T00:00:00Z"})",
             R"({"phone_number_id":"555","waba":"20","access_token":"t","app_secret":"s","subscribe":true})",
             R"({"url":"http://127.0.0.1:1/a.jpg","kind":"image"})",
             R"({"to":"254700000001","assignee":1,"is_active":true,"unreachable":true,"message":1})",
         }) {
        bodies.push_back(Json::parse(text));
    }
    bodies.push_back(Json::parse(text_webhook(InboundText{})));
    bodies.push_back(Json::parse(status_webhook(StatusReport{})));
    return bodies;
}

class Attack {
  public:
    Attack() : input_(number_from("ROOST_HOSTILE_SEED", 7), good_bodies()) {
        server_.config.requests_per_minute = 1'000'000;
        tokens_ = {
            server_.token(), server_.token_of(AgentRole::kAgent), server_.token_of(AgentRole::kViewer)};
    }

    void run(std::size_t requests) {
        for (std::size_t i = 0; i < requests; ++i) {
            if (i % kBetweenCustomers == 0) write_as_customer();
            const auto& routes = server_.router().routes();
            ask(routes.at(input_.pick(routes.size())));
        }
    }

    void check_nothing_is_lost() {
        CHECK(server_.ask("GET", "/health/ready").status == 200);
        for (const auto& [wamid, text] : written_) {
            CAPTURE(wamid);
            CHECK(stored_text(wamid) == text);
        }
        CHECK(answered_.size() > 3);
        CHECK(answered_[200] > 0);
        CHECK(answered_[400] > 0);
        server_.stop();
        const auto verified = verify_data(server_.config.data_folder);
        REQUIRE(verified);
        CHECK(verified->wrong.empty());
        CHECK(verified->messages >= static_cast<std::int64_t>(written_.size()));
    }

    std::string table() const {
        std::string text;
        for (const auto& [status, count] : answered_)
            text += std::to_string(status) + ": " + std::to_string(count) + "  ";
        return text;
    }

  private:
    void write_as_customer() {
        const auto number = std::to_string(written_.size());
        InboundText text;
        text.wamid = "wamid.KEPT" + number;
        text.text = "kept " + number;
        REQUIRE(server_.webhook(text_webhook(text)).status == 200);
        written_[text.wamid] = text.text;
    }

    std::string stored_text(const std::string& wamid) {
        std::string found;
        const auto looked = server_.store().write([&](Transaction& in) -> Status {
            ASSIGN_OR_RETURN(const auto message, in.message_by_wamid(wamid));
            const auto* text = message ? std::get_if<Text>(&message->content) : nullptr;
            if (text != nullptr) found = text->body;
            return {};
        });
        REQUIRE(looked);
        return found;
    }

    HeaderList headers_for(const RouteFacts& route, const std::string& body) {
        auto headers = input_.headers();
        if (!input_.one_in(8)) {
            headers.emplace_back("Authorization", "Bearer " + tokens_.at(input_.pick(tokens_.size())));
        }
        const bool is_webhook = route.pattern.ends_with("/webhooks/whatsapp") && route.method == "POST";
        if (is_webhook) {
            headers.emplace_back("X-Hub-Signature-256", webhook_signature(server_.config.app_secret, body));
        }
        return headers;
    }

    void ask(const RouteFacts& route) {
        const auto method = input_.method_of(route);
        const auto body = method == "GET" && !input_.one_in(20) ? std::string() : input_.body();
        auto bytes = request_bytes(method, input_.target_of(route.pattern), headers_for(route, body), body);
        const bool is_spoiled = input_.one_in(5);
        if (is_spoiled) bytes = input_.spoiled(std::move(bytes));
        HttpClient client(server_.port());
        client.send(bytes);
        client.finish_sending();
        const auto status = client.read_answer(method != "HEAD").status;
        ++answered_[status];
        CAPTURE(method);
        CAPTURE(route.pattern);
        if (status >= 500 || (status == 0 && !is_spoiled)) {
            const auto shown = bytes.substr(0, 1500);
            CAPTURE(shown);
            CHECK(status < 500);
            CHECK(status != 0);
        }
        if (status == 401) renew_session();
    }

    // A request may well have ended the session that it came with.
    void renew_session() {
        if (server_.as_ana("GET", "/api/v1/auth/me").status != 401) return;
        server_.clock.advance(kDay);  // who failed too often may try again
        tokens_.clear();
        for (const std::string name : {"ana", "agent", "viewer"}) {
            const auto session = sign_in(server_.deps(), name + "@example.org", "correct horse battery");
            if (session) tokens_.push_back(session->access_token);
        }
        REQUIRE_FALSE(tokens_.empty());
    }

    TestServer server_;
    HostileInput input_;
    std::vector<std::string> tokens_;
    std::map<std::string, std::string> written_;  // by the id of the message
    std::map<int, std::size_t> answered_;
};

}  // namespace

TEST_CASE("hostile: no route fails in itself, whatever it is asked, and nothing is lost") {
    Attack attack;
    attack.run(number_from("ROOST_HOSTILE_REQUESTS", kShortRun));
    attack.check_nothing_is_lost();
    MESSAGE(attack.table());
}

}  // namespace roost::test
