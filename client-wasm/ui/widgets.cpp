#include "client-wasm/ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace roost::ui {

NodeKey key_of(const Ui& ui, std::string_view name, std::int64_t id) {
    return id == 0 ? make_key(ui.parent, name) : make_key(ui.parent, name, id);
}

Node& record(Ui& ui, Role role, const Label& label, const Rect& rect, NodeKey key) {
    Node& node = ui.tree.emplace_back();
    node.key = key;
    node.parent = ui.parent;
    node.role = role;
    node.label = label.text();
    node.rect = placed(ui, rect);
    if (rect.width > 0) {
        node.rect.x -= ui.origin.x;
        node.rect.y -= ui.origin.y;
    }
    return node;
}

Scope::Scope(Ui& ui, Role role, const Label& label, const Rect& rect, NodeKey key)
    : ui_(ui), outer_(ui.parent), index_(ui.tree.size()) {
    record(ui, role, label, rect, key);
    ui.parent = key;
}

Scope::~Scope() {
    ui_.parent = outer_;
}

Scroller::Scroller(Ui& ui, const ScrollerArea& area)
    : Scope(ui, area.role, area.label, area.rect, area.key), outer_origin_(ui.origin), clip_(ui, area.rect) {
    node().scroller = area.spec;
    ui.origin = {placed(ui, area.rect).x, area.rect.y - area.top};
}

Scroller::~Scroller() {
    ui_.origin = outer_origin_;
}

bool was_activated(const Ui& ui, NodeKey key) {
    const auto& activated = ui.input.activated;
    return std::find(activated.begin(), activated.end(), key) != activated.end();
}

bool is_hovered(const Ui& ui, const Rect& box) {
    const Rect rect = placed(ui, box);
    const ImVec2 at = ui.input.pointer;
    if (!ui.input.is_pointer_inside || ui.is_covered) return false;
    const ImVec2 clip_from = ui.draw.GetClipRectMin();
    const ImVec2 clip_to = ui.draw.GetClipRectMax();
    return at.x >= std::max(rect.x, clip_from.x) && at.x < std::min(rect.x + rect.width, clip_to.x) &&
           at.y >= std::max(rect.y, clip_from.y) && at.y < std::min(rect.y + rect.height, clip_to.y);
}

bool has_visible_focus(const Ui& ui, NodeKey key) {
    return ui.input.is_focus_visible && ui.input.focus == key;
}

float text_node(Ui& ui, float x, float y, std::string_view text, const text::Style& style, float max_width) {
    const float width = draw_text(ui, x, y, text, style, max_width);
    record(ui, Role::kText, std::string(text), {x, y, width, style.line_height}, key_of(ui, text));
    return width;
}

text::Paragraph wrap(Ui& ui, NodeKey key, std::string_view text, const text::Style& style, float width) {
    text::ParagraphRequest request;
    request.id = key;
    request.text = text;
    request.style = style;
    request.max_width = width;
    std::vector<text::Paragraph> laid;
    ui.text.lay_out({&request, 1}, laid);
    return std::move(laid.front());
}

Node& wrapped_node(
    Ui& ui, Role role, NodeKey key, std::string_view text, const text::Paragraph& laid, float x, float y
) {
    draw_paragraph(ui, laid, x, y);
    const Rect place{x, y, laid.width, laid.height};
    Node& node = record(ui, role, text, place, key);
    attach_paragraph(ui, node, place, laid, x, y);
    return node;
}

void heading(
    Ui& ui, int level, float x, float y, std::string_view text, const text::Style& style, float width
) {
    const float drawn = draw_text(ui, x, y, text, style, width);
    const Rect rect{x, y, std::max(drawn, 1.0F), style.line_height};
    record(ui, Role::kHeading, std::string(text), rect, key_of(ui, "heading")).level = level;
}

