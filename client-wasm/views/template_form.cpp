// The gaps of the chosen template, what is wrong with them, and the button that sends.
#include <algorithm>
#include <utility>

#include "client-wasm/views/file_field.h"
#include "client-wasm/views/form_field.h"
#include "client-wasm/views/template_parts.h"
#include "shared/base/json.h"

namespace roost::picker {

namespace {

constexpr float kSide = 16;
constexpr float kBar = 64;
constexpr float kUnfillable = 22;
constexpr float kGap = 12;

// What is drawn, as it stands now.
struct Form {
    const Pane& pane;
    const MessageTemplate& pattern;
    TemplateValues values;
    FilledTemplate filled;
    std::vector<TemplateField> fields;
    TemplateFiles files;
};

Form form_of(const Pane& pane, const MessageTemplate& pattern) {
    TemplateValues values = values_in(pane, pattern);
    FilledTemplate filled = fill_template(pattern, values);
    return {
        pane,
        pattern,
        std::move(values),
        std::move(filled),
        fields_of(pane.ui.locale, pattern),
        files_of(pane.templates())};
}

// Null if none was chosen.
const TemplateFile* file_at(const Form& form, std::size_t index) {
    const auto found = form.files.find(form.fields[index].slot);
    return found == form.files.end() ? nullptr : found->second;
}

// Beside the last field of the slot. What was not filled in yet is no mistake before sending is tried.
std::string problem_at(const Form& form, std::size_t index) {
    const TemplateField& field = form.fields[index];
    const bool is_last = index + 1 == form.fields.size() || form.fields[index + 1].slot != field.slot;
    if (!is_last) return "";
    if (const std::string trouble =
            field.is_file ? file_problem(form.pane.ui.locale, file_at(form, index)) : "";
        !trouble.empty())
        return trouble;
    const bool is_missing = std::any_of(
        form.filled.problems.begin(),
        form.filled.problems.end(),
        [&](const SlotProblem& problem) {
            return problem.slot == field.slot && problem.fault == SlotFault::kMissing;
        }
    );
    if (is_missing && !form.pane.draft().shows_problems) return "";
    if (field.is_file && file_at(form, index) != nullptr && is_missing)
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
        form.pane.out.push_back(SendTemplate{form.pane.row.id, to_send(form)});
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
        form.pane.out.push_back(Say{
            fill("{0}: {1}", {form.fields[i].label, shown.empty() ? problem : shown}), true});
        return;
    }
}

FormField shown_field(const Form& form, std::size_t index) {
    const TemplateField& field = form.fields[index];
    FormField shown{field_key(field), field.label, room_at(form, field), problem_at(form, index)};
    shown.is_prose = field.counts;
    if (!field.example.empty())
        shown.placeholder = fill(form.pane.ui.words.templates.example, {field.example});
    return shown;
}

FileField shown_file(const Form& form, std::size_t index) {
    const TemplateField& field = form.fields[index];
    const MediaKind kind = kind_for(part_of(form.pattern, field.slot).header);
    FileField shown{field_key(field), field.label, kind, problem_at(form, index)};
    if (field.slot != "header") shown.name = field.label;
    return shown;
}

float field_height(const Form& form, std::size_t index, float width) {
    ui::Ui& ui = form.pane.ui;
    if (form.fields[index].is_file) return file_field_height(ui, shown_file(form, index), width);
    return form_field_height(ui, shown_field(form, index), width);
}

void draw_field(const Form& form, std::size_t index, ImVec2 at, float width) {
    ui::Ui& ui = form.pane.ui;
    const TemplateField& field = form.fields[index];
    if (field.is_file) {
        const FileField shown = shown_file(form, index);
        const bool asks = draw_file_field(ui, shown, file_at(form, index), at, width, form.pane.out);
        if (asks) form.pane.draft().file_slot = field.slot;
        return;
    }
    FieldText& text = form.pane.draft().fields[field.key];
    if (draw_form_field(ui, shown_field(form, index), text, at, width).is_submitted) send(form);
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
    return with_contact(values_of(pattern, pane.draft().fields, files_of(pane.templates())), pane.row);
}

void draw_form(const Pane& pane, const MessageTemplate& pattern, const ui::Rect& rect, Preview preview) {
    ui::Ui& ui = pane.ui;
    pane.templates().takes = file_use_of(pane.templates(), pattern);
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
