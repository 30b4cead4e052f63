// Somebody is blocked from the conversation's menu, and let in again from where the composer was.
#include <doctest/doctest.h>

#include "tests/support/settings_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

constexpr std::string_view kBlock = "/api/v1/conversations/7/block";

Conversation amina(bool is_blocked, std::int64_t rev = 105) {
    Conversation row = conversation_with("Amina Yusuf", 7, kNow);
    row.rev = {rev};
    row.is_blocked = is_blocked;
    return row;
}

platform::Response row_answer(bool is_blocked, std::int64_t rev = 105) {
    return ok(dump_json(write_conversation(amina(is_blocked, rev))));
}

platform::Response refused(std::string_view reason, int status = 409) {
    const Json body{
        {"title", "Conflict"},
        {"status", status},
        {"detail", "In Meta’s words"},
        {"code", "conflict"},
        {"reason", reason}};
    return {status, dump_json(body)};
}

struct Blocking : SettingsCase {
    explicit Blocking(std::string_view role = "agent", float width = 1440, std::string language = "en")
        : SettingsCase(role, width, 900, std::move(language)) {
        click(Role::kListRow, "Amina Yusuf");
        page(page_of({text_from_customer(1, kNow, "Habari!")}));
    }
    void ask() {
        click(Role::kButton, "More actions");
        click(Role::kMenuItem, "Block");
    }
    void be_blocked() { event({105}, ConversationChanged{amina(true), {}}); }
    std::string newest_method() const { return platform.requests.back().method; }
};

}  // namespace

TEST_CASE("blocking: a question says what it means first, and takes the focus where it does no harm") {
    Blocking ui;
    ui.focus(Role::kButton, "More actions");
    ui.click(Role::kButton, "More actions");
    CHECK(ui.see(Role::kButton, "More actions").is_expanded == true);
    CHECK(ui.platform.focused == ui.see(Role::kMenuItem, "Assign").key);
    ui.click(Role::kMenuItem, "Block");
    CHECK(ui.sees(Role::kDialog, "Block Amina Yusuf?"));
    CHECK(ui.sees(Role::kText, "They can no longer write to or call this number"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Cancel").key);
    CHECK(ui.platform.count_requests("POST", kBlock) == 0);
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "More actions").key);
    CHECK(ui.sees(Role::kTextArea));
}

TEST_CASE("blocking: Escape in the same frame as a press closes what the press leaves") {
    Blocking ui;
    ui.ask();
    ui.platform.push(platform::Activated{ui.see(Role::kButton, "Block").key});
    ui.platform.push(platform::KeyPressed{"Escape"});
    ui.run_frames();
    CHECK(ui.platform.count_requests("POST", kBlock) == 1);
    CHECK_FALSE(ui.sees(Role::kDialog));
}

TEST_CASE("blocking: once Meta has done it, a strip stands where the composer was, and the list says so") {
    Blocking ui;
    ui.ask();
    ui.click(Role::kButton, "Block");
    CHECK(ui.see(Role::kButton, "Block").is_disabled);
    CHECK(ui.sees(Role::kText, "Meta is being asked"));
    CHECK(ui.sees(Role::kTextArea));
    ui.answer("POST", kBlock, row_answer(true));
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.sees(Role::kText, "You blocked this person."));
    CHECK_FALSE(ui.sees(Role::kTextArea));
    CHECK(ui.sees(Role::kText, "Blocked"));
    CHECK(ui.see(Role::kListRow, "Amina Yusuf").label.starts_with("Amina Yusuf, Blocked"));
    CHECK(ui.platform.announced.back().first == "Amina Yusuf is blocked.");
}

TEST_CASE("blocking: the strip lets them in again, and the reader goes on writing") {
    Blocking ui;
    ui.be_blocked();
    ui.click(Role::kButton, "Unblock");
    CHECK(ui.see(Role::kButton, "Unblock").is_disabled);
    ui.answer("DELETE", kBlock, row_answer(false, 106));
    CHECK_FALSE(ui.sees(Role::kText, "You blocked this person."));
    CHECK(ui.platform.focused == ui.see_field("Message").key);
    CHECK(ui.platform.announced.back().first == "Amina Yusuf is no longer blocked.");
}

