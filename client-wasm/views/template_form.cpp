// The gaps of the chosen template, what is wrong with them, and the button that sends.
#include <algorithm>
#include <utility>

#include "client-wasm/views/attachment_tray.h"
#include "client-wasm/views/form_field.h"
#include "client-wasm/views/template_parts.h"
#include "shared/base/json.h"

namespace roost::picker {

namespace {

constexpr float kSide = 16;
constexpr float kBar = 64;
constexpr float kFile = 56;
constexpr float kAboveProblem = 4;
constexpr float kUnfillable = 22;
constexpr float kGap = 12;

// What is drawn, as it stands now.
struct Form {
    const Pane& pane;
    const MessageTemplate& pattern;
    TemplateValues values;
    FilledTemplate filled;
    std::vector<TemplateField> fields;
};

Form form_of(const Pane& pane, const MessageTemplate& pattern) {
    TemplateValues values = values_in(pane, pattern);
    FilledTemplate filled = fill_template(pattern, values);
    return {pane, pattern, std::move(values), std::move(filled), fields_of(pane.ui.locale, pattern)};
}

// Of the file that was chosen. One that WhatsApp would take when converted has none until that has failed.
std::string file_problem(const Form& form) {
    const TemplateFile* file = file_of(form.pane.templates());
    if (file == nullptr || file->attachment.conversion == Conversion::kRunning) return "";
    return file->error.empty() ? problem_label(form.pane.ui.locale, file->attachment) : file->error;
}

// Beside the last field of the slot. What was not filled in yet is no mistake before sending is tried.
std::string problem_at(const Form& form, std::size_t index) {
    const TemplateField& field = form.fields[index];
    const bool is_last = index + 1 == form.fields.size() || form.fields[index + 1].slot != field.slot;
    if (!is_last) return "";
    if (const std::string trouble = field.is_file ? file_problem(form) : ""; !trouble.empty()) return trouble;
    const bool is_missing = std::any_of(
        form.filled.problems.begin(),
        form.filled.problems.end(),
        [&](const SlotProblem& problem) {
            return problem.slot == field.slot && problem.fault == SlotFault::kMissing;
        }
    );
    if (is_missing && !form.pane.draft().shows_problems) return "";
    if (field.is_file && file_of(form.pane.templates()) != nullptr && is_missing)
        return std::string(form.pane.ui.words.templates.file_waits);
    return problem_of(form.pane.ui.locale, form.pattern, form.filled, field.slot);
}

std::string room_at(const Form& form, const TemplateField& field) {
    const auto room = form.filled.room.find(field.slot);
    if (!field.counts || room == form.filled.room.end()) return "";
    return room_left(form.pane.ui.locale, room->second);
}

bool is_unfillable(const Form& form) {
    return std::any_of(form.filled.problems.begin(), form.filled.problems.end(), [](const auto& problem) {
        return problem.fault == SlotFault::kUnfillable;
    });
}

ui::NodeKey field_key(const TemplateField& field) {
    return key_of("field", field.key);
}

Template to_send(const Form& form) {
    Template content = form.filled.content;
    content.raw = dump_json(Json{
        {"name", content.name},
        {"language", {{"code", content.language}}},
        {"values", write_template_values(form.values)}});
    return content;
}

void send(const Form& form) {
    ui::Ui& ui = form.pane.ui;
    if (form.filled.problems.empty()) {
        form.pane.out.emplace_back(SendTemplate{form.pane.row.id, to_send(form)});
        if (form.pane.state.overlay == Overlay::kTemplates) form.pane.state.overlay = Overlay::kNone;
        return;
    }
    form.pane.draft().shows_problems = true;
    const std::string& slot = form.filled.problems.front().slot;
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        if (form.fields[i].slot != slot) continue;
        const std::string problem = problem_of(ui.locale, form.pattern, form.filled, slot);
        const std::string shown = problem_at(form, i);
        ui.wanted_focus = field_key(form.fields[i]);
        form.pane.out.emplace_back(Say{
            fill("{0}: {1}", {form.fields[i].label, shown.empty() ? problem : shown}), true});
        return;
    }
}

// "Photo · 1.1 MB", "Photo · 43% sent"
std::string file_line(const Form& form, const TemplateField& field, const TemplateFile& file) {
    const UploadWords& words = form.pane.ui.words.sending.uploads;
    const Locale& locale = form.pane.ui.locale;
    std::string state = locale.file_size(file.attachment.size);
    if (file.upload != 0) state = fill(words.percent, {locale.number(file.percent)});
    if (file.attachment.conversion == Conversion::kRunning) state = words.converting;
    return fill("{0} · {1}", {field.label, state});
}

// What was chosen, and the button to choose it.
void draw_file(const Form& form, const TemplateField& field, const ui::Rect& rect, std::string problem) {
    ui::Ui& ui = form.pane.ui;
    const TemplateWords& words = ui.words.templates;
    const TemplateFile* file = file_of(form.pane.templates());
    const bool is_again = file != nullptr && !file->error.empty() && file->can_retry;
    const std::string_view label = is_again          ? ui.words.thread.try_again.view()
                                   : file == nullptr ? words.choose_file.view()
                                                     : words.replace.view();
    const float button = ui.text.width(label, ui::button_style(0)) + 32;
    const float x = rect.x + rect.height + 12;
    const float room = rect.x + rect.width - button - 12 - x;
    Attachment nothing;
    nothing.fit.kind = kind_for(form.pattern.part.header);
    draw_thumbnail(
        file == nullptr ? nothing : file->attachment, ui, {rect.x, rect.y, rect.height, rect.height}
    );
    const auto name = ui::body_style(ui.theme.text, ui.is_phone());
    if (file == nullptr) {
        ui::text_node(ui, x, rect.y + 19, field.label, name, room);
    } else {
        ui::text_node(ui, x, rect.y + 8, file->attachment.name, name, room);
        const auto line = ui::secondary_style(ui.theme.text_secondary);
        ui::text_node(ui, x, rect.y + 30, file_line(form, field, *file), line, room);
    }
    ui::ButtonSpec spec{.label = label, .rect = {rect.x + rect.width - button, rect.y + 6, button, 44}};
    spec.kind = ui::ButtonKind::kQuiet;
    spec.key = field_key(field);
    const bool is_pressed = ui::button(ui, spec);
    ui.tree.back().description = std::move(problem);
    if (!is_pressed) return;
    if (is_again) form.pane.out.emplace_back(UploadTemplateFile{});
    if (!is_again) form.pane.out.emplace_back(ChooseFiles{});
}

// In red; no lines where there is no problem.
text::Paragraph laid_problem(
    const Form& form, const TemplateField& field, std::string_view problem, float width
) {
    if (problem.empty()) return {};
    ui::Ui& ui = form.pane.ui;
    return ui::wrap(ui, key_of("problem", field.key), problem, ui::secondary_style(ui.theme.danger), width);
}

void draw_problem(
    const Form& form, const TemplateField& field, std::string_view problem, ImVec2 at, float width
) {
    if (problem.empty()) return;
    const text::Paragraph laid = laid_problem(form, field, problem, width);
    const ui::NodeKey key = key_of("problem", field.key);
    ui::wrapped_node(form.pane.ui, ui::Role::kText, key, problem, laid, at.x, at.y);
}

FormField shown_field(const Form& form, std::size_t index) {
    const TemplateField& field = form.fields[index];
    FormField shown{field_key(field), field.label, room_at(form, field), problem_at(form, index)};
    shown.is_prose = field.counts;
    if (!field.example.empty())
        shown.placeholder = fill(form.pane.ui.words.templates.example, {field.example});
    return shown;
}

float field_height(const Form& form, std::size_t index, float width) {
    const TemplateField& field = form.fields[index];
    if (!field.is_file) return form_field_height(form.pane.ui, shown_field(form, index), width);
    const text::Paragraph problem = laid_problem(form, field, problem_at(form, index), width);
    return kFile + (problem.lines.empty() ? 0 : kAboveProblem + problem.height) + kGap;
}

void draw_field(const Form& form, std::size_t index, ImVec2 at, float width) {
    const TemplateField& field = form.fields[index];
    if (field.is_file) {
        const std::string problem = problem_at(form, index);
        draw_file(form, field, {at.x, at.y, width, kFile}, problem);
        return draw_problem(form, field, problem, {at.x, at.y + kFile + kAboveProblem}, width);
    }
    FieldText& text = form.pane.draft().fields[field.key];
    if (draw_form_field(form.pane.ui, shown_field(form, index), text, at, width).is_submitted) send(form);
}

float content_height(const Form& form, float preview, float width) {
    float height = kGap + preview;
    if (is_unfillable(form)) height += kUnfillable + kGap;
    for (std::size_t i = 0; i < form.fields.size(); ++i)
        height += field_height(form, i, width);
    return height;
}

void draw_send_bar(const Form& form, const ui::Rect& rect) {
    ui::Ui& ui = form.pane.ui;
    ui::hairline(ui, rect.x, rect.y, rect.width, ui.theme.border);
    const std::string_view label = ui.words.templates.send;
    const float wanted = ui.text.width(label, ui::button_style(0)) + 48;
    const float width = ui.is_phone() ? rect.width - 2 * kSide : wanted;
    ui::ButtonSpec spec{
        .label = label, .rect = {rect.x + rect.width - kSide - width, rect.y + 10, width, 44}};
    spec.key = key_of("send");
    spec.is_disabled = is_unfillable(form);
    if (ui::button(ui, spec)) send(form);
}

}  // namespace

