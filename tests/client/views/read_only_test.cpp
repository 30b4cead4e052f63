// What somebody's role does not allow is not offered.
#include <doctest/doctest.h>

#include "tests/support/settings_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

Message failed_message() {
    Message message = text_from_agent(2, kNow, "Tomorrow at nine", DeliveryStatus::kFailed);
    message.failure = Failure{};
    message.failure->can_retry = true;
    message.times.failed = kNow;
    return message;
}

struct Reading : SettingsCase {
    explicit Reading(std::string_view role, float width = 1440) : SettingsCase(role, width, 900) {
        click(Role::kListRow, "Amina Yusuf");
        page(page_of({text_from_customer(1, kNow, "Habari!"), failed_message()}));
    }
};

constexpr std::string_view kMayRead = R"({"id":"3","name":"Sofia","role":"viewer","permissions":["read"]})";

}  // namespace

TEST_CASE("viewer: a sentence stands in the place of the composer, on a phone too") {
    for (const float width : {1440.0F, 360.0F}) {
        Reading ui("viewer", width);
        CHECK(ui.sees(Role::kText, "You can read everything here."));
        CHECK_FALSE(ui.sees(Role::kTextArea));
        CHECK_FALSE(ui.sees(Role::kButton, "Send"));
        CHECK_FALSE(ui.sees(Role::kButton, "Attach"));
        CHECK_FALSE(ui.sees(Role::kButton, "Record"));
    }
    CHECK(Reading("agent").sees(Role::kTextArea));
}

TEST_CASE("viewer: menus offer neither answer, reaction nor another attempt") {
    Reading agent("agent");
    CHECK(agent.sees(Role::kButton, "Retry"));
    Reading ui("viewer");
    CHECK_FALSE(ui.sees(Role::kButton, "Retry"));
    ui.ask_menu("Amina Yusuf", "", "Habari");
    CHECK(ui.sees(Role::kMenuItem, "Copy"));
    CHECK(ui.count(Role::kMenuItem) == 3);
    CHECK(ui.count(Role::kMenuItemRadio) == 0);
}

TEST_CASE("viewer: the palette, the keys and their list offer nothing that writes") {
    Reading ui("viewer");
    ui.press("r");
    ui.press(":");
    CHECK_FALSE(ui.sees(Role::kTextArea));
    CHECK_FALSE(ui.sees(Role::kPopover));
    ui.press_control("k");
    for (const std::string_view words : {"reply", "template", "read"}) {
        ui.type("Find a conversation or an action", words);
        CHECK_FALSE(ui.sees(Role::kOption, "Reply"));
        CHECK_FALSE(ui.sees(Role::kOption, "Send a template"));
        CHECK_FALSE(ui.sees(Role::kOption, "Mark"));
    }
    ui.press("Escape");
    ui.press("?");
    CHECK(ui.count(Role::kListItem) == 9);
}

TEST_CASE("viewer: reading marks nothing as read, and dropped files go nowhere") {
    SettingsCase ui("viewer");
    ui.click(Role::kListRow, "Amina Yusuf");
    Conversation row = conversation_with("Amina Yusuf", 7, kNow, 2);
    row.rev = {105};
    ui.event({105}, ConversationChanged{row, {}});
    ui.page(page_of({text_from_customer(1, kNow, "Habari!")}));
    CHECK(ui.platform.count_requests("POST", "/api/v1/conversations/7/read") == 0);
    ui.platform.push(platform::FileAdded{5, "roof.jpg", "image/jpeg", 120'000});
    ui.run_frames();
    CHECK(ui.platform.dropped_files == std::vector<int>{5});
}

TEST_CASE("viewer: who becomes one while writing reads so, and keeps the draft for later") {
    Reading ui("agent");
    ui.type("Message", "On my way");
    ui.platform.stream_breaks();
    ui.run_frames();
    ui.pass(kSecond);
    ui.platform.stream_answers(200);
    ui.run_frames();
    ui.answer("GET", "/api/v1/auth/me", ok(std::string(kMayRead)));
    CHECK(ui.sees(Role::kText, "You can read everything here."));
    CHECK_FALSE(ui.sees(Role::kTextArea));
    CHECK_FALSE(ui.sees(Role::kButton, "Retry"));
    CHECK(ui.platform.load("draft.3.7") == "On my way");
}

TEST_CASE("viewer: what the server forbids makes the client ask what is allowed") {
    Reading ui("agent");
    ui.platform.answer("GET", "/api/v1/auth/me", ok(std::string(kMayRead)));
    ui.type("Message", "On my way");
    ui.press_enter("Message");
    ui.answer("POST", "/api/v1/conversations/7/messages", problem(403, "Viewers may read."));
    CHECK(ui.sees(Role::kText, "You can read everything here."));
}

}  // namespace roost
