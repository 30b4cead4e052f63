#include "client-wasm/views/settings_items.h"

#include <algorithm>
#include <utility>

#include "shared/model/conversation.h"

namespace roost::settings {

namespace {

using What = Item::What;

constexpr float kGap = 12;
constexpr float kLabel = 24;
constexpr float kAvatar = 48;      // with its gap
constexpr float kLeastText = 200;  // beside the buttons of a row
constexpr float kPadding = 16;
constexpr float kSecretEdge = 12;
constexpr float kWidestField = 440;

text::Paragraph lay(ui::Ui& ui, ui::NodeKey key, std::string_view text, ui::Colour colour, float width) {
    if (text.empty()) return {};
    return ui::wrap(ui, ui::make_key(key, text), text, ui::secondary_style(colour), width);
}

void draw_laid(ui::Ui& ui, ui::NodeKey key, std::string_view text, const text::Paragraph& laid, ImVec2 at) {
    if (text.empty()) return;
    ui::wrapped_node(ui, ui::Role::kText, ui::make_key(key, text), text, laid, at.x, at.y);
}

// How a row stands in its width.
struct RowPlan {
    float x = 0;  // where its words begin
    float room = 0;
    bool has_presses_below = false;
    text::Paragraph detail;
    text::Paragraph problem;
    float words = 0;
    float height = 0;
};

RowPlan plan(ui::Ui& ui, const Item& item, float width) {
    RowPlan row;
    row.x = item.avatar ? kAvatar : 0;
    const float buttons = presses_width(ui, item.presses);
    row.room = width - row.x;
    const bool has_room = row.room - buttons - kGap >= kLeastText;
    row.has_presses_below = buttons > 0 && !has_room;
    if (buttons > 0 && has_room) row.room -= buttons + kGap;
    row.detail = lay(ui, item.key, item.detail, ui.theme.text_secondary, row.room);
    row.problem = lay(ui, item.key, item.problem, ui.theme.danger, row.room);
    row.words = 21 + row.detail.height + (item.problem.empty() ? 0 : 4 + row.problem.height);
    row.height = std::max(row.words, item.avatar ? 40.0F : 36.0F) + 2 * kGap;
    if (row.has_presses_below) row.height += press_height(ui) + 8;
    return row;
}

void draw_title(ui::Ui& ui, const Item& item, float x, float y, float room) {
    const auto style = ui::secondary_style(ui.theme.accent, 600);
    const float pill = item.mark.empty() ? 0 : ui.text.width(item.mark, style) + 20;
    const float before = item.mark.empty() ? 0 : pill + 8;
    const float title = ui::draw_text(ui, x, y, item.text, ui::button_style(ui.theme.text), room - before);
    if (item.mark.empty()) return;
    const ui::Rect rect{x + title + 8, y - 2, pill, 23};
    ui::fill(ui, rect, ui.theme.tint, 11.5F);
    ui::draw_text_centred(ui, rect, item.mark, style);
}

void draw_row(ui::Ui& ui, const Item& item, ImVec2 at, float width) {
    const RowPlan row = plan(ui, item, width);
    std::string name = item.text;
    if (!item.mark.empty()) name += ", " + item.mark;
    const ui::Role role = item.is_in_form ? ui::Role::kGroup : ui::Role::kListItem;
    const ui::Scope scope(ui, role, name, {at.x, at.y, width, row.height}, item.key);
    if (!item.is_alone) ui::hairline(ui, at.x, at.y, width, ui.theme.border);
    const float y = at.y + kGap;
    if (item.avatar) ui::avatar(ui, {at.x + 18, y + 20}, 36, *item.avatar, initials(item.text));
    const float x = at.x + row.x;
    draw_title(ui, item, x, y + 1, row.room);
    draw_laid(ui, item.key, item.detail, row.detail, {x, y + 22});
    draw_laid(ui, item.key, item.problem, row.problem, {x, y + 26 + row.detail.height});
    const float height = press_height(ui);
    const float below = at.y + row.height - kGap - height;
    const float beside = at.x + width - presses_width(ui, item.presses);
    const float middle = at.y + (row.height - height) / 2;
    if (row.has_presses_below) draw_presses(ui, item.presses, {x, below}, height);
    if (!row.has_presses_below) draw_presses(ui, item.presses, {beside, middle}, height);
}

float check_height(const ui::Ui& ui) {
    return ui.is_phone() ? 44.0F : 36.0F;
}

void draw_check(ui::Ui& ui, const Chip& chip, const ui::Rect& rect) {
    if (ui::is_hovered(ui, rect)) ui::fill(ui, rect, ui.theme.hover, 8);
    const ui::Rect box{rect.x + 4, rect.y + (rect.height - 20) / 2, 20, 20};
    if (chip.is_chosen) ui::fill(ui, box, ui.theme.accent, 5);
    ui::outline(ui, box, chip.is_chosen ? ui.theme.accent : ui.theme.control, 5, 1.5F);
    if (chip.is_chosen) ui::draw_icon(ui, ui::Icon::kTickOne, box.x + 1, box.y + 4, 18, ui.theme.on_accent);
    const auto style = ui::body_style(ui.theme.text, ui.is_phone());
    const float y = rect.y + (rect.height - style.line_height) / 2;
    ui::draw_text(ui, rect.x + 36, y, chip.label, style, rect.width - 40);
    if (ui::has_visible_focus(ui, chip.key)) ui::focus_ring(ui, rect, 8, 0);
    ui::record(ui, ui::Role::kCheckBox, chip.label, rect, chip.key).is_selected = chip.is_chosen;
}

// Chips or checks under what they are about, with what is wrong below.
float choice_height(ui::Ui& ui, const Item& item, float width) {
    const auto count = static_cast<float>(item.chips.size());
    const float all =
        item.what == What::kChecks ? count * check_height(ui) : chips_height(ui, item.chips, width);
    const text::Paragraph problem = lay(ui, item.key, item.problem, ui.theme.danger, width);
    return kLabel + all + (item.problem.empty() ? 0 : 4 + problem.height) + kGap;
}

void draw_choice(ui::Ui& ui, const Item& item, ImVec2 at, float width) {
    ui::draw_text(ui, at.x, at.y, item.text, ui::secondary_style(ui.theme.text_secondary), width);
    const ui::Scope group(ui, ui::Role::kGroup, item.text, {}, item.key);
    ui.tree.back().description = item.problem;
    float y = at.y + kLabel;
    if (item.what == What::kChips) {
        draw_chips(ui, item.chips, {at.x, y}, width);
        y += chips_height(ui, item.chips, width);
    } else {
        for (const Chip& chip : item.chips) {
            draw_check(ui, chip, {at.x - 4, y, width + 8, check_height(ui)});
            y += check_height(ui);
        }
    }
    const text::Paragraph laid = lay(ui, item.key, item.problem, ui.theme.danger, width);
    draw_laid(ui, item.key, item.problem, laid, {at.x, y + 4});
}

text::Paragraph lay_secret(ui::Ui& ui, const Item& item, float width) {
    const auto style = ui::body_style(ui.theme.text, ui.is_phone());
    return ui::wrap(ui, item.key, item.text, style, width - 2 * kSecretEdge);
}

void draw_secret(ui::Ui& ui, const Item& item, ImVec2 at, float width) {
    const text::Paragraph laid = lay_secret(ui, item, width);
    const ui::Rect box{at.x, at.y, width, laid.height + 2 * kSecretEdge};
    ui::fill(ui, box, ui.theme.app, 8);
    ui::outline(ui, box, ui.theme.border, 8);
    ui::wrapped_node(ui, ui::Role::kText, item.key, item.text, laid, at.x + kSecretEdge, at.y + kSecretEdge);
}

// Their own lines, where one is not enough.
std::vector<std::span<const Press>> lines_of(ui::Ui& ui, std::span<const Press> all, float width) {
    std::vector<std::span<const Press>> lines;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= all.size(); ++i) {
        const bool is_full = i < all.size() && presses_width(ui, all.subspan(begin, i + 1 - begin)) > width;
        if (!is_full && i < all.size()) continue;
        lines.push_back(all.subspan(begin, i - begin));
        begin = i;
    }
    return lines;
}

void draw_press_lines(ui::Ui& ui, const Item& item, ImVec2 at, float width) {
    for (const auto& line : lines_of(ui, item.presses, width)) {
        const float x = item.is_ending ? at.x + width - presses_width(ui, line) : at.x;
        draw_presses(ui, line, {x, at.y}, press_height(ui));
        at.y += press_height(ui) + 8;
    }
}

float height_of(ui::Ui& ui, const Item& item, float width) {
    switch (item.what) {
        case What::kNote:
            return lay(ui, item.key, item.text, 0, width).height + kGap;
        case What::kField:
            return form_field_height(ui, item.field, std::min(width, kWidestField));
        case What::kChips:
        case What::kChecks:
            return choice_height(ui, item, width);
        case What::kRow:
            return plan(ui, item, width).height;
        case What::kSecret:
            return lay_secret(ui, item, width).height + 2 * kSecretEdge + kGap;
        case What::kSquares:
            return squares_height(item) + kGap;
        case What::kDrawing:
            return item.drawing->height(ui, width);
        case What::kPresses:
            break;
    }
    const auto lines = static_cast<float>(lines_of(ui, item.presses, width).size());
    return lines * (press_height(ui) + 8) + 4;
}

void draw_item(ui::Ui& ui, const Item& item, ImVec2 at, float width) {
    switch (item.what) {
        case What::kNote: {
            const ui::Colour colour = item.problem.empty() ? ui.theme.text_secondary : ui.theme.danger;
            draw_laid(ui, item.key, item.text, lay(ui, item.key, item.text, colour, width), at);
            return;
        }
        case What::kField:
            draw_form_field(ui, item.field, *item.value, at, std::min(width, kWidestField));
            return;
        case What::kChips:
        case What::kChecks:
            return draw_choice(ui, item, at, width);
        case What::kRow:
            return draw_row(ui, item, at, width);
        case What::kSecret:
            return draw_secret(ui, item, at, width);
        case What::kSquares:
            return draw_squares(ui, item, at);
        case What::kPresses:
            return draw_press_lines(ui, item, at, width);
        case What::kDrawing:
            return item.drawing->draw(ui, at, width);
    }
}

// Rows stand in a list.
void draw_in_card(ui::Ui& ui, const Card& card, ImVec2 at, float width) {
    const std::span<const Item> items(card.items);
    const auto is_row = [](const Item& item) { return item.what == What::kRow; };
    for (std::size_t i = 0; i < items.size();) {
        const auto end =
            std::find_if_not(items.begin() + static_cast<std::ptrdiff_t>(i), items.end(), is_row);
        const auto rows = static_cast<std::size_t>(end - items.begin()) - i;
        const auto run = items.subspan(i, std::max<std::size_t>(rows, 1));
        std::optional<ui::Scope> list;
        if (rows > 0)
            list.emplace(ui, ui::Role::kList, card.label, ui::Rect{}, ui::make_key(card.key, "rows"));
        draw_items(ui, run, at, width);
        at.y += roost::settings::height_of(ui, run, width);
        i += run.size();
    }
}

struct CardPlan {
    float head = 0;
    bool has_presses_below = false;
};

CardPlan plan(ui::Ui& ui, const Card& card, float inner) {
    if (card.title.empty()) return {};
    const float buttons = presses_width(ui, card.presses);
    const float title = ui.text.width(card.title, ui::name_style(0));
    const bool is_below = buttons > 0 && title + buttons + kGap > inner;
    const float line = std::max(buttons > 0 && !is_below ? press_height(ui) : 24, 24.0F);
    return {line + kGap + (is_below ? press_height(ui) + kGap : 0), is_below};
}

}  // namespace

