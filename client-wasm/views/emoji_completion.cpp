#include "client-wasm/views/emoji_completion.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client-wasm/emoji/short_code.h"
#include "client-wasm/views/floating.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::size_t kMost = 6;

using Found = std::vector<const emoji::Emoji*>;

ui::NodeKey list_key() {
    return ui::make_key(0, "emoji suggestions");
}

ui::NodeKey option_key(std::size_t place) {
    return ui::make_key(list_key(), "option", static_cast<std::int64_t>(place) + 1);
}

Found suggestions(const EmojiState& emojis, const EmojiCompletionState& state) {
    if (state.query.empty() || emojis.phase != EmojiPhase::kReady) return {};
    std::string words = state.query;
    std::replace(words.begin(), words.end(), '_', ' ');
    return emoji::search(emojis.list, words, kMost);
}

void insert(
    const EmojiState& emojis,
    const emoji::Emoji& one,
    std::string_view replaced,
    ui::NodeKey field,
    Commands& out
) {
    InsertEmoji command;
    command.field = field;
    command.text = emoji::with_tone(one, emojis.tone);
    command.sign = one.sign;
    command.replaced = static_cast<int>(count_utf16_units(replaced));
    out.push_back(std::move(command));
}

void choose(
    const EmojiState& emojis,
    EmojiCompletionState& state,
    const emoji::Emoji& one,
    ui::NodeKey field,
    Commands& out
) {
    insert(emojis, one, ":" + std::exchange(state.query, ""), field, out);
    state.dismissed = state.start;  // until the field tells that the code is gone
}

// What the caret stands behind.
std::optional<emoji::ShortCode> code_at_caret(
    const ComposerState& composer, const ui::Ui& ui, ui::NodeKey field
) {
    const auto& caret = ui.input.caret;
    if (!caret || caret->field != field || ui.input.focus != field) return std::nullopt;
    return emoji::code_being_written(composer.draft.value, caret->offset);
}

void follow_caret(
    const EmojiState& emojis, ComposerState& composer, const ui::Ui& ui, ui::NodeKey field, Commands& out
) {
    EmojiCompletionState& state = composer.completion;
    const auto code = code_at_caret(composer, ui, field);
    if (!code || state.dismissed != code->start) state.dismissed.reset();
    if (!code || state.dismissed) {
        state.query.clear();
        return;
    }
    const bool is_ours = emojis.language == ui.words.language.tag.view();
    if (emojis.phase == EmojiPhase::kNotLoaded || !is_ours) out.push_back(LoadEmoji{});
    if (state.query != code->name) state.active = 0;
    state.query = code->name;
    state.start = code->start;
}

void replace_closed(
    const EmojiState& emojis,
    const ComposerState& composer,
    const ui::Ui& ui,
    ui::NodeKey field,
    Commands& out
) {
    const auto& caret = ui.input.caret;
    if (!caret || !caret->is_typed || caret->field != field || emojis.phase != EmojiPhase::kReady) return;
    const auto code = emoji::closed_code(composer.draft.value, caret->offset);
    if (!code) return;
    const emoji::Emoji* one = emojis.list.find_code(emoji::fold(code->name));
    if (one != nullptr) insert(emojis, *one, ":" + std::string(code->name) + ":", field, out);
}

// The code that was begun, else the usual one.
std::string label_of(const emoji::Emoji& one, std::string_view query) {
    const std::string begun = " " + emoji::fold(query);
    const std::string codes = " " + std::string(one.codes);
    if (one.codes.empty()) return std::string(one.name);
    const std::size_t found = codes.find(begun);
    const std::size_t from = found == std::string::npos ? 1 : found + 1;
    return ":" + codes.substr(from, codes.find(' ', from) - from) + ":";
}

}  // namespace

CompletionResult take_completion(
    const EmojiState& emojis, ComposerState& composer, const ui::Ui& ui, ui::NodeKey field, Commands& out
) {
    EmojiCompletionState& state = composer.completion;
    follow_caret(emojis, composer, ui, field, out);
    replace_closed(emojis, composer, ui, field, out);
    CompletionResult result;
    for (const ui::Key& key : ui.input.keys) {
        if (!key.is_in_field || key.has_control || key.has_shift || ui.input.focus != field) continue;
        const Found found = suggestions(emojis, state);
        const std::size_t count = found.size();
        if (count == 0) {
            if (key.name == "Enter") result.wants_to_send = true;
            continue;
        }
        state.active = std::min(state.active, count - 1);
        if (key.name == "ArrowDown") state.active = (state.active + 1) % count;
        if (key.name == "ArrowUp") state.active = (state.active + count - 1) % count;
        if (key.name == "Enter" || key.name == "Tab") choose(emojis, state, *found[state.active], field, out);
    }
    if (suggestions(emojis, state).empty()) return result;
    result.list = list_key();
    result.active_option = option_key(state.active);
    return result;
}

void draw_completion(
    const EmojiState& emojis,
    ComposerState& composer,
    ui::Ui& ui,
    const ui::Rect& bounds,
    ui::NodeKey field,
    Commands& out
) {
    EmojiCompletionState& state = composer.completion;
    const Found found = suggestions(emojis, state);
    state.is_shown = !found.empty() && ui.input.caret.has_value();
    if (!state.is_shown) return;
    const float row_height = ui.is_phone() ? 44.0F : 34.0F;
    const float height = row_height * static_cast<float>(found.size()) + 12;
    const float width = std::min(320.0F, bounds.width - 16);
    const ImVec2 caret = ui.input.caret->at;
    const float right = bounds.x + bounds.width - width - 8;
    const ui::Rect box{std::clamp(caret.x - 44, bounds.x + 8, right), caret.y - height - 6, width, height};
    draw_floating_ground(ui, box, 10);
    ui::Scope list(ui, ui::Role::kListBox, ui.words.emoji.suggestions, box, list_key());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const ui::Rect row{box.x + 6, box.y + 6 + static_cast<float>(i) * row_height, width - 12, row_height};
        const bool is_active = i == std::min(state.active, found.size() - 1);
        if (is_active || ui::is_hovered(ui, row)) ui::fill(ui, row, ui.theme.selected, 6);
        const std::string sign = emoji::with_tone(*found[i], emojis.tone);
        const ui::Rect cell{row.x, row.y, 40, row.height};
        ui::draw_text_centred(ui, cell, sign, {.size = 20, .line_height = 28, .colour = ui.theme.text});
        const std::string label = label_of(*found[i], state.query);
        const float y = row.y + (row.height - 19) / 2;
        ui::draw_text(ui, row.x + 44, y, label, ui::body_style(ui.theme.text, false), row.width - 52);
        const std::string name = emoji::name_with_tone(emojis.list, *found[i], emojis.tone);
        ui::Node& node = ui::record(ui, ui::Role::kOption, name, row, option_key(i));
        node.position = static_cast<int>(i) + 1;
        node.set_size = static_cast<int>(found.size());
        node.is_selected = is_active;
        node.is_focusable = false;
        if (ui::was_activated(ui, node.key)) choose(emojis, state, *found[i], field, out);
    }
}

}  // namespace roost
