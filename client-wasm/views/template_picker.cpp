#include "client-wasm/views/template_picker.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "client-wasm/views/floating.h"
#include "client-wasm/views/template_parts.h"
#include "shared/base/utf8.h"
#include "shared/model/service_window.h"

namespace roost {

namespace {

using picker::Pane;

constexpr float kStrip = 52;
constexpr float kPhoneStrip = 88;
constexpr float kButtonRow = 60;
constexpr float kThreeColumns = 760;
constexpr float kLeastHeight = 680;  // of the window, for a thread to be seen above it
constexpr float kSide = 16;

bool has_templates(const Conversation& row) {
    return row.platform == Platform::kWhatsApp;
}

bool has_room(const ui::Ui& ui, float width) {
    return width >= kThreeColumns && ui.viewport.height >= kLeastHeight;
}

std::string closed_at(const Conversation& row, const ui::Ui& ui) {
    const UnixMillis at = service_window(row, ui.now).until;
    if (at == 0) return "";
    return fill(ui.words.templates.closed, {ui.locale.list_time(at, ui.now, ui.utc_offset(at))});
}

// After an advertisement Meta charges nothing for a while; empty once it does.
std::string free_until(const Conversation& row, ui::Ui& ui) {
    const UnixMillis at = service_window(row, ui.now).free_until;
    if (at == 0) return "";
    ui.wake(at);
    return fill(ui.words.templates.free_until, {ui.locale.day_and_clock(at, ui.now, ui.utc_offset(at))});
}

std::string reason_of(const Conversation& row, ui::Ui& ui) {
    const ComposerWords& words = ui.words.composer;
    if (!has_templates(row)) return std::string(words.closed_other);
    const std::string free = free_until(row, ui);
    return std::string(words.closed_whatsapp) + (free.empty() ? "" : " ") + free;
}

// With room for one more sentence.
float strip_height(const Conversation& row, const ui::Ui& ui) {
    const bool is_free = has_templates(row) && service_window(row, ui.now).free_until != 0;
    return ui.is_phone() ? kPhoneStrip + (is_free ? 40.0F : 0.0F) : kStrip + (is_free ? 16.0F : 0.0F);
}

// Why nothing but a template can be sent, and since when.
void draw_reason(const Conversation& row, ui::Ui& ui, const ui::Rect& rect) {
    const std::string reason = reason_of(row, ui);
    ui::fill(ui, rect, ui.theme.panel);
    ui::fill(ui, rect, ui.theme.warn_tint);
    ui::hairline(ui, rect.x, rect.y, rect.width, ui.theme.border);
    ui::draw_icon(ui, ui::Icon::kClock, rect.x + kSide, rect.y + rect.height / 2 - 10, 20, ui.theme.warn);
    float right = rect.x + rect.width - kSide;
    const std::string since = ui.is_phone() ? "" : closed_at(row, ui);
    if (!since.empty()) {
        const auto style = ui::secondary_style(ui.theme.text);
        right -= ui.text.width(since, style);
        ui::text_node(ui, right, rect.y + rect.height / 2 - 9, since, style);
        right -= kSide;
    }
    const ui::NodeKey key = ui::key_of(ui, "closed");
    const auto style = ui::body_style(ui.theme.text, false);
    const text::Paragraph laid = ui::wrap(ui, key, reason, style, right - rect.x - 48);
    const float y = rect.y + std::max(6.0F, (rect.height - laid.height) / 2);
    ui::wrapped_node(ui, ui::Role::kText, key, reason, laid, rect.x + 48, y);
}

// What was being written when the window closed.
std::string unsent_words(const UiState& state, ConversationId id) {
    return state.composer.conversation == id ? std::string(trim(state.composer.draft.value)) : "";
}

// Another conversation begins anew; the list is asked for when it is first seen.
void prepare(const Pane& pane) {
    TemplateState& templates = pane.templates();
    if (pane.draft().conversation != pane.row.id) {
        begin_anew(pane.draft(), pane.row.id);
        pane.draft().offered = unsent_words(pane.state, pane.row.id);
    }
    const bool is_other = templates.list.account != pane.row.account;
    const bool is_known = templates.list.has_answer || templates.list.is_loading;
    if (is_other || (!is_known && templates.list.error.empty()))
        pane.out.push_back(LoadTemplates{.account = pane.row.account});
    if (is_other) return;
    if (pane.draft().offered.empty() || !pane.draft().chosen.empty()) return;
    // Somebody's words wait for a template that takes them.
    const auto shown = shown_templates(templates.list, pane.draft());
    if (!shown.empty() && takes_text(*shown.front())) picker::choose(pane, *shown.front());
}

void lead_focus(const Pane& pane) {
    if (!std::exchange(pane.templates().wants_focus, false)) return;
    pane.ui.wanted_focus = first_of_templates(pane.ui);
}

void draw_hint(ui::Ui& ui, const ui::Rect& rect) {
    const auto style = ui::body_style(ui.theme.text_secondary, false);
    const std::string_view hint = ui.words.templates.hint;
    const float width = std::min(ui.text.width(hint, style), rect.width - 2 * kSide);
    const float x = rect.x + (rect.width - width) / 2;
    ui::text_node(ui, x, rect.y + rect.height / 2 - 10, hint, style, rect.width - 2 * kSide);
}

// List, gaps and preview beside each other.
void draw_columns(const Pane& pane, const ui::Rect& rect) {
    ui::Ui& ui = pane.ui;
    ui::fill(ui, rect, ui.theme.panel);
    ui::hairline(ui, rect.x, rect.y, rect.width, ui.theme.border);
    lead_focus(pane);
    const float top = picker::draw_filters(pane, rect);
    ui::hairline(ui, rect.x, rect.y + top, rect.width, ui.theme.border);
    const float list = std::round(rect.width * 0.325F);
    const float preview = std::round(rect.width * 0.33F);
    const ui::Rect body{rect.x, rect.y + top + 1, rect.width, rect.height - top - 1};
    picker::draw_list(pane, {body.x, body.y, list, body.height});
    ui::vertical_hairline(ui, body.x + list, body.y, body.height, ui.theme.border);
    const ui::Rect right{body.x + body.width - preview, body.y, preview, body.height};
    const ui::Rect middle{body.x + list + 1, body.y, body.width - list - preview - 1, body.height};
    const MessageTemplate* chosen = chosen_template(pane.templates());
    if (chosen == nullptr) {
        ui::fill(ui, right, ui.theme.thread);
        return draw_hint(ui, middle);
    }
    picker::draw_form(pane, *chosen, middle, picker::Preview::kBeside);
    picker::draw_preview(pane, *chosen, picker::values_in(pane, *chosen), right);
}

// One after the other: the list, then the gaps of what was chosen.
void draw_steps(const Pane& pane, const ui::Rect& rect) {
    const MessageTemplate* chosen = chosen_template(pane.templates());
    if (chosen != nullptr) {
        pane.templates().wants_focus = false;
        return picker::draw_form(pane, *chosen, rect, picker::Preview::kAbove);
    }
    lead_focus(pane);
    const float top = picker::draw_filters(pane, rect);
    picker::draw_list(pane, {rect.x, rect.y + top, rect.width, rect.height - top});
    // No keyboard comes up before the reader wants to write.
    if (chosen_template(pane.templates()) != nullptr) pane.ui.wanted_focus = picker::key_of("leave");
}

void draw_title(const Conversation& row, ui::Ui& ui, const ui::Rect& rect) {
    const std::string free = free_until(row, ui);
    const float top = free.empty() ? 18 : 8;
    ui::heading(
        ui, 2, rect.x, rect.y + top, ui.words.templates.title, ui::title_style(ui.theme.text), rect.width
    );
    if (free.empty()) return;
    const auto style = ui::secondary_style(ui.theme.text_secondary);
    ui::text_node(ui, rect.x, rect.y + 35, free, style, rect.width);
}

}  // namespace

ui::NodeKey first_of_templates(const ui::Ui& ui) {
    return picker::key_of(ui.is_phone() ? "leave" : "search");
}

float closed_window_height(const Conversation& row, const ui::Ui& ui, float width) {
    const float strip = strip_height(row, ui);
    if (!has_templates(row)) return strip;
    if (!has_room(ui, width)) return strip + kButtonRow;
    return strip + std::clamp(ui.viewport.height * 0.54F, 380.0F, 520.0F);
}

void draw_closed_window(
    const Conversation& row, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out
) {
    const float strip = strip_height(row, ui);
    draw_reason(row, ui, {rect.x, rect.y, rect.width, strip});
    if (!has_templates(row)) return;
    const ui::Rect below{rect.x, rect.y + strip, rect.width, rect.height - strip};
    state.templates.is_inline = has_room(ui, rect.width);
    const Pane pane{row, state, ui, out};
    if (state.templates.is_inline) {
        const ui::Scope region(
            ui, ui::Role::kRegion, ui.words.templates.title, below, picker::key_of("pane")
        );
        prepare(pane);
        return draw_columns(pane, below);
    }
    ui::fill(ui, below, ui.theme.panel);
    const ui::ButtonSpec spec{
        .label = ui.words.templates.open,
        .rect = {below.x + kSide, below.y + 8, below.width - 2 * kSide, 44}};
    if (ui::button(ui, spec)) out.push_back(OpenTemplates{row.id, unsent_words(state, row.id)});
}

void draw_template_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    const Conversation* row = find_conversation(inbox, state.open);
    if (row == nullptr || !has_templates(*row)) {
        state.overlay = Overlay::kNone;
        return;
    }
    const ui::Rect sheet = begin_sheet(ui, 1040, 720);
    const float width = sheet.width, height = sheet.height;
    const ui::Scope scope(ui, ui::Role::kDialog, ui.words.templates.title, sheet, picker::key_of("dialog"));
    const Pane pane{*row, state, ui, out};
    prepare(pane);
    const bool is_wide = width >= kThreeColumns;
    const bool is_step_two = !is_wide && chosen_template(state.templates) != nullptr;
    ui::ButtonSpec leave{
        .label = is_step_two ? ui.words.templates.back : ui.words.templates.close,
        .rect = {sheet.x + 8, sheet.y + 8, 44, 44},
        .kind = ui::ButtonKind::kRound,
        .icon = is_step_two ? ui::Icon::kBack : ui::Icon::kClose};
    leave.key = picker::key_of("leave");
    const bool leaves = ui::button(ui, leave);
    draw_title(*row, ui, {sheet.x + 60, sheet.y, width - 80, 60});
    const ui::Rect below{sheet.x, sheet.y + 60, width, height - 60};
    if (is_wide) draw_columns(pane, below);
    if (!is_wide) draw_steps(pane, below);
    end_sheet(ui, sheet);
    if (!leaves) return;
    if (!is_step_two) {
        state.overlay = Overlay::kNone;
        return;
    }
    // The row that was chosen has the focus again; words that wait are offered no more, or it would be
    // chosen.
    state.templates.cursor = std::exchange(state.templates.draft.chosen, "");
    state.templates.draft.offered.clear();
    state.templates.wants_row_focus = true;
}

}  // namespace roost
