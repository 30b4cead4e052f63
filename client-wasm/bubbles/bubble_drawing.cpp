// The bubble on the screen.
#include <algorithm>
#include <array>

#include "client-wasm/bubbles/bubble.h"
#include "client-wasm/bubbles/bubble_metrics.h"
#include "client-wasm/bubbles/card_block.h"
#include "client-wasm/bubbles/message_key.h"
#include "client-wasm/bubbles/picture_block.h"
#include "client-wasm/bubbles/reaction_chip.h"
#include "client-wasm/bubbles/sound_block.h"

namespace roost {

namespace {

using ui::Colour;
using ui::Rect;
using ui::Ui;

Colour surface_of(const Ui& ui, const Bubble& bubble) {
    if (bubble.is_system_line) return ui.theme.chip;
    return bubble.is_out ? ui.theme.bubble_out : ui.theme.bubble_in;
}

Colour secondary_of(const Ui& ui, const Bubble& bubble) {
    return bubble.is_out ? ui.theme.text_secondary_out : ui.theme.text_secondary;
}

// The beak at the upper corner of the first bubble of a group: 8 × 12.
void draw_tail(Ui& ui, const Rect& rect, bool is_out, Colour colour) {
    constexpr std::array<ImVec2, 7> kBeak{
        {{8, 0}, {8, 12}, {0.7F, 2}, {0.35F, 1.2F}, {0.4F, 0.6F}, {0.8F, 0.15F}, {1.6F, 0}}};
    std::array<ImVec2, kBeak.size()> points;
    for (std::size_t i = 0; i < kBeak.size(); ++i) {
        const float x = is_out ? rect.x + rect.width + 8 - kBeak[i].x : rect.x - 8 + kBeak[i].x;
        points[i] = {x, rect.y + kBeak[i].y};
    }
    ui::polygon(ui, points, colour);
}

void draw_surface(Ui& ui, const Bubble& bubble, const Rect& rect) {
    if (bubble.is_bare) return;
    const bool has_tail = bubble.starts_group && !bubble.is_system_line;
    const ui::Corners tailed = bubble.is_out ? ui::Corners::kNotTopEnd : ui::Corners::kNotTopStart;
    const ui::Corners corners = has_tail ? tailed : ui::Corners::kAll;
    ui::shadow_below(ui, rect, kBubbleRadius);
    ui::fill_corners(ui, rect, surface_of(ui, bubble), kBubbleRadius, corners);
    if (has_tail) draw_tail(ui, rect, bubble.is_out, surface_of(ui, bubble));
    if (ui.theme.edge != 0) ui::outline(ui, rect, ui.theme.edge, kBubbleRadius);
}

// A bar at the side where a quote begins; code and quotes have a ground.
void draw_grounds(Ui& ui, const Bubble& bubble, const PlacedParagraph& paragraph, ImVec2 origin) {
    const Colour ground = bubble.is_out ? ui.theme.quote_out : ui.theme.quote_in;
    for (const text::ParagraphBlock& block : paragraph.laid.blocks) {
        const Rect on_screen{origin.x, origin.y + block.y, paragraph.laid.width, block.height};
        const Rect rect = ui::placed(ui, on_screen);
        ui::fill(ui, rect, ground, 4);
        if (block.kind != text::BlockKind::kQuote) continue;
        const bool is_against = block.is_right_to_left != ui.is_mirrored();
        const float bar_x = is_against ? rect.x + rect.width - 3 : rect.x;
        ui::fill(ui, {bar_x, rect.y, 3, rect.height}, ui.theme.accent, 1.5F);
    }
}

// What was searched for in the conversation; stronger in the message that the reader stands at.
void draw_hits(Ui& ui, const PlacedParagraph& paragraph, const BubblePlace& place, ImVec2 origin) {
    if (place.terms == nullptr) return;
    const auto hits = hits_in(paragraph, *place.terms);
    for (const text::MarkedRect& hit : ui.text.range_rects(paragraph.id, hits)) {
        // The browser counts from the left.
        const Rect on_screen{origin.x + hit.x - 1, origin.y + hit.y, hit.width + 2, hit.height};
        const Rect mark = ui::placed(ui, on_screen);
        ui::fill(ui, mark, ui.theme.hit, 3);
        if (ui.theme.edge != 0) ui::outline(ui, mark, ui.theme.edge, 3);
        if (place.is_hit) ui::outline(ui, mark, ui.theme.warn, 3, 2);
    }
}

void draw_marks(Ui& ui, const PlacedParagraph& paragraph, const BubblePlace& place, ImVec2 origin) {
    if (place.marks.empty() || paragraph.reading != text::Reading::kMessage) return;
    for (const text::MarkedRect& mark : ui.text.range_rects(paragraph.id, place.marks)) {
        // The browser counts from the left.
        const Rect on_screen{origin.x + mark.x, origin.y + mark.y, mark.width, mark.height};
        ui::fill(ui, ui::placed(ui, on_screen), ui.theme.tint, 3);
    }
}

void draw_paragraph(
    Ui& ui, const Bubble& bubble, const PlacedParagraph& paragraph, const Rect& rect, const BubblePlace& place
) {
    const float x = rect.x + paragraph.x, y = rect.y + paragraph.y;
    const ImVec2 origin = ui::paragraph_origin(ui, paragraph.laid, x, y);
    draw_grounds(ui, bubble, paragraph, origin);
    draw_hits(ui, paragraph, place, origin);
    draw_marks(ui, paragraph, place, origin);
    for (const text::MarkedRect& marked : ui.text.selection()) {
        if (marked.paragraph != paragraph.id) continue;
        // The browser counts from the left.
        const Rect on_screen{origin.x + marked.x, origin.y + marked.y, marked.width, marked.height};
        ui::fill(ui, ui::placed(ui, on_screen), ui.theme.selection);
    }
    ui::draw_paragraph(ui, paragraph.laid, x, y);
}

// Under the heading, above all else.
Rect quote_rect(const Bubble& bubble, const Rect& rect) {
    const float top = bubble.heading ? kBubbleTop + kHeadingHeight : kCardInset;
    return {rect.x + kCardInset, rect.y + top, rect.width - 2 * kCardInset, kQuoteHeight};
}

void draw_quote(Ui& ui, const Bubble& bubble, const BubbleQuote& quote, const Rect& rect) {
    const Colour mark = quote.is_ours ? ui.theme.accent : bubble.link_colour;
    ui::fill(ui, rect, bubble.is_out ? ui.theme.quote_out : ui.theme.quote_in, 6);
    ui::fill_corners(ui, {rect.x, rect.y, 4, rect.height}, mark, 6, ui::Corners::kStart);
    const float room = rect.width - 2 * kQuotePadding;
    const float x = rect.x + kQuotePadding;
    ui::draw_text(ui, x, rect.y + 6, quote.name, ui::secondary_style(mark, 600), room);
    ui::draw_text(ui, x, rect.y + 24, quote.line, ui::secondary_style(secondary_of(ui, bubble)), room);
}

void draw_top(Ui& ui, const Bubble& bubble, const Rect& rect, Commands& out) {
    if (bubble.heading) {
        const float y = rect.y + kBubbleTop;
        const Colour colour = secondary_of(ui, bubble);
        ui::draw_icon(ui, bubble.heading->icon, rect.x + kBubblePadding, y + 1, 16, colour);
        const float room = rect.width - 2 * kBubblePadding - 22;
        ui::draw_text(
            ui, rect.x + kBubblePadding + 22, y, bubble.heading->text, ui::secondary_style(colour), room
        );
    }
    if (bubble.quote) draw_quote(ui, bubble, *bubble.quote, quote_rect(bubble, rect));
    draw_cards(ui, bubble, rect, out);
}

void draw_meta(Ui& ui, const Bubble& bubble, float x, float y) {
    const bool is_bare = bubble.is_bare, is_on_picture = holds_time(bubble);
    const Colour plain = is_bare ? ui.theme.text_secondary : secondary_of(ui, bubble);
    const Colour colour = is_on_picture ? ui::rgb(0xFFFFFF) : plain;
    const float left = x + bubble.meta_x, top = y + bubble.meta_y;
    if (is_bare) {
        ui::fill(ui, {left - 8, top - 2, x + bubble.width - left + 8, kMetaHeight + 4}, ui.theme.chip, 99);
    }
    const float width = ui::draw_text(ui, left, top, bubble.time, ui::time_style(colour));
    if (!bubble.is_out) return;
    const DeliveryStatus status = bubble.message->status;
    const bool is_read = status == DeliveryStatus::kRead || status == DeliveryStatus::kPlayed;
    const bool has_failed = status == DeliveryStatus::kFailed;
    // Over a picture the blue of a tick and the red of a failure would not be seen.
    const Colour tick = is_on_picture ? (is_read ? ui::rgb(0x53BDEB) : colour)
                        : is_read     ? ui.theme.tick_read
                        : has_failed  ? ui.theme.danger_out
                                      : colour;
    ui::draw_icon(ui, tick_icon(status), left + width + 3, top + 2, kTickWidth, tick);
}

Rect action_rect(const Bubble& bubble, std::size_t index, float x, float y) {
    const float top = y + bubble.actions_y + kActionHeight * static_cast<float>(index);
    return {x, top, bubble.width, kActionHeight};
}

// Two of them may have one name: people in cards.
ui::NodeKey action_key(ui::NodeKey node, std::size_t index) {
    return ui::make_key(node, "action", static_cast<std::int64_t>(index));
}

void use_actions(Ui& ui, const Bubble& bubble, ui::NodeKey node, Commands& out) {
    for (std::size_t i = 0; i < bubble.actions.size(); ++i) {
        const BubbleAction& action = bubble.actions[i];
        if (!action.is_button() || !ui::was_activated(ui, action_key(node, i))) continue;
        if (action.starts) out.push_back(*action.starts);
        const auto* contacts = std::get_if<Contacts>(&bubble.message->content);
        if (action.saves && contacts != nullptr) out.push_back(SaveContacts{*contacts});
    }
}

void draw_actions(Ui& ui, const Bubble& bubble, float x, float y) {
    for (std::size_t i = 0; i < bubble.actions.size(); ++i) {
        const BubbleAction& action = bubble.actions[i];
        const Rect rect = action_rect(bubble, i, x, y);
        ui::hairline(ui, rect.x, rect.y, rect.width, ui::with_alpha(ui.theme.text, 0.12F));
        const auto style = ui::body_style(bubble.link_colour, false);
        const float width = std::min(ui.text.width(action.label, style) + 28, rect.width - 24);
        const float left = rect.x + (rect.width - width) / 2;
        ui::draw_icon(ui, action.icon, left, rect.y + 12, 20, bubble.link_colour);
        ui::draw_text(ui, left + 28, rect.y + 12, action.label, style, width - 28);
    }
}

Rect repair_rect(const Bubble& bubble, const PlacedParagraph& failure, float x, float y) {
    if (bubble.repair.is_wide) {
        const float below = y + failure.y + failure.laid.height - 1;
        return {x + kBubblePadding + kFailureIcon, below, std::max(44.0F, bubble.repair_width), 44};
    }
    const float top = y + failure.y + failure.laid.height / 2 - 22;
    return {x + bubble.width - kBubblePadding - 60, top, 64, 44};  // as tall as a finger wants
}

void draw_failure(Ui& ui, const Bubble& bubble, float x, float y) {
    if (!bubble.failure) return;
    const Colour red = bubble.is_out ? ui.theme.danger_out : ui.theme.danger;
    const float line = y + bubble.failure->y - 9;
    const float width = bubble.width - 2 * kBubblePadding;
    ui::hairline(ui, x + kBubblePadding, line, width, ui::with_alpha(ui.theme.text, 0.12F));
    ui::draw_icon(ui, ui::Icon::kAlert, x + kBubblePadding, y + bubble.failure->y, 18, red);
    draw_paragraph(ui, bubble, *bubble.failure, {x, y, bubble.width, bubble.height}, {});
    const Rect rect = repair_rect(bubble, *bubble.failure, x, y);
    const auto style = ui::secondary_style(red, bubble.repair.can_be_used ? 600 : 400);
    if (!bubble.repair.label.empty()) ui::draw_text_centred(ui, rect, bubble.repair.label, style);
    if (bubble.repair.changes_at != 0) ui.wake(bubble.repair.changes_at);
}

void record_quote(Ui& ui, const Bubble& bubble, const Rect& rect) {
    if (!bubble.quote) return;
    const BubbleQuote& quote = *bubble.quote;
    const std::string_view pattern = quote.is_source ? "{0}: {1}" : ui.words.message.in_answer_to.view();
    const std::string label = fill(pattern, {quote.name, quote.line});
    const ui::Role role = bubble.quote->message ? ui::Role::kButton : ui::Role::kText;
    ui::record(ui, role, label, quote_rect(bubble, rect), ui::key_of(ui, "quote"));
}

void record_children(Ui& ui, const Bubble& bubble, float x, float y) {
    const Rect place{x, y, bubble.width, bubble.height};
    record_quote(ui, bubble, place);
    record_picture(ui, bubble, place);
    record_sound(ui, bubble, place);
    record_cards(ui, bubble, place);
    record_reactions(ui, bubble, place);
    for (std::size_t i = 0; i < bubble.actions.size(); ++i) {
        const BubbleAction& action = bubble.actions[i];
        const Rect rect = action_rect(bubble, i, x, y);
        // What only the customer can press is read, not followed.
        ui::Role role = action.href.empty() ? ui::Role::kText : ui::Role::kLink;
        if (action.is_button()) role = ui::Role::kButton;
        const auto key = action_key(ui.parent, i);
        ui::record(ui, role, action.label, rect, key).href = action.href;
    }
    const RepairOffer& repair = bubble.repair;
    if (repair.label.empty() || !bubble.failure) return;
    const Rect rect = repair_rect(bubble, *bubble.failure, x, y);
    ui::Role role = repair.href.empty() ? ui::Role::kButton : ui::Role::kLink;
    if (!repair.can_be_used) role = ui::Role::kText;
    ui::record(ui, role, repair.label, rect, ui::key_of(ui, "repair")).href = repair.href;
}

ui::NodeKey node_key(const Ui& ui, const Message& message) {
    return message_node(ui.parent, message_key(message));
}

// Rings around what has the focus in the bubble, and around itself.
void draw_rings(Ui& ui, const Bubble& bubble, ui::NodeKey node, const Rect& rect) {
    const auto ring = [&](std::string_view name, const Rect& at, float radius) {
        if (ui::has_visible_focus(ui, ui::make_key(node, name))) ui::focus_ring(ui, at, radius, 0);
    };
    if (ui::has_visible_focus(ui, node)) ui::focus_ring(ui, rect, kBubbleRadius);
    if (opens_viewer(bubble)) ring("picture", picture_rect(bubble, rect), kPictureRadius);
    if (bubble.quote) ring("quote", quote_rect(bubble, rect), 6);
    if (bubble.failure) ring("repair", repair_rect(bubble, *bubble.failure, rect.x, rect.y), 8);
    for (std::size_t i = 0; i < bubble.actions.size(); ++i)
        if (ui::has_visible_focus(ui, action_key(node, i)))
            ui::focus_ring(ui, action_rect(bubble, i, rect.x, rect.y), 6, 0);
    for (std::size_t i = 0; i < bubble.cards.size(); ++i)
        ring(bubble.cards[i].action, card_rect(bubble, i, rect), 6);
}

// In the corner, while the message is pointed at or has the focus. Returns whether it was used.
bool draw_menu_button(Ui& ui, const Bubble& bubble, const BubblePlace& place, ui::NodeKey node) {
    const ui::NodeKey key = ui::make_key(node, "menu");
    const Rect rect{place.x, place.y, bubble.width, bubble.height};
    const bool has_focus = ui.input.focus == node || ui.input.focus == key;
    if (bubble.is_system_line) return false;
    if (!has_focus && !place.has_open_menu && !ui::is_hovered(ui, rect)) return false;
    const Rect hit = menu_button(ui, bubble, place);
    const ImVec2 centre(hit.x + hit.width / 2, hit.y + hit.height / 2);
    const bool is_hot = ui::is_hovered(ui, hit) || place.has_open_menu;
    ui::circle(ui, centre, 12, bubble.is_bare ? ui.theme.chip : surface_of(ui, bubble));
    if (is_hot) ui::circle(ui, centre, 12, ui::with_alpha(ui.theme.text, 0.1F));
    ui::draw_icon(ui, ui::Icon::kDown, centre.x - 9, centre.y - 9, 18, secondary_of(ui, bubble));
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, {centre.x - 12, centre.y - 12, 24, 24}, 12, 0);
    ui::Node& recorded = ui::record(ui, ui::Role::kButton, ui.words.message_menu.button, hit, key);
    recorded.parent = node;
    recorded.has_menu = true;
    recorded.is_expanded = place.has_open_menu;
    return ui::was_activated(ui, key);
}

}  // namespace

