// What happened to a message, and when, as its info tells it.
#include "client-wasm/views/message_info.h"

#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

std::string said(const Message& message) {
    std::string all;
    for (const MessageMoment& one : moments_of(kEnglish, message))
        all += one.label + (one.at == 0 ? "? " : " ");
    return all;
}

TEST_CASE("message info: each tick has its moment, or may still come") {
    Message message = text_from_agent(2, kNow - kMinute, "Thursday", DeliveryStatus::kDelivered);
    message.times = {kNow - kMinute, kNow - 30 * kSecond, 0, 0};
    CHECK(said(message) == "Written Sent Delivered Read? ");
    CHECK(said(text_from_customer(1, kNow, "Habari")) == "Received ");
    message.status = DeliveryStatus::kFailed;
    message.times = {kNow - kMinute, 0, 0, kNow};
    CHECK(said(message) == "Written Sent Failed ");
    message.times = {};
    CHECK(said(message) == "Written ");
}

TEST_CASE("message info: of a voice note it tells too when it was played") {
    Message message = text_from_agent(2, kNow - kMinute, "", DeliveryStatus::kRead);
    message.times = {.sent = kNow, .delivered = kNow, .read = kNow};
    CHECK(said(message) == "Written Sent Delivered Read ");
    message.content = Audio{MediaRef{}, true};
    CHECK(said(message) == "Written Sent Delivered Read Played? ");
    message.status = DeliveryStatus::kPlayed;
    message.times.played = kNow;
    CHECK(said(message) == "Written Sent Delivered Read Played ");
    // Before its moment was kept.
    message.times.played = 0;
    CHECK(said(message) == "Written Sent Delivered Read ");
}

struct Info : UiHarness {
    explicit Info(Message message, float width = 1440) {
        platform.resize(width, 900);
        start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow - kMinute)}));
        click(Role::kListRow, "Amina Yusuf");
        page(page_of({std::move(message)}));
    }
    void open(std::string_view name) {
        focus(Role::kMessage, name);
        ask_menu(name);
        click(Role::kMenuItem, "Message info");
    }
};

TEST_CASE("message info: opens from the menu, tells the moments, and gives the focus back") {
    Message message = text_from_agent(2, kNow - 2 * kMinute, "Thursday", DeliveryStatus::kDelivered);
    message.times = {kNow - 2 * kMinute, kNow - kMinute, 0, 0};
    for (const float width : {1440.0F, 360.0F}) {
        Info ui(message, width);
        ui.open("You, 13:05, delivered: Thursday");
        REQUIRE(ui.sees(Role::kDialog, "Message info"));
        CHECK(ui.platform.focused == ui.see(Role::kButton, "Close").key);
        CHECK(ui.sees(Role::kListItem, "Sent: Today, 13:05"));
        CHECK(ui.sees(Role::kListItem, "Delivered: Today, 13:06"));
        CHECK(ui.sees(Role::kListItem, "Read: Not yet"));
        ui.press("Escape");
        CHECK_FALSE(ui.sees(Role::kDialog));
        CHECK(ui.platform.focused == ui.see(Role::kMessage, "You, 13:05, delivered: Thursday").key);
    }
}

TEST_CASE("message info: says as what Meta counts it, and whether that costs") {
    Message message = text_from_agent(2, kNow - 2 * kMinute, "Thursday", DeliveryStatus::kDelivered);
    const auto shown = [&message](Charge charge) {
        message.charge = std::move(charge);
        Info ui(message);
        ui.open("You, 13:05");
        return ui.find(Role::kListItem, "Cost")->label;
    };
    CHECK(shown({true, "marketing", "regular", "PMP"}) == "Cost: Marketing, charged by Meta");
    CHECK(
        shown({false, "service", "free_customer_service", "PMP"}) == "Cost: Customer service, free of charge"
    );
    CHECK(shown({true, "marketing_lite", "", ""}) == "Cost: Marketing lite, charged by Meta");
    message.charge.reset();
    Info ui(message);
    ui.open("You, 13:05");
    CHECK(ui.find(Role::kListItem, "Cost") == nullptr);
}

TEST_CASE("message info: of what failed it says why, in Meta's words too") {
    Message message = text_from_agent(2, kNow - 2 * kMinute, "Thursday", DeliveryStatus::kFailed);
    message.failure = Failure{131026, "This person cannot be reached.", "Message undeliverable", false};
    Info ui(message);
    ui.open("You, 13:05");
    CHECK(ui.sees(Role::kText, "Meta says: Message undeliverable"));
    ui.click(Role::kButton, "Close");
    CHECK_FALSE(ui.sees(Role::kDialog));
}

}  // namespace
}  // namespace roost
