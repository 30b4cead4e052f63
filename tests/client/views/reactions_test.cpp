// Reactions: on the message they belong to, and sent from its menu.
#include "client-wasm/bubbles/reaction_chip.h"

#include <doctest/doctest.h>

#include "client-wasm/views/message_menu.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

constexpr const char* kSend = "/api/v1/conversations/7/messages";

Message reaction(std::int64_t id, std::int64_t target, std::string emoji, bool is_ours = false) {
    Message message =
        is_ours ? text_from_agent(id, kNow, "", DeliveryStatus::kSent) : text_from_customer(id, kNow, "");
    message.content = Reaction{"wamid." + std::to_string(target), std::move(emoji)};
    return message;
}

struct OpenThread : UiHarness {
    explicit OpenThread(std::vector<Message> more = {}) {
        std::vector<Message> messages{
            text_from_customer(1, kNow - 2 * kMinute, "Habari"),
            text_from_agent(2, kNow - kMinute, "Thursday", DeliveryStatus::kRead)};
        messages.insert(messages.end(), more.begin(), more.end());
        start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow - kMinute)}));
        click(Role::kListRow, "Amina Yusuf");
        page(page_of(std::move(messages)));
    }
    void react(std::string_view message, std::string_view emoji) {
        ask_menu(message);
        click(Role::kMenuItemRadio, std::string("React with ").append(emoji));
    }
};

TEST_CASE("reactions: a chip says every emoji once and how many there are") {
    using All = std::vector<StandingReaction>;
    constexpr auto kIn = Direction::kInbound;
    constexpr auto kOut = Direction::kOutbound;
    CHECK(chip_text(All{}).empty());
    CHECK(chip_text(All{{kIn, "👍"}}) == "👍 1");
    CHECK(chip_text(All{{kIn, "👍"}, {kOut, "👍"}}) == "👍 2");
    CHECK(chip_text(All{{kIn, "❤️"}, {kOut, "😮"}}) == "❤️😮 2");
    CHECK(
        chip_label(kEnglish, All{{kIn, "❤️"}, {kOut, "😮"}}, "Amina") ==
        "Reactions: Amina ❤️, You 😮"
    );
}

TEST_CASE("reactions: stand on their message instead of beside it, and go when they are taken back") {
    OpenThread ui;
    const float before = ui.see(Role::kMessage, "You, 13:06, read: Thursday").rect.y;
    ui.event({101}, MessageAdded{reaction(3, 2, "👍"), conversation_with("Amina Yusuf", 7, kNow), {}});
    CHECK(ui.count(Role::kMessage) == 2);
    CHECK(ui.see(Role::kText, "Reactions").label == "Reactions: Amina Yusuf 👍");
    CHECK(ui.see(Role::kMessage, "You, 13:06, read: Thursday").set_size == 2);
    // There is room for it, so the one who follows the end is moved up.
    CHECK(ui.see(Role::kMessage, "You, 13:06, read: Thursday").rect.y == before - 18);
    ui.event({102}, MessageAdded{reaction(4, 2, ""), conversation_with("Amina Yusuf", 7, kNow), {}});
    CHECK_FALSE(ui.sees(Role::kText, "Reactions"));
    CHECK(ui.see(Role::kMessage, "You, 13:06, read: Thursday").rect.y == before);
}

TEST_CASE("reactions: one to a message that is not loaded is a line of its own") {
    OpenThread ui({reaction(3, 99, "👍")});
    CHECK(ui.sees(Role::kMessage, "Amina Yusuf reacted 👍 to a message"));
    CHECK(ui.count(Role::kMessage) == 3);
}

TEST_CASE("reactions: keys pass over the rows that are not seen") {
    OpenThread ui({reaction(3, 1, "👍"), text_from_customer(4, kNow, "Sawa"), reaction(5, 4, "🙏", true)});
    ui.focus(Role::kMessage, "Amina Yusuf, 13:07: Sawa");
    ui.press("ArrowUp");
    CHECK(ui.platform.focused == ui.see(Role::kMessage, "You, 13:06, read: Thursday").key);
    ui.press("End");
    CHECK(ui.platform.focused == ui.see(Role::kMessage, "Amina Yusuf, 13:07: Sawa").key);
    ui.press("ArrowDown");
    CHECK(ui.platform.focused == ui.see(Role::kMessage, "Amina Yusuf, 13:07: Sawa").key);
    ui.press("Home");
    CHECK(ui.platform.focused == ui.see(Role::kMessage, "Amina Yusuf, 13:05: Habari").key);
}