TemplateValues values_in(const Pane& pane, const MessageTemplate& pattern) {
    return with_contact(values_of(pattern, pane.draft().fields, file_of(pane.templates())), pane.row);
}

void draw_form(const Pane& pane, const MessageTemplate& pattern, const ui::Rect& rect, Preview preview) {
    ui::Ui& ui = pane.ui;
    pane.templates().takes = is_media(pattern.part.header) ? pattern.part.header : TemplateHeader::kNone;
    const Form form = form_of(pane, pattern);
    const ui::Rect area{rect.x, rect.y, rect.width, rect.height - kBar};
    const float above = preview == Preview::kAbove ? preview_height(pane, form.filled, rect.width) : 0.0F;
    const float height = content_height(form, above, rect.width - 2 * kSide);
    const ui::NodeKey key = key_of("form", pattern.id);
    const float top = std::clamp(ui.scroll_top(key), 0.0F, std::max(0.0F, height - area.height));
    {
        const ui::ScrollerSpec spec{height, std::nullopt, 0};
        const ui::Scroller scroller(
            ui, {ui::Role::kGroup, readable_name(pattern.name), area, key, spec, top}
        );
        float y = area.y - top;
        if (above > 0) draw_preview(pane, pattern, form.values, {rect.x, y, rect.width, above});
        y += above + kGap;
        const float width = rect.width - 2 * kSide;
        if (is_unfillable(form)) {
            const auto style = ui::secondary_style(ui.theme.danger);
            ui::text_node(ui, rect.x + kSide, y, ui.words.templates.unfillable, style, width);
            y += kUnfillable + kGap;
        }
        for (std::size_t i = 0; i < form.fields.size(); ++i) {
            const float own = field_height(form, i, width);
            draw_field(form, i, {rect.x + kSide, y}, width);
            y += own;
        }
    }
    draw_send_bar(form, {rect.x, rect.y + rect.height - kBar, rect.width, kBar});
}

}  // namespace roost::picker
