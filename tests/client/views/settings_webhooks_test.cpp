// The log of what Meta delivered.
#include <doctest/doctest.h>

#include "tests/support/settings_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

const std::string kWebhooks = "/api/v1/webhooks";

std::string webhook(int id, std::string_view outcome, std::string_view more = "") {
    return R"({"id":")" + std::to_string(id) + R"(","received_at":"2026-09-21T12:00:00Z","outcome":")" +
           std::string(outcome) + R"(","fields":["messages"],"kinds":["text","image"],"size":812)" +
           std::string(more) + "}";
}

platform::Response list_of(std::string_view rows, std::string_view next = "") {
    return ok(R"({"webhooks":[)" + std::string(rows) + "]" + std::string(next) + "}");
}

// After the time, which is the reader's.
bool says(const SettingsCase& ui, std::string_view words) {
    return std::ranges::any_of(ui.platform.tree, [&](const ui::Node& node) {
        return node.role == Role::kText && node.label.find(words) != std::string::npos;
    });
}

constexpr std::string_view kFailed = R"(,"error":"1 items could not be applied")";

}  // namespace

TEST_CASE("webhooks: what came, what became of it, and one as it came") {
    SettingsCase ui("admin");
    ui.open("webhooks");
    CHECK(ui.sees(Role::kText, "Loading Webhook log"));
    ui.answer(
        "GET",
        kWebhooks + "?limit=50",
        list_of(webhook(9, "partly_failed", kFailed) + "," + webhook(8, "applied"), R"(,"next":"8")")
    );
    CHECK(ui.sees(Role::kListItem, "text, image, Partly failed"));
    CHECK(ui.sees(Role::kText, "1 items could not be applied"));
    CHECK(says(ui, "Taken in · messages · 812 bytes"));
    ui.click(Role::kButton, "Show: text, image");
    CHECK(ui.see(Role::kButton, "Show: text, image").is_disabled);
    ui.answer("GET", kWebhooks + "/9", ok(R"({"id":"9","body":"{\"object\":\"page\"}"})"));
    CHECK(ui.sees(Role::kText, "{\n  \"object\": \"page\"\n}"));
    ui.click(Role::kButton, "Copy");
    CHECK(ui.platform.copied == "{\n  \"object\": \"page\"\n}");
    ui.click(Role::kButton, "Hide: text, image");
    CHECK_FALSE(ui.sees(Role::kText, "{"));
    ui.click(Role::kButton, "Older ones");
    ui.answer("GET", kWebhooks + "?limit=50&before=8", list_of(webhook(7, "malformed")));
    CHECK(ui.count(Role::kListItem) == 3);
    CHECK(ui.sees(Role::kListItem, "text, image, Unreadable"));
    CHECK_FALSE(ui.sees(Role::kButton, "Older ones"));
}

TEST_CASE("webhooks: one is replayed, and says what became of it; a refusal stands beside it") {
    SettingsCase ui("admin");
    ui.open("webhooks");
    ui.answer("GET", kWebhooks, list_of(webhook(9, "partly_failed", kFailed)));
    ui.click(Role::kButton, "Replay: text, image");
    CHECK(ui.see(Role::kButton, "Replay: text, image").is_disabled);
    ui.answer("POST", kWebhooks + "/9/replay", unreachable());
    CHECK_FALSE(ui.sees(Role::kText, "1 items could not be applied"));
    ui.click(Role::kButton, "Replay: text, image");
    ui.answer(
        "POST", kWebhooks + "/9/replay", ok(webhook(9, "applied", R"(,"applied":1,"repeated":2,"failed":0)"))
    );
    CHECK(says(ui, "Taken in · messages · 812 bytes · Replayed: 1 new, 2 known, 0 failed"));
    CHECK(ui.platform.announced.back().first == "Replayed: 1 new, 2 known, 0 failed");
    CHECK_FALSE(ui.sees(Role::kListItem, "text, image, Partly failed"));
}

TEST_CASE("webhooks: those with errors alone, none of them, and what cannot be read") {
    SettingsCase ui("admin", 360, 740, "ar");
    ui.open("webhooks");
    ui.answer("GET", kWebhooks, unreachable());
    ui.click(Role::kButton, "إعادة المحاولة");
    ui.answer("GET", kWebhooks, list_of(webhook(9, "applied")));
    ui.click(Role::kButton, "مع أخطاء");
    ui.answer("GET", kWebhooks + "?limit=50&outcome=failed", list_of(""));
    CHECK(ui.sees(Role::kText, "لا يوجد شيء هنا."));
    CHECK(ui.count(Role::kListItem) == 0);
}

TEST_CASE("webhooks: what is too long to read is cut, and copied whole") {
    SettingsCase ui("admin");
    ui.open("webhooks");
    ui.answer("GET", kWebhooks, list_of(webhook(9, "malformed")));
    ui.click(Role::kButton, "Show: text, image");
    const std::string body(20'000, 'x');
    ui.answer("GET", kWebhooks + "/9", ok(R"({"id":"9","body":")" + body + "\"}"));
    CHECK(ui.see(Role::kText, "xxx").label.size() == 6000 + std::string("\n…").size());
    ui.click(Role::kButton, "Copy");
    CHECK(ui.platform.copied == body);
}

TEST_CASE("webhooks: who may not read them does not find the section") {
    SettingsCase ui("supervisor");
    ui.open("");
    CHECK(ui.sees(Role::kButton, "My account"));
    CHECK_FALSE(ui.sees(Role::kButton, "Webhook log"));
    ui.open("webhooks");
    CHECK_FALSE(ui.platform.is_waiting("GET", kWebhooks));
}

}  // namespace roost
