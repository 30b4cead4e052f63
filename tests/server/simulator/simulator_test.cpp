#include "server/simulator/simulator.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "server/simulator/customers.h"
#include "server/simulator/payload.h"
#include "tests/server/simulator/webhook_receiver.h"
#include "tests/support/http_client.h"

namespace roost {
namespace {

using test::HttpAnswer;
using test::HttpClient;
using test::ReceivedWebhook;
using test::WebhookReceiver;

const std::string kSecret = "app-secret";

// A simulator and the receiver of its webhooks, both on ports of their own.
struct Stage {
    WebhookReceiver receiver{"verify-token"};
    std::unique_ptr<Simulator> simulator;

    explicit Stage(SimulatorOptions options = {}) {
        options.port = 0;
        options.webhook_url = receiver.url();
        options.app_secret = kSecret;
        options.verify_token = "verify-token";
        options.access_token = "token";
        options.seed = 1;
        auto started = Simulator::start(options);
        REQUIRE(started);
        simulator = std::move(*started);
    }

    HttpAnswer graph(const std::string& method, const std::string& target, const std::string& body = "")
        const {
        return HttpClient(simulator->port())
            .ask(
                method,
                target,
                {{"Authorization", "Bearer token"}, {"Content-Type", "application/json"}},
                body
            );
    }
    Json control(const std::string& method, const std::string& target, const std::string& body = "") const {
        const HttpAnswer answer = HttpClient(simulator->port()).ask(method, "/_control/" + target, {}, body);
        REQUIRE(answer.status == 200);
        return Json::parse(answer.body, nullptr, false);
    }
    HttpAnswer send(const std::string& text, const std::string& callback_data) const {
        const Json body{
            {"messaging_product", "whatsapp"},
            {"to", "+254 712 345 678"},
            {"type", "text"},
            {"text", {{"body", text}}},
            {"biz_opaque_callback_data", callback_data}};
        return graph("POST", "/v23.0/106540352242922/messages", body.dump());
    }
};

// The words of "status" or "type" of everything received, in the order it came.
std::vector<std::string> kinds_in(const std::vector<ReceivedWebhook>& webhooks) {
    std::vector<std::string> kinds;
    for (const ReceivedWebhook& webhook : webhooks) {
        const Json payload = Json::parse(webhook.body, nullptr, false);
        for (const Json& change : payload["entry"][0]["changes"]) {
            const Json& value = change["value"];
            for (const Json& status : member(value, "statuses"))
                kinds.push_back(status["status"]);
            for (const Json& message : member(value, "messages"))
                kinds.push_back(message["type"]);
        }
    }
    return kinds;
}

auto at_least(std::size_t count) {
    return [count](const std::vector<ReceivedWebhook>& received) { return received.size() >= count; };
}

TEST_CASE(
    "simulator: a message that was sent is told as sent, delivered and read, signed over the escaped bytes"
) {
    Stage stage;
    stage.control("POST", "say", R"({"from":"254712345678","name":"Jürgen/Ämina 😀","text":"Habari"})");
    const HttpAnswer answer = stage.send("Karibu", "m1");
    CHECK(answer.status == 200);
    const Json accepted = Json::parse(answer.body, nullptr, false);
    const auto received = stage.receiver.wait_until(at_least(4));
    auto kinds = kinds_in(received);
    std::sort(kinds.begin(), kinds.end());
    CHECK(kinds == std::vector<std::string>{"delivered", "read", "sent", "text"});
    for (const ReceivedWebhook& webhook : received) {
        CHECK(webhook.signature == simulator::signature_of(kSecret, webhook.body));
        CHECK(webhook.body.find("J\\u00fcrgen\\/\\u00c4mina \\ud83d\\ude00") != std::string::npos);
    }
    const Json last = Json::parse(received.back().body, nullptr, false);
    const Json& status = last["entry"][0]["changes"][0]["value"]["statuses"][0];
    CHECK(status["id"] == accepted["messages"][0]["id"]);
    CHECK(status["biz_opaque_callback_data"] == "m1");
    CHECK(stage.control("GET", "sent")[0]["text"] == "Karibu");
}

TEST_CASE("simulator: a webhook that is refused comes again with the same bytes until it is taken") {
    Stage stage;
    stage.control("POST", "script", R"({"retry_delay_ms":5})");
    stage.receiver.refuse_next(3);
    const Json said = stage.control("POST", "say", R"({"from":"254712345678","text":"Habari"})");
    CHECK(said["delivered"] == true);
    const auto received = stage.receiver.wait_until(at_least(4));
    REQUIRE(received.size() == 4);
    for (const ReceivedWebhook& webhook : received)
        CHECK(webhook.body == received[0].body);
}

TEST_CASE("simulator: a message can be accepted and its answer lost") {
    Stage stage;
    stage.control("POST", "say", R"({"from":"254712345678","text":"Habari"})");
    stage.control("POST", "fail", R"({"mode":"drop_after"})");
    CHECK(stage.send("Karibu", "m1").status == 0);
    stage.receiver.wait_until(at_least(4));
    CHECK(stage.send("Karibu", "m1").status == 200);
    CHECK(stage.control("GET", "sent/counts")["repeated"]["m1"] == 2);
}

TEST_CASE("simulator: a burst arrives whole in batches, every repetition included") {
    Stage stage;
    stage.control("POST", "script", R"({"batch_size":20,"batch_wait_ms":5,"duplicates":1})");
    const Json burst = stage.control("POST", "burst", R"({"count":500,"customers":7})");
    CHECK(burst["delivered"] == true);
    const auto received = stage.receiver.wait_until(at_least(50));
    CHECK(kinds_in(received).size() == 1000);
    CHECK(stage.control("GET", "health")["updates_delivered"] == 500);
}

TEST_CASE("simulator: a file goes up, is looked up, comes down with the token, and is deleted") {
    const Stage stage;
    const std::string form =
        "--b\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\ntext/plain\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: "
        "text/plain\r\n\r\n"
        "Hello file\r\n--b--\r\n";
    const HttpAnswer uploaded =
        HttpClient(stage.simulator->port())
            .ask(
                "POST",
                "/v23.0/106540352242922/media",
                {{"Authorization", "Bearer token"}, {"Content-Type", "multipart/form-data; boundary=b"}},
                form
            );
    REQUIRE(uploaded.status == 200);
    const std::string id = Json::parse(uploaded.body, nullptr, false)["id"];
    const Json looked_up = Json::parse(stage.graph("GET", "/v23.0/" + id).body, nullptr, false);
    CHECK(looked_up["file_size"] == 10);
    const std::string url = looked_up["url"];
    const std::string target = url.substr(url.find('/', 8));
    CHECK(stage.graph("GET", target).body == "Hello file");
    CHECK(HttpClient(stage.simulator->port()).ask("GET", target).status == 401);
    stage.control("POST", "clock", R"({"advance_ms":301000})");
    CHECK(stage.graph("GET", target).status == 404);
    CHECK(stage.graph("DELETE", "/" + id).status == 200);
    CHECK(stage.graph("GET", "/" + id).status == 400);
}

TEST_CASE("simulator: a new template is told approved, or rejected by hand") {
    Stage stage;
    stage.control("POST", "script", R"({"template_review_ms":0})");
    const std::string body = R"({"name":"visit","language":"en_US","category":"UTILITY","components":[
        {"type":"BODY","text":"Hello there."}]})";
    const HttpAnswer made = stage.graph("POST", "/v23.0/102290129340398/message_templates", body);
    REQUIRE(made.status == 200);
    CHECK(made.body.find(R"("status":"PENDING")") != std::string::npos);
    const std::string id = string_or(*parse_json(made.body), "id", "");
    const auto tells = [&](const std::string& event) {
        return [&, event](const std::vector<ReceivedWebhook>& all) {
            return std::any_of(all.begin(), all.end(), [&](const ReceivedWebhook& one) {
                return one.body.find("\"event\":\"" + event + "\"") != std::string::npos &&
                       one.body.find(id) != std::string::npos;
            });
        };
    };
    const auto approved = stage.receiver.wait_until(tells("APPROVED"));
    CHECK(tells("APPROVED")(approved));
    CHECK(stage.graph("GET", "/" + id).body.find("APPROVED") != std::string::npos);
    stage.control("POST", "script", R"({"template_review_ms":-1})");
    CHECK(stage.graph("POST", "/" + id, body).status == 200);
    stage.control("POST", "template", R"({"name":"visit","status":"REJECTED","reason":"ABUSIVE_CONTENT"})");
    CHECK(tells("REJECTED")(stage.receiver.wait_until(tells("REJECTED"))));
    CHECK(stage.graph("GET", "/" + id).body.find("ABUSIVE_CONTENT") != std::string::npos);
    const std::string list = "/v23.0/102290129340398/message_templates";
    CHECK(stage.graph("DELETE", list + "?hsm_id=" + id + "&name=visit").status == 200);
    const HttpAnswer wrong = stage.graph("POST", list, R"({"name":"visit","language":"en_US",
        "category":"UTILITY","components":[{"type":"BODY","text":"{{1}}"}]})");
    CHECK(wrong.status == 400);
    CHECK(wrong.body.find(R"("error_subcode":2388299)") != std::string::npos);
    CHECK(wrong.body.find(R"("error_user_msg":"Variables)") != std::string::npos);
}