namespace {

struct ButtonColours {
    Colour surface = 0;
    Colour content = 0;
};

ButtonColours button_colours(const Ui& ui, const ButtonSpec& spec) {
    const Theme& theme = ui.theme;
    const bool is_hot = !spec.is_disabled && is_hovered(ui, spec.rect);
    if (spec.kind == ButtonKind::kQuiet) {
        return {is_hot ? theme.tint : 0, spec.colour.value_or(theme.accent)};
    }
    if (spec.kind == ButtonKind::kRound && !spec.colour) {
        return {is_hot ? theme.selected : 0, theme.text_secondary};
    }
    if (spec.is_disabled) return {theme.selected, theme.text_secondary};
    const Colour surface = spec.colour.value_or(theme.accent);
    return {is_hot ? over(with_alpha(theme.text, 0.12F), surface) : surface, theme.on_accent};
}

}  // namespace

bool button(Ui& ui, const ButtonSpec& spec) {
    const NodeKey key = spec.key != 0 ? spec.key : key_of(ui, spec.label.text());
    const ButtonColours colours = button_colours(ui, spec);
    const float radius = spec.kind == ButtonKind::kRound ? spec.rect.height / 2 : 8.0F;
    if (colours.surface != 0) fill(ui, spec.rect, colours.surface, radius);
    if (spec.icon) {
        const float x = spec.rect.x + (spec.rect.width - 24) / 2;
        draw_icon(ui, *spec.icon, x, spec.rect.y + (spec.rect.height - 24) / 2, 24, colours.content);
    } else {
        draw_text_centred(ui, spec.rect, spec.label.text(), button_style(colours.content));
    }
    if (has_visible_focus(ui, key)) focus_ring(ui, spec.rect, radius);
    Node& node = record(ui, Role::kButton, spec.label, spec.rect, key);
    node.is_disabled = spec.is_disabled;
    node.is_expanded = spec.is_expanded;
    node.has_menu = spec.opens_menu;
    return !spec.is_disabled && was_activated(ui, key);
}

std::optional<std::string> field(Ui& ui, const FieldBox& box) {
    const NodeKey key = box.key != 0 ? box.key : key_of(ui, box.label.text());
    fill(ui, box.rect, ui.theme.panel, 8);
    outline(ui, box.rect, ui.theme.control, 8);
    // A field with the caret always shows it, however the focus came.
    if (ui.input.focus == key) focus_ring(ui, box.rect, 8);
    record(ui, box.role, box.label, box.rect, key).field = box.spec;
    const auto changed = ui.input.changed_fields.find(key);
    if (changed == ui.input.changed_fields.end()) return std::nullopt;
    return changed->second;
}

namespace {

std::optional<float> moved_by_key(const Ui& ui, const SplitterSpec& spec, float width) {
    constexpr float kStep = 16;
    std::optional<float> wanted;
    for (const Key& key : ui.input.keys) {
        const bool is_right = key.name == "ArrowRight";
        if (is_right || key.name == "ArrowLeft")
            wanted = width + (is_right != ui.is_mirrored() ? kStep : -kStep);
        if (key.name == "Home") wanted = spec.least;
        if (key.name == "End") wanted = spec.most;
    }
    return wanted;
}

}  // namespace

std::optional<float> splitter(Ui& ui, const SplitterSpec& spec) {
    const Rect hit{spec.line.x - 3, spec.line.y, 12, spec.line.height};
    const float width = spec.line.x - spec.start;
    const auto dragged = ui.input.dragged.find(spec.key);
    const bool is_held = dragged != ui.input.dragged.end();
    if (is_held || is_hovered(ui, hit)) fill(ui, {spec.line.x - 3, hit.y, 3, hit.height}, ui.theme.control);
    if (has_visible_focus(ui, spec.key)) fill(ui, {spec.line.x - 3, hit.y, 3, hit.height}, ui.theme.accent);
    Node& node = record(ui, Role::kSplitter, spec.label, hit, spec.key);
    node.range = {static_cast<int>(spec.least), static_cast<int>(spec.most), static_cast<int>(width)};
    std::optional<float> wanted;
    if (is_held) wanted = placed_x(ui, dragged->second) - spec.start;
    if (ui.input.focus == spec.key && !is_held) wanted = moved_by_key(ui, spec, width);
    if (!wanted) return std::nullopt;
    return std::clamp(std::round(*wanted), spec.least, spec.most);
}

bool was_submitted(const Ui& ui, NodeKey key) {
    const auto& submitted = ui.input.submitted_fields;
    return std::any_of(submitted.begin(), submitted.end(), [&](const auto& one) { return one.first == key; });
}

}  // namespace roost::ui
