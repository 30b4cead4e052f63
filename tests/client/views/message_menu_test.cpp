#include "client-wasm/views/message_menu.h"

#include <vector>

#include <doctest/doctest.h>

#include "shared/wire/snapshot.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

const Locale kLocale;
const RepairScene kScene{kLocale, kNow, 0, false};

struct OpenThread : UiHarness {
    explicit OpenThread(std::vector<Message> messages = conversation()) {
        start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow - kMinute)}));
        click(Role::kListRow, "Amina Yusuf");
        page(page_of(std::move(messages)));
    }
    static std::vector<Message> conversation() {
        return {
            text_from_customer(1, kNow - 3 * kMinute, "Habari *yako*?"),
            text_from_agent(2, kNow - 2 * kMinute, "Thursday", DeliveryStatus::kRead),
            text_from_customer(3, kNow - kMinute, "Sawa")};
    }
    bool has_focus(Role role, std::string_view name) const { return platform.focused == see(role, name).key; }
};

TEST_CASE("message menu: opens with the focus in it, keys move in it, Escape gives the focus back") {
    OpenThread ui;
    ui.focus(Role::kMessage, "Amina Yusuf, 13:06: Sawa");
    ui.ask_menu("Amina Yusuf, 13:06: Sawa");
    REQUIRE(ui.sees(Role::kMenu, "Message"));
    CHECK(ui.has_focus(Role::kMenuItem, "Reply"));
    ui.press("ArrowDown");
    CHECK(ui.has_focus(Role::kMenuItem, "Copy"));
    ui.press("ArrowDown");
    CHECK(ui.has_focus(Role::kMenuItem, "Forward"));
    ui.press("ArrowDown");
    CHECK(ui.has_focus(Role::kMenuItem, "Message info"));
    ui.press("ArrowDown");
    CHECK(ui.has_focus(Role::kMenuItem, "Reply"));
    ui.press("c");
    CHECK(ui.has_focus(Role::kMenuItem, "Copy"));
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kMenu));
    CHECK(ui.has_focus(Role::kMessage, "Amina Yusuf, 13:06: Sawa"));
}

TEST_CASE("message menu: copies what is selected, else the words as they are shown") {
    OpenThread ui;
    ui.ask_menu("Amina Yusuf, 13:04");
    ui.click(Role::kMenuItem, "Copy");
    CHECK(ui.platform.copied == "Habari yako?");
    CHECK(ui.platform.announced.back().first == "Copied");
    CHECK_FALSE(ui.sees(Role::kMenu));
    ui.ask_menu("Amina Yusuf, 13:04", "yako");
    ui.click(Role::kMenuItem, "Copy");
    CHECK(ui.platform.copied == "yako");
}

TEST_CASE("message menu: where copying is withheld, nobody is told that it was done") {
    OpenThread ui;
    ui.platform.may_copy = false;
    ui.ask_menu("Amina Yusuf, 13:04");
    ui.click(Role::kMenuItem, "Copy");
    CHECK(ui.platform.announced.back().first == "This page may not copy. Select the text and press Ctrl+C.");
}

TEST_CASE("message menu: a reply shows what it answers, is sent with it, and shows it in the bubble") {
    OpenThread ui;
    ui.ask_menu("Amina Yusuf, 13:06: Sawa");
    ui.click(Role::kMenuItem, "Reply");
    CHECK(ui.sees(Role::kGroup, "Answer to Amina Yusuf: Sawa"));
    CHECK(ui.has_focus(Role::kTextArea, "Message"));
    ui.type("Message", "Karibu");
    ui.press_enter("Message");
    CHECK_FALSE(ui.sees(Role::kGroup, "Answer to"));
    CHECK(ui.sees(Role::kButton, "In answer to Amina Yusuf: Sawa"));
    const platform::Request& sent = ui.platform.requests.back();
    CHECK(sent.method == "POST");
    CHECK((*parse_json(sent.body))["reply_to"] == "3");
    // It survives a reload with what it answers.
    ui.reload();
    ui.page(page_of(OpenThread::conversation()));
    CHECK(ui.sees(Role::kButton, "In answer to Amina Yusuf: Sawa"));
}

