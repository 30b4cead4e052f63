// The bubble as the customer will get it.
#include "client-wasm/views/bubble_preview.h"
#include "client-wasm/views/template_parts.h"
#include "shared/text/links.h"

namespace roost::picker {

namespace {

// What will stand there has its place already.
void show_file(TemplatePart& part, const TemplateFiles& files, const std::string& prefix) {
    if (!is_media(part.header)) return;
    MediaCopy& copy = part.media.file;
    if (copy.id.empty()) copy.state = MediaState::kPending;
    const auto found = files.find(prefix + "header");
    if (found == files.end()) return;
    const Attachment& chosen = found->second->attachment;
    part.filename = chosen.name;
    if (!copy.id.empty()) return;
    copy.size = chosen.size;
    copy.width = chosen.width;
    copy.height = chosen.height;
}

Message message_of(const Pane& pane, const FilledTemplate& filled) {
    Message message = message_to_preview(pane.ui, filled.content);
    auto& content = std::get<Template>(message.content);
    const TemplateFiles files = files_of(pane.templates());
    show_file(content.shown, files, "");
    for (std::size_t i = 0; i < content.cards.size(); ++i)
        show_file(content.cards[i], files, "card." + std::to_string(i) + ".");
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
