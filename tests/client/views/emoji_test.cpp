// The emoji picker and the suggestions after a colon, in every state.
#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

constexpr std::string_view kList =
    "light skin tone\tmedium-light skin tone\tmedium skin tone\tmedium-dark skin tone\tdark skin tone\n"
    "#people\n"
    "😀\t\tgrinning face\tgrinning face grin\tgrinning\n"
    "😄\t\tgrinning face with smiling eyes\tgrinning face with smiling eyes smile\tsmile\n"
    "👍\t👍%\tthumbs up\tthumbs up hand\tthumbsup +1\n"
    "#flags\n"
    "🇰🇪\t\tflag: Kenya\tflag kenya\tkenya\n";

platform::Response list() {
    return ok(std::string(kList));
}

void open_thread(UiHarness& ui) {
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.page(page_of({text_from_customer(1, kNow, "Habari")}));
}

void open_picker(UiHarness& ui) {
    ui.platform.answer("GET", "/emoji.en", list());
    open_thread(ui);
    ui.click(Role::kButton, "Emoji");
}

// As a browser tells a key that the field leaves to its list.
void press_in(UiHarness& ui, std::string_view field, std::string_view key) {
    ui.platform.focus(ui.see_field(field).key);
    ui.platform.push(platform::KeyPressed{.key = std::string(key), .is_in_field = true});
    ui.run_frames();
}

// Types, and tells the caret at the end as a browser does.
void write(UiHarness& ui, std::string_view text, bool is_code = true) {
    const ui::NodeKey key = ui.see_field("Message").key;
    ui.platform.focus(key);
    platform::CaretMoved caret{.key = key, .x = 600, .y = 800, .is_typed = true};
    if (is_code) caret.offset = static_cast<int>(text.size());
    ui.platform.field_values[key] = text;
    ui.platform.push(platform::FieldChanged{key, std::string(text)});
    ui.platform.push(caret);
    ui.run_frames();
}

const ui::FieldSpec& spec_of(const UiHarness& ui, std::string_view field) {
    return *ui.see_field(field).field;
}

TEST_CASE("emoji picker: opens beside everything else, leads the focus and gives it back") {
    UiHarness ui;
    open_picker(ui);
    CHECK(ui.sees(Role::kPopover, "Emoji"));
    CHECK(ui.see(Role::kButton, "Emoji").is_expanded == true);
    CHECK(ui.platform.focused == ui.see(Role::kSearchField, "Search emoji").key);
    CHECK(ui.count(Role::kOption) == 4);
    CHECK(ui.see(Role::kOption, "flag: Kenya").position == 4);
    CHECK(ui.see(Role::kOption, "flag: Kenya").set_size == 4);
    CHECK(ui.sees(Role::kTextArea, "Message"));
    CHECK(ui.sees(Role::kMessage));
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kPopover));
    CHECK(ui.platform.focused == ui.see(Role::kTextArea, "Message").key);
    CHECK(ui.sees(Role::kMessage));  // Escape closed nothing else
}

TEST_CASE("emoji picker: loads its list once, when it is first needed") {
    UiHarness ui;
    open_picker(ui);
    ui.press("Escape");
    ui.click(Role::kButton, "Emoji");
    CHECK(ui.platform.count_requests("GET", "/emoji.") == 1);
}

TEST_CASE("emoji picker: says that it loads, that it could not, and tries again") {
    UiHarness ui;
    open_thread(ui);
    CHECK(ui.platform.count_requests("GET", "/emoji.") == 0);
    ui.click(Role::kButton, "Emoji");
    CHECK(ui.sees(Role::kStatus, "Loading the emoji…"));
    REQUIRE(ui.platform.respond("GET", "/emoji.en", unreachable()));
    ui.run_frames();
    CHECK(ui.sees(Role::kStatus, "The emoji could not be loaded"));
    ui.click(Role::kButton, "Try again");
    CHECK(ui.sees(Role::kStatus, "Loading the emoji…"));
    REQUIRE(ui.platform.respond("GET", "/emoji.en", ok("<!doctype html>")));
    ui.run_frames();
    CHECK(ui.sees(Role::kStatus, "The emoji could not be loaded"));
    ui.click(Role::kButton, "Try again");
    REQUIRE(ui.platform.respond("GET", "/emoji.en", list()));
    ui.run_frames();
    CHECK(ui.count(Role::kOption) == 4);
}

