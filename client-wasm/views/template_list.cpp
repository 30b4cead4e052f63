// Filters, and the templates that pass them.
#include <algorithm>
#include <utility>

#include "client-wasm/views/chips.h"
#include "client-wasm/views/search_field.h"
#include "client-wasm/views/template_parts.h"
#include "client-wasm/words/template_languages.h"
#include "shared/base/utf8.h"

namespace roost::picker {

namespace {

constexpr float kSide = 16;
constexpr float kSearch = 284;
constexpr float kRow = 78;
constexpr float kAboveChips = 10;

float field_height(const ui::Ui& ui) {
    return ui.is_phone() ? 44.0F : 38.0F;
}

void add_categories(const Pane& pane, std::vector<Chip>& chips) {
    const std::string& chosen = pane.draft().category;
    chips.push_back({key_of("chip", "all"), std::string(pane.ui.words.templates.all), chosen.empty()});
    for (const auto& [category, count] : categories_of(pane.templates().list)) {
        const std::string label =
            category_label(pane.ui.locale, category) + " " + pane.ui.locale.number(count);
        chips.push_back({key_of("chip", category), label, chosen == category});
    }
}

void add_languages(const Pane& pane, std::vector<Chip>& chips) {
    const auto languages = languages_of(pane.templates().list);
    if (languages.size() < 2) return;
    for (const auto& [language, count] : languages) {
        const bool is_first = language == languages.front().first;
        const bool is_chosen = pane.draft().language == language;
        chips.push_back({key_of("chip", language), language_label(language), is_chosen, is_first});
    }
}

// A second press on a language lets all through again.
void take_chip(const Pane& pane, std::size_t pressed) {
    TemplateDraft& draft = pane.draft();
    const auto categories = categories_of(pane.templates().list);
    if (pressed == 0) return draft.category.clear();
    if (pressed <= categories.size()) {
        draft.category = categories[pressed - 1].first;
        return;
    }
    const std::string language = languages_of(pane.templates().list)[pressed - 1 - categories.size()].first;
    draft.language = draft.language == language ? "" : language;
}

void draw_search(const Pane& pane, const ui::Rect& rect) {
    const auto count = static_cast<std::int64_t>(pane.templates().list.all.size());
    const SearchFieldBox box{
        .label = pane.ui.locale.count(pane.ui.words.templates.search, count),
        .rect = rect,
        .key = key_of("search"),
        .hint = {},
        .can_be_cleared = true,
        .keys_taken = ui::KeysTaken::kRows};
    const SearchFieldNews news = search_field(pane.ui, pane.draft().search, box);
    if (!news.was_cleared) return;
    pane.draft().search.set("");
    pane.ui.wanted_focus = box.key;
}

struct Row {
    const MessageTemplate& pattern;
    ui::Rect rect;
    int place;
    int count;
    bool is_in_tab_order;
};

bool draw_row(const Pane& pane, const Row& row) {
    ui::Ui& ui = pane.ui;
    const ui::Rect& rect = row.rect;
    const MessageTemplate& pattern = row.pattern;
    const bool is_chosen = pattern.id == pane.draft().chosen;
    if (is_chosen) ui::fill(ui, rect, ui.theme.selected);
    if (!is_chosen && ui::is_hovered(ui, rect)) ui::fill(ui, rect, ui.theme.hover);
    const float x = rect.x + kSide;
    const float room = rect.width - 2 * kSide;
    const std::string name = readable_name(pattern.name);
    const std::string kind =
        category_label(ui.locale, pattern.category) + " · " + language_label(pattern.language);
    const auto secondary = ui::secondary_style(ui.theme.text_secondary);
    ui::draw_text(ui, x, rect.y + 10, name, ui::button_style(ui.theme.text), room);
    ui::draw_text(ui, x, rect.y + 31, kind, secondary, room);
    ui::draw_text(ui, x, rect.y + 51, one_paragraph(pattern.part.body), secondary, room);
    ui::hairline(ui, rect.x, rect.y + rect.height - 1, rect.width, ui.theme.border);
    const ui::NodeKey key = key_of("row", pattern.id);
    if (ui::has_visible_focus(ui, key))
        ui::focus_ring(ui, {rect.x + 3, rect.y + 3, rect.width - 6, rect.height - 7}, 6, 0);
    ui::Node& node = ui::record(ui, ui::Role::kListRow, name, rect, key);
    node.description = kind + ". " + pattern.part.body;
    node.position = row.place;
    node.set_size = row.count;
    node.is_current = is_chosen;
    node.is_focusable = row.is_in_tab_order;
    return ui::was_activated(ui, key);
}

// Arrows go from row to row, out of the search field too.
void move_cursor(const Pane& pane, const std::vector<const MessageTemplate*>& shown) {
    TemplateState& templates = pane.templates();
    const ui::NodeKey focus = pane.ui.input.focus;
    for (const ui::Key& key : pane.ui.input.keys) {
        const int step = key.name == "ArrowDown" ? 1 : key.name == "ArrowUp" ? -1 : 0;
        if (step == 0) continue;
        int at = focus == key_of("search") ? -1 : -2;
        for (std::size_t i = 0; i < shown.size(); ++i)
            if (focus == key_of("row", shown[i]->id)) at = static_cast<int>(i);
        const int to = at + step;
        if (at == -2 || to >= static_cast<int>(shown.size())) continue;
        if (to < 0) {
            pane.ui.wanted_focus = key_of("search");
            continue;
        }
        templates.cursor = shown[static_cast<std::size_t>(to)]->id;
        templates.wants_row_focus = true;
    }
}

void draw_centred(
    ui::Ui& ui, const ui::Rect& rect, float y, std::string_view words, const text::Style& style
) {
    const ui::NodeKey key = key_of("state", words);
    const text::Paragraph laid = ui::wrap(ui, key, words, style, rect.width - 2 * kSide);
    ui::wrapped_node(ui, ui::Role::kText, key, words, laid, rect.x + (rect.width - laid.width) / 2, y);
}

// Loading, failed, none at all, or none that passes.
void draw_state(const Pane& pane, const ui::Rect& rect) {
    ui::Ui& ui = pane.ui;
    const TemplateList& list = pane.templates().list;
    const TemplateWords& words = ui.words.templates;
    const auto secondary = ui::secondary_style(ui.theme.text_secondary);
    auto title = ui::button_style(ui.theme.text);
    const float y = rect.y + 32;
    if (!list.error.empty()) {
        title.colour = ui.theme.danger;
        draw_centred(ui, rect, y, list.error, title);
        const ui::Rect again{rect.x + rect.width / 2 - 70, y + 48, 140, 44};
        const bool is_pressed = ui::button(
            ui, {.label = ui.words.thread.try_again, .rect = again, .kind = ui::ButtonKind::kQuiet}
        );
        if (is_pressed) pane.out.push_back(LoadTemplates{.is_anew = true, .account = pane.row.account});
    } else if (!list.has_answer) {
        const ui::Colour grey = ui::with_alpha(ui.theme.text, 0.07F);
        for (float at = rect.y + 12; at + 54 < rect.y + rect.height; at += kRow) {
            ui::fill(ui, {rect.x + kSide, at, rect.width * 0.5F, 14}, grey, 7);
            ui::fill(ui, {rect.x + kSide, at + 24, rect.width * 0.75F, 12}, grey, 6);
        }
        ui::record(ui, ui::Role::kText, words.loading, rect, key_of("loading")).is_busy = true;
    } else if (list.all.empty()) {
        draw_centred(ui, rect, y, words.none, title);
        draw_centred(ui, rect, y + 28, words.none_note, secondary);
    } else {
        draw_centred(ui, rect, y, words.nothing, title);
    }
}

// The rows' place in the scroller, led to the row that is to have the focus.
float lead_to_row(
    const Pane& pane,
    const std::vector<const MessageTemplate*>& shown,
    const ui::Rect& rect,
    ui::ScrollerSpec& spec
) {
    TemplateState& templates = pane.templates();
    float top = std::clamp(
        pane.ui.scroll_top(key_of("list")), 0.0F, std::max(0.0F, spec.content_height - rect.height)
    );
    spec.scroll_revision = templates.scroll_revision;
    if (templates.scroll_revision > 0) spec.scroll_to = templates.scroll_to;
    if (!std::exchange(templates.wants_row_focus, false)) return top;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (shown[i]->id != templates.cursor) continue;
        pane.ui.wanted_focus = key_of("row", templates.cursor);
        const float y = kRow * static_cast<float>(i);
        const float wanted = std::clamp(top, std::max(0.0F, y + kRow - rect.height), y);
        if (wanted == top) break;
        top = wanted;
        templates.scroll_to = wanted;
        spec.scroll_to = wanted;
        spec.scroll_revision = ++templates.scroll_revision;
    }
    return top;
}

}  // namespace

