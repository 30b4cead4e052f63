#include "client-wasm/views/editor.h"

#include <algorithm>
#include <utility>

#include "client-wasm/views/bubble_preview.h"
#include "client-wasm/views/editor_fields.h"
#include "client-wasm/views/floating.h"
#include "client-wasm/views/form_field.h"
#include "client-wasm/views/menu.h"
#include "shared/model/phone_number.h"
#include "shared/text/fold.h"
#include "shared/wire/interactive_limits.h"

namespace roost {

namespace {

constexpr float kBar = 64;
constexpr float kTop = 60;
constexpr float kSide = 16;
constexpr float kGap = 12;
constexpr float kButton = 44;
constexpr float kTwoColumns = 680;
constexpr float kPreview = 320;
constexpr std::size_t kMostKnown = 4;

ui::NodeKey editor_key(std::string_view name) {
    return ui::make_key(ui::make_key(0, "editor"), name);
}

struct Form {
    const Conversation& row;
    UiState& state;
    ui::Ui& ui;
    Commands& out;

    EditorState& editor() const { return state.editor; }
    const Locale& locale() const { return ui.locale; }
};

FormField shown(const Form& form, const EditorField& field) {
    const std::string problem = editor_problem(form.locale(), form.editor(), field);
    const std::string room = editor_room(form.locale(), form.editor(), field);
    const bool is_prose = field.check == EditorCheck::kText;
    return {editor_key(field.key), field.label, room, problem, field.is_long, is_prose};
}

// Both numbers of a place that was copied from a map come into their fields, once the writer has left the
// first: what is typed may look like both before it is finished. Returns whether they did.
bool take_place(EditorState& editor) {
    const auto both = split_place(editor_value(editor, "latitude"));
    if (!both) return false;
    editor.fields["latitude"].set(both->first);
    editor.fields["longitude"].set(both->second);
    return true;
}

void send(const Form& form) {
    EditorState& editor = form.editor();
    editor.shows_problems = true;
    if (editor.kind == EditorKind::kLocation) take_place(editor);
    for (const EditorField& field : editor_fields(form.locale(), editor)) {
        const std::string problem = editor_problem(form.locale(), editor, field);
        if (problem.empty()) continue;
        form.ui.wanted_focus = editor_key(field.key);
        form.out.push_back(Say{fill("{0}: {1}", {field.label, problem}), true});
        return;
    }
    form.out.push_back(SendContent{form.row.id, editor_content(editor)});
    editor.conversation = {};  // the next one begins anew
    form.state.overlay = Overlay::kNone;
}

// People of the loaded list whose name begins like what is typed.
std::vector<const Conversation*> known_people(const Form& form) {
    std::vector<const Conversation*> people;
    const EditorState& editor = form.editor();
    if (editor.kind != EditorKind::kContact || !editor.wa_id.empty()) return people;
    const std::string typed = text::fold(editor_value(editor, "name"));
    for (const Conversation* row : form.state.list.rows) {
        if (people.size() == kMostKnown) break;
        const bool is_other = row->id != form.row.id && !row->wa_id.empty();
        if (is_other && text::fold(display_name(*row)).starts_with(typed)) people.push_back(row);
    }
    return people;
}

void draw_people(const Form& form, const ui::Rect& at) {
    const auto people = known_people(form);
    if (people.empty()) return;
    ui::Ui& ui = form.ui;
    const Word& title = ui.words.sending.editor.known;
    ui::text_node(ui, at.x, at.y, title, ui::secondary_style(ui.theme.text_secondary));
    ui::Rect place{at.x, at.y + 24, at.width, kButton};
    for (const Conversation* row : people) {
        const std::string number = format_phone_number(row->wa_id);
        const std::string label = fill("{0} · {1}", {display_name(*row), number});
        const MenuItem item{ui::Icon::kPerson, label, editor_key(row->wa_id)};
        const bool is_chosen = menu_item(ui, item, place);
        ui.tree.back().role = ui::Role::kButton;
        place.y += kButton;
        if (!is_chosen) continue;
        EditorState& editor = form.editor();
        editor.fields["name"].set(display_name(*row));
        editor.fields["phone"].set(number);
        editor.wa_id = row->wa_id;
        ui.wanted_focus = editor_key("send");
    }
}

// Another entry or section of a list, with the focus in it.
void draw_growth(const Form& form, const ui::Rect& at) {
    EditorState& editor = form.editor();
    const EditorWords& words = form.ui.words.sending.editor;
    const auto pressed = [&](const Word& label, float x) {
        const float width = form.ui.text.width(label, ui::button_style(0)) + 32;
        return ui::button(
            form.ui, {.label = label, .rect = {x, at.y, width, kButton}, .kind = ui::ButtonKind::kQuiet}
        );
    };
    if (pressed(words.add_entry, at.x)) {
        ++editor.entries;
        form.ui.wanted_focus = editor_key("entry" + std::to_string(editor.entries));
    }
    const float taken = form.ui.text.width(words.add_entry, ui::button_style(0)) + 40;
    if (!pressed(words.add_section, at.x + taken)) return;
    add_list_section(editor);
    // The first one needs a name from now on.
    const bool is_second = editor.later_sections.size() == 1;
    const std::size_t wanted = is_second ? 1 : editor.later_sections.size() + 1;
    form.ui.wanted_focus = editor_key("section" + std::to_string(wanted));
}

// Below the fields: more entries, people to choose from.
void draw_more(const Form& form, const ui::Rect& at) {
    if (form.editor().kind != EditorKind::kList)
        draw_people(form, at);
    else if (form.editor().entries < static_cast<int>(kMostRows))
        draw_growth(form, at);
}

// What was typed by hand is nobody that is known.
void take_change(EditorState& editor, const EditorField& field) {
    if (field.check == EditorCheck::kPhone) editor.wa_id.clear();
}

float content_height(const Form& form, float width) {
    float height = kGap;
    for (const EditorField& field : editor_fields(form.locale(), form.editor()))
        height += form_field_height(form.ui, shown(form, field), width);
    if (form.editor().kind == EditorKind::kList) return height + kButton + kGap;
    const auto people = static_cast<float>(known_people(form).size());
    return people == 0 ? height : height + 24 + people * kButton + kGap;
}

// What is not written yet has its place in the preview all the same.
void take_stand_ins(Content& content) {
    constexpr std::string_view kNothingYet = "…";
    const auto fill_in = [&](std::string& text) {
        if (text.empty()) text = kNothingYet;
    };
    if (auto* contacts = std::get_if<Contacts>(&content); contacts != nullptr && !contacts->cards.empty())
        fill_in(contacts->cards.front().name);
    if (auto* interactive = std::get_if<Interactive>(&content)) fill_in(interactive->title);
}

Message message_of(const Form& form) {
    Content content = editor_content(form.editor());
    take_stand_ins(content);
    return message_to_preview(form.ui, std::move(content));
}

void draw_fields(const Form& form, const ui::Rect& rect, float above) {
    ui::Ui& ui = form.ui;
    const float width = rect.width - 2 * kSide;
    const float height = above + content_height(form, width);
    const ui::NodeKey key = editor_key("fields");
    const float top = std::clamp(ui.scroll_top(key), 0.0F, std::max(0.0F, height - rect.height));
    const Word title = editor_title(ui.words, form.editor().kind);
    const ui::Scroller scroller(
        ui, {ui::Role::kGroup, title, rect, key, ui::ScrollerSpec{height, std::nullopt, 0}, top}
    );
    float y = rect.y - top;
    if (above > 0) draw_bubble_preview(ui, message_of(form), {rect.x, y, rect.width, above}, form.out);
    y += above + kGap;
    for (const EditorField& field : editor_fields(form.locale(), form.editor())) {
        const FormField box = shown(form, field);
        FieldText& text = form.editor().fields[field.key];
        const FieldOutcome outcome = draw_form_field(ui, box, text, {rect.x + kSide, y}, width);
        y += form_field_height(ui, box, width);
        if (outcome.has_changed) take_change(form.editor(), field);
        const bool is_left = field.check == EditorCheck::kLatitude && ui.input.focus != box.key;
        if (is_left && take_place(form.editor())) ui.wake(ui.now);
        if (outcome.is_submitted) return send(form);
    }
    draw_more(form, {rect.x + kSide, y, width, 0});
}

void draw_send_bar(const Form& form, const ui::Rect& rect) {
    ui::Ui& ui = form.ui;
    ui::hairline(ui, rect.x, rect.y, rect.width, ui.theme.border);
    const std::string_view label = ui.words.composer.send;
    const float wanted = ui.text.width(label, ui::button_style(0)) + 48;
    const float width = ui.is_phone() ? rect.width - 2 * kSide : wanted;
    ui::ButtonSpec spec{
        .label = label, .rect = {rect.x + rect.width - kSide - width, rect.y + 10, width, kButton}};
    spec.key = editor_key("send");
    if (ui::button(ui, spec)) send(form);
}

void draw_sheet(const Form& form, const ui::Rect& sheet) {
    ui::Ui& ui = form.ui;
    const Word title = editor_title(ui.words, form.editor().kind);
    const ui::Scope scope(ui, ui::Role::kDialog, title, sheet, editor_key("dialog"));
    const ui::ButtonSpec leave{
        .label = ui.words.templates.close,
        .rect = {sheet.x + 8, sheet.y + 8, kButton, kButton},
        .kind = ui::ButtonKind::kRound,
        .icon = ui::Icon::kClose};
    if (ui::button(ui, leave)) form.state.overlay = Overlay::kNone;
    ui::heading(ui, 2, sheet.x + kTop, sheet.y + 18, title, ui::title_style(ui.theme.text), sheet.width - 80);
    ui::hairline(ui, sheet.x, sheet.y + kTop, sheet.width, ui.theme.border);
    ui::Rect body{sheet.x, sheet.y + kTop + 1, sheet.width, sheet.height - kTop - 1 - kBar};
    draw_send_bar(form, {body.x, body.y + body.height, body.width, kBar});
    const bool is_wide = sheet.width >= kTwoColumns;
    if (is_wide) {
        const ui::Rect right{body.x + body.width - kPreview, body.y, kPreview, body.height};
        draw_bubble_preview(ui, message_of(form), right, form.out);
        body.width -= kPreview;
    }
    const float above = is_wide ? 0 : bubble_preview_height(ui, message_of(form), body.width);
    draw_fields(form, body, above);
}

}  // namespace

ui::NodeKey first_of_editor(const EditorState& editor) {
    switch (editor.kind) {
        case EditorKind::kLocation:
            return editor_key("latitude");
        case EditorKind::kContact:
            return editor_key("name");
        default:
            return editor_key("body");
    }
}

void draw_editor(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    const Conversation* row = find_conversation(inbox, state.open);
    if (row == nullptr || state.editor.conversation != state.open) {
        state.overlay = Overlay::kNone;
        return;
    }
    const ui::Rect sheet = begin_sheet(ui, 760, 640);
    draw_sheet({*row, state, ui, out}, sheet);
    end_sheet(ui, sheet);
}

}  // namespace roost
