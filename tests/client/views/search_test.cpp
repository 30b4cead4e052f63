// Searching as a reader does it: in the list, in one conversation, and going to what was found.
#include <doctest/doctest.h>

#include "shared/wire/search.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

constexpr std::string_view kSearch = "/api/v1/search";
constexpr std::string_view kThread = "/api/v1/conversations/7/messages";

SearchHit hit(std::int64_t id, std::string text, UnixMillis at = kNow - kDay) {
    SearchHit found;
    found.message = {id};
    found.conversation = kAmina;
    found.at = at;
    found.type = "text";
    found.snippet = {std::move(text), {}};
    return found;
}

std::vector<Message> run_of(std::int64_t first, std::int64_t last) {
    std::vector<Message> messages;
    for (std::int64_t id = first; id <= last; ++id)
        messages.push_back(text_from_customer(id, kNow - (1000 - id) * kMinute, "text " + std::to_string(id))
        );
    return messages;
}

std::string page_json(std::int64_t first, std::int64_t last, bool has_older, bool has_newer) {
    return write_message_page({kAmina, run_of(first, last), has_older, has_newer});
}

struct Inbox3 : UiHarness {
    Inbox3() {
        start_signed_in(snapshot_of(
            {conversation_with("Amina Yusuf", 7, kNow - kMinute),
             conversation_with("Tom Becker", 8, kNow - kHour),
             conversation_with("أحمد الفايد", 9, kNow - kDay)}
        ));
    }
    void ask(std::string_view question) {
        type("Search", question);
        pass(kSecond);
        run_frames();
    }
    void answer(const SearchPage& found) {
        REQUIRE(platform.respond("GET", kSearch, ok(write_search_page(found))));
        run_frames();
    }
    void answer_thread(std::string body) {
        REQUIRE(platform.respond("GET", kThread, ok(std::move(body))));
        run_frames();
    }
    std::string last_path() const { return platform.requests.back().path; }
};

SearchPage two_kinds() {
    SearchPage found;
    found.conversations = {conversation_with("Juma Inverter Repairs", 12, kNow - kDay)};
    found.messages = {hit(500, "Is the inverter the 12 kW one?"), hit(20, "Inverter, please")};
    found.rows = {{kAmina, conversation_with("Amina Yusuf", 7, kNow)}};
    return found;
}

TEST_CASE("search: the field asks once the reader pauses, and shows people first, then messages") {
    Inbox3 ui;
    ui.type("Search", "in");
    ui.type("Search", "inverter");
    CHECK(ui.platform.count_requests("GET", kSearch) == 0);
    CHECK(ui.see(Role::kText, "Searching").is_busy);
    ui.pass(kSecond);
    ui.run_frames();
    CHECK(ui.platform.count_requests("GET", kSearch) == 1);
    CHECK(ui.last_path() == "/api/v1/search?limit=30&q=inverter");
    ui.answer(two_kinds());
    CHECK(ui.sees(Role::kHeading, "Conversation · 1"));
    CHECK(ui.sees(Role::kHeading, "Messages · 2"));
    CHECK(ui.see(Role::kListRow, "Juma Inverter Repairs").position == 1);
    CHECK(ui.see(Role::kListRow, "Amina Yusuf, Yesterday: Is the inverter").set_size == 3);
    CHECK_FALSE(ui.sees(Role::kTabList, ""));
    CHECK_FALSE(ui.sees(Role::kListRow, "Tom Becker"));
    CHECK(ui.platform.announced.back().first == "3 results");
    ui.click(Role::kButton, "Clear search");
    CHECK(ui.value("Search").empty());
    CHECK(ui.sees(Role::kListRow, "Tom Becker"));
}

TEST_CASE("search: letters of every script travel, and an answer to an older question is dropped") {
    Inbox3 ui;
    ui.ask("احمد & co");
    CHECK(ui.last_path().ends_with("q=%D8%A7%D8%AD%D9%85%D8%AF%20%26%20co"));
    ui.type("Search", "other");
    ui.answer(two_kinds());
    CHECK_FALSE(ui.sees(Role::kListRow, "Juma"));
    ui.pass(kSecond);
    ui.run_frames();
    SearchPage nothing;
    ui.answer(nothing);
    CHECK(ui.sees(Role::kText, "Nothing found for other"));
    CHECK(ui.platform.announced.back().first == "Nothing found for other");
}

TEST_CASE("search: a failure says so and can be tried again") {
    Inbox3 ui;
    ui.ask("inverter");
    REQUIRE(ui.platform.respond("GET", kSearch, problem(500, "The disk is full.")));
    ui.run_frames();
    CHECK(ui.sees(Role::kText, "The server answered with an error."));
    ui.click(Role::kButton, "Try again");
    ui.answer(two_kinds());
    CHECK(ui.sees(Role::kListRow, "Juma Inverter Repairs"));
}