TEST_CASE("reactions: one press in the menu sends one, the same again takes it back") {
    OpenThread ui;
    ui.react("Amina Yusuf, 13:05: Habari", "❤️");
    CHECK(ui.see(Role::kText, "Reactions").label == "Reactions: You ❤️");
    REQUIRE(ui.platform.is_waiting("POST", kSend));
    const Json sent = Json::parse(ui.platform.requests.back().body);
    CHECK(sent["type"] == "reaction");
    CHECK(sent["reaction"] == Json{{"message_id", "wamid.1"}, {"emoji", "❤️"}});
    Message stored = reaction(3, 1, "❤️", true);
    stored.client_ref = sent["client_ref"];
    ui.platform.respond("POST", kSend, accepted(stored));
    ui.run_frames();
    CHECK(ui.count(Role::kMessage) == 2);
    ui.ask_menu("Amina Yusuf, 13:05: Habari");
    CHECK(ui.see(Role::kMenuItemRadio, "React with ❤️").is_selected);
    ui.click(Role::kMenuItemRadio, "React with ❤️");
    CHECK_FALSE(ui.sees(Role::kText, "Reactions"));
    CHECK(Json::parse(ui.platform.requests.back().body)["reaction"]["emoji"] == "");
}

TEST_CASE("reactions: any other emoji is found in the picker, which closes behind it") {
    OpenThread ui;
    const std::string tones = "light\tmedium-light\tmedium\tmedium-dark\tdark\n";
    ui.platform.answer("GET", "/emoji.en", ok(tones + "#travel\n🚀\t\trocket\trocket\trocket\n"));
    ui.ask_menu("Amina Yusuf, 13:05: Habari");
    ui.click(Role::kMenuItem, "More emoji");
    REQUIRE(ui.sees(Role::kPopover, "Emoji"));
    ui.click(Role::kOption, "rocket");
    CHECK(ui.see(Role::kText, "Reactions").label == "Reactions: You 🚀");
    CHECK_FALSE(ui.sees(Role::kPopover, "Emoji"));
    CHECK(ui.value("Message").empty());
}

TEST_CASE("reactions: one that the server refuses goes again, with the reason") {
    OpenThread ui;
    ui.react("Amina Yusuf, 13:05: Habari", "👍");
    ui.platform.respond("POST", kSend, problem(409, "The window is closed."));
    ui.run_frames();
    CHECK_FALSE(ui.sees(Role::kText, "Reactions"));
    CHECK(ui.platform.announced.back().first == "Not sent. The server refused this: The window is closed.");
}

TEST_CASE("reactions: are offered where they can be sent, and reached by arrows") {
    Message unsent = text_from_agent(3, kNow, "Not there yet", DeliveryStatus::kQueued);
    unsent.wamid.clear();
    CHECK_FALSE(can_react(unsent, Platform::kWhatsApp, kNow));
    CHECK_FALSE(can_react(text_from_customer(1, kNow, "Habari"), Platform::kInstagram, kNow));
    CHECK_FALSE(can_react(reaction(1, 2, "👍"), Platform::kWhatsApp, kNow));
    const Message old = text_from_customer(1, kNow - 30 * kDay, "Habari");
    CHECK(can_react(old, Platform::kWhatsApp, kNow));
    CHECK_FALSE(can_react(old, Platform::kWhatsApp, kNow + 1));
    OpenThread ui({unsent});
    ui.ask_menu("You, 13:07, waiting: Not there yet");
    CHECK_FALSE(ui.sees(Role::kMenuItemRadio, "React"));
    ui.press("Escape");
    ui.ask_menu("Amina Yusuf, 13:05: Habari");
    ui.press("ArrowRight");
    CHECK(ui.platform.focused == ui.see(Role::kMenuItemRadio, "React with 👍").key);
    ui.press("ArrowLeft");
    CHECK(ui.platform.focused == ui.see(Role::kMenuItem, "More emoji").key);
    ui.press("ArrowDown");
    CHECK(ui.platform.focused == ui.see(Role::kMenuItem, "Reply").key);
}

}  // namespace
}  // namespace roost