Rect menu_button(const Ui& ui, const Bubble& bubble, const BubblePlace& place) {
    const float size = ui.is_phone() ? 44.0F : 28.0F;
    // Where lines end, so that the words can be selected from their beginning.
    const bool is_at_left =
        !bubble.paragraphs.empty() && bubble.paragraphs.front().laid.is_last_line_right_to_left;
    const float middle_x = is_at_left ? place.x + 15 : place.x + bubble.width - 15;
    const float middle_y = place.y + 15;
    return {middle_x - size / 2, middle_y - size / 2, size, size};
}

void record_bubble(Ui& ui, const Bubble& bubble, std::string_view contact, float x, float y) {
    const Message& message = *bubble.message;
    const Rect rect{ui::snap(ui, x), ui::snap(ui, y), bubble.width, bubble.height};
    const std::string label = bubble.is_system_line ? bubble.paragraphs.front().text
                                                    : message_label(ui.locale, message, contact, bubble.time);
    ui::Scope scope(ui, ui::Role::kMessage, label, rect, node_key(ui, message));
    scope.node().has_menu = !bubble.is_system_line;
    scope.node().is_focusable = false;
    if (bubble.failure) scope.node().description = bubble.failure->text;
    if (!bubble.paragraphs.empty()) {
        const PlacedParagraph& first = bubble.paragraphs.front();
        ui::attach_paragraph(ui, scope.node(), rect, first.laid, rect.x + first.x, rect.y + first.y);
    }
    record_children(ui, bubble, rect.x, rect.y);
}

