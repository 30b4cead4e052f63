#include "client-wasm/app/copied_messages.h"

#include <doctest/doctest.h>

#include "client-wasm/bubbles/message_key.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

std::vector<Message> many(int count) {
    std::vector<Message> messages;
    for (int i = 1; i <= count; ++i) {
        const UnixMillis at = kNow - kDay + i * kMinute;
        const std::string body = "*Note* number " + std::to_string(i);
        messages.push_back(
            i % 2 == 0 ? text_from_agent(i, at, body, DeliveryStatus::kRead) : text_from_customer(i, at, body)
        );
    }
    return messages;
}

TEST_CASE("copied: every message between the ends, whichever way round, as it is shown") {
    const auto messages = many(4);
    const auto node = [&](std::size_t i) { return message_node(77, message_key(messages[i])); };
    const CopyNames names{"Amina Yusuf", "Sofia Otieno"};
    const auto copied = copied_messages(messages, 77, node(2), node(1), names, Locale{});
    REQUIRE(copied.size() == 2);
    CHECK(copied[0] == platform::CopiedMessage{messages[1].at, "Sofia Otieno", "Note number 2"});
    CHECK(copied[1] == platform::CopiedMessage{messages[2].at, "Amina Yusuf", "Note number 3"});
    CHECK(copied_messages(messages, 77, node(0), 12345, names, Locale{}).empty());
    CHECK(copied_messages(messages, 78, node(0), node(1), names, Locale{}).empty());
}

TEST_CASE("copied: Ctrl+A selects the whole thread, and copying loses nothing that has no element") {
    UiHarness ui;
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.page(page_of(many(300)));
    REQUIRE_FALSE(ui.sees(Role::kMessage, "Amina Yusuf, 13:08: Note number 1"));
    REQUIRE(ui.count(Role::kMessage) < 200);
    ui.press_control("a");
    const auto [first, last] = ui.platform.selected;
    CHECK(first == ui.see(Role::kMessage, "Amina Yusuf, 13:08: Note number 1").key);
    REQUIRE(last != 0);
    CHECK(ui.platform.copy_source(first, last).size() == 300);
    // The ends keep their elements wherever the reader scrolls, as long as they are selected.
    ui.platform.push(platform::SelectionChanged{first, last});
    ui.scroll(Role::kLog, 9000);
    CHECK(ui.platform.copy_source(first, last).size() == 300);
    CHECK(ui.sees(Role::kMessage, "Amina Yusuf, 13:08: Note number 1"));
    ui.platform.push(platform::SelectionChanged{});
    ui.run_frames();
    CHECK_FALSE(ui.sees(Role::kMessage, "Amina Yusuf, 13:08: Note number 1"));
}

}  // namespace
}  // namespace roost
