// A message goes on to others.
#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

// Amina has just written; Ben an hour ago; Chandra too long ago.
struct ForwardCase : UiHarness {
    explicit ForwardCase(Message message = text_from_customer(1, kNow, "Gate code is 4417")) {
        Conversation chandra = conversation_with("Chandra Rao", 9, kNow - 2 * kDay);
        chandra.last_inbound_at = kNow - 2 * kDay;
        start_signed_in(snapshot_of(
            {conversation_with("Amina Yusuf", 7, kNow - kMinute),
             conversation_with("Ben Otieno", 8, kNow - kHour),
             chandra}
        ));
        click(Role::kListRow, "Amina Yusuf");
        page(page_of({std::move(message)}));
    }
    void open() {
        ask_menu("Amina Yusuf, 13:07: ");
        click(Role::kMenuItem, "Forward");
    }
    std::vector<Json> sent_to(std::int64_t id) {
        std::vector<Json> bodies;
        for (const auto& one : platform.requests)
            if (one.method == "POST" &&
                one.path == "/api/v1/conversations/" + std::to_string(id) + "/messages")
                bodies.push_back(parse_json(one.body).value_or(Json()));
        return bodies;
    }
};

}  // namespace

TEST_CASE("forward: to whom is chosen first, and who cannot be written to is not there") {
    ForwardCase ui;
    ui.open();
    CHECK(ui.sees(Role::kDialog, "Forward"));
    CHECK(ui.platform.focused == ui.see_field("Find a conversation").key);
    CHECK(ui.sees(Role::kCheckBox, "Ben Otieno"));
    CHECK_FALSE(ui.sees(Role::kCheckBox, "Chandra Rao"));
    CHECK(ui.see(Role::kButton, "Forward").is_disabled);
    ui.click(Role::kCheckBox, "Ben Otieno");
    CHECK(ui.sent_to(8).empty());
    ui.click(Role::kButton, "Forward");
    CHECK_FALSE(ui.sees(Role::kDialog, "Forward"));
    REQUIRE(ui.sent_to(8).size() == 1);
    CHECK(string_or(member(ui.sent_to(8)[0], "text"), "body", "") == "Gate code is 4417");
    CHECK(ui.sent_to(7).empty());
    CHECK(ui.platform.announced.back().first == "Forwarded to 1 conversation");
    CHECK(ui.see(Role::kHeading, "Ben Otieno").level == 2);
}

TEST_CASE("forward: to several it goes to each once, and nobody is led away") {
    ForwardCase ui;
    ui.open();
    ui.click(Role::kCheckBox, "Ben Otieno");
    ui.click(Role::kCheckBox, "Amina Yusuf");
    ui.click(Role::kButton, "Forward");
    CHECK(ui.sent_to(7).size() == 1);
    CHECK(ui.sent_to(8).size() == 1);
    CHECK(ui.see(Role::kHeading, "Amina Yusuf").level == 2);
    CHECK(ui.platform.announced.back().first == "Forwarded to 2 conversations");
}

TEST_CASE("forward: what is looked for narrows the list, but for whom is chosen") {
    ForwardCase ui;
    ui.open();
    ui.click(Role::kCheckBox, "Amina Yusuf");
    ui.type("Find a conversation", "otie");
    CHECK(ui.sees(Role::kCheckBox, "Ben Otieno"));
    CHECK(ui.sees(Role::kCheckBox, "Amina Yusuf"));
    ui.click(Role::kCheckBox, "Amina Yusuf");
    ui.type("Find a conversation", "nobody of that name");
    CHECK(ui.count(Role::kCheckBox) == 0);
    CHECK(ui.sees(Role::kText, "Nobody in the list can be written to now."));
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kDialog, "Forward"));
    CHECK(ui.sent_to(7).empty());
}

TEST_CASE("forward: a photo goes on by the file that is here already") {
    MediaRef photo;
    photo.id = "123";
    photo.caption = "South side";
    photo.file = {MediaState::kStored, MediaFault::kNone, std::string(64, 'b'), "image/jpeg", 1200, 640, 480};
    Message message = text_from_customer(1, kNow, "");
    message.content = Image{photo};
    ForwardCase ui(message);
    ui.open();
    ui.click(Role::kCheckBox, "Ben Otieno");
    ui.click(Role::kButton, "Forward");
    REQUIRE(ui.sent_to(8).size() == 1);
    const Json image = member(ui.sent_to(8)[0], "image");
    CHECK(string_or(member(image, "file"), "id", "") == std::string(64, 'b'));
    CHECK(string_or(image, "id", "none") == "none");
    CHECK(string_or(image, "caption", "") == "South side");
}

TEST_CASE("forward: who may only read is not offered it") {
    UiHarness ui;
    Snapshot snapshot = snapshot_of({conversation_with("Amina Yusuf", 7, kNow - kMinute)});
    take_role(snapshot.me, "viewer");
    ui.start_signed_in(snapshot);
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.page(page_of({text_from_customer(1, kNow, "Hello")}));
    ui.ask_menu("Amina Yusuf, 13:07: ");
    CHECK(ui.sees(Role::kMenuItem, "Copy"));
    CHECK_FALSE(ui.sees(Role::kMenuItem, "Forward"));
}

}  // namespace roost
