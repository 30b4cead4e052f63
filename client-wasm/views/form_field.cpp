#include "client-wasm/views/form_field.h"

namespace roost {

namespace {

constexpr float kLabel = 24;
constexpr float kField = 44;
constexpr float kLongField = 104;
constexpr float kAboveProblem = 4;
constexpr float kGap = 12;

float box_height(const FormField& field) {
    return field.is_long ? kLongField : kField;
}

ui::NodeKey problem_key(const FormField& field) {
    return ui::make_key(field.key, "problem");
}

text::Paragraph laid_problem(ui::Ui& ui, const FormField& field, float width) {
    if (field.problem.empty()) return {};
    return ui::wrap(ui, problem_key(field), field.problem, ui::secondary_style(ui.theme.danger), width);
}

ui::NodeKey hint_key(const FormField& field) {
    return ui::make_key(field.key, "hint");
}

text::Paragraph laid_hint(ui::Ui& ui, const FormField& field, float width) {
    if (field.hint.empty()) return {};
    return ui::wrap(ui, hint_key(field), field.hint, ui::secondary_style(ui.theme.text_secondary), width);
}

ui::FieldSpec spec_of(const ui::Ui& ui, const FormField& field, const FieldText& text) {
    ui::FieldSpec spec;
    spec.placeholder = field.placeholder;
    spec.autocomplete = field.autocomplete;
    // 16 px is what keeps phones from zooming into the field.
    spec.font_size = ui.is_phone() ? 16.0F : 14.0F;
    spec.line_height = 20;
    spec.colour = ui.theme.text;
    spec.padding_x = 12;
    spec.padding_y = 12;
    spec.submits_on_enter = !field.is_long;
    spec.is_prose = field.is_prose;
    spec.set_value = text.value;
    spec.set_revision = text.revision;
    return spec;
}

void draw_room(ui::Ui& ui, const FormField& field, float end, float y) {
    if (field.room.empty()) return;
    const auto style = ui::secondary_style(ui.theme.text_secondary);
    const float width = ui.text.width(field.room, style);
    ui::draw_text(ui, end - width, y, field.room, style);
    const ui::Rect place{end - width, y, width, style.line_height};
    ui::record(ui, ui::Role::kText, field.room, place, ui::make_key(field.key, "room"));
}

// What is wrong with it, and where it is found.
void draw_below(ui::Ui& ui, const FormField& field, ImVec2 at, float width) {
    if (!field.problem.empty()) {
        const text::Paragraph laid = laid_problem(ui, field, width);
        ui::wrapped_node(ui, ui::Role::kText, problem_key(field), field.problem, laid, at.x, at.y);
        at.y += laid.height + kAboveProblem;
    }
    if (field.hint.empty()) return;
    const text::Paragraph laid = laid_hint(ui, field, width);
    ui::wrapped_node(ui, ui::Role::kText, hint_key(field), field.hint, laid, at.x, at.y);
}

}  // namespace

std::string room_left(const Locale& locale, std::int64_t left) {
    constexpr std::int64_t kCountFrom = 100;
    return left >= 0 && left < kCountFrom ? locale.count(locale.words().composer.left, left) : "";
}

float form_field_height(ui::Ui& ui, const FormField& field, float width) {
    const float problem = field.problem.empty() ? 0 : kAboveProblem + laid_problem(ui, field, width).height;
    const float hint = field.hint.empty() ? 0 : kAboveProblem + laid_hint(ui, field, width).height;
    return kLabel + box_height(field) + problem + hint + kGap;
}

FieldOutcome draw_form_field(ui::Ui& ui, const FormField& field, FieldText& text, ImVec2 at, float width) {
    const auto label = ui::secondary_style(ui.theme.text_secondary);
    ui::draw_text(ui, at.x, at.y, field.label, label, width - 80);
    if (field.problem.empty()) draw_room(ui, field, at.x + width, at.y);
    ui::FieldBox box{field.label, {at.x, at.y + kLabel, width, box_height(field)}};
    box.role = field.is_long ? ui::Role::kTextArea : ui::Role::kTextField;
    if (field.is_secret) box.role = ui::Role::kPasswordField;
    box.key = field.key;
    box.spec = spec_of(ui, field, text);
    const auto changed = ui::field(ui, box);
    if (changed) text.value = *changed;
    const bool is_wrong = !field.problem.empty();
    if (is_wrong) ui::outline(ui, box.rect, ui.theme.danger, 8, 2);
    ui.tree.back().is_invalid = is_wrong;
    ui.tree.back().description = is_wrong ? field.problem : field.hint;
    draw_below(ui, field, {at.x, at.y + kLabel + box_height(field) + kAboveProblem}, width);
    return {changed.has_value(), ui::was_submitted(ui, box.key)};
}

}  // namespace roost