ui::NodeKey key_of(std::string_view name, std::string_view id) {
    const ui::NodeKey key = ui::make_key(ui::make_key(0, "templates"), name);
    return id.empty() ? key : ui::make_key(key, id);
}

float draw_filters(const Pane& pane, const ui::Rect& rect) {
    const bool is_beside = rect.width >= 760;
    const float height = field_height(pane.ui);
    const ui::Rect search{rect.x + kSide, rect.y + 8, is_beside ? kSearch : rect.width - 2 * kSide, height};
    draw_search(pane, search);
    const float below = is_beside ? 0 : height + 4;
    const ui::Rect row{rect.x, rect.y + below, rect.width, rect.height};
    std::vector<Chip> chips;
    add_categories(pane, chips);
    add_languages(pane, chips);
    const float x = row.x + kSide + (is_beside ? kSearch + kSide : 0);
    const float width = row.x + row.width - kSide - x;
    const int pressed = draw_chips(pane.ui, chips, {x, row.y + kAboveChips}, width);
    if (pressed >= 0) take_chip(pane, static_cast<std::size_t>(pressed));
    return below + 2 * kAboveChips + chips_height(pane.ui, chips, width);
}

void choose(const Pane& pane, const MessageTemplate& pattern) {
    TemplateDraft& draft = pane.draft();
    if (draft.chosen == pattern.id) return;
    draft.chosen = pattern.id;
    draft.shows_problems = false;
    // Fields of the same name take their new text.
    const auto before = std::exchange(draft.fields, first_fields(pattern, pane.row, draft.offered));
    for (auto& [key, field] : draft.fields) {
        const auto known = before.find(key);
        if (known != before.end()) field.revision = known->second.revision + 1;
    }
}

