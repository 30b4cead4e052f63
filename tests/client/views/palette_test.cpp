#include "client-wasm/views/palette.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "client-wasm/views/palette_match.h"
#include "shared/text/fold.h"
#include "shared/wire/search.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

int score(std::string_view question, std::string_view text) {
    return palette_score(text::fold(question), text::fold(text));
}

TEST_CASE("palette: what is meant is found in every script, however it is written") {
    struct Case {
        std::string_view question;
        std::string_view text;
        bool is_found;
    };
    const std::vector<Case> cases{
        {"amina", "Amina Yusuf", true},
        {"yus am", "Amina Yusuf", true},
        {"ayu", "Amina Yusuf", true},
        {"jose", "José Núñez", true},
        {"ŁÓDŹ", "łódź", true},
        {"нин", "Нина Петрова", true},
        {"αθη", "Αθήνα", true},
        {"احمد", "أَحْمَد", true},
        {"याद", "राम यादव", true},
        {"山", "山田 太郎", true},
        {"สม", "สมชาย", true},
        {"254 712", "Amina +254 712 345 678", true},
        {"xyz", "Amina Yusuf", false},
        {"z", "Amina Yusuf", false},
        {"amina tom", "Amina Yusuf", false},
        {"", "Amina Yusuf", false},
    };
    for (const Case& one : cases) {
        CAPTURE(one.question);
        CHECK((score(one.question, one.text) > 0) == one.is_found);
    }
}

TEST_CASE("palette: the beginning counts more than a word, a word more than the inside, order the least") {
    CHECK(score("an", "Ana") > score("an", "Joe Anders"));
    CHECK(score("an", "Joe Anders") > score("an", "Susan"));
    CHECK(score("an", "Susan") > score("an", "Ayo Nin"));
    CHECK(score("ana", "Ana") > score("ana", "Anastasia"));
}

struct ThreeRows : UiHarness {
    ThreeRows() {
        start_signed_in(snapshot_of(
            {conversation_with("Amina Yusuf", 7, kNow),
             conversation_with("José Núñez", 8, kNow - kHour, 2),
             conversation_with("أحمد", 9, kNow - 2 * kHour)}
        ));
    }
    void ask(std::string_view question) { type("Find a conversation or an action", question); }
    void answer(const SearchPage& page) {
        REQUIRE(platform.respond("GET", "/api/v1/search", ok(write_search_page(page))));
        run_frames();
    }
};

SearchHit hit(std::int64_t id, std::string words) {
    SearchHit found;
    found.message = {id};
    found.conversation = kAmina;
    found.at = kNow - kDay;
    found.type = "text";
    found.snippet = {std::move(words), {}};
    return found;
}

SearchPage inverters() {
    SearchPage page;
    page.conversations = {
        conversation_with("Amina Yusuf", 7, kNow), conversation_with("Juma Inverters", 12, kNow - kDay)};
    page.messages = {hit(500, "Is the inverter the 12 kW one?"), hit(20, "Inverter, please")};
    page.messages[1].direction = Direction::kOutbound;
    return page;
}

TEST_CASE("palette: opens anywhere, follows what is typed, and Enter takes what is marked") {
    ThreeRows ui;
    ui.press_control("k");
    REQUIRE(ui.sees(Role::kDialog, "Find"));
    const ui::Node& field = ui.see(Role::kComboBox);
    CHECK(ui.platform.focused == field.key);
    CHECK(field.list == ui.see(Role::kListBox).key);
    CHECK(field.active == ui.see(Role::kOption).key);
    ui.ask("jose");
    CHECK(ui.count(Role::kOption) == 1);
    CHECK(ui.see(Role::kOption, "José Núñez").is_selected);
    ui.press_enter("Find a conversation or an action");
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.sees(Role::kHeading, "José Núñez"));
    CHECK(ui.platform.focused == ui.see(Role::kTextArea, "Message").key);
}

TEST_CASE("palette: arrows go around and the field keeps the focus") {
    ThreeRows ui;
    ui.press_control("k");
    const int count = ui.count(Role::kOption);
    REQUIRE(count > 2);
    ui.press("ArrowUp");
    CHECK(ui.see(Role::kComboBox).active == ui.platform.tree.back().key);
    ui.press("ArrowDown");
    CHECK(ui.see(Role::kOption).is_selected);
    CHECK(ui.platform.focused == ui.see(Role::kComboBox).key);
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kDialog));
}