TEST_CASE("message menu: Escape takes the quote away before anything else") {
    OpenThread ui;
    ui.ask_menu("You, 13:05, read: Thursday");
    ui.click(Role::kMenuItem, "Reply");
    CHECK(ui.sees(Role::kGroup, "Answer to You: Thursday"));
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kGroup, "Answer to"));
    CHECK(ui.sees(Role::kLog));
    ui.ask_menu("You, 13:05, read: Thursday");
    ui.click(Role::kMenuItem, "Reply");
    ui.click(Role::kButton, "Do not quote");
    CHECK_FALSE(ui.sees(Role::kGroup, "Answer to"));
    CHECK(ui.has_focus(Role::kTextArea, "Message"));
}

TEST_CASE("message menu: offers what can be done, and nothing else") {
    Message message = text_from_customer(1, kNow, "Hello");
    const auto labels = [](const std::vector<MessageEntry>& entries) {
        std::string all;
        for (const MessageEntry& entry : entries)
            all += entry.label + ",";
        return all;
    };
    CHECK(labels(entries_of(kScene, message, true, "")) == "Reply,Copy,Forward,Message info,");
    CHECK(labels(entries_of(kScene, message, false, "")) == "Copy,Forward,Message info,");
    message = text_from_agent(2, kNow, "Hello", DeliveryStatus::kQueued);
    message.wamid.clear();
    CHECK(labels(entries_of(kScene, message, true, "")) == "Copy,Forward,Message info,");
    message.failure = Failure{131000, "Something went wrong.", "", true};
    CHECK(labels(entries_of(kScene, message, true, "")) == "Copy,Forward,Retry,Message info,");
    // What the server does not have: with its file, or refused for good.
    message.id = {};
    CHECK(labels(entries_of(kScene, message, true, "")) == "Copy,Retry,");
    message.failure->can_retry = false;
    CHECK(labels(entries_of(kScene, message, true, "")) == "Copy,Remove,");
}

TEST_CASE("message menu: what is selected is one line to search for, of bearable length") {
    CHECK(question_of("  the 12 kW\n\tinverter ") == "the 12 kW inverter");
    CHECK(question_of(" \n").empty());
    std::string longest;
    for (int i = 0; i < 150; ++i)
        longest += "ش";
    CHECK(question_of(longest).size() == 200);
    const Message message = text_from_customer(1, kNow, "Hello");
    const auto entries = entries_of(kScene, message, false, longest);
    REQUIRE(entries.size() == 4);
    CHECK(entries[1].action == MessageAction::kSearch);
    CHECK(entries[1].label.find("ش…") != std::string::npos);
    CHECK(entries[1].label.size() < 80);
}

TEST_CASE("message menu: what is selected, or pointed at, is searched for in the whole inbox") {
    OpenThread ui;
    ui.ask_menu("Amina Yusuf, 13:04", "Habari yako", "Habari yako");
    ui.click(Role::kMenuItem, "Search for “Habari yako”");
    CHECK_FALSE(ui.sees(Role::kMenu));
    CHECK(ui.value("Search") == "Habari yako");
    CHECK(ui.has_focus(Role::kSearchField, "Search"));
    CHECK(ui.platform.requests.back().path == "/api/v1/search?limit=30&q=Habari%20yako");
    CHECK(ui.sees(Role::kLog));
    ui.press("Escape");
    CHECK(ui.value("Search").empty());
    CHECK(ui.sees(Role::kTab));
}

TEST_CASE("message menu: on a phone, the results stand where the thread was") {
    OpenThread ui;
    ui.platform.push(platform::Resized{390, 844, 1});
    ui.run_frames();
    ui.ask_menu("Amina Yusuf, 13:06", "", "Sawa");
    ui.click(Role::kMenuItem, "Search for “Sawa”");
    CHECK_FALSE(ui.sees(Role::kLog));
    CHECK(ui.value("Search") == "Sawa");
    CHECK(ui.has_focus(Role::kSearchField, "Search"));
}

