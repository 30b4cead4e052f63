// The bubble as the customer will get it.
#include "client-wasm/views/bubble_preview.h"
#include "client-wasm/views/template_parts.h"
#include "shared/text/links.h"

namespace roost::picker {

namespace {

Message message_of(const Pane& pane, const FilledTemplate& filled) {
    Message message = message_to_preview(pane.ui, filled.content);
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

}  // namespace

float preview_height(const Pane& pane, const FilledTemplate& filled, float width) {
    return bubble_preview_height(pane.ui, message_of(pane, filled), width);
}

void draw_preview(
    const Pane& pane, const MessageTemplate& pattern, const TemplateValues& values, const ui::Rect& rect
) {
    const FilledTemplate filled = fill_template(pattern, values);
    const auto marks = filled_ranges(pattern, values, text::shown_text(filled.content.shown.body));
    draw_bubble_preview(pane.ui, message_of(pane, filled), rect, pane.out, marks);
}

}  // namespace roost::picker