TEST_CASE("palette: what was asked before is forgotten, and nothing found is said") {
    ThreeRows ui;
    ui.press_control("k");
    ui.ask("qqq");
    CHECK(ui.sees(Role::kStatus, "Searching…"));
    ui.pass(kSecond);
    ui.answer({});
    CHECK(ui.sees(Role::kStatus, "Nothing found"));
    CHECK_FALSE(ui.see(Role::kComboBox).is_expanded.value_or(true));
    ui.press_enter("Find a conversation or an action");
    CHECK(ui.sees(Role::kDialog, "Find"));
    ui.press_control("k");
    CHECK_FALSE(ui.sees(Role::kDialog));
    ui.press_control("k");
    CHECK(ui.sees(Role::kOption, "Next unread conversation"));
    ui.click(Role::kOption, "Next unread conversation");
    CHECK(ui.sees(Role::kHeading, "José Núñez"));
}

TEST_CASE("palette: what the server found stands below what is known here, and leads to the message") {
    ThreeRows ui;
    ui.press_control("k");
    ui.ask("inverter");
    CHECK(ui.platform.count_requests("GET", "/api/v1/search") == 0);
    ui.pass(kSecond);
    CHECK(ui.platform.requests.back().path == "/api/v1/search?limit=8&q=inverter");
    ui.answer(inverters());
    CHECK(ui.count(Role::kOption) == 4);
    CHECK(ui.see(Role::kOption, "Juma Inverters").position == 2);
    CHECK(ui.sees(Role::kOption, "Amina Yusuf, Yesterday: You: Inverter, please"));
    ui.press("ArrowDown");
    ui.press("ArrowDown");
    CHECK(ui.see(Role::kOption, "Amina Yusuf, Yesterday: Is the inverter").is_selected);
    ui.press_enter("Find a conversation or an action");
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.platform.requests.back().path == "/api/v1/conversations/7/messages?limit=50&around=500");
}

TEST_CASE("palette: while an answer is awaited, what still fits stays, and an older answer is dropped") {
    ThreeRows ui;
    ui.press_control("k");
    ui.ask("inverter");
    ui.pass(kSecond);
    ui.answer(inverters());
    ui.ask("inverter kw");
    CHECK(ui.count(Role::kOption) == 1);
    CHECK(ui.sees(Role::kOption, "Amina Yusuf, Yesterday: Is the inverter"));
    ui.pass(kSecond);
    ui.ask("amina");
    ui.answer(inverters());  // to the question before
    CHECK(ui.count(Role::kOption) == 1);
    CHECK(ui.see(Role::kOption).label == "Amina Yusuf");
    ui.pass(kSecond);
    ui.press_control("k");
    ui.answer(inverters());  // after it was closed
    ui.press_control("k");
    ui.ask("inverter");
    CHECK_FALSE(ui.sees(Role::kOption));
}

TEST_CASE("palette: a search that failed says so where nothing else is there") {
    ThreeRows ui;
    ui.press_control("k");
    ui.ask("zebra");
    ui.pass(kSecond);
    REQUIRE(ui.platform.respond("GET", "/api/v1/search", problem(500, "The disk is full.")));
    ui.run_frames();
    CHECK(ui.sees(Role::kStatus, "The server answered with an error."));
}

TEST_CASE("palette: actions of the moment only") {
    ThreeRows ui;
    ui.press_control("k");
    ui.ask("reply");
    CHECK_FALSE(ui.sees(Role::kOption, "Reply"));
    ui.ask("dark");
    ui.press_enter("Find a conversation or an action");
    CHECK(ui.platform.shows_dark);
    ui.press_control("k");
    ui.ask("dark");
    CHECK_FALSE(ui.sees(Role::kOption, "Theme: dark"));
    ui.ask("keyboard");
    ui.press_enter("Find a conversation or an action");
    CHECK(ui.sees(Role::kDialog, "Keyboard shortcuts"));
}

TEST_CASE("palette: the next unread one is after the open one, around the end, and never itself") {
    Conversation a, b, c;
    a.id = {1};
    b.id = {2};
    c.id = {3};
    a.unread = c.unread = 1;
    const std::vector<const Conversation*> rows{&a, &b, &c};
    CHECK(next_unread(rows, {1}) == ConversationId{3});
    CHECK(next_unread(rows, {3}) == ConversationId{1});
    CHECK(next_unread(rows, {}) == ConversationId{1});
    c.unread = 0;
    CHECK(next_unread(rows, {1}) == ConversationId{});
}

}  // namespace
}  // namespace roost
