#include "client-wasm/views/template_desk.h"

#include <algorithm>
#include <utility>

#include "client-wasm/views/floating.h"
#include "client-wasm/views/template_choice.h"
#include "client-wasm/views/template_desk_parts.h"
#include "client-wasm/views/template_sheet.h"

namespace roost {

namespace desk {

ui::NodeKey key_of(std::string_view name, std::string_view id) {
    const ui::NodeKey key = ui::make_key(ui::make_key(0, "template desk"), name);
    return id.empty() ? key : ui::make_key(key, id);
}

const MessageTemplate* known_template(const TemplateDesk& desk) {
    for (const MessageTemplate& one : desk.list.all)
        if (one.id == desk.id) return &one;
    return nullptr;
}

// What was begun is there again. Its fields are new ones on the screen, and take their text.
void open_sheet(TemplateDesk& desk, const MessageTemplate* known) {
    desk.id = known == nullptr ? "" : known->id;
    desk.is_editing = desk.wants_focus = true;
    desk.language_search.set("");
    desk.scroll_revision = 0;  // its scroller is a new one
    TemplateSheet& sheet = desk.sheets[desk.id];
    if (sheet.has_changed) {
        for (auto& [key, text] : sheet.fields)
            text.set(text.value);
    } else if (known == nullptr) {
        clear_sheet(sheet);
    } else {
        sheet = sheet_of(*known, sheet);
    }
}

}  // namespace desk

namespace {

using desk::kButton;
using desk::kTop;
using desk::Pane;

std::string title_of(const Pane& pane) {
    if (!pane.desk.is_editing) return std::string(pane.ui.words.templates.title);
    const MessageTemplate* known = desk::known_template(pane.desk);
    return known == nullptr ? std::string(pane.words().create) : readable_name(known->name);
}

// Returns where it begins.
float draw_quiet(const Pane& pane, const ui::Rect& sheet, std::string_view label, bool& is_pressed) {
    ui::Ui& ui = pane.ui;
    const float width = ui.text.width(label, ui::button_style(0)) + 24;
    const float x = sheet.x + sheet.width - 8 - width;
    const ui::ButtonSpec spec{
        .label = label, .rect = {x, sheet.y + 8, width, kButton}, .kind = ui::ButtonKind::kQuiet};
    is_pressed = ui::button(ui, spec);
    return x;
}

// What the dialog is about, the way back, and what begins or ends the writing.
void draw_bar(const Pane& pane, UiState& state, const ui::Rect& sheet) {
    ui::Ui& ui = pane.ui;
    TemplateDesk& desk = pane.desk;
    const bool is_editing = desk.is_editing;
    ui::ButtonSpec leave{
        .label = is_editing ? ui.words.templates.back : ui.words.templates.close,
        .rect = {sheet.x + 8, sheet.y + 8, kButton, kButton},
        .kind = ui::ButtonKind::kRound,
        .icon = is_editing ? ui::Icon::kBack : ui::Icon::kClose};
    leave.key = desk::key_of("leave");
    const bool leaves = ui::button(ui, leave);
    float end = sheet.x + sheet.width;
    bool begins = false;
    bool discards = false;
    if (!is_editing) end = draw_quiet(pane, sheet, pane.words().create, begins);
    const bool can_discard = is_editing && pane.sheet().has_changed && desk.task == DeskTask::kNone;
    if (can_discard) end = draw_quiet(pane, sheet, pane.words().discard, discards);
    const float x = sheet.x + kTop;
    ui::heading(ui, 2, x, sheet.y + 18, title_of(pane), ui::title_style(ui.theme.text), end - x - 8);
    ui::hairline(ui, sheet.x, sheet.y + kTop - 1, sheet.width, ui.theme.border);
    if (begins) desk::open_sheet(desk, nullptr);
    if (discards) {
        const MessageTemplate* known = desk::known_template(desk);
        if (known == nullptr) clear_sheet(pane.sheet());
        if (known != nullptr) pane.sheet() = sheet_of(*known, pane.sheet());
        desk.wants_focus = true;
        ++desk.written;
    }
    if (leaves && !leave_template_sheet(desk)) state.overlay = Overlay::kNone;
}

// Where there are several, always one of them: what is made belongs to one.
AccountId account_shown(const AccountNames& accounts, AccountId chosen) {
    if (accounts.size() < 2) return {};
    return accounts.contains(chosen) ? chosen : accounts.begin()->first;
}

}  // namespace

void open_template_desk(UiState& state) {
    state.overlay = Overlay::kTemplateDesk;
    state.desk.wants_focus = true;
    state.desk.scroll_revision = 0;
    if (!state.desk.is_editing) return;
    for (auto& [key, text] : state.desk.sheets[state.desk.id].fields)
        text.set(text.value);
}

bool leave_template_sheet(TemplateDesk& desk) {
    if (!desk.is_editing) return false;
    desk.wants_focus = true;
    if (std::exchange(desk.asks_removal, false)) return true;
    desk.is_editing = false;
    return true;
}

void draw_template_desk(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    TemplateDesk& desk = state.desk;
    const Pane pane{desk, state.templates, inbox.accounts, ui, out};
    desk.account = account_shown(inbox.accounts, desk.account);
    const bool is_other = desk.list.account != desk.account;
    const bool is_known = desk.list.has_answer || desk.list.is_loading;
    if (is_other || (!is_known && desk.list.error.empty()))
        out.push_back(LoadTemplates{false, true, desk.account});
    // Somebody else has deleted it.
    const bool is_gone = !desk.id.empty() && desk::known_template(desk) == nullptr;
    if (is_gone && desk.list.has_answer && !desk.list.is_loading) desk.is_editing = false;
    const ui::Rect sheet = begin_sheet(ui, 960, 760);
    const ui::Scope scope(ui, ui::Role::kDialog, ui.words.templates.title, sheet, desk::key_of("dialog"));
    draw_bar(pane, state, sheet);
    const ui::Rect body{sheet.x, sheet.y + kTop, sheet.width, sheet.height - kTop};
    desk.is_editing ? desk::draw_sheet(pane, body) : desk::draw_list(pane, body);
    end_sheet(ui, sheet);
    if (std::exchange(desk.kept, desk.written) != desk.written) out.push_back(KeepTemplateSheets{});
}

}  // namespace roost
