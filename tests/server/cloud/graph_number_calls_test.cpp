// Blocking and the profile as they leave on a socket, and what is made of every answer.
#include <doctest/doctest.h>

#include <string>

#include "server/cloud/graph_cloud_api.h"
#include "server/cloud/graph_number_answer.h"
#include "tests/support/scripted_server.h"

namespace roost {
namespace {

using test::http_answer;
using test::ScriptedServer;

GraphOptions options(const std::string& url) {
    GraphOptions options;
    options.url = url;
    options.access_token = "the-token";
    return options;
}

constexpr std::string_view kPartly =
    R"({"messaging_product":"whatsapp","block_users":{"added_users":[],"failed_users":[{"input":"+254712345678",
    "wa_id":"254712345678","errors":[{"code":131047,"message":"Re-engagement","error_data":{"details":"Too late"}}]}]},
    "error":{"message":"(#139100) Failed","code":139100}})";

int code_of(const BlockOutcome& outcome) {
    const auto* refusal = std::get_if<CloudRefusal>(&outcome);
    return refusal == nullptr ? -1 : refusal->code;
}

}  // namespace

TEST_CASE("graph: somebody is blocked by number or by id, and let in again") {
    ScriptedServer meta(
        {http_answer(
             "200 OK", R"({"block_users":{"added_users":[{"input":"+254712345678","wa_id":"254712345678"}]}})"
         ),
         http_answer("200 OK", R"({"block_users":{"removed_users":[{"input":"KE.13","user_id":"KE.13"}]}})")}
    );
    GraphCloudApi graph(options(meta.url()));
    const auto blocked = graph.change_block("555", BlockChange::kBlock, {"254712345678", "KE.12"});
    CHECK(std::holds_alternative<BlockChanged>(blocked));
    const auto unblocked = graph.change_block("555", BlockChange::kUnblock, {"", "KE.13"});
    CHECK(std::holds_alternative<BlockChanged>(unblocked));
    CHECK(meta.requests()[0].starts_with("POST /v23.0/555/block_users HTTP/1.1\r\n"));
    CHECK(meta.requests()[0].find("Authorization: Bearer the-token\r\n") != std::string::npos);
    CHECK(meta.requests()[0].ends_with(
        R"({"messaging_product":"whatsapp","block_users":[{"user":"+254712345678"}]})"
    ));
    CHECK(meta.requests()[1].starts_with("DELETE /v23.0/555/block_users HTTP/1.1\r\n"));
    CHECK(meta.requests()[1].ends_with(
        R"({"messaging_product":"whatsapp","block_users":[{"user_id":"KE.13"}]})"
    ));
}

TEST_CASE("graph: of a block that failed the reason is the person's own, not that one failed") {
    CHECK(code_of(read_block_answer({400, std::string(kPartly), 0})) == 131047);
    CHECK(std::get<CloudRefusal>(read_block_answer({400, std::string(kPartly), 0})).details == "Too late");
    CHECK(code_of(read_block_answer({400, R"({"error":{"code":139101,"message":"full"}})", 0})) == 139101);
    CHECK(code_of(read_block_answer({200, std::string(kPartly), 0})) == 131047);
    for (const auto* const body :
         {"{}", "<html>", R"({"block_users":{"added_users":[]}})", R"({"block_users":7})"})
        CHECK(std::holds_alternative<CloudUnreachable>(read_block_answer({200, body, 0})));
    CHECK(std::holds_alternative<CloudUnreachable>(read_block_answer({502, "<html>", 0})));
}

TEST_CASE("graph: who is blocked is listed page by page, in both shapes that Meta's documents have") {
    ScriptedServer meta(
        {http_answer(
             "200 OK", R"({"data":[{"messaging_product":"whatsapp","wa_id":"1"},{"user_id":"KE.2"},{}],
             "paging":{"cursors":{"after":"c/1"},"next":"https://x"}})"
         ),
         http_answer(
             "200 OK", R"({"data":[{"block_users":[{"wa_id":"3"}]}],"paging":{"cursors":{"after":"c2"}}})"
         )}
    );
    GraphCloudApi graph(options(meta.url()));
    const auto first = std::get<BlockedPage>(graph.list_blocked("555", ""));
    REQUIRE(first.users.size() == 2);
    CHECK(first.users[0].wa_id == "1");
    CHECK(first.users[1].user_id == "KE.2");
    CHECK(first.next == "c/1");
    const auto last = std::get<BlockedPage>(graph.list_blocked("555", first.next));
    REQUIRE(last.users.size() == 1);
    CHECK(last.users[0].wa_id == "3");
    CHECK(last.next.empty());
    CHECK(meta.requests()[0].starts_with("GET /v23.0/555/block_users?limit=1000 HTTP/1.1"));
    CHECK(meta.requests()[1].find("&after=c%2F1 HTTP/1.1") != std::string::npos);
    CHECK(std::holds_alternative<CloudUnreachable>(read_blocked_page({200, R"({"data":7})", 0})));
    CHECK(std::holds_alternative<CloudRefusal>(read_blocked_page({400, R"({"error":{"code":100}})", 0})));
}

TEST_CASE("graph: the profile is read bare or nested, and changed by what is different") {
    ScriptedServer meta(
        {http_answer("200 OK", R"({"data":[{"about":"Sun","websites":["https://a.example"]}]})"),
         http_answer("200 OK", R"({"success":true})")}
    );
    GraphCloudApi graph(options(meta.url()));
    const auto profile = std::get<BusinessProfile>(graph.read_profile("555"));
    CHECK(profile.about == "Sun");
    CHECK(profile.websites == std::vector<std::string>{"https://a.example"});
    CHECK(std::holds_alternative<ProfileChanged>(graph.change_profile("555", R"({"about":"Wind"})")));
    CHECK(meta.requests()[0].starts_with("GET /v23.0/555/whatsapp_business_profile?fields=about,"));
    CHECK(meta.requests()[1].starts_with("POST /v23.0/555/whatsapp_business_profile HTTP/1.1"));
    CHECK(meta.requests()[1].ends_with(R"({"about":"Wind"})"));
    const auto nested = read_profile_answer({200, R"({"data":[{"business_profile":{"about":"Sun"}}]})", 0});
    CHECK(std::get<BusinessProfile>(nested).about == "Sun");
    CHECK(std::holds_alternative<CloudUnreachable>(read_profile_answer({200, "{}", 0})));
    CHECK(std::holds_alternative<CloudUnreachable>(read_profile_change({200, "{}", 0})));
    CHECK(std::holds_alternative<CloudRefusal>(read_profile_change({400, R"({"error":{"code":100}})", 0})));
}

TEST_CASE("graph: once stopped, nothing is asked about a number") {
    ScriptedServer meta({});
    GraphCloudApi graph(options(meta.url()));
    graph.stop();
    CHECK(std::holds_alternative<CloudUnreachable>(graph.change_block("5", BlockChange::kBlock, {"1", ""})));
    CHECK(std::holds_alternative<CloudUnreachable>(graph.read_profile("5")));
    CHECK(meta.requests().empty());
}

}  // namespace roost
