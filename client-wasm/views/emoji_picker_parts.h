// Pieces of the picker that its files share; see emoji_picker.h.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

// The recent ones come first.
inline constexpr std::size_t kEmojiSections = emoji::kGroups + 1;

struct EmojiSection {
    std::string_view sign;  // empty: an icon
    Word EmojiWords::*name;
};

inline constexpr std::array<EmojiSection, kEmojiSections> kEmojiSectionNames{{
    {"", &EmojiWords::recent},
    {"😀", &EmojiWords::people},
    {"🐻", &EmojiWords::nature},
    {"🍔", &EmojiWords::food},
    {"🚗", &EmojiWords::travel},
    {"⚽", &EmojiWords::activities},
    {"💡", &EmojiWords::objects},
    {"🔣", &EmojiWords::symbols},
    {"🏁", &EmojiWords::flags},
}};

// One frame of it.
struct EmojiPicker {
    const EmojiState& emojis;
    EmojiPickerState& state;
    ui::Ui& ui;
    ui::Rect rect;
    ui::NodeKey field;
    Commands& out;
    std::optional<std::size_t> hovered = std::nullopt;  // a cell, once the list is drawn

    bool is_ready() const { return emojis.phase == EmojiPhase::kReady; }
    bool is_phone() const { return ui.is_phone(); }
    emoji::GridShape shape() const {
        const float cell = is_phone() ? 44.0F : 36.0F;
        return {cell, 32, static_cast<std::size_t>((rect.width - 16) / cell)};
    }
};

inline ui::NodeKey emoji_picker_key() {
    return ui::make_key(0, "emoji picker");
}

inline ui::NodeKey emoji_search_key() {
    return ui::make_key(emoji_picker_key(), "search");
}

inline ui::NodeKey emoji_list_key() {
    return ui::make_key(emoji_picker_key(), "list");
}

inline ui::NodeKey emoji_option_key(std::size_t cell) {
    return ui::make_key(emoji_list_key(), "option", static_cast<std::int64_t>(cell) + 1);
}

// What was typed into the search field: before anything else that came after it.
void take_emoji_search(EmojiPicker& picker);
// Which cells there are for what is looked for.
void collect_emoji(EmojiPicker& picker);
// Arrows and Enter while the search field has the focus.
void take_emoji_keys(EmojiPicker& picker, const ui::Rect& area);
void draw_emoji_list(EmojiPicker& picker, const ui::Rect& area);
void draw_emoji_sign(ui::Ui& ui, const ui::Rect& rect, std::string_view sign, float size);

}  // namespace roost
