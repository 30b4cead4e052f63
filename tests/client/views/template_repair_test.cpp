// What came too late for the 24-hour window goes as a template, with its words.
#include <doctest/doctest.h>

#include "tests/support/template_samples.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

constexpr const char* kTemplates = "/api/v1/templates";

platform::Response list_of(const std::vector<MessageTemplate>& templates, std::string_view next = "") {
    return ok(template_list(templates, next));
}

TEST_CASE("templates: a text that came too late can go as a template, with its words") {
    UiHarness ui;
    ui.platform.resize(1440, 900);
    ui.start_signed_in(snapshot_of({conversation_with("Tom Becker", 7, kNow)}));
    ui.click(Role::kListRow, "Tom Becker");
    Message failed = text_from_agent(3, kNow, "The grid operator\nis done.", DeliveryStatus::kFailed);
    failed.failure = Failure{131047, std::string(english(FailureReason::kWindowClosed)), "", false};
    ui.page(page_of({failed}));
    ui.click(Role::kButton, "Send as template");
    CHECK(ui.sees(Role::kDialog, "Templates"));
    CHECK((ui.see(Role::kTextArea, "Message").field->colour >> 24) < 255);  // it lies below
    REQUIRE(ui.platform.respond("GET", kTemplates, list_of(templates_of_each_sort())));
    ui.run_frames();
    CHECK(ui.see(Role::kListRow, "Message for you").is_current);
    CHECK(ui.value("Text 1") == "The grid operator is done.");
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kDialog));
}

TEST_CASE("templates: what the server refused goes when a template is sent in its place") {
    UiHarness ui;
    ui.platform.resize(1440, 900);
    ui.start_signed_in(snapshot_of({conversation_with("Tom Becker", 7, kNow)}));
    ui.click(Role::kListRow, "Tom Becker");
    ui.page(page_of({text_from_customer(1, kNow, "Hello")}));
    ui.type("Message", "It is done.");
    ui.press_enter("Message");
    const std::string closed =
        R"({"title":"Refused","status":422,"detail":"The window is closed.","code":"window_closed"})";
    REQUIRE(ui.platform.respond("POST", "/api/v1/conversations/7/messages", {422, closed}));
    ui.run_frames();
    REQUIRE(ui.see(Role::kMessage, "You, ").label.ends_with(": It is done."));
    ui.click(Role::kButton, "Send as template");
    REQUIRE(ui.platform.respond("GET", kTemplates, list_of({carousel_template(), free_text_template()})));
    ui.run_frames();
    CHECK(ui.value("Text 1") == "It is done.");
    ui.click(Role::kButton, "Send template");
    CHECK_FALSE(ui.sees(Role::kButton, "Send as template"));
    CHECK(ui.count(Role::kMessage) == 2);
}

TEST_CASE("templates: what was being written when the window closed is offered, and gone once it was sent") {
    UiHarness ui;
    ui.platform.resize(1440, 900);
    ui.start_signed_in(snapshot_of({conversation_with("Tom Becker", 7, kNow - 24 * kHour + kMinute)}));
    ui.click(Role::kListRow, "Tom Becker");
    ui.page(page_of({text_from_customer(1, kNow - 24 * kHour + kMinute, "Hello")}));
    ui.type("Message", "It is done.");
    ui.pass(2 * kMinute);
    REQUIRE(ui.platform.respond("GET", kTemplates, list_of({carousel_template(), free_text_template()})));
    ui.run_frames();
    CHECK(ui.see(Role::kListRow, "Message for you").is_current);
    CHECK(ui.value("Text 1") == "It is done.");
    ui.click(Role::kButton, "Send template");
    CHECK(ui.platform.count_requests("POST", "/api/v1/conversations/7/messages") == 1);
    CHECK_FALSE(ui.sees(Role::kTextField, "Text 1"));
}

}  // namespace
}  // namespace roost
