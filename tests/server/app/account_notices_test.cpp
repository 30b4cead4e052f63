#include "server/app/account_notices.h"

#include <doctest/doctest.h>

#include "tests/support/builders.h"
#include "tests/support/http_scenario.h"

namespace roost {
namespace {

using test::kNoon;
using test::TestServer;

std::string told(std::string field, std::string raw) {
    const auto notice = account_notice_in({std::move(field), "", "1", std::move(raw)}, kNoon);
    if (!notice) return "";
    return std::string(notice_kind_name(notice->kind)) + "|" + notice->subject + "|" + notice->detail;
}

TEST_CASE("account notices: what changes something for the house is told, with its reason") {
    const auto status = [](std::string_view rest) {
        return told(
            "message_template_status_update", R"({"message_template_name":"offer",)" + std::string(rest)
        );
    };
    CHECK(status(R"("event":"APPROVED","reason":"NONE"})") == "template_approved|offer|");
    CHECK(status(R"("event":"REJECTED","reason":"SCAM"})") == "template_rejected|offer|SCAM");
    CHECK(
        status(R"("event":"REJECTED","reason":"SCAM","rejection_info":{"reason":"Too much"}})") ==
        "template_rejected|offer|Too much"
    );
    CHECK(status(R"("event":"PENDING"})").empty());
    CHECK(status(R"("event":"LOCKED"})") == "template_stopped|offer|LOCKED");
    const auto category = [](std::string_view rest) {
        return told("template_category_update", R"({"message_template_name":"offer",)" + std::string(rest));
    };
    CHECK(
        category(R"("previous_category":"UTILITY","new_category":"MARKETING"})") ==
        "template_category|offer|MARKETING"
    );
    // A day ahead the one that still holds is told beside the one that will.
    CHECK(
        category(R"("new_category":"UTILITY","correct_category":"MARKETING"})") ==
        "template_category_soon|offer|MARKETING"
    );
    CHECK(status(R"("event":7})").empty());
    const auto quality = R"({"message_template_name":"offer","new_quality_score":"RED"})";
    CHECK(told("message_template_quality_update", quality) == "template_flagged|offer|");
    const auto number =
        R"({"display_phone_number":"15550783881","event":"UPGRADE","current_limit":"TIER_10K"})";
    CHECK(told("phone_number_quality_update", number) == "number_limit|+1 555 078 3881|10K");
    const auto name =
        R"({"decision":"REJECTED","requested_verified_name":"Lucky","rejection_reason":"NAME_X"})";
    CHECK(told("phone_number_name_update", name) == "name_rejected|Lucky|NAME_X");
    const auto restricted =
        R"({"event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"A"},{"restriction_type":"B"}]})";
    CHECK(
        told("phone_number_name_update", R"({"decision":"DEFERRED","requested_verified_name":"Lucky"})") ==
        "name_waiting|Lucky|"
    );
    CHECK(told("account_update", restricted) == "account_restricted||A, B");
    const auto banned =
        R"({"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"DISABLE","waba_ban_date":"May"}})";
    CHECK(told("account_update", banned) == "account_disabled||May");
    CHECK(told("account_update", R"({"event":"PARTNER_REMOVED"})") == "disconnected||");
    CHECK(told("account_update", R"({"event":"MM_LITE_TERMS_SIGNED"})").empty());
    CHECK(told("security", R"({"event":"PIN_CHANGED","display_phone_number":"1"})") == "pin_changed|1|");
    CHECK(told("security", R"({"event":"PIN_RESET_REQUEST"})") == "pin_reset_asked||");
    CHECK(told("history", R"({"code":2593109,"title":"History sync is turned off"})") == "history_refused||");
    CHECK(told("history", R"({"code":2593107,"title":"Asked too late"})") == "alert||Asked too late");
    CHECK(told("history", R"({"phase":0,"chunk_order":1,"progress":40})").empty());
    CHECK(told("flows", R"({"event":"FLOW_STATUS_CHANGE","message":"It is slow."})") == "alert||It is slow.");
    CHECK(
        told(
            "messages", R"({"code":131000,"title":"Wrong","error_data":{"details":"Unsupported payload"}})"
        ) == "alert||Unsupported payload"
    );
    CHECK(told("account_alerts", R"({"alert_info":{"alert_description":"Look."}})") == "alert||Look.");
    CHECK(told("account_alerts", R"({})").empty());
    CHECK(
        told("business_capability_update", R"({"max_daily_conversations_per_business":"TIER_2K"})") ==
        "number_limit||2K"
    );
    CHECK(told("calls", R"({"event":"connect"})").empty());
    CHECK(told("account_update", "[]").empty());
}

std::string webhook(std::string_view event) {
    return R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":)"
           R"("message_template_status_update","value":{"message_template_id":5,"message_template_name":"offer",)"
           R"("message_template_language":"en","reason":"SCAM","event":")" +
           std::string(event) + R"("}}]}]})";
}

std::string shown(TestServer& server) {
    const auto notices = read_account_notices(server.as_ana("GET", "/api/v1/notices").body);
    REQUIRE(notices);
    std::string text;
    for (const auto& one : *notices)
        text += std::string(notice_kind_name(one.kind)) + " ";
    return text;
}

TEST_CASE("account notices: what was dismissed stays so when it is delivered again, and comes when it is new"
) {
    TestServer server;
    const auto at = [](int time) {
        auto body = webhook("REJECTED");
        const std::string id = R"("id":"1",)";
        return body.replace(
            body.find(id), id.size(), id + R"("time":)" + std::to_string(1'770'000'000 + time) + ","
        );
    };
    REQUIRE(server.webhook(at(0)).status == 200);
    CHECK(shown(server) == "template_rejected ");
    REQUIRE(server.as_ana("DELETE", "/api/v1/notices/1").status == 204);
    const auto deliver = [&](const std::string& body) {
        // Other bytes, or it would be known as a whole.
        REQUIRE(server.webhook(body + " ").status == 200);
        return shown(server);
    };
    CHECK(deliver(at(0)).empty());
    CHECK(deliver(at(60)) == "template_rejected ");
    CHECK(deliver(at(60) + " ") == "template_rejected ");
    CHECK(deliver(at(120)) == "template_rejected template_rejected ");
}

TEST_CASE("routes: notices stand for administrators until one has seen them, each once") {
    TestServer server;
    for (const auto* event : {"REJECTED", "PAUSED", "REJECTED"})
        REQUIRE(server.webhook(webhook(event)).status == 200);
    CHECK(shown(server) == "template_paused template_rejected ");
    run_scenarios(
        server,
        {
            {.name = "nobody", .url = "/api/v1/notices", .status = 401},
            {.name = "seen",
             .method = "DELETE",
             .url = "/api/v1/notices/1",
             .headers = {{"@ana", ""}},
             .status = 204,
             .events = {"notices_changed"}},
            {.name = "seen by two",
             .method = "DELETE",
             .url = "/api/v1/notices/1",
             .headers = {{"@ana", ""}},
             .status = 204},
            {.name = "none",
             .method = "DELETE",
             .url = "/api/v1/notices/x",
             .headers = {{"@ana", ""}},
             .status = 404},
        }
    );
    CHECK(shown(server) == "template_paused ");
    // The same again, later, is news.
    REQUIRE(server.webhook(webhook("REJECTED")).status == 200);
    CHECK(shown(server) == "template_rejected template_paused ");
}

}  // namespace
}  // namespace roost