void draw_list(const Pane& pane, const ui::Rect& rect) {
    pane.templates().has_row_focus = false;
    const auto shown = shown_templates(pane.templates().list, pane.draft());
    if (shown.empty()) return draw_state(pane, rect);
    move_cursor(pane, shown);
    ui::ScrollerSpec spec{kRow * static_cast<float>(shown.size()), std::nullopt, 0};
    const float top = lead_to_row(pane, shown, rect, spec);
    const ui::Scroller list(
        pane.ui, {ui::Role::kList, pane.ui.words.templates.list, rect, key_of("list"), spec, top}
    );
    const auto is_cursor = [&](const MessageTemplate* one) { return one->id == pane.templates().cursor; };
    const bool has_cursor = std::any_of(shown.begin(), shown.end(), is_cursor);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const ui::Rect place{rect.x, rect.y + kRow * static_cast<float>(i) - top, rect.width, kRow};
        if (place.y > rect.y + 2 * rect.height || place.y + kRow < rect.y - rect.height) continue;
        // One row is in the Tab order.
        const bool is_in_order = has_cursor ? is_cursor(shown[i]) : i == 0;
        if (pane.ui.input.focus == key_of("row", shown[i]->id)) pane.templates().has_row_focus = true;
        const Row row{*shown[i], place, static_cast<int>(i) + 1, static_cast<int>(shown.size()), is_in_order};
        if (!draw_row(pane, row)) continue;
        pane.templates().cursor = shown[i]->id;
        choose(pane, *shown[i]);
    }
}

}  // namespace roost::picker