TEST_CASE("emoji picker: what the engine cannot draw is not offered") {
    UiHarness ui;
    ui.platform.undrawn = "🇰🇪\n";
    open_picker(ui);
    CHECK(ui.count(Role::kOption) == 3);
    CHECK_FALSE(ui.sees(Role::kOption, "flag: Kenya"));
}

TEST_CASE("emoji picker: searches, and Enter takes the first, several times") {
    UiHarness ui;
    open_picker(ui);
    ui.type("Search emoji", "smile");
    CHECK(ui.count(Role::kOption) == 1);
    const ui::Node& option = ui.see(Role::kOption, "grinning face with smiling eyes");
    CHECK(option.is_selected);
    CHECK(spec_of(ui, "Search emoji").active_option == option.key);
    CHECK(spec_of(ui, "Search emoji").keys_taken == ui::KeysTaken::kGrid);
    press_in(ui, "Search emoji", "Enter");
    press_in(ui, "Search emoji", "Enter");
    CHECK(ui.value("Message") == "😄😄");
    CHECK(ui.sees(Role::kPopover, "Emoji"));
    ui.type("Search emoji", "banana");
    CHECK(ui.sees(Role::kStatus, "Nothing found for “banana”"));
    press_in(ui, "Search emoji", "Enter");
    CHECK(ui.value("Message") == "😄😄");
}

TEST_CASE("emoji picker: arrows walk over the grid") {
    UiHarness ui;
    open_picker(ui);
    CHECK(spec_of(ui, "Search emoji").keys_taken == ui::KeysTaken::kWholeGrid);
    CHECK(spec_of(ui, "Search emoji").active_option == 0);
    press_in(ui, "Search emoji", "ArrowDown");
    press_in(ui, "Search emoji", "ArrowRight");
    CHECK(ui.see(Role::kOption, "grinning face with smiling eyes").is_selected);
    press_in(ui, "Search emoji", "ArrowDown");
    CHECK(ui.see(Role::kOption, "flag: Kenya").is_selected);
    press_in(ui, "Search emoji", "ArrowUp");
    press_in(ui, "Search emoji", "ArrowLeft");
    press_in(ui, "Search emoji", "Enter");
    CHECK(ui.value("Message") == "😀");
}

TEST_CASE("emoji picker: the skin tone is remembered, and goes where there is one") {
    UiHarness ui;
    open_picker(ui);
    CHECK(ui.sees(Role::kTab, "Flags"));
    ui.click(Role::kButton, "Skin tone: No skin tone");
    CHECK_FALSE(ui.sees(Role::kTab, "Flags"));
    ui.click(Role::kButton, "dark skin tone");
    CHECK(ui.sees(Role::kOption, "grinning face"));
    ui.click(Role::kOption, "thumbs up, dark skin tone");
    CHECK(ui.value("Message") == "👍🏿");
    ui.reload();
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.click(Role::kButton, "Emoji");
    CHECK(ui.sees(Role::kButton, "Skin tone: dark skin tone"));
    // Remembered without its tone, the recent one comes first.
    CHECK(ui.see(Role::kOption, "thumbs up, dark skin tone").position == 1);
    CHECK(ui.sees(Role::kTab, "Recent"));
}

TEST_CASE("emoji picker: a group leads to its place, also out of a search") {
    UiHarness ui;
    open_picker(ui);
    CHECK(ui.see(Role::kTab, "Smileys and people").is_selected);
    ui.type("Search emoji", "smile");
    ui.click(Role::kTab, "Flags");
    CHECK(ui.value("Search emoji").empty());
    CHECK(ui.count(Role::kOption) == 4);
}

TEST_CASE("emoji picker: on a phone a sheet that brings up no keyboard, with room for fingers") {
    UiHarness ui;
    ui.platform.resize(390, 844, 2);
    open_picker(ui);
    const ui::Node& sheet = ui.see(Role::kPopover, "Emoji");
    CHECK(sheet.rect.width == 390);
    CHECK(ui.platform.focused != ui.see(Role::kSearchField, "Search emoji").key);
    for (const ui::Node& node : ui.platform.tree) {
        if (node.role != Role::kOption && node.role != Role::kTab && node.role != Role::kButton) continue;
        CAPTURE(node.label);
        CHECK(node.rect.width >= 44);
        CHECK(node.rect.height >= 44);
    }
}

