#include "client-wasm/views/emoji_picker.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "client-wasm/views/emoji_picker_parts.h"

namespace roost {

namespace {

constexpr float kSearchRow = 60;
constexpr float kTabRow = 44;
constexpr float kNameRow = 44;

ui::Rect place(const ui::Ui& ui, const ui::Rect& composer) {
    constexpr float kTop = 72;  // the header stays to be seen
    const float height = std::min(ui.is_phone() ? 340.0F : 420.0F, composer.y - kTop - 8);
    if (ui.is_phone()) return {composer.x, composer.y - height, composer.width, height};
    const float width = std::min(364.0F, composer.width - 32);
    return {composer.x + 16, composer.y - height - 8, width, height};
}

void draw_search(EmojiPicker& picker) {
    EmojiPickerState& state = picker.state;
    ui::Ui& ui = picker.ui;
    const float size = picker.is_phone() ? 44.0F : 40.0F;
    const ui::Rect& rect = picker.rect;
    ui::FieldBox box{ui.words.emoji.search, {rect.x + 12, rect.y + 10, rect.width - 32 - size, size}};
    box.role = ui::Role::kSearchField;
    box.key = emoji_search_key();
    box.spec.placeholder = ui.words.emoji.search;
    box.spec.font_size = picker.is_phone() ? 16.0F : 14.0F;
    box.spec.line_height = 20;
    box.spec.colour = ui.theme.text;
    box.spec.padding_x = 12;
    box.spec.padding_y = 8;
    box.spec.submits_on_enter = false;
    box.spec.set_value = state.search.value;
    box.spec.set_revision = state.search.revision;
    box.spec.list = emoji_list_key();
    if (state.active) box.spec.active_option = emoji_option_key(*state.active);
    const bool edits = !state.search.value.empty() && !state.has_walked;
    box.spec.keys_taken = edits ? ui::KeysTaken::kGrid : ui::KeysTaken::kWholeGrid;
    ui::field(ui, box);
    if (!state.was_shown && !picker.is_phone()) ui.wanted_focus = emoji_search_key();
}

constexpr std::string_view kHand = "✋";

std::string hand(emoji::Tone tone) {
    emoji::Emoji sample;
    sample.sign = kHand;
    sample.toned = "✋%";
    return emoji::with_tone(sample, tone);
}

std::string tone_label(const EmojiPicker& picker, emoji::Tone tone) {
    if (tone == 0) return std::string(picker.ui.words.emoji.no_tone);
    return std::string(picker.emojis.list.tone_name(tone));
}

void draw_tone_button(EmojiPicker& picker) {
    ui::Ui& ui = picker.ui;
    const float size = picker.is_phone() ? 44.0F : 40.0F;
    const ui::Rect rect{picker.rect.x + picker.rect.width - 12 - size, picker.rect.y + 10, size, size};
    const std::string label = fill(ui.words.emoji.tone_now, {tone_label(picker, picker.emojis.tone)});
    const ui::NodeKey key = ui::key_of(ui, "tone");
    if (ui::is_hovered(ui, rect)) ui::fill(ui, rect, ui.theme.hover, 8);
    draw_emoji_sign(ui, rect, hand(picker.emojis.tone), 20);
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, rect, 8, 0);
    ui::record(ui, ui::Role::kButton, label, rect, key).is_expanded = picker.state.is_choosing_tone;
    if (ui::was_activated(ui, key)) picker.state.is_choosing_tone = !picker.state.is_choosing_tone;
}

void draw_tones(EmojiPicker& picker, const ui::Rect& row) {
    ui::Ui& ui = picker.ui;
    ui::Scope scope(ui, ui::Role::kGroup, ui.words.emoji.tone, {}, ui::key_of(ui, "tones"));
    const float width = row.width / (emoji::kDarkestTone + 1);
    for (emoji::Tone tone = 0; tone <= emoji::kDarkestTone; ++tone) {
        const ui::Rect rect{row.x + static_cast<float>(tone) * width, row.y, width, row.height};
        const bool is_chosen = picker.emojis.tone == tone;
        const ui::NodeKey key = ui::key_of(ui, "tone", tone + 1);
        if (is_chosen || ui::is_hovered(ui, rect)) {
            ui::fill(ui, {rect.x + 4, rect.y + 2, rect.width - 8, rect.height - 4}, ui.theme.selected, 8);
        }
        draw_emoji_sign(ui, rect, hand(tone), 22);
        if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, rect, 8, -2);
        ui::record(ui, ui::Role::kButton, tone_label(picker, tone), rect, key).is_pressed = is_chosen;
        if (!ui::was_activated(ui, key)) continue;
        picker.out.push_back(ChooseTone{tone});
        picker.state.is_choosing_tone = false;
        if (!picker.is_phone()) ui.wanted_focus = emoji_search_key();
    }
}

