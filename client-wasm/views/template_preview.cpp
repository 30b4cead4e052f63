// The bubble as the customer will get it.
#include <algorithm>

#include "client-wasm/bubbles/bubble.h"
#include "client-wasm/views/template_parts.h"
#include "shared/messages/searchable.h"
#include "shared/text/links.h"

namespace roost::picker {

namespace {

constexpr float kTop = 44;
constexpr float kBelow = 20;
constexpr float kMargin = 20;

Message message_of(const Pane& pane, const FilledTemplate& filled) {
    Message message;
    message.conversation = pane.row.id;
    message.direction = Direction::kOutbound;
    message.at = pane.ui.now;
    message.client_ref = "preview";
    message.status = DeliveryStatus::kSent;
    message.content = filled.content;
    MediaRef* media = media_in(message.content);
    if (media == nullptr) return message;
    // What will stand there has its place already.
    const TemplateFile* file = file_of(pane.templates());
    if (media->file.id.empty()) media->file.state = MediaState::kPending;
    if (file == nullptr) return message;
    if (media->file.id.empty()) {
        media->file.size = file->attachment.size;
        media->file.width = file->attachment.width;
        media->file.height = file->attachment.height;
    }
    std::get<Template>(message.content).shown.filename = file->attachment.name;
    return message;
}

// Points into the message.
Bubble bubble_of(const Pane& pane, const Message& message, float width) {
    ui::Ui& ui = pane.ui;
    BubbleSetting setting{ui.theme, ui.locale, ""};
    setting.max_width = std::min(330.0F, width - 2 * kMargin);
    setting.is_touch = ui.is_phone();
    setting.starts_group = true;
    setting.utc_offset = ui.utc_offset(ui.now);
    Bubble bubble = describe(message, setting);
    bubble.heading.reset();  // the customer does not see the name
    std::vector<text::ParagraphRequest> requests;
    collect_requests(bubble, requests);
    std::vector<text::Paragraph> laid;
    ui.text.lay_out(requests, laid);
    arrange(bubble, laid, ui.text);
    return bubble;
}

std::string spoken(const Content& content) {
    std::string text = searchable_text(content);
    for (const TemplateButton& button : std::get<Template>(content).shown.buttons)
        text += "\n" + button.text;
    return text;
}

void draw_finished(
    const Pane& pane, const Bubble& bubble, const std::vector<text::TextRange>& marks, const ui::Rect& rect
) {
    ui::Ui& ui = pane.ui;
    const auto style = ui::secondary_style(ui.theme.text_secondary);
    const ui::Rect caption{rect.x, rect.y + 12, rect.width, 20};
    ui::draw_text_centred(ui, caption, ui.words.templates.preview, style);
    const float x = rect.x + (rect.width - bubble.width) / 2;
    const float y = rect.y + kTop;
    paint_bubble(ui, bubble, {.x = x, .y = y, .marks = marks}, pane.out);
    const ui::Rect place{x, y, bubble.width, bubble.height};
    ui::record(ui, ui::Role::kText, spoken(bubble.message->content), place, key_of("bubble"));
}

}  // namespace

float preview_height(const Pane& pane, const FilledTemplate& filled, float width) {
    const Message message = message_of(pane, filled);
    return kTop + bubble_of(pane, message, width).height + kBelow;
}

void draw_preview(
    const Pane& pane, const MessageTemplate& pattern, const TemplateValues& values, const ui::Rect& rect
) {
    ui::Ui& ui = pane.ui;
    const FilledTemplate filled = fill_template(pattern, values);
    const auto marks = filled_ranges(pattern, values, text::shown_text(filled.content.shown.body));
    const Message message = message_of(pane, filled);
    const Bubble bubble = bubble_of(pane, message, rect.width);
    const float height = kTop + bubble.height + kBelow;
    const ui::NodeKey key = key_of("preview");
    const std::string_view title = ui.words.templates.preview;
    ui::fill(ui, rect, ui.theme.thread);
    // Where it stands among the fields it is as high as it needs to be.
    if (height <= rect.height) {
        const ui::Scope group(ui, ui::Role::kGroup, title, rect, key);
        return draw_finished(pane, bubble, marks, rect);
    }
    const float top = std::clamp(ui.scroll_top(key), 0.0F, height - rect.height);
    const ui::Scroller scroller(
        ui, {ui::Role::kGroup, title, rect, key, ui::ScrollerSpec{height, std::nullopt, 0}, top}
    );
    draw_finished(pane, bubble, marks, {rect.x, rect.y - top, rect.width, rect.height});
}

}  // namespace roost::picker