TEST_CASE("message menu: closes when its message goes away") {
    OpenThread ui;
    ui.ask_menu("Amina Yusuf, 13:06: Sawa");
    REQUIRE(ui.sees(Role::kMenu));
    ui.platform.push(platform::UrlChanged{"#/inbox"});
    ui.run_frames();
    CHECK_FALSE(ui.sees(Role::kMenu));
}

TEST_CASE("message: one of them is in the Tab order, arrows go to its neighbours") {
    OpenThread ui;
    const auto stops = [&] {
        int count = 0;
        for (const ui::Node& node : ui.platform.tree)
            count += node.role == Role::kMessage && node.is_focusable ? 1 : 0;
        return count;
    };
    CHECK(stops() == 1);
    CHECK(ui.see(Role::kMessage, "Amina Yusuf, 13:06: Sawa").is_focusable);
    ui.focus(Role::kMessage, "Amina Yusuf, 13:06: Sawa");
    ui.press("ArrowUp");
    CHECK(ui.has_focus(Role::kMessage, "You, 13:05, read: Thursday"));
    CHECK(ui.sees(Role::kButton, "Message menu"));
    ui.press("Home");
    CHECK(ui.has_focus(Role::kMessage, "Amina Yusuf, 13:04"));
    ui.press("ArrowUp");
    CHECK(ui.has_focus(Role::kMessage, "Amina Yusuf, 13:04"));
    CHECK(stops() == 1);
    ui.press("r");
    CHECK(ui.sees(Role::kGroup, "Answer to Amina Yusuf: Habari yako?"));
    // j and k stay in the list.
    ui.press("j");
    CHECK(ui.has_focus(Role::kListRow, "Amina Yusuf"));
}

TEST_CASE("message: a click on a quote leads to what is quoted") {
    auto messages = OpenThread::conversation();
    messages[2].context.quoted_wamid = messages[0].wamid;
    messages[2].context.quote = quote_of(messages[0]);
    OpenThread ui(messages);
    ui.click(Role::kButton, "In answer to Amina Yusuf: Habari yako?");
    CHECK(ui.has_focus(Role::kMessage, "Amina Yusuf, 13:04"));
}

TEST_CASE("message: a click on a quote of what is not loaded loads what lies around it") {
    constexpr std::string_view kThread = "/api/v1/conversations/7/messages";
    const Message old = text_from_customer(4, kNow - kDay, "Bei gani?");
    auto messages = OpenThread::conversation();
    for (Message& message : messages)
        message.id.value += 500;
    messages[2].context.quoted_wamid = old.wamid;
    messages[2].context.quote = quote_of(old);
    OpenThread ui(messages);
    ui.click(Role::kButton, "In answer to Amina Yusuf: Bei gani?");
    CHECK(ui.platform.requests.back().path == "/api/v1/conversations/7/messages?limit=50&around=4");
    MessagePage around = page_of({old});
    around.has_newer = true;
    around.reactions = {text_from_customer(9, kNow - kHour, "")};
    around.reactions.front().content = Reaction{old.wamid, "👍"};
    REQUIRE(ui.platform.respond("GET", kThread, ok(write_message_page(around))));
    ui.run_frames();
    // Given long after, and not loaded as a message.
    CHECK(ui.see(Role::kText, "Reactions").label == "Reactions: Amina Yusuf 👍");
    CHECK(ui.has_focus(Role::kMessage, "Amina Yusuf, 13:07: Bei gani?"));
    CHECK(ui.platform.fragment == "#/inbox/7/4");
    CHECK(ui.sees(Role::kButton, "Jump to latest"));
}

TEST_CASE("message: a quote of what Roost never had is said, and leads nowhere") {
    auto messages = OpenThread::conversation();
    messages[2].context.quoted_wamid = "wamid.unknown";
    OpenThread ui(messages);
    CHECK(ui.sees(Role::kText, "In answer to Amina Yusuf: A message that is not here"));
    CHECK_FALSE(ui.sees(Role::kButton, "In answer to"));
}

}  // namespace
}  // namespace roost