TEST_CASE("blocking: what Meta refuses is told in the reader's words, and nothing changes") {
    Blocking ui;
    ui.ask();
    ui.click(Role::kButton, "Block");
    ui.answer("POST", kBlock, refused("list_full"));
    CHECK(ui.sees(Role::kText, "This number has blocked 64,000 people"));
    CHECK(ui.sees(Role::kDialog, "Block Amina Yusuf?"));
    ui.click(Role::kButton, "Block");
    ui.answer("POST", kBlock, refused("by_meta"));
    CHECK(ui.sees(Role::kText, "Meta refused: "));
    ui.click(Role::kButton, "Block");
    ui.answer("POST", kBlock, unreachable());
    CHECK(ui.sees(Role::kText, "The server cannot be reached."));
    ui.press("Escape");
    CHECK(ui.sees(Role::kTextArea));
    ui.be_blocked();
    ui.click(Role::kButton, "Unblock");
    ui.answer("DELETE", kBlock, refused("try_again", 503));
    CHECK(ui.sees(Role::kText, "You blocked this person."));
    CHECK_FALSE(ui.see(Role::kButton, "Unblock").is_disabled);
    CHECK(ui.platform.announced.back().first.starts_with("Meta cannot do this at the moment."));
}

TEST_CASE("blocking: who has been silent for a day cannot be blocked, and the question says why") {
    Blocking ui;
    ui.pass(kDay);
    ui.ask();
    CHECK(ui.sees(Role::kText, "Meta lets you block only people who wrote in the last 24 hours."));
    CHECK(ui.see(Role::kButton, "Block").is_disabled);
}

TEST_CASE("blocking: menus, keys and palette offer nothing that writes to them, and the way back") {
    Blocking ui;
    ui.be_blocked();
    ui.press("r");
    CHECK_FALSE(ui.sees(Role::kTextArea));
    ui.ask_menu("Amina Yusuf");
    CHECK(ui.sees(Role::kMenuItem, "Copy"));
    CHECK_FALSE(ui.sees(Role::kMenuItem, "Reply"));
    CHECK(ui.count(Role::kMenuItemRadio) == 0);
    ui.press("Escape");
    ui.press_control("k");
    ui.type("Find a conversation or an action", "reply");
    CHECK_FALSE(ui.sees(Role::kOption, "Reply"));
    ui.type("Find a conversation or an action", "unblock");
    ui.click(Role::kOption, "Unblock");
    CHECK(ui.newest_method() == "DELETE");
    ui.answer("DELETE", kBlock, row_answer(false, 106));
    ui.press_control("k");
    ui.type("Find a conversation or an action", "block");
    ui.click(Role::kOption, "Block");
    CHECK(ui.sees(Role::kDialog, "Block Amina Yusuf?"));
}

TEST_CASE("blocking: a message that the server refuses for it says so in its own sentence") {
    Blocking ui;
    ui.type("Message", "On my way");
    ui.press_enter("Message");
    const Json body{{"title", "Conflict"}, {"status", 409}, {"detail", "…"}, {"code", "blocked"}};
    ui.answer("POST", "/api/v1/conversations/7/messages", {409, dump_json(body)});
    CHECK(
        ui.platform.announced.back().first ==
        "Not sent. This person is blocked. Unblock them to write to them."
    );
}

TEST_CASE("blocking: viewers see it and are offered nothing; Messenger knows no such thing") {
    Blocking viewer("viewer");
    CHECK_FALSE(viewer.sees(Role::kButton, "More actions"));
    viewer.be_blocked();
    CHECK(viewer.see(Role::kListRow, "Amina Yusuf").label.starts_with("Amina Yusuf, Blocked"));
    CHECK_FALSE(viewer.sees(Role::kButton, "Unblock"));
    UiHarness ui;
    Conversation row = conversation_with("Amina Yusuf", 7, kNow);
    row.platform = Platform::kMessenger;
    ui.start_signed_in(snapshot_of({row}));
    ui.click(Role::kListRow, "Amina Yusuf");
    CHECK_FALSE(ui.sees(Role::kButton, "More actions"));
}

TEST_CASE("blocking: on a phone and in Arabic the question and the strip are there too") {
    Blocking ui("agent", 390, "ar");
    ui.click(Role::kButton, "إجراءات أخرى");
    ui.click(Role::kMenuItem, "حظر");
    CHECK(ui.sees(Role::kDialog, "هل تريد حظر"));
    ui.click(Role::kButton, "حظر");
    ui.answer("POST", kBlock, row_answer(true));
    CHECK(ui.sees(Role::kText, "لقد حظرت هذا الشخص."));
    CHECK(ui.sees(Role::kButton, "إلغاء الحظر"));
}

}  // namespace roost