Item note(ui::NodeKey key, std::string sentence) {
    Item item;
    item.key = key;
    item.text = std::move(sentence);
    return item;
}

Item problem(ui::NodeKey key, std::string sentence) {
    Item item = note(key, sentence);
    item.problem = std::move(sentence);
    return item;
}

Item presses(std::vector<Press> presses) {
    Item item{What::kPresses};
    item.presses = std::move(presses);
    return item;
}

Item field(FormField field, FieldText& value) {
    Item item{What::kField};
    item.key = field.key;
    item.field = std::move(field);
    item.value = &value;
    return item;
}

Item drawn(std::shared_ptr<const Drawing> drawing) {
    Item item{What::kDrawing};
    item.drawing = std::move(drawing);
    return item;
}

float press_height(const ui::Ui& ui) {
    return ui.is_phone() ? 44.0F : 36.0F;
}

namespace {

float press_width(ui::Ui& ui, const Press& press) {
    return ui.text.width(press.label, ui::button_style(0)) + 28;
}

}  // namespace

float presses_width(ui::Ui& ui, std::span<const Press> presses) {
    float width = 0;
    for (const Press& press : presses)
        width += press_width(ui, press) + (width > 0 ? 8.0F : 0.0F);
    return width;
}

void draw_presses(ui::Ui& ui, std::span<const Press> presses, ImVec2 at, float height) {
    for (const Press& press : presses) {
        const ui::Rect rect{at.x, at.y, press_width(ui, press), height};
        ui::ButtonSpec spec{.label = press.label, .rect = rect, .kind = ui::ButtonKind::kQuiet};
        if (press.is_primary) spec.kind = ui::ButtonKind::kPrimary;
        if (press.is_danger) spec.colour = ui.theme.danger;
        if (press.is_disabled && !press.is_primary) spec.colour = ui.theme.text_secondary;
        spec.is_disabled = press.is_disabled;
        spec.is_expanded = press.is_expanded;
        spec.key = press.key;
        if (!press.is_primary) ui::outline(ui, rect, ui.theme.control, 8);
        ui::button(ui, spec);
        if (!press.about.empty()) ui.tree.back().label = press.label + ": " + press.about;
        at.x += rect.width + 8;
    }
}

