#include "client-wasm/views/file_field.h"

#include "client-wasm/views/attachment_tray.h"

namespace roost {

namespace {

constexpr float kBox = 56;
constexpr float kAboveProblem = 4;
constexpr float kGap = 12;

// "Photo · 1.1 MB", "Photo · 43% sent"
std::string line_of(const ui::Ui& ui, const FileField& field, const TemplateFile& file) {
    const UploadWords& words = ui.words.sending.uploads;
    std::string state = ui.locale.file_size(file.attachment.size);
    if (file.upload != 0) state = fill(words.percent, {ui.locale.number(file.percent)});
    if (file.attachment.conversion == Conversion::kRunning) state = words.converting;
    return fill("{0} · {1}", {field.label, state});
}

text::Paragraph laid_problem(ui::Ui& ui, const FileField& field, float width) {
    const auto style = ui::secondary_style(ui.theme.danger);
    return ui::wrap(ui, ui::make_key(field.key, "problem"), field.problem, style, width);
}

void draw_what_is_chosen(
    ui::Ui& ui, const FileField& field, const TemplateFile* file, ImVec2 at, float room
) {
    const auto name = ui::body_style(ui.theme.text, ui.is_phone());
    if (file == nullptr) {
        ui::text_node(ui, at.x, at.y + 19, field.label, name, room);
        return;
    }
    ui::text_node(ui, at.x, at.y + 8, file->attachment.name, name, room);
    const auto line = ui::secondary_style(ui.theme.text_secondary);
    ui::text_node(ui, at.x, at.y + 30, line_of(ui, field, *file), line, room);
}

bool is_tried_again(const TemplateFile* file) {
    return file != nullptr && !file->error.empty() && file->can_retry;
}

const Word& button_label(const ui::Ui& ui, const FileField& field, const TemplateFile* file) {
    if (is_tried_again(file)) return ui.words.thread.try_again;
    const bool is_first = file == nullptr && !field.was_chosen;
    return is_first ? ui.words.templates.choose_file : ui.words.templates.replace;
}

bool draw_button(
    ui::Ui& ui, const FileField& field, const TemplateFile* file, const ui::Rect& rect, Commands& out
) {
    ui::ButtonSpec spec{.label = button_label(ui, field, file), .rect = rect};
    spec.kind = ui::ButtonKind::kQuiet;
    spec.key = field.key;
    const bool is_pressed = ui::button(ui, spec);
    ui.tree.back().description = field.problem;
    if (!field.name.empty()) ui.tree.back().label = fill("{0}: {1}", {field.name, ui.tree.back().label});
    if (!is_pressed) return false;
    if (is_tried_again(file)) {
        out.push_back(UploadTemplateFile{file->attachment.file});
        return false;
    }
    out.push_back(ChooseFiles{});
    return true;
}

}  // namespace

MediaKind kind_for(TemplateHeader header) {
    if (header == TemplateHeader::kImage) return MediaKind::kImage;
    return header == TemplateHeader::kVideo ? MediaKind::kVideo : MediaKind::kDocument;
}

std::string file_problem(const Locale& locale, const TemplateFile* file) {
    if (file == nullptr || file->attachment.conversion == Conversion::kRunning) return "";
    return file->error.empty() ? problem_label(locale, file->attachment) : file->error;
}

float file_field_height(ui::Ui& ui, const FileField& field, float width) {
    const float below = field.problem.empty() ? 0 : kAboveProblem + laid_problem(ui, field, width).height;
    return kBox + below + kGap;
}

bool draw_file_field(
    ui::Ui& ui, const FileField& field, const TemplateFile* file, ImVec2 at, float width, Commands& out
) {
    Attachment nothing;
    nothing.fit.kind = field.kind;
    draw_thumbnail(file == nullptr ? nothing : file->attachment, ui, {at.x, at.y, kBox, kBox});
    const float x = at.x + kBox + 12;
    const float button = ui.text.width(button_label(ui, field, file), ui::button_style(0)) + 32;
    const float end = at.x + width - button;
    draw_what_is_chosen(ui, field, file, {x, at.y}, end - 12 - x);
    const bool asks = draw_button(ui, field, file, {end, at.y + 6, button, 44}, out);
    if (field.problem.empty()) return asks;
    const text::Paragraph laid = laid_problem(ui, field, width);
    const ui::NodeKey key = ui::make_key(field.key, "problem");
    ui::wrapped_node(ui, ui::Role::kText, key, field.problem, laid, at.x, at.y + kBox + kAboveProblem);
    return asks;
}

}  // namespace roost