void paint_bubble(Ui& ui, const Bubble& bubble, const BubblePlace& place, Commands& out) {
    const Rect rect{ui::snap(ui, place.x), ui::snap(ui, place.y), bubble.width, bubble.height};
    draw_surface(ui, bubble, rect);
    draw_top(ui, bubble, rect, out);
    draw_picture_block(ui, bubble, rect, out);
    draw_sound(ui, bubble, rect);
    for (const PlacedParagraph& paragraph : bubble.paragraphs)
        draw_paragraph(ui, bubble, paragraph, rect, place);
    if (!bubble.is_system_line) draw_meta(ui, bubble, rect.x, rect.y);
    draw_actions(ui, bubble, rect.x, rect.y);
    draw_failure(ui, bubble, rect.x, rect.y);
    draw_reactions(ui, bubble, rect);
}

bool draw_bubble(
    Ui& ui, const Bubble& bubble, std::string_view contact, const BubblePlace& place, Commands& out
) {
    record_bubble(ui, bubble, contact, place.x, place.y);
    paint_bubble(ui, bubble, place, out);
    const Rect rect{ui::snap(ui, place.x), ui::snap(ui, place.y), bubble.width, bubble.height};
    const Message& message = *bubble.message;
    const ui::NodeKey node = node_key(ui, message);
    draw_rings(ui, bubble, node, rect);
    if (ui::was_activated(ui, ui::make_key(node, "repair"))) repair(message, out);
    use_sound(ui, bubble, rect, node, out);
    use_actions(ui, bubble, node, out);
    if (opens_viewer(bubble) && ui::was_activated(ui, ui::make_key(node, "picture")))
        out.push_back(OpenViewer{message.id});
    for (const BubbleCard& card : bubble.cards) {
        if (card.opens && ui::was_activated(ui, ui::make_key(node, card.action))) out.push_back(*card.opens);
    }
    if (bubble.quote && ui::was_activated(ui, ui::make_key(node, "quote")))
        out.push_back(GoToMessage{message.conversation, bubble.quote->message});
    return draw_menu_button(ui, bubble, place, node);
}

}  // namespace roost
