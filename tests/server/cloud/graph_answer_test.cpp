#include "server/cloud/graph_answer.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

constexpr std::string_view kSent =
    R"({"messaging_product":"whatsapp","contacts":[{"input":"+52 1 55","wa_id":"5215512345678"}],
        "messages":[{"id":"wamid.A"}]})";

TEST_CASE("graph answer: an accepted message has its wamid and the recipient's own number") {
    const auto outcome = read_graph_answer(200, kSent, 0);
    const auto* accepted = std::get_if<CloudAccepted>(&outcome);
    REQUIRE(accepted);
    CHECK(accepted->wamid == "wamid.A");
    CHECK(accepted->wa_id == "5215512345678");
}

TEST_CASE("graph answer: Messenger names the message at the top, a receipt names none") {
    const auto messenger = read_graph_answer(200, R"({"recipient_id":"1","message_id":"m_1"})", 0);
    REQUIRE(std::holds_alternative<CloudAccepted>(messenger));
    CHECK(std::get<CloudAccepted>(messenger).wamid == "m_1");
    CHECK(std::holds_alternative<CloudAccepted>(read_graph_answer(200, R"({"success":true})", 0)));
}

TEST_CASE("graph answer: a success that says nothing usable leaves open whether the message went out") {
    for (const std::string_view body :
         {"", "{", "[]", "{}", R"({"messages":[]})", R"({"messages":[{}]})", "<html>"}) {
        CAPTURE(body);
        CHECK(std::holds_alternative<CloudUnknown>(read_graph_answer(200, body, 0)));
    }
}

TEST_CASE("graph answer: Meta's envelope is a refusal with code, details and waiting time") {
    const auto outcome = read_graph_answer(
        400,
        R"({"error":{"message":"(#131056) pair rate","code":131056,"error_data":{"details":"too fast"}}})",
        4000
    );
    const auto* refusal = std::get_if<CloudRefusal>(&outcome);
    REQUIRE(refusal);
    CHECK(refusal->http == 400);
    CHECK(refusal->code == 131056);
    CHECK(refusal->details == "too fast");
    CHECK(refusal->retry_after == 4000);
}

TEST_CASE("graph answer: the details may be a text, or missing") {
    const auto text = read_graph_answer(400, R"({"error":{"code":100,"error_data":"which one"}})", 0);
    CHECK(std::get<CloudRefusal>(text).details == "which one");
    const auto none = read_graph_answer(401, R"({"error":{"code":190,"message":"expired"}})", 0);
    CHECK(std::get<CloudRefusal>(none).details == "expired");
}

TEST_CASE("graph answer: a gateway's own error leaves open what happened, a refusal without envelope does not"
) {
    CHECK(std::holds_alternative<CloudUnknown>(read_graph_answer(502, "Bad gateway", 0)));
    CHECK(std::holds_alternative<CloudUnknown>(read_graph_answer(504, "{}", 0)));
    CHECK(std::holds_alternative<CloudRefusal>(read_graph_answer(429, "slow down", 0)));
    // Meta's own 5xx with its envelope means that it did not take the message.
    CHECK(std::holds_alternative<CloudRefusal>(read_graph_answer(500, R"({"error":{"code":131000}})", 0)));
}

}  // namespace
}  // namespace roost
