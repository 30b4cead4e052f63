#include "client-wasm/views/shell.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "client-wasm/bubbles/message_key.h"
#include "client-wasm/views/account_button.h"
#include "client-wasm/views/account_menu.h"
#include "client-wasm/views/account_strip.h"
#include "client-wasm/views/assign_dialog.h"
#include "client-wasm/views/attach_menu.h"
#include "client-wasm/views/attachment_tray.h"
#include "client-wasm/views/chat_link_dialog.h"
#include "client-wasm/views/composer.h"
#include "client-wasm/views/connection.h"
#include "client-wasm/views/conversation_list.h"
#include "client-wasm/views/conversation_menu.h"
#include "client-wasm/views/editor.h"
#include "client-wasm/views/forward_dialog.h"
#include "client-wasm/views/help.h"
#include "client-wasm/views/message_info.h"
#include "client-wasm/views/owners.h"
#include "client-wasm/views/palette.h"
#include "client-wasm/views/rail.h"
#include "client-wasm/views/record_strip.h"
#include "client-wasm/views/records_dialog.h"
#include "client-wasm/views/search.h"
#include "client-wasm/views/settings.h"
#include "client-wasm/views/sign_in.h"
#include "client-wasm/views/start_dialog.h"
#include "client-wasm/views/template_desk.h"
#include "client-wasm/views/template_picker.h"
#include "client-wasm/views/viewer.h"