float height_of(ui::Ui& ui, std::span<const Item> items, float width) {
    float height = 0;
    for (const Item& item : items)
        height += height_of(ui, item, width);
    return height;
}

void draw_items(ui::Ui& ui, std::span<const Item> items, ImVec2 at, float width) {
    for (const Item& item : items) {
        draw_item(ui, item, at, width);
        at.y += height_of(ui, item, width);
    }
}

float height_of(ui::Ui& ui, const Card& card, float width) {
    const float inner = width - 2 * kPadding;
    return plan(ui, card, inner).head + height_of(ui, card.items, inner) + 2 * kPadding - kGap / 2;
}

void draw_card(ui::Ui& ui, const Card& card, ImVec2 at, float width) {
    const float inner = width - 2 * kPadding;
    const ui::Rect rect{at.x, at.y, width, height_of(ui, card, width)};
    ui::fill(ui, rect, ui.theme.panel, 12);
    ui::outline(ui, rect, ui.theme.border, 12);
    const ui::Scope region(ui, ui::Role::kRegion, card.label, {}, card.key);
    const CardPlan head = plan(ui, card, inner);
    const float x = at.x + kPadding;
    float y = at.y + kPadding;
    if (head.head > 0) {
        const float buttons = presses_width(ui, card.presses);
        const bool is_beside = buttons > 0 && !head.has_presses_below;
        const float room = inner - (is_beside ? buttons + kGap : 0);
        const float line = is_beside ? press_height(ui) : 24;
        auto style = ui::name_style(ui.theme.text);
        style.weight = 600;
        ui::heading(ui, 2, x, y + (line - 21) / 2, card.title, style, room);
        if (is_beside) draw_presses(ui, card.presses, {x + inner - buttons, y}, line);
        if (head.has_presses_below) draw_presses(ui, card.presses, {x, y + line + kGap}, press_height(ui));
    }
    y += head.head;
    draw_in_card(ui, card, {x, y}, inner);
}

}  // namespace roost::settings