TEST_CASE("search: what is left out of a bounded search is said, and more is loaded at the end") {
    Inbox3 ui;
    ui.ask("in");
    SearchPage first = two_kinds();
    first.next = "5_20";
    first.is_partial = true;
    ui.answer(first);
    CHECK(ui.sees(Role::kText, "Older messages were not searched"));
    CHECK(ui.see(Role::kListRow, "Juma").set_size == -1);
    CHECK(ui.last_path().ends_with("q=in&cursor=5_20"));
    SearchPage second;
    second.messages = {hit(3, "In the end")};
    ui.answer(second);
    CHECK(ui.see(Role::kListRow, "Amina Yusuf, Yesterday: In the end").position == 4);
}

TEST_CASE("search: by keyboard alone: slash, arrows, Enter, and Escape back to the list") {
    Inbox3 ui;
    ui.press("/");
    CHECK(ui.platform.focused == ui.see(Role::kSearchField, "Search").key);
    ui.ask("inverter");
    ui.answer(two_kinds());
    ui.press("ArrowDown");
    CHECK(ui.platform.focused == ui.see(Role::kListRow, "Juma").key);
    ui.press("ArrowDown");
    CHECK(ui.platform.focused == ui.see(Role::kListRow, "Amina Yusuf, Yesterday: Is").key);
    CHECK(ui.see(Role::kListRow, "Amina Yusuf, Yesterday: Is").is_focusable);
    CHECK_FALSE(ui.see(Role::kListRow, "Juma").is_focusable);
    ui.press("ArrowUp");
    ui.press("ArrowUp");
    CHECK(ui.platform.focused == ui.see(Role::kSearchField, "Search").key);
    ui.press("Escape");
    CHECK(ui.value("Search").empty());
    CHECK(ui.sees(Role::kListRow, "Tom Becker"));
}

// Conversation 7 around message 500, which was found.
struct OldPlace : Inbox3 {
    OldPlace() {
        ask("inverter");
        answer(two_kinds());
        click(Role::kListRow, "Amina Yusuf, Yesterday: Is");
        CHECK(last_path() == "/api/v1/conversations/7/messages?limit=50&around=500");
        answer_thread(page_json(476, 525, true, true));
        CHECK(last_path() == "/api/v1/conversations/7/messages?limit=50&before=476");
        answer_thread(page_json(426, 475, true, true));
        CHECK(last_path() == "/api/v1/conversations/7/messages?limit=50&after=525");
    }
    void newer_comes() { answer_thread(page_json(526, 575, true, true)); }
    float y_of(std::string_view name) const { return screen_y(see(Role::kMessage, name)); }
};

TEST_CASE("search: an old message is opened where it stands, and has an address") {
    OldPlace ui;
    CHECK(ui.platform.fragment == "#/inbox/7/500");
    const float y = ui.y_of("Amina Yusuf, 04:47: text 500");
    CHECK(y > 64);
    CHECK(y < 600);
    CHECK(ui.platform.focused == ui.see(Role::kMessage, "Amina Yusuf, 04:47: text 500").key);
    CHECK(ui.sees(Role::kButton, "Jump to latest"));
    // Nothing was read that was not on the screen.
    CHECK(ui.platform.count_requests("POST", "/api/v1/conversations/7/read") == 0);
}