namespace roost {

namespace {

constexpr float kRailWidth = 64;
constexpr float kNarrowestThread = 320;

void draw_head(
    const Inbox& inbox,
    const Conversation* row,
    UiState& state,
    ui::Ui& ui,
    const ui::Rect& rect,
    Commands& out
) {
    if (row == nullptr) return ui::fill(ui, rect, ui.theme.panel);
    draw_thread_header(inbox, *row, own_number_label(inbox.accounts, row->account), state, ui, rect, out);
}

void draw_conversation(
    const Inbox& inbox, UiState& state, ViewState& views, ui::Ui& ui, ui::Rect rect, Commands& out
) {
    const Conversation* row = find_conversation(inbox, state.open);
    ui::Scope main(ui, ui::Role::kMain, ui.words.thread.conversation, {}, ui::key_of(ui, "conversation"));
    if (!state.open) return draw_no_thread(ui, rect);
    const float header = ui.is_phone() ? 60.0F : 64.0F;
    const float composer = composer_height(inbox, state, ui, rect.width);
    const float bottom = rect.y + rect.height;
    float top = rect.y + header;
    // A phone shows one column, so light and strip stand here while the list is away.
    if (ui.is_phone()) {
        record_connection(state.connection, ui);
        top += draw_connection_strip(state.connection, ui, {rect.x, top, rect.width, 0});
        top += draw_account_strip(inbox, state, ui, {rect.x, top, rect.width, 0}, out);
    }
    draw_head(inbox, row, state, ui, {rect.x, rect.y, rect.width, header}, out);
    if (row != nullptr) top += draw_record_strip(*row, state, ui, {rect.x, top, rect.width, 0});
    if (state.thread_search.is_open() && row != nullptr) {
        draw_thread_search(state, ui, {rect.x, top, rect.width, kSearchBarHeight}, out);
        top += kSearchBarHeight;
    }
    draw_thread(inbox, state, views.thread, ui, {rect.x, top, rect.width, bottom - composer - top}, out);
    // Without a field, or where it would bring up the keyboard, the messages take the focus.
    const bool is_read_only = !may(state, permission::kSend);
    const bool has_no_field = row != nullptr && !has_field(*row, state, ui.now);
    if (state.composer.wants_focus && (has_no_field || ui.is_phone())) {
        state.composer.wants_focus = false;
        ui.wanted_focus = ui::key_of(ui, "log", state.open.value);
    }
    draw_composer(inbox, state, ui, {rect.x, bottom - composer, rect.width, composer}, out);
    const bool takes_files = !has_no_field || state.templates.takes.header != TemplateHeader::kNone;
    if (takes_files && !is_read_only)
        draw_drop_target(state.tray, ui, {rect.x, top, rect.width, bottom - composer - top});
}

// The message that has the focus; null if none has.
const Message* focused_message(
    const Inbox& inbox, const UiState& state, const ViewState& views, const ui::Ui& ui
) {
    const ThreadView& view = views.thread;
    const ThreadWindow* thread = find_thread(inbox, state.open);
    if (thread == nullptr || view.cursor_node == 0 || ui.input.focus != view.cursor_node) return nullptr;
    for (const Message& message : thread->messages) {
        if (message_key(message) == view.cursor) return &message;
    }
    return nullptr;
}

void move_cursor(UiState& state, int step) {
    ConversationListState& list = state.list;
    const ConversationId from = list.cursor ? list.cursor : state.open;
    list.cursor = neighbour(list.rows, from, step);
    list.wants_cursor_focus = static_cast<bool>(list.cursor);
}

void leave(UiState& state, const ui::Ui& ui, bool is_in_field, Commands& out) {
    if (state.overlay == Overlay::kTemplateDesk && leave_template_sheet(state.desk)) return;
    if (state.overlay != Overlay::kNone) {
        state.overlay = Overlay::kNone;
    } else if (shows_settings(state)) {
        leave_settings(state, ui.viewport, out);
    } else if (state.composer.reply_to) {
        state.composer.reply_to.reset();
    } else if (is_in_field && state.open && !state.list.rows.empty() && !ui.is_phone()) {
        state.list.cursor = state.open;
        state.list.wants_cursor_focus = true;
    } else if (state.open) {
        out.push_back(CloseConversation{});
    }
}

bool leave_suggestions(UiState& state, std::string_view key) {
    if (key != "Escape" || state.overlay != Overlay::kNone || !state.open) return false;
    return close_suggestions(state.composer);
}

// Single letters come only while nothing is being typed; the platform keeps them back otherwise.
void take_keys(const Inbox& inbox, UiState& state, const ViewState& views, const ui::Ui& ui, Commands& out) {
    const Message* message = focused_message(inbox, state, views, ui);
    const Conversation* row = find_conversation(inbox, state.open);
    for (const ui::Key& key : ui.input.keys) {
        const std::string_view name = key.name;
        if (leave_suggestions(state, name)) continue;
        // On a message, arrows go to its neighbours.
        const bool is_arrow = name == "ArrowDown" || name == "ArrowUp";
        const bool is_in_list = message == nullptr || !is_arrow;
        const bool is_elsewhere = shows_settings(state);
        if (is_arrow && state.templates.has_row_focus) continue;
        if (is_in_list && !is_elsewhere && take_search_key(state, ui, key, out)) continue;
        if (name == "Escape") leave(state, ui, key.is_in_field, out);
        if (name == "k" && key.has_control) toggle_palette(state);
        if (key.is_in_field || key.has_control || state.overlay != Overlay::kNone) continue;
        if (name == "?") state.overlay = Overlay::kHelp;
        if (is_elsewhere) continue;
        if (name == "j" || (name == "ArrowDown" && is_in_list)) move_cursor(state, 1);
        if (name == "k" || (name == "ArrowUp" && is_in_list)) move_cursor(state, -1);
        if (name == "a" && row != nullptr && can_assign(state)) open_assign(state, row->id);
        if (name != "r" || row == nullptr || !may(state, permission::kSend)) continue;
        state.composer.wants_focus = true;
        const bool can_write = has_field(*row, state, ui.now);
        if (message != nullptr && can_write && can_quote(*message)) answer(*message, state.composer);
    }
}

void draw_overlay(const Inbox& inbox, UiState& state, ViewState& views, ui::Ui& ui, Commands& out) {
    if (std::exchange(views.thread.wants_menu, false) && state.overlay == Overlay::kNone)
        state.overlay = Overlay::kMessageMenu;
    if (state.overlay == Overlay::kMessageMenu) draw_message_menu(inbox, state, views.thread.menu, ui, out);
    views.thread.menu.is_open = state.overlay == Overlay::kMessageMenu;
    if (state.overlay == Overlay::kMessageInfo) draw_message_info(inbox, state, views.thread.menu, ui);
    if (state.overlay == Overlay::kPalette) {
        draw_palette(inbox, state, views.palette, ui, out);
    } else {
        views.palette = {};
        if (!state.palette_search.is_empty()) out.push_back(SearchPalette{});
    }
    if (state.overlay == Overlay::kAccountMenu) draw_account_menu(inbox, state, ui, out);
    if (state.overlay == Overlay::kLanguageMenu) draw_language_menu(state, ui, out);
    if (state.overlay == Overlay::kHelp) draw_help(state, ui);
    if (state.overlay == Overlay::kViewer) draw_viewer(inbox, state, ui, out);
    if (state.overlay == Overlay::kTemplates) draw_template_dialog(inbox, state, ui, out);
    if (state.overlay == Overlay::kAttachMenu) draw_attach_menu(state, ui, out);
    if (state.overlay == Overlay::kEditor) draw_editor(inbox, state, ui, out);
    if (state.overlay == Overlay::kTemplateDesk) draw_template_desk(inbox, state, ui, out);
    if (state.overlay == Overlay::kSettings) draw_settings_dialog(inbox, state, ui, out);
    if (state.overlay == Overlay::kConversationMenu) draw_conversation_menu(inbox, state, ui, out);
    if (state.overlay == Overlay::kBlockQuestion) draw_block_question(inbox, state, ui, out);
    if (state.overlay == Overlay::kRecords) draw_records_dialog(inbox, state, ui, out);
    if (state.overlay == Overlay::kStart) draw_start_dialog(inbox, state, ui, out);
    if (state.overlay == Overlay::kChatLink) draw_chat_link_dialog(inbox, state, ui, out);
    if (state.overlay == Overlay::kAssign) draw_assign_dialog(inbox, state, ui, out);
    if (state.overlay == Overlay::kForward) draw_forward_dialog(inbox, state, ui, out);
    if (state.overlay == Overlay::kFilterMenu) draw_filter_menu(inbox, state, ui, out);
    // What is shown once is not kept.
    if (state.overlay != Overlay::kSettings) state.settings.dialog.secret.clear();
}

// Into what opened, and back to where the reader was when it closes.
void move_focus_with_overlay(const UiState& state, ViewState& views, ui::Ui& ui) {
    if (state.overlay == views.shown_overlay) return;
    if (views.shown_overlay == Overlay::kNone) views.return_focus = ui.input.focus;
    views.shown_overlay = state.overlay;
    if (state.overlay == Overlay::kNone) ui.wanted_focus = views.return_focus;
    if (state.overlay == Overlay::kAccountMenu) ui.wanted_focus = first_of_account_menu(ui);
    if (state.overlay == Overlay::kLanguageMenu) ui.wanted_focus = chosen_of_language_menu(state);
    if (state.overlay == Overlay::kHelp) ui.wanted_focus = first_of_help();
    if (state.overlay == Overlay::kViewer) ui.wanted_focus = first_of_viewer();
    if (state.overlay == Overlay::kMessageMenu) ui.wanted_focus = views.thread.menu.first;
    if (state.overlay == Overlay::kMessageInfo) ui.wanted_focus = first_of_message_info();
    if (state.overlay == Overlay::kPalette) ui.wanted_focus = palette_field();
    if (state.overlay == Overlay::kTemplates) ui.wanted_focus = first_of_templates(ui);
    if (state.overlay == Overlay::kAttachMenu) ui.wanted_focus = first_of_attach_menu();
    if (state.overlay == Overlay::kEditor) ui.wanted_focus = first_of_editor(state.editor);
    if (state.overlay == Overlay::kConversationMenu) ui.wanted_focus = first_of_conversation_menu(state);
    if (state.overlay == Overlay::kBlockQuestion) ui.wanted_focus = first_of_block_question();
    if (state.overlay == Overlay::kRecords) ui.wanted_focus = first_of_records_dialog();
    if (state.overlay == Overlay::kStart) ui.wanted_focus = first_of_start_dialog();
    if (state.overlay == Overlay::kChatLink) ui.wanted_focus = first_of_chat_link_dialog();
    if (state.overlay == Overlay::kAssign) ui.wanted_focus = first_of_assign_dialog();
    if (state.overlay == Overlay::kForward) ui.wanted_focus = first_of_forward_dialog();
    if (state.overlay == Overlay::kFilterMenu) ui.wanted_focus = first_of_filter_menu();
}

void draw_divider(const ui::Rect& list, ui::Ui& ui, Commands& out) {
    const float x = list.x + list.width;
    ui::vertical_hairline(ui, x - 1, list.y, list.height, ui.theme.border);
    ui::SplitterSpec spec{ui.words.list.width, {x, list.y, 1, list.height}, list.x};
    spec.least = kNarrowestList;
    spec.most = widest_list(ui.viewport);
    spec.key = ui::key_of(ui, "list width");
    if (const auto width = ui::splitter(ui, spec)) out.push_back(ResizeList{*width});
    // Every control stands in a landmark.
    ui.tree.back().parent = conversation_list_key(ui);
}

void draw_list_column(const Inbox& inbox, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    draw_conversation_list(inbox, state, state.list, ui, rect, out);
    if (!ui.is_phone()) return;
    ui::Scope navigation(ui, ui::Role::kNavigation, ui.words.rail.navigation, {}, ui::key_of(ui, "rail"));
    draw_account_button(inbox, state, ui, {ui.viewport.width - 36, 30}, 44);
}

// Pictures that the browser lets move would stand over what is open: the still ones are drawn, and under it.
void hold_still_what_is_covered(ui::Ui& ui) {
    const auto covers = [](const ui::Node& node) {
        return node.role == ui::Role::kDialog || node.role == ui::Role::kMenu ||
               node.role == ui::Role::kPopover;
    };
    if (std::none_of(ui.tree.begin(), ui.tree.end(), covers)) return;
    for (ui::Node& node : ui.tree) {
        if (node.role == ui::Role::kMoving) node.href.clear();
    }
}

void draw_place(const Inbox& inbox, UiState& state, ViewState& views, ui::Ui& ui, Commands& out) {
    const ShellColumns columns = shell_columns(ui.viewport, static_cast<bool>(state.open), state.list_width);
    if (shows_settings(state)) {
        const float x = columns.rail.width;
        const ui::Rect rect{x, ui.viewport.y, ui.viewport.width - x, ui.viewport.height};
        return draw_settings(inbox, state, ui, rect, out);
    }
    if (columns.list.width > 0) draw_list_column(inbox, state, ui, columns.list, out);
    if (!ui.is_phone()) draw_divider(columns.list, ui, out);
    if (columns.thread.width > 0) draw_conversation(inbox, state, views, ui, columns.thread, out);
}

// Into the section, and back to where the reader was before.
void move_focus_with_settings(UiState& state, ViewState& views, ui::Ui& ui) {
    const bool is_shown = shows_settings(state);
    if (is_shown && !views.shows_settings)
        views.before_settings = ui.wanted_focus != 0 ? ui.wanted_focus : ui.input.focus;
    if (!is_shown && views.shows_settings && ui.wanted_focus == 0) ui.wanted_focus = views.before_settings;
    if (is_shown) views.thread.is_remounted = true;
    views.shows_settings = is_shown;
    if (!is_shown || state.overlay != Overlay::kNone || !state.settings.wants_focus) return;
    state.settings.wants_focus = false;
    ui.wanted_focus = settings_anchor(state, ui.viewport);
}

}  // namespace

float widest_list(const ui::Rect& viewport) {
    return std::clamp(viewport.width - kRailWidth - kNarrowestThread, kNarrowestList, 560.0F);
}

ShellColumns shell_columns(const ui::Rect& viewport, bool is_thread_open, float list_width) {
    ShellColumns columns;
    if (viewport.width < 600) {
        (is_thread_open ? columns.thread : columns.list) = viewport;
        return columns;
    }
    const float usual = viewport.width >= 1024 ? 340.0F : std::clamp(viewport.width * 0.36F, 240.0F, 320.0F);
    const float wanted = list_width > 0 ? list_width : usual;
    const float list = std::round(std::clamp(wanted, kNarrowestList, widest_list(viewport)));
    const float left = viewport.x + kRailWidth + list;
    columns.rail = {viewport.x, viewport.y, kRailWidth, viewport.height};
    columns.list = {viewport.x + kRailWidth, viewport.y, list, viewport.height};
    columns.thread = {left, viewport.y, viewport.x + viewport.width - left, viewport.height};
    return columns;
}

void draw_shell(const Inbox& inbox, UiState& state, ViewState& views, ui::Ui& ui, Commands& out) {
    if (state.is_starting) return draw_splash(state, ui);
    if (!state.is_signed_in) return draw_sign_in(state.sign_in, ui, out);
    refresh_rows(inbox, state, state.list);
    take_keys(inbox, state, views, ui, out);
    ui.is_covered = state.overlay != Overlay::kNone;
    state.templates.takes = {};
    const ShellColumns columns = shell_columns(ui.viewport, static_cast<bool>(state.open), state.list_width);
    ui::fill(ui, ui.viewport, ui.theme.app);
    if (columns.rail.width > 0) draw_rail(inbox, state, ui, columns.rail, out);
    draw_place(inbox, state, views, ui, out);
    ui.is_covered = false;
    draw_overlay(inbox, state, views, ui, out);
    hold_still_what_is_covered(ui);
    move_focus_with_overlay(state, views, ui);
    move_focus_with_settings(state, views, ui);
}

}  // namespace roost
