#include "client-wasm/views/thread.h"

#include <cmath>
#include <functional>

#include <doctest/doctest.h>

#include "client-wasm/bubbles/message_key.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

std::vector<Message> many(std::int64_t from, int count) {
    std::vector<Message> messages;
    messages.reserve(static_cast<std::size_t>(count));
    for (std::int64_t id = from; id < from + count; ++id) {
        const UnixMillis at = kNow - 1'000'000 * kSecond + id * 90 * kSecond;
        messages.push_back(text_from_customer(id, at, "Message number " + std::to_string(id)));
    }
    return messages;
}

struct LongThread : UiHarness {
    explicit LongThread(int count, bool has_older = false) {
        start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
        click(Role::kListRow, "Amina Yusuf");
        page(page_of(many(1000, count), has_older));
    }
    float furthest() const {
        const ui::Node& log = see(Role::kLog);
        return log.scroller->content_height - log.rect.height;
    }
    float top() const { return platform.scroll_top(see(Role::kLog).key); }
};

TEST_CASE("thread: opens at the latest message") {
    LongThread ui(200);
    CHECK(ui.top() == doctest::Approx(ui.furthest()).epsilon(0.0001));
    CHECK(ui.sees(Role::kMessage, "Amina Yusuf, "));
    CHECK(ui.find(Role::kButton, "Jump to latest") == nullptr);
}

TEST_CASE("thread: a reader who scrolled up stays there while messages arrive, and is told how many") {
    LongThread ui(200);
    ui.scroll(Role::kLog, ui.furthest() - 2000);
    const float before = ui.top();
    Message hello = text_from_customer(5000, kNow, "Hello?");
    ui.event({101}, MessageAdded{hello, conversation_with("Amina Yusuf", 7, kNow), {}});
    CHECK(ui.top() == before);
    CHECK(ui.sees(Role::kButton, "Jump to latest (1)"));
    ui.click(Role::kButton, "Jump to latest");
    CHECK(ui.top() == doctest::Approx(ui.furthest()).epsilon(0.0001));
    CHECK_FALSE(ui.sees(Role::kButton, "Jump to latest"));
}

TEST_CASE("thread: older pages load above without moving what is read") {
    LongThread ui(60, true);
    ui.scroll(Role::kLog, 300);
    const ui::Node* seen = nullptr;
    for (const ui::Node& node : ui.platform.tree) {
        if (node.role == Role::kMessage && ui.screen_y(node) > 300) {
            seen = &node;
            break;
        }
    }
    REQUIRE(seen != nullptr);
    const ui::NodeKey key = seen->key;
    const float y = ui.screen_y(*seen);
    REQUIRE(ui.platform.is_waiting("GET", "/api/v1/conversations/7/messages?limit=50&before=1000"));
    ui.page(page_of(many(950, 50), false));
    bool is_found = false;
    for (const ui::Node& node : ui.platform.tree) {
        if (node.key != key) continue;
        is_found = true;
        CHECK(ui.screen_y(node) == doctest::Approx(y).epsilon(0.001));
    }
    CHECK(is_found);
    CHECK(ui.top() > 300);
}

// One frame of a thread without the client around it.
struct FrameCost {
    int laid_out = 0;
    std::size_t nodes = 0;
};

FrameCost cost_of_frame(int count) {
    UiHarness harness;
    Inbox inbox;
    inbox.conversations[kAmina] = conversation_with("Amina Yusuf", 7, kNow);
    inbox.threads[kAmina].messages = many(1, count);
    inbox.threads[kAmina].has_older = false;
    UiState state;
    state.open = kAmina;
    state.is_page_visible = false;
    ThreadView view;
    const ui::Icons icons;
    const ui::FrameInput input;
    const ui::Brand brand;
    const Locale locale = platform::plain_locale();
    const std::function<float(ui::NodeKey)> scroll_top = [&](ui::NodeKey) { return view.last_top / 2; };
    const std::function<OffsetMinutes(UnixMillis)> utc_offset = [](UnixMillis) { return 180; };
    FrameCost cost;
    for (int frame = 0; frame < 3; ++frame) {
        harness.platform.engine.laid_out = 0;
        ImGui::NewFrame();
        ui::Ui ui{
            .draw = *ImGui::GetBackgroundDrawList(),
            .theme = ui::light_theme(),
            .icons = icons,
            .brand = brand,
            .words = kEnglish,
            .locale = locale,
            .text = harness.platform.engine,
            .pictures = harness.platform.shown_pictures,
            .input = input,
            .scroll_top = scroll_top,
            .utc_offset = utc_offset,
            .viewport = {0, 0, 1036, 900},
            .now = kNow};
        Commands commands;
        draw_thread(inbox, state, view, ui, {0, 64, 1036, 740}, commands);
        ImGui::Render();
        cost = {harness.platform.engine.laid_out, ui.tree.size()};
    }
    return cost;
}

