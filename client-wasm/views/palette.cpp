#include "client-wasm/views/palette.h"

#include <algorithm>

#include "client-wasm/views/floating.h"
#include "client-wasm/views/owners.h"
#include "client-wasm/views/records_dialog.h"
#include "client-wasm/views/search_rows.h"
#include "client-wasm/views/start_dialog.h"
#include "shared/text/search_terms.h"

namespace roost {

namespace {

constexpr float kMostWidth = 560;
constexpr float kRow = 48;
constexpr float kField = 48;
constexpr float kPadding = 8;

ui::NodeKey palette_key() {
    return ui::make_key(0, "palette");
}

ui::NodeKey list_key() {
    return ui::make_key(palette_key(), "found");
}

ui::NodeKey entry_key(const PaletteEntry& entry) {
    if (const auto* id = std::get_if<ConversationId>(&entry.what))
        return ui::make_key(list_key(), "conversation", id->value);
    if (const auto* found = std::get_if<FoundMessage>(&entry.what))
        return ui::make_key(list_key(), "message", found->message.value);
    return ui::make_key(list_key(), "action", static_cast<std::int64_t>(std::get<PaletteAction>(entry.what)));
}

ThemeChoice theme_of(PaletteAction action) {
    if (action == PaletteAction::kLightTheme) return ThemeChoice::kLight;
    return action == PaletteAction::kDarkTheme ? ThemeChoice::kDark : ThemeChoice::kSystem;
}

// Whether it is one of those that open something over the rest.
bool opens_dialog(PaletteAction action, UiState& state) {
    if (action == PaletteAction::kRecords) open_records(state, state.open, {});
    if (action == PaletteAction::kAssign) open_assign(state, state.open);
    if (action == PaletteAction::kStart) open_start(state);
    if (action == PaletteAction::kBlock) state.overlay = Overlay::kBlockQuestion;
    if (action == PaletteAction::kShortcuts) state.overlay = Overlay::kHelp;
    return state.overlay != Overlay::kNone;
}

void act(PaletteAction action, const Inbox& inbox, UiState& state, Commands& out) {
    if (opens_dialog(action, state)) return;
    const Conversation* open = find_conversation(inbox, state.open);
    switch (action) {
        case PaletteAction::kNextUnread:
            out.push_back(OpenConversation{next_unread(state.list.rows, state.open)});
            return;
        case PaletteAction::kReply:
            state.composer.wants_focus = true;
            return;
        case PaletteAction::kMarkRead:
            if (open != nullptr) out.push_back(MarkRead{open->id, open->last.id});
            return;
        case PaletteAction::kCloseConversation:
            out.push_back(CloseConversation{});
            return;
        case PaletteAction::kTemplate:
            out.push_back(OpenTemplates{state.open, ""});
            return;
        case PaletteAction::kSystemTheme:
        case PaletteAction::kLightTheme:
        case PaletteAction::kDarkTheme:
            out.push_back(ChooseTheme{theme_of(action)});
            return;
        case PaletteAction::kUnblock:
            out.push_back(ChangeBlock{state.open, false});
            return;
        case PaletteAction::kSettings:
            out.push_back(OpenSettings{SettingsSection::kAccount});
            return;
        case PaletteAction::kSignOut:
            out.push_back(SignOut{});
            return;
        default:
            return;
    }
}

void choose(const PaletteEntry& entry, const Inbox& inbox, UiState& state, Commands& out) {
    state.overlay = Overlay::kNone;
    if (const auto* id = std::get_if<ConversationId>(&entry.what)) {
        out.push_back(OpenConversation{*id});
        state.composer.wants_focus = *id == state.open;
    } else if (const auto* found = std::get_if<FoundMessage>(&entry.what)) {
        out.push_back(GoToMessage{found->conversation, found->message});
    } else {
        act(std::get<PaletteAction>(entry.what), inbox, state, out);
    }
}

// As many as the window has room for.
void refresh(const Inbox& inbox, const UiState& state, PaletteState& palette, float window) {
    const int found_revision = state.palette_search.revision;
    if (palette.revision == state.list_revision && palette.found_revision == found_revision) return;
    palette.revision = state.list_revision;
    palette.found_revision = found_revision;
    palette.entries = palette_entries(inbox, state, palette.question);
    const float room = std::max(kRow, window - 24 - kField - 3 * kPadding);
    const auto most = static_cast<std::size_t>(room / kRow);
    if (palette.entries.size() > most) palette.entries.resize(most);
    palette.active = std::min(palette.active, palette.entries.empty() ? 0 : palette.entries.size() - 1);
}

void move(PaletteState& palette, const ui::Ui& ui) {
    const std::size_t count = palette.entries.size();
    for (const ui::Key& key : ui.input.keys) {
        if (count == 0) return;
        if (key.name == "ArrowDown") palette.active = (palette.active + 1) % count;
        if (key.name == "ArrowUp") palette.active = (palette.active + count - 1) % count;
    }
}

std::string time_of(const ui::Ui& ui, const PaletteEntry& entry) {
    return ui.locale.list_time(entry.at, ui.now, ui.utc_offset(entry.at));
}

// What is said of it: a message with its sender and time.
std::string label_of(const ui::Ui& ui, const PaletteEntry& entry) {
    if (!std::holds_alternative<FoundMessage>(entry.what)) return entry.label;
    return entry.label + ", " + time_of(ui, entry) + ": " + entry.detail;
}

ui::Icon icon_of(PaletteAction action) {
    switch (action) {
        case PaletteAction::kNextUnread:
            return ui::Icon::kInbox;
        case PaletteAction::kReply:
            return ui::Icon::kReply;
        case PaletteAction::kMarkRead:
            return ui::Icon::kOpen;
        case PaletteAction::kCloseConversation:
            return ui::Icon::kClose;
        case PaletteAction::kTemplate:
            return ui::Icon::kTemplate;
        case PaletteAction::kBlock:
        case PaletteAction::kUnblock:
            return ui::Icon::kBlocked;
        case PaletteAction::kRecords:
            return ui::Icon::kLink;
        case PaletteAction::kAssign:
            return ui::Icon::kPerson;
        case PaletteAction::kStart:
            return ui::Icon::kAdd;
        case PaletteAction::kSignOut:
            return ui::Icon::kSignOut;
        default:
            return ui::Icon::kInfo;
    }
}

// Who and when, and below it the words that were looked for.
void draw_message(
    ui::Ui& ui, const PaletteEntry& entry, const text::SearchTerms& terms, const ui::Rect& row
) {
    const auto id = std::get<FoundMessage>(entry.what).conversation;
    const float middle = row.y + row.height / 2;
    ui::avatar(ui, {row.x + 28, middle}, 32, id.value, initials(entry.label));
    auto secondary = ui::secondary_style(ui.theme.text_secondary);
    secondary.has_tabular_numbers = true;
    const std::string time = time_of(ui, entry);
    const float x = row.x + 56;
    const float right = row.x + row.width - 12;
    const float left_of_time = right - ui.text.width(time, secondary);
    ui::draw_text(ui, left_of_time, middle - 20, time, secondary);
    const auto name = ui::body_style(ui.theme.text, false);
    ui::draw_text(ui, x, middle - 21, entry.label, name, left_of_time - 12 - x);
    draw_said(ui, x, middle + 1, entry.detail, terms, secondary, right - x);
}

void draw_entry(ui::Ui& ui, const PaletteEntry& entry, const text::SearchTerms& terms, const ui::Rect& row) {
    if (std::holds_alternative<FoundMessage>(entry.what)) return draw_message(ui, entry, terms, row);
    const float middle = row.y + row.height / 2;
    if (const auto* id = std::get_if<ConversationId>(&entry.what)) {
        ui::avatar(ui, {row.x + 28, middle}, 32, id->value, initials(entry.label));
    } else {
        const ui::Icon icon = icon_of(std::get<PaletteAction>(entry.what));
        ui::draw_icon(ui, icon, row.x + 18, middle - 10, 20, ui.theme.text_secondary);
    }
    const float x = row.x + 56;
    const float room = row.x + row.width - 12 - x;
    const auto name = ui::body_style(ui.theme.text, false);
    const auto secondary = ui::secondary_style(ui.theme.text_secondary);
    const float drawn = ui::draw_text(ui, x, middle - 10, entry.label, name, room);
    if (!entry.key.empty()) {
        const float width = ui.text.width(entry.key, secondary);
        ui::draw_text(ui, row.x + row.width - 12 - width, middle - 9, entry.key, secondary);
    }
    if (room - drawn > 72)
        ui::draw_text(ui, x + drawn + 12, middle - 9, entry.detail, secondary, room - drawn - 12);
}

// Returns the entry that was clicked; null if none was.
const PaletteEntry* draw_entries(const PaletteState& palette, ui::Ui& ui, ui::Rect row) {
    const PaletteEntry* clicked = nullptr;
    const float height = kRow * static_cast<float>(palette.entries.size());
    ui::Scope list(
        ui, ui::Role::kListBox, ui.words.palette.found, {row.x, row.y, row.width, height}, list_key()
    );
    const text::SearchTerms terms = text::search_terms(palette.question);
    for (std::size_t i = 0; i < palette.entries.size(); ++i) {
        const PaletteEntry& entry = palette.entries[i];
        const bool begins_found = i > 0 && entry.is_found && !palette.entries[i - 1].is_found;
        if (begins_found) ui::hairline(ui, row.x, row.y, row.width, ui.theme.border);
        const bool is_active = i == palette.active;
        if (is_active) ui::fill(ui, row, ui.theme.selected, 8);
        if (is_active && ui.theme.edge != 0) ui::outline(ui, row, ui.theme.edge, 8, 2);
        if (!is_active && ui::is_hovered(ui, row)) ui::fill(ui, row, ui.theme.hover, 8);
        draw_entry(ui, entry, terms, row);
        const ui::NodeKey key = entry_key(entry);
        ui::Node& node = ui::record(ui, ui::Role::kOption, label_of(ui, entry), row, key);
        node.is_selected = is_active;
        node.is_focusable = false;
        node.position = static_cast<int>(i) + 1;
        node.set_size = static_cast<int>(palette.entries.size());
        if (ui::was_activated(ui, key)) clicked = &entry;
        row.y += kRow;
    }
    return clicked;
}

void draw_field(PaletteState& palette, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    ui::FieldBox box{ui.words.palette.field, rect};
    box.role = ui::Role::kComboBox;
    box.key = palette_field();
    box.spec.placeholder = ui.words.palette.field;
    box.spec.autocomplete = "off";
    box.spec.colour = ui.theme.text;
    box.spec.padding_x = 44;
    box.spec.padding_y = 13;
    const auto changed = ui::field(ui, box);
    ui::Node& node = ui.tree.back();
    node.is_expanded = !palette.entries.empty();
    node.list = list_key();
    if (!palette.entries.empty()) node.active = entry_key(palette.entries[palette.active]);
    ui::draw_icon(ui, ui::Icon::kSearch, rect.x + 14, rect.y + 14, 20, ui.theme.text_secondary);
    // Enter tells what is typed once more.
    if (!changed || *changed == palette.question) return;
    palette.question = *changed;
    palette.active = 0;
    palette.revision = -1;
    out.push_back(SearchPalette{*changed});
}

// Why nothing is there, or not yet.
std::string_view why_empty(const Words& words, const SearchRun& run, std::string_view question) {
    if (run.question.value != question || run.ask_at != 0 || run.is_loading) return words.search.loading;
    return run.error.empty() ? words.palette.nothing.view() : std::string_view(run.error);
}

}  // namespace

ui::NodeKey palette_field() {
    return ui::make_key(palette_key(), "question");
}

void toggle_palette(UiState& state) {
    if (state.overlay == Overlay::kPalette) {
        state.overlay = Overlay::kNone;
    } else if (state.overlay == Overlay::kNone) {
        state.overlay = Overlay::kPalette;
    }
}

void draw_palette(const Inbox& inbox, UiState& state, PaletteState& palette, ui::Ui& ui, Commands& out) {
    refresh(inbox, state, palette, ui.viewport.height);
    move(palette, ui);
    dim_everything(ui);
    const float width = std::min(kMostWidth, ui.viewport.width - 24);
    const float rows = std::max(1.0F, static_cast<float>(palette.entries.size()));
    const float height = kField + kRow * rows + 3 * kPadding;
    const float top = std::max(12.0F, std::min(96.0F, ui.viewport.height - height - 12));
    const ui::Rect sheet{(ui.viewport.width - width) / 2, top, width, height};
    draw_floating_ground(ui, sheet);
    ui::Scope scope(ui, ui::Role::kDialog, ui.words.palette.title, sheet, palette_key());
    const float inner = width - 2 * kPadding;
    draw_field(palette, ui, {sheet.x + kPadding, sheet.y + kPadding, inner, kField}, out);
    refresh(inbox, state, palette, ui.viewport.height);
    const ui::Rect row{sheet.x + kPadding, sheet.y + kField + 2 * kPadding, inner, kRow};
    const PaletteEntry* chosen = draw_entries(palette, ui, row);
    if (palette.entries.empty()) {
        const auto style = ui::body_style(ui.theme.text_secondary, false);
        const std::string_view why = why_empty(ui.words, state.palette_search, palette.question);
        ui::draw_text(ui, row.x + 16, row.y + 14, why, style, row.width - 32);
        ui::record(ui, ui::Role::kStatus, why, row, ui::key_of(ui, "nothing"));
    } else if (chosen == nullptr && ui::was_submitted(ui, palette_field())) {
        chosen = &palette.entries[palette.active];
    }
    if (chosen != nullptr) choose(PaletteEntry(*chosen), inbox, state, out);
}

}  // namespace roost
