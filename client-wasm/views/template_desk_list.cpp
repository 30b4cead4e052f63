// All templates of the account, with what Meta says of each.
#include <algorithm>
#include <utility>

#include "client-wasm/views/chips.h"
#include "client-wasm/views/search_field.h"
#include "client-wasm/views/template_choice.h"
#include "client-wasm/views/template_desk_parts.h"
#include "client-wasm/views/template_sheet.h"
#include "client-wasm/words/template_languages.h"
#include "shared/text/search_terms.h"

namespace roost::desk {

namespace {

constexpr float kRow = 78;
constexpr float kPill = 26;

using Shown = std::vector<const MessageTemplate*>;

ui::NodeKey row_key(const MessageTemplate& pattern) {
    return key_of("row", pattern.id);
}

Shown shown_of(const TemplateDesk& desk) {
    const text::SearchTerms terms = text::search_terms(desk.search.value);
    Shown shown;
    for (std::size_t i = 0; i < desk.list.all.size(); ++i) {
        const MessageTemplate& one = desk.list.all[i];
        const bool passes = desk.status.empty() || one.status == desk.status;
        if (passes && (terms.empty() || text::holds_all(desk.list.searched[i], terms))) shown.push_back(&one);
    }
    return shown;
}

// Each state once, with how many have it.
std::vector<Chip> status_chips(const Pane& pane, std::vector<std::string>& states) {
    const auto& all = pane.desk.list.all;
    const std::string every = std::string(pane.ui.words.templates.all);
    std::vector<Chip> chips{{key_of("chip", "all"), every, pane.desk.status.empty()}};
    states.emplace_back();
    for (const MessageTemplate& one : all) {
        if (std::find(states.begin(), states.end(), one.status) != states.end()) continue;
        const auto count = std::count_if(all.begin(), all.end(), [&](const MessageTemplate& other) {
            return other.status == one.status;
        });
        const std::string label = status_label(pane.ui.words, one) + " " + pane.ui.locale.number(count);
        chips.push_back({key_of("chip", one.status), label, pane.desk.status == one.status});
        states.push_back(one.status);
    }
    return chips;
}

// Returns how high they are: none where there is one number.
float draw_accounts(const Pane& pane, ImVec2 at, float width) {
    if (pane.accounts.size() < 2) return 0;
    std::vector<Chip> chips;
    std::vector<AccountId> ids;
    for (const auto& [id, name] : pane.accounts) {
        const std::string label = own_number_label(pane.accounts, id);
        chips.push_back({key_of("account", to_string(id)), label, pane.desk.account == id});
        ids.push_back(id);
    }
    const int pressed = draw_chips(pane.ui, chips, at, width);
    if (pressed >= 0) pane.desk.account = ids[static_cast<std::size_t>(pressed)];
    return chips_height(pane.ui, chips, width) + 8;
}

// Returns how high they are.
float draw_filters(const Pane& pane, const ui::Rect& rect) {
    ui::Ui& ui = pane.ui;
    const float width = rect.width - 2 * kSide;
    const float height = ui.is_phone() ? 44.0F : 38.0F;
    const auto count = static_cast<std::int64_t>(pane.desk.list.all.size());
    const SearchFieldBox box{
        .label = ui.locale.count(ui.words.templates.search, count),
        .rect = {rect.x + kSide, rect.y + 12, width, height},
        .key = key_of("search"),
        .hint = {},
        .can_be_cleared = true,
        .keys_taken = ui::KeysTaken::kRows};
    if (search_field(ui, pane.desk.search, box).was_cleared) {
        pane.desk.search.set("");
        ui.wanted_focus = box.key;
    }
    std::vector<std::string> states;
    const std::vector<Chip> chips = status_chips(pane, states);
    float y = height + 24;
    y += draw_accounts(pane, {rect.x + kSide, rect.y + y}, width);
    const int pressed = draw_chips(ui, chips, {rect.x + kSide, rect.y + y}, width);
    if (pressed >= 0) pane.desk.status = states[static_cast<std::size_t>(pressed)];
    return y + chips_height(ui, chips, width) + 12;
}

// Arrows go from row to row, out of the search field too; one row is in the Tab order.
void move_cursor(const Pane& pane, const Shown& shown) {
    for (const ui::Key& key : pane.ui.input.keys) {
        const int step = key.name == "ArrowDown" ? 1 : key.name == "ArrowUp" ? -1 : 0;
        if (step == 0) continue;
        int at = pane.ui.input.focus == key_of("search") ? -1 : -2;
        for (std::size_t i = 0; i < shown.size(); ++i)
            if (pane.ui.input.focus == row_key(*shown[i])) at = static_cast<int>(i);
        const int to = at + step;
        if (at == -2 || to >= static_cast<int>(shown.size())) continue;
        if (to >= 0) pane.desk.id = shown[static_cast<std::size_t>(to)]->id;
        pane.ui.wanted_focus = to < 0 ? key_of("search") : row_key(*shown[static_cast<std::size_t>(to)]);
    }
}

std::string about(const Pane& pane, const MessageTemplate& pattern) {
    return category_label(pane.ui.locale, pattern.category) + " · " + language_label(pattern.language);
}

bool draw_row(const Pane& pane, const MessageTemplate& pattern, const ui::Rect& rect) {
    ui::Ui& ui = pane.ui;
    if (ui::is_hovered(ui, rect)) ui::fill(ui, rect, ui.theme.hover);
    const float x = rect.x + kSide;
    const std::string name = readable_name(pattern.name);
    const float pill = draw_status(pane, pattern, rect.x + rect.width - kSide, rect.y + 12);
    const auto begun = pane.desk.sheets.find(pattern.id);
    const bool is_begun = begun != pane.desk.sheets.end() && begun->second.has_changed;
    const auto secondary = ui::secondary_style(ui.theme.text_secondary);
    ui::draw_text(ui, x, rect.y + 10, name, ui::button_style(ui.theme.text), pill - x - 8);
    std::string kind = about(pane, pattern);
    if (is_begun) kind += " · " + std::string(pane.words().unsent);
    ui::draw_text(ui, x, rect.y + 31, kind, secondary, pill - x - 8);
    const std::string body = one_paragraph(pattern.part.body);
    ui::draw_text(ui, x, rect.y + 51, body, secondary, rect.width - 2 * kSide);
    ui::hairline(ui, rect.x, rect.y + rect.height - 1, rect.width, ui.theme.border);
    const ui::NodeKey key = row_key(pattern);
    if (ui::has_visible_focus(ui, key))
        ui::focus_ring(ui, {rect.x + 3, rect.y + 3, rect.width - 6, rect.height - 7}, 6, 0);
    ui::Node& node = ui::record(ui, ui::Role::kListRow, name, rect, key);
    node.description = status_label(ui.words, pattern) + ". " + kind + ". " + pattern.part.body;
    return ui::was_activated(ui, key);
}

void draw_rows(const Pane& pane, const Shown& shown, const ui::Rect& rect) {
    ui::Ui& ui = pane.ui;
    const float height = kRow * static_cast<float>(shown.size());
    const ui::NodeKey key = key_of("list");
    const float top = std::clamp(ui.scroll_top(key), 0.0F, std::max(0.0F, height - rect.height));
    const ui::Scroller list(
        ui,
        {ui::Role::kList, ui.words.templates.title, rect, key, ui::ScrollerSpec{height, std::nullopt, 0}, top}
    );
    const auto is_cursor = [&](const MessageTemplate* one) { return one->id == pane.desk.id; };
    const bool has_cursor = std::any_of(shown.begin(), shown.end(), is_cursor);
    const MessageTemplate* opened = nullptr;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const ui::Rect place{rect.x, rect.y + kRow * static_cast<float>(i) - top, rect.width, kRow};
        // The one that the focus goes to is there, wherever the list stands.
        const bool is_far = place.y > rect.y + 2 * rect.height || place.y + kRow < rect.y - rect.height;
        if (is_far && !is_cursor(shown[i])) continue;
        if (draw_row(pane, *shown[i], place)) opened = shown[i];
        ui::Node& node = ui.tree.back();
        node.position = static_cast<int>(i) + 1;
        node.set_size = static_cast<int>(shown.size());
        node.is_focusable = has_cursor ? is_cursor(shown[i]) : i == 0;
    }
    if (opened != nullptr) open_sheet(pane.desk, opened);
}

void draw_sentence(
    const Pane& pane, const ui::Rect& rect, float y, std::string_view words, ui::Colour colour
) {
    ui::Ui& ui = pane.ui;
    const auto style = ui::body_style(colour, ui.is_phone());
    const ui::NodeKey key = key_of("state", words);
    const text::Paragraph laid = ui::wrap(ui, key, words, style, std::min(420.0F, rect.width - 2 * kSide));
    ui::wrapped_node(ui, ui::Role::kText, key, words, laid, rect.x + (rect.width - laid.width) / 2, y);
}

// Loading, failed, none at all, or none that passes.
void draw_nothing(const Pane& pane, const ui::Rect& rect) {
    ui::Ui& ui = pane.ui;
    const TemplateList& list = pane.desk.list;
    const float y = rect.y + 40;
    if (!list.error.empty()) {
        draw_sentence(pane, rect, y, list.error, ui.theme.danger);
        const ui::Rect again{rect.x + rect.width / 2 - 70, y + 48, 140, kButton};
        const ui::ButtonSpec spec{
            .label = ui.words.thread.try_again, .rect = again, .kind = ui::ButtonKind::kQuiet};
        if (ui::button(ui, spec)) pane.out.push_back(LoadTemplates{true, true, pane.desk.account});
    } else if (!list.has_answer) {
        draw_sentence(pane, rect, y, ui.words.templates.loading, ui.theme.text_secondary);
    } else if (list.all.empty()) {
        draw_sentence(pane, rect, y, pane.words().none, ui.theme.text);
        draw_sentence(pane, rect, y + 28, pane.words().none_note, ui.theme.text_secondary);
    } else {
        draw_sentence(pane, rect, y, ui.words.templates.nothing, ui.theme.text);
    }
}

}  // namespace