void draw_tab(EmojiPicker& picker, std::size_t section, const ui::Rect& rect, bool is_shown) {
    ui::Ui& ui = picker.ui;
    const EmojiSection& what = kEmojiSectionNames[section];
    const Word& name = ui.words.emoji.*what.name;
    const ui::NodeKey key = ui::key_of(ui, "group", static_cast<std::int64_t>(section) + 1);
    if (ui::is_hovered(ui, rect))
        ui::fill(ui, {rect.x + 2, rect.y + 4, rect.width - 4, 36}, ui.theme.hover, 8);
    if (section == 0) {
        const float x = rect.x + (rect.width - 20) / 2;
        ui::draw_icon(ui, ui::Icon::kClock, x, rect.y + 12, 20, ui.theme.text_secondary);
    } else {
        draw_emoji_sign(ui, rect, what.sign, 18);
    }
    if (is_shown)
        ui::fill(ui, {rect.x + 6, rect.y + rect.height - 3, rect.width - 12, 3}, ui.theme.accent, 1.5F);
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, rect, 8, -2);
    ui::record(ui, ui::Role::kTab, name, rect, key).is_selected = is_shown;
    if (!ui::was_activated(ui, key)) return;
    picker.state.search.set("");
    picker.state.active.reset();
    if (picker.is_ready()) collect_emoji(picker);
    picker.state.scroll_to = picker.state.shown.grid.section_top(section).value_or(0);
    ++picker.state.scroll_revision;
}

void draw_tabs(EmojiPicker& picker, const ui::Rect& row) {
    ui::Ui& ui = picker.ui;
    ui::Scope scope(ui, ui::Role::kTabList, ui.words.emoji.groups, {}, ui::key_of(ui, "groups"));
    // A finger needs the room of the ninth; what it would lead to is at the top anyway.
    const std::size_t first = picker.is_phone() || picker.state.shown_recents.empty() ? 1 : 0;
    const float width = row.width / static_cast<float>(kEmojiSections - first);
    const bool is_search = !picker.state.search.value.empty();
    const float top = picker.state.scroll_to.value_or(ui.scroll_top(emoji_list_key()));
    const std::size_t shown = std::max(first, picker.state.shown.grid.section_at(top + 1));
    for (std::size_t section = first; section < kEmojiSections; ++section) {
        const ui::Rect rect{row.x + static_cast<float>(section - first) * width, row.y, width, row.height};
        draw_tab(picker, section, rect, !is_search && section == shown);
    }
}

// What stands where the grid would.
void draw_sentence(EmojiPicker& picker, const ui::Rect& area, const std::string& sentence) {
    ui::Ui& ui = picker.ui;
    const ui::Rect line{area.x + 16, area.y + area.height / 2 - 22, area.width - 32, 22};
    ui::draw_text_centred(ui, line, sentence, ui::body_style(ui.theme.text_secondary, false));
    ui::record(ui, ui::Role::kStatus, sentence, line, ui::key_of(ui, "sentence"));
}

void draw_failed(EmojiPicker& picker, const ui::Rect& area) {
    draw_sentence(picker, area, std::string(picker.ui.words.emoji.failed));
    const ui::Rect button{area.x + area.width / 2 - 60, area.y + area.height / 2 + 8, 120, 44};
    if (ui::button(
            picker.ui,
            {.label = picker.ui.words.thread.try_again, .rect = button, .kind = ui::ButtonKind::kQuiet}
        ))
        picker.out.push_back(LoadEmoji{});
}