TEST_CASE("emoji picker: a colon opens it, unless it is typed") {
    UiHarness ui;
    ui.platform.answer("GET", "/emoji.en", list());
    open_thread(ui);
    ui.platform.push(platform::KeyPressed{.key = ":", .has_shift = true, .is_in_field = true});
    ui.run_frames();
    CHECK_FALSE(ui.sees(Role::kPopover));
    ui.press(":");
    CHECK(ui.sees(Role::kPopover, "Emoji"));
}

TEST_CASE("emoji completion: a colon and two letters suggest, Enter replaces what was written") {
    UiHarness ui;
    ui.platform.answer("GET", "/emoji.en", list());
    open_thread(ui);
    write(ui, "Karibu :thu");
    CHECK(ui.sees(Role::kListBox, "Emoji suggestions"));
    const ui::Node& option = ui.see(Role::kOption, "thumbs up");
    CHECK(option.is_selected);
    CHECK(spec_of(ui, "Message").list == ui.see(Role::kListBox).key);
    CHECK(spec_of(ui, "Message").active_option == option.key);
    CHECK(spec_of(ui, "Message").keys_taken == ui::KeysTaken::kSuggestions);
    press_in(ui, "Message", "Enter");
    CHECK(ui.value("Message") == "Karibu 👍");
    CHECK_FALSE(ui.sees(Role::kListBox));
    CHECK(spec_of(ui, "Message").keys_taken == ui::KeysTaken::kNone);
    CHECK(ui.platform.count_requests("POST", "/api/v1/conversations/7/messages") == 0);
}

TEST_CASE("emoji completion: arrows choose, Tab takes, a click takes") {
    UiHarness ui;
    ui.platform.answer("GET", "/emoji.en", list());
    open_thread(ui);
    write(ui, ":gri");
    CHECK(ui.count(Role::kOption) == 2);
    press_in(ui, "Message", "ArrowDown");
    CHECK(ui.see(Role::kOption, "grinning face with smiling eyes").is_selected);
    press_in(ui, "Message", "ArrowDown");
    press_in(ui, "Message", "ArrowUp");
    press_in(ui, "Message", "Tab");
    CHECK(ui.value("Message") == "😄");
    write(ui, "😄 :ken");
    ui.click(Role::kOption, "flag: Kenya");
    CHECK(ui.value("Message") == "😄 🇰🇪");
}

TEST_CASE("emoji completion: Escape closes the list alone, until another code begins") {
    UiHarness ui;
    ui.platform.answer("GET", "/emoji.en", list());
    open_thread(ui);
    write(ui, ":gri");
    press_in(ui, "Message", "Escape");
    CHECK_FALSE(ui.sees(Role::kListBox));
    CHECK(ui.sees(Role::kTextArea, "Message"));
    CHECK(ui.value("Message") == ":gri");
    write(ui, ":grin");
    CHECK_FALSE(ui.sees(Role::kListBox));
    write(ui, ":grin :gri");
    CHECK(ui.sees(Role::kListBox));
}

TEST_CASE("emoji completion: the closed form is replaced, an unknown one and one that came back are not") {
    UiHarness ui;
    ui.platform.answer("GET", "/emoji.en", list());
    open_thread(ui);
    write(ui, ":smi");
    write(ui, ":smile:");
    CHECK(ui.value("Message") == "😄");
    write(ui, ":nonsense:");
    CHECK(ui.value("Message") == ":nonsense:");
    const ui::NodeKey key = ui.see_field("Message").key;
    ui.platform.field_values[key] = ":smile:";
    ui.platform.push(platform::FieldChanged{key, ":smile:"});  // by undo: no letter was typed
    ui.platform.push(platform::CaretMoved{.key = key});
    ui.run_frames();
    CHECK(ui.value("Message") == ":smile:");
}

TEST_CASE("emoji completion: without a list Enter still sends, and nothing is asked again and again") {
    UiHarness ui;
    open_thread(ui);
    write(ui, ":gri");
    REQUIRE(ui.platform.respond("GET", "/emoji.en", unreachable()));
    ui.run_frames();
    write(ui, ":grin");
    CHECK(ui.platform.count_requests("GET", "/emoji.") == 1);
    CHECK_FALSE(ui.sees(Role::kListBox));
    // The key was taken for a list that was gone by the next frame.
    press_in(ui, "Message", "Enter");
    CHECK(ui.platform.count_requests("POST", "/api/v1/conversations/7/messages") == 1);
}

}  // namespace
}  // namespace roost