TEST_CASE("search: further down newer pages follow, until the latest message") {
    OldPlace ui;
    ui.scroll(Role::kLog, 100'000);
    const float before = ui.y_of("Amina Yusuf, 05:12: text 525");
    ui.answer_thread(page_json(526, 560, true, false));
    CHECK(ui.y_of("Amina Yusuf, 05:12: text 525") == doctest::Approx(before));
    ui.scroll(Role::kLog, 100'000);
    CHECK(ui.sees(Role::kMessage, "Amina Yusuf, 05:47: text 560"));
    CHECK_FALSE(ui.sees(Role::kButton, "Jump to latest"));
}

TEST_CASE("search: what arrives while an old place is shown keeps its order and moves nothing") {
    OldPlace ui;
    ui.newer_comes();
    const float before = ui.y_of("Amina Yusuf, 04:47: text 500");
    const Message fresh = text_from_customer(2000, kNow, "brand new");
    Conversation row = conversation_with("Amina Yusuf", 7, kNow, 1);
    ui.event({101}, MessageAdded{fresh, row, {1, 1, 0, 0}});
    CHECK(ui.y_of("Amina Yusuf, 04:47: text 500") == before);
    CHECK_FALSE(ui.sees(Role::kMessage, "Amina Yusuf, 13:07: brand new"));
    ui.click(Role::kButton, "Jump to latest");
    CHECK(ui.platform.fragment == "#/inbox/7");
    std::vector<Message> latest = run_of(960, 990);
    latest.push_back(fresh);
    ui.answer_thread(write_message_page({kAmina, latest, true, false}));
    CHECK(ui.sees(Role::kMessage, "Amina Yusuf, 13:07: brand new"));
    CHECK_FALSE(ui.sees(Role::kButton, "Jump to latest"));
    CHECK_FALSE(ui.sees(Role::kMessage, "Amina Yusuf, 04:47: text 500"));
}

TEST_CASE("search: the address of a message works when loaded, pasted, and gone back from") {
    OldPlace ui;
    ui.newer_comes();
    ui.platform.push(platform::UrlChanged{"#/inbox"});
    ui.run_frames();
    ui.platform.push(platform::UrlChanged{"#/inbox/7/480"});
    ui.run_frames();
    const float y = ui.y_of("Amina Yusuf, 04:27: text 480");
    CHECK(y > 64);
    CHECK(y < 700);
    ui.platform.push(platform::UrlChanged{"#/inbox/7/3"});
    ui.run_frames();
    CHECK(ui.last_path().ends_with("around=3"));
    REQUIRE(ui.platform.respond("GET", kThread, problem(404, "There is no such message.")));
    ui.run_frames();
    CHECK(ui.platform.announced.back().first == "This message does not exist any more.");
    CHECK(ui.platform.fragment == "#/inbox/7");
    ui.platform.fragment = "#/inbox/7/500";
    ui.platform.answer("GET", std::string(kSearch), ok("{}"));
    ui.reload();
    ui.run_frames();
    CHECK(ui.platform.is_waiting("GET", "/api/v1/conversations/7/messages?limit=50&around=500"));
}

TEST_CASE("search: one conversation is searched from its header, hit by hit") {
    Inbox3 ui;
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.answer_thread(page_json(960, 999, true, false));
    ui.click(Role::kButton, "Search in conversation");
    CHECK(ui.platform.focused == ui.see(Role::kSearchField, "Search in conversation").key);
    CHECK(ui.see(Role::kButton, "Older result").is_disabled);
    ui.type("Search in conversation", "text");
    ui.pass(kSecond);
    ui.run_frames();
    CHECK(ui.last_path() == "/api/v1/search?limit=200&q=text&conversation=7");
    SearchPage found;
    found.messages = {hit(990, "text 990"), hit(970, "text 970"), hit(40, "text 40")};
    found.total = 3;
    ui.answer(found);
    CHECK(ui.sees(Role::kText, "1 of 3"));
    CHECK(ui.sees(Role::kMessage, "Amina Yusuf, 12:57: text 990"));
    ui.press_enter("Search in conversation");
    CHECK(ui.sees(Role::kText, "2 of 3"));
    CHECK(ui.platform.announced.back().first == "2 of 3");
    ui.click(Role::kButton, "Older result");
    CHECK(ui.last_path().ends_with("around=40"));
    ui.answer_thread(page_json(15, 64, true, true));
    CHECK(ui.sees(Role::kText, "3 of 3"));
    CHECK(ui.platform.fragment == "#/inbox/7");  // stepping makes no history
    ui.click(Role::kButton, "Newer result");
    CHECK(ui.sees(Role::kText, "2 of 3"));
    ui.click(Role::kButton, "Close search");
    CHECK_FALSE(ui.sees(Role::kSearchField, "Search in conversation"));
}

TEST_CASE("search: the words are marked in the bubbles while the bar is open") {
    Inbox3 ui;
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.answer_thread(page_json(990, 999, false, false));
    ui.click(Role::kButton, "Search in conversation");
    auto& marked = ui.platform.engine.asked_ranges;
    ui.type("Search in conversation", "99 text");
    CHECK(marked.empty());
    ui.pass(kSecond);
    ui.run_frames();
    SearchPage found;
    found.messages = {hit(999, "text 999")};
    found.total = 1;
    ui.answer(found);
    REQUIRE(marked.size() > 3);
    CHECK(marked.begin()->second == std::vector<text::TextRange>{{0, 4}, {5, 7}});
    ui.click(Role::kButton, "Close search");
    marked.clear();
    ui.event(
        {101},
        MessageAdded{text_from_customer(2000, kNow, "text 99"), conversation_with("Amina Yusuf", 7, kNow), {}}
    );
    CHECK(marked.empty());
}

TEST_CASE("search: a conversation without a hit says so, and another conversation closes the bar") {
    Inbox3 ui;
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.answer_thread(page_json(960, 999, false, false));
    ui.click(Role::kButton, "Search in conversation");
    ui.type("Search in conversation", "zebra");
    ui.pass(kSecond);
    ui.run_frames();
    SearchPage nothing;
    nothing.total = 0;
    ui.answer(nothing);
    CHECK(ui.sees(Role::kText, "No results"));
    ui.click(Role::kListRow, "Tom Becker");
    CHECK_FALSE(ui.sees(Role::kSearchField, "Search in conversation"));
}

}  // namespace
}  // namespace roost