void draw_content(EmojiPicker& picker, const ui::Rect& area) {
    if (picker.emojis.phase == EmojiPhase::kFailed) return draw_failed(picker, area);
    if (picker.emojis.phase != EmojiPhase::kReady)
        return draw_sentence(picker, area, std::string(picker.ui.words.emoji.loading));
    if (picker.state.shown.cells.empty())
        return draw_sentence(picker, area, fill(picker.ui.words.emoji.nothing, {picker.state.search.value}));
    draw_emoji_list(picker, area);
}

// The name of what the pointer or the arrows are at.
void draw_name(EmojiPicker& picker, const ui::Rect& row) {
    ui::Ui& ui = picker.ui;
    ui::hairline(ui, row.x, row.y, row.width, ui.theme.border);
    const EmojiPickerState& state = picker.state;
    const auto cell = picker.hovered ? picker.hovered : state.active;
    if (!picker.is_ready() || !cell || *cell >= state.shown.cells.size()) return;
    const emoji::Emoji& one = *state.shown.cells[*cell];
    const std::string sign = emoji::with_tone(one, picker.emojis.tone);
    draw_emoji_sign(ui, {row.x + 8, row.y, row.height, row.height}, sign, 24);
    const std::string name = emoji::name_with_tone(picker.emojis.list, one, picker.emojis.tone);
    ui::draw_text(ui, row.x + 60, row.y + 12, name, ui::body_style(ui.theme.text, false), row.width - 76);
}

void draw_open(EmojiPicker& picker) {
    ui::Ui& ui = picker.ui;
    const ui::Rect& rect = picker.rect;
    const float radius = ui.is_phone() ? 0 : 12;
    if (!ui.is_phone()) ui::drop_shadow(ui, rect, radius);
    ui::fill(ui, rect, ui.theme.panel, radius);
    ui::outline(ui, rect, ui.theme.border, radius);
    ui::Scope scope(ui, ui::Role::kPopover, ui.words.emoji.title, rect, emoji_picker_key());
    const float bottom = ui.is_phone() ? 0 : kNameRow;
    const ui::Rect row{rect.x + 8, rect.y + kSearchRow, rect.width - 16, kTabRow};
    const float top = row.y + row.height;
    const ui::Rect area{rect.x + 1, top, rect.width - 2, rect.y + rect.height - bottom - top - 1};
    take_emoji_search(picker);
    if (picker.is_ready()) {
        collect_emoji(picker);
        take_emoji_keys(picker, area);
    }
    draw_search(picker);
    draw_tone_button(picker);
    if (picker.state.is_choosing_tone) draw_tones(picker, row);
    if (!picker.state.is_choosing_tone) draw_tabs(picker, row);
    ui::hairline(ui, rect.x, top - 1, rect.width, ui.theme.border);
    draw_content(picker, area);
    if (bottom > 0) draw_name(picker, {rect.x, rect.y + rect.height - bottom, rect.width, bottom});
}

}  // namespace

void toggle_emoji_picker(const EmojiState& emojis, EmojiPickerState& picker, Commands& out) {
    picker.is_open = !picker.is_open;
    if (!picker.is_open) return;
    picker.reacts_to.reset();
    picker.search.set("");
    picker.active.reset();
    picker.has_walked = false;
    picker.is_choosing_tone = false;
    picker.shown = {};
    picker.shown_recents = emojis.recents;
    picker.scroll_to = 0;
    ++picker.scroll_revision;
    out.push_back(LoadEmoji{});
}

void draw_emoji_picker(
    const EmojiState& emojis,
    EmojiPickerState& picker,
    ui::Ui& ui,
    const ui::Rect& composer,
    ui::NodeKey field,
    Commands& out
) {
    // Closed by whatever means: back to writing, but not to a phone's keyboard.
    if (!picker.is_open && picker.was_shown && !ui.is_phone()) ui.wanted_focus = field;
    if (picker.is_open) {
        // Habits are restored together with the list.
        if (picker.shown.revision < 0) picker.shown_recents = emojis.recents;
        EmojiPicker drawn{emojis, picker, ui, place(ui, composer), field, out};
        draw_open(drawn);
    }
    picker.was_shown = picker.is_open;
}

}  // namespace roost