TEST_CASE("simulator: wrong tokens and unknown objects are answered as Meta does") {
    const Stage stage;
    const HttpAnswer stranger = HttpClient(stage.simulator->port()).ask("GET", "/v23.0/106540352242922");
    CHECK(stranger.status == 401);
    const Json error = Json::parse(stranger.body, nullptr, false)["error"];
    CHECK(error["code"] == 190);
    CHECK_FALSE(error["fbtrace_id"].get<std::string>().empty());
    const HttpAnswer unknown = stage.graph("GET", "/v19.0/12345");
    CHECK(unknown.status == 400);
    CHECK(Json::parse(unknown.body, nullptr, false)["error"]["error_subcode"] == 33);
    const HttpAnswer number = stage.graph("GET", "/106540352242922?fields=display_phone_number,status");
    CHECK(Json::parse(number.body, nullptr, false).size() == 3);
}

TEST_CASE("simulator: in the demo the past comes before what is new, and a customer answers") {
    SimulatorOptions options;
    options.is_demo = true;
    options.send_history = true;
    Stage stage(options);
    std::size_t expected = 1;  // the reason of the message that was not sent
    for (const simulator::Persona& persona : simulator::all_customers())
        expected += persona.recent.size();
    const auto has_recent = [&](const std::vector<ReceivedWebhook>& all) {
        return kinds_in(all).size() == expected;
    };
    const auto received = stage.receiver.wait_until(has_recent);
    REQUIRE(has_recent(received));
    CHECK(received.front().body.find("\"history\"") != std::string::npos);
    const std::size_t before = received.size();
    stage.control(
        "POST", "script", R"({"sent_delay_ms":0,"delivered_delay_ms":0,"read_delay_ms":0,"jitter_ms":0})"
    );
    CHECK(stage.send("Is Thursday fine?", "m1").status == 200);
    stage.control("POST", "flush");
    const auto all = stage.receiver.wait_until(at_least(before + 4));
    auto kinds = kinds_in({all.begin() + static_cast<std::ptrdiff_t>(before), all.end()});
    std::sort(kinds.begin(), kinds.end());
    REQUIRE(kinds.size() == 4);
    const bool is_written_back = kinds.back() == "text" || kinds[1] == "reaction";
    CHECK(is_written_back);
}

}  // namespace
}  // namespace roost
