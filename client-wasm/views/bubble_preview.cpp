#include "client-wasm/views/bubble_preview.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "client-wasm/bubbles/bubble.h"
#include "client-wasm/words/preview_words.h"

namespace roost {

namespace {

constexpr float kTop = 44;
constexpr float kBelow = 20;
constexpr float kMargin = 20;

// Points into the message.
Bubble bubble_of(ui::Ui& ui, const Message& message, float width) {
    BubbleSetting setting{ui.theme, ui.locale, ""};
    setting.max_width = std::min(330.0F, width - 2 * kMargin);
    setting.is_touch = ui.is_phone();
    setting.starts_group = true;
    setting.utc_offset = ui.utc_offset(ui.now);
    Bubble bubble = describe(message, setting);
    bubble.heading.reset();  // what only we see: of which template it is
    std::vector<text::ParagraphRequest> requests;
    collect_requests(bubble, requests);
    std::vector<text::Paragraph> laid;
    ui.text.lay_out(requests, laid);
    arrange(bubble, laid, ui.text);
    return bubble;
}

// What is read of it, and what can be pressed.
std::string spoken(const ui::Ui& ui, const Bubble& bubble) {
    std::string said = said_in_full(ui.locale, bubble.message->content);
    for (const BubbleAction& action : bubble.actions)
        said += "\n" + action.label;
    return said;
}

void draw_finished(
    ui::Ui& ui,
    const Bubble& bubble,
    std::span<const text::TextRange> marks,
    const ui::Rect& rect,
    Commands& out
) {
    const auto style = ui::secondary_style(ui.theme.text_secondary);
    ui::draw_text_centred(ui, {rect.x, rect.y + 12, rect.width, 20}, ui.words.templates.preview, style);
    const float x = rect.x + (rect.width - bubble.width) / 2;
    const float y = rect.y + kTop;
    paint_bubble(ui, bubble, {.x = x, .y = y, .marks = marks}, out);
    const ui::Rect place{x, y, bubble.width, bubble.height};
    ui::record(ui, ui::Role::kText, spoken(ui, bubble), place, ui::key_of(ui, "bubble"));
}

}  // namespace

Message message_to_preview(const ui::Ui& ui, Content content) {
    Message message;
    message.direction = Direction::kOutbound;
    message.at = ui.now;
    message.client_ref = "preview";
    message.status = DeliveryStatus::kSent;
    message.content = std::move(content);
    return message;
}

float bubble_preview_height(ui::Ui& ui, const Message& message, float width) {
    return kTop + bubble_of(ui, message, width).height + kBelow;
}

void draw_bubble_preview(
    ui::Ui& ui,
    const Message& message,
    const ui::Rect& rect,
    Commands& out,
    std::span<const text::TextRange> marks
) {
    const Bubble bubble = bubble_of(ui, message, rect.width);
    const float height = kTop + bubble.height + kBelow;
    const ui::NodeKey key = ui::key_of(ui, "preview");
    const std::string_view title = ui.words.templates.preview;
    ui::fill(ui, rect, ui.theme.thread);
    // Where it stands among the fields it is as high as it needs to be.
    if (height <= rect.height) {
        const ui::Scope group(ui, ui::Role::kGroup, title, rect, key);
        return draw_finished(ui, bubble, marks, rect, out);
    }
    const float top = std::clamp(ui.scroll_top(key), 0.0F, height - rect.height);
    const ui::Scroller scroller(
        ui, {ui::Role::kGroup, title, rect, key, ui::ScrollerSpec{height, std::nullopt, 0}, top}
    );
    draw_finished(ui, bubble, marks, {rect.x, rect.y - top, rect.width, rect.height}, out);
}

}  // namespace roost