TEST_CASE("thread: between device pixels, too, an element stands where its text is painted") {
    LongThread ui(60);
    for (const float ratio : {1.1F, 1.25F, 1.5F, 3.0F}) {
        ui.platform.resize(1280, 800, ratio);
        ui.run_frames();
        int seen = 0;
        for (const ui::Node& node : ui.platform.tree) {
            if (node.paragraph == 0 || node.role != Role::kMessage) continue;
            const float left = (ui.see(Role::kLog).rect.x + node.rect.x + node.paragraph_x) * ratio;
            CHECK(std::abs(left - std::round(left)) < 0.05F);
            const float top = (ui.screen_y(node) + node.paragraph_y) * ratio;
            CHECK(std::abs(top - std::round(top)) < 0.05F);
            ++seen;
        }
        CHECK(seen > 5);
    }
}

TEST_CASE("thread: 100,000 messages cost no more than 1,000 in a frame") {
    const FrameCost few = cost_of_frame(1000);
    const FrameCost many_messages = cost_of_frame(100'000);
    CHECK(few.laid_out > 20);
    CHECK(few.laid_out < 200);
    CHECK(many_messages.laid_out <= few.laid_out + 8);
    CHECK(many_messages.nodes <= few.nodes + 8);
}

TEST_CASE("thread: messages within a minute stand together, a new day has its own chip") {
    UiHarness ui;
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.page(page_of(
        {text_from_customer(1, kNow - kDay, "Yesterday"),
         text_from_customer(2, kNow - kMinute, "One"),
         text_from_customer(3, kNow - kMinute + 5 * kSecond, "Two"),
         text_from_agent(4, kNow, "Three", DeliveryStatus::kSent)}
    ));
    const auto y = [&](std::string_view name) { return ui.see(Role::kMessage, name).rect; };
    const ui::Rect one = y("Amina Yusuf, 13:06: One"), two = y("Amina Yusuf, 13:06: Two");
    const ui::Rect three = y("You, 13:07, sent: Three");
    CHECK(two.y - (one.y + one.height) == doctest::Approx(2));
    CHECK(three.y - (two.y + two.height) == doctest::Approx(12));
    CHECK(ui.sees(Role::kSeparator, "Yesterday"));
    CHECK(ui.sees(Role::kSeparator, "Today"));
    CHECK(three.x > one.x);
}

TEST_CASE("thread: what is unread is found from the end, also when more is unread than loaded") {
    const auto messages = many(1, 10);
    CHECK(first_unread(messages, 0) == 0);
    CHECK(first_unread(messages, 2) == message_key(messages[8]));
    CHECK(first_unread(messages, 50) == message_key(messages[0]));
    CHECK(count_new(messages, message_key(messages[6])) == 3);
    CHECK(count_new(messages, 12345) == 0);
}

TEST_CASE("thread: a page that did not come can be asked for again") {
    UiHarness ui;
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.platform.respond("GET", "/api/v1/conversations/7/messages", problem(500, "The disk is full."));
    ui.run_frames();
    CHECK(ui.sees(Role::kText, "The server answered with an error."));
    ui.click(Role::kButton, "Try again");
    ui.page(page_of(many(1, 2)));
    CHECK(ui.count(Role::kMessage) == 2);
}

}  // namespace
}  // namespace roost