float draw_status(const Pane& pane, const MessageTemplate& pattern, float end, float y) {
    ui::Ui& ui = pane.ui;
    const std::string label = status_label(ui.words, pattern);
    const bool is_bad = pattern.status == "REJECTED" || pattern.status == "DISABLED";
    const ui::Colour colour = is_approved(pattern) ? ui.theme.accent
                              : is_bad             ? ui.theme.danger
                                                   : ui.theme.warn;
    const auto style = ui::secondary_style(ui.theme.text, 500);
    const float width = ui.text.width(label, style) + 32;
    const ui::Rect pill{end - width, y, width, kPill};
    ui::fill(ui, pill, ui::with_alpha(colour, 0.12F), kPill / 2);
    ui::circle(ui, {pill.x + 14, pill.y + kPill / 2}, 4, colour);
    ui::draw_text(ui, pill.x + 24, pill.y + 4, label, style);
    return pill.x;
}

void draw_list(const Pane& pane, const ui::Rect& rect) {
    const float top = draw_filters(pane, rect);
    const ui::Rect below{rect.x, rect.y + top + 1, rect.width, rect.height - top - 1};
    ui::hairline(pane.ui, rect.x, rect.y + top, rect.width, pane.ui.theme.border);
    const Shown shown = shown_of(pane.desk);
    const bool wants_focus = std::exchange(pane.desk.wants_focus, false);
    const MessageTemplate* known = known_template(pane.desk);
    const bool is_shown = std::find(shown.begin(), shown.end(), known) != shown.end();
    // No keyboard comes up before the reader wants to write.
    if (wants_focus) pane.ui.wanted_focus = key_of(pane.ui.is_phone() ? "leave" : "search");
    if (wants_focus && is_shown) pane.ui.wanted_focus = row_key(*known);
    if (shown.empty()) return draw_nothing(pane, below);
    move_cursor(pane, shown);
    draw_rows(pane, shown, below);
}

}  // namespace roost::desk
