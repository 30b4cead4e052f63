#include "client-wasm/views/message_menu.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <variant>

#include "client-wasm/app/ui_state.h"
#include "client-wasm/bubbles/bubble.h"
#include "client-wasm/bubbles/message_key.h"
#include "client-wasm/views/composer.h"
#include "client-wasm/views/emoji_picker.h"
#include "client-wasm/views/floating.h"
#include "client-wasm/views/forward_dialog.h"
#include "client-wasm/views/menu.h"
#include "client-wasm/views/records_dialog.h"
#include "client-wasm/words/preview_words.h"
#include "shared/base/utf8.h"
#include "shared/model/forward.h"
#include "shared/model/reactions.h"

namespace roost {

namespace {

struct Chosen {
    MessageAction action;
    bool is_phone;
};

void run(
    const Chosen& chosen, const Message& message, const MessageMenu& menu, UiState& state, Commands& out
) {
    switch (chosen.action) {
        case MessageAction::kReply:
            return answer(message, state.composer);
        case MessageAction::kForward:
            return open_forward(state, message);
        case MessageAction::kCopy:
            out.push_back(CopyText{
                menu.selected.empty() ? said_in_full(state.locale, message.content) : menu.selected});
            return;
        case MessageAction::kSearch:
            // Where there is one column, the results stand in place of the thread.
            if (chosen.is_phone) out.push_back(CloseConversation{});
            out.push_back(SearchFor{question_of(menu.word)});
            return;
        case MessageAction::kRepair:
            return repair(message, out);
        case MessageAction::kRetry:
            out.push_back(RetryMessage{message.id});
            return;
        case MessageAction::kRecords:
            return open_records(state, message.conversation, message.id);
        case MessageAction::kInfo:
            state.overlay = Overlay::kMessageInfo;
            return;
    }
}

constexpr float kWidth = 268;
constexpr float kPadding = 6;
constexpr float kLeastMargin = 8;

// Below what it belongs to, above where there is no room, never over the edge.
ui::Rect menu_rect(const ui::Ui& ui, const ui::Rect& at, float height) {
    const ui::Rect& view = ui.viewport;
    float x = at.x;
    if (x + kWidth > view.width - kLeastMargin) x = at.x + at.width - kWidth;
    float y = at.y + at.height + 2;
    if (y + height > view.height - kLeastMargin) y = at.y - height - 2;
    const float lowest = std::max(kLeastMargin, view.height - height - kLeastMargin);
    const float furthest = std::max(kLeastMargin, view.width - kWidth - kLeastMargin);
    return {std::clamp(x, kLeastMargin, furthest), std::clamp(y, kLeastMargin, lowest), kWidth, height};
}

constexpr float kReactionRow = 52;
constexpr std::array<std::string_view, 6> kReactions{"👍", "❤️", "😂", "😮", "😢", "🙏"};

std::string own_reaction(const Inbox& inbox, const Message& message) {
    const ThreadWindow* thread = find_thread(inbox, message.conversation);
    return thread == nullptr
               ? ""
               : Reactions::of(thread->messages, thread->reactions).from(Direction::kOutbound, message);
}

struct ReactionRow {
    const Message& message;
    const std::string& ours;  // what stands; empty = nothing
    ui::NodeKey below;        // the entry under it
};

// Left and right move among them, from any entry of the menu too; down leads back.
void move_among_reactions(std::span<const ui::NodeKey> keys, ui::NodeKey below, ui::Ui& ui) {
    const auto at = std::find(keys.begin(), keys.end(), ui.input.focus);
    const bool is_there = at != keys.end();
    for (const ui::Key& key : ui.input.keys) {
        const bool is_on = key.name == (ui.is_mirrored() ? "ArrowLeft" : "ArrowRight");
        const bool is_back = key.name == (ui.is_mirrored() ? "ArrowRight" : "ArrowLeft");
        if (is_there && key.name == "ArrowDown") ui.wanted_focus = below;
        if (!is_on && !is_back) continue;
        const auto count = static_cast<std::ptrdiff_t>(keys.size());
        const std::ptrdiff_t from = is_there ? at - keys.begin() : is_on ? -1 : count;
        ui.wanted_focus = keys[static_cast<std::size_t>((from + (is_on ? 1 : -1) + count) % count)];
    }
}

// All the others, in the picker.
ui::NodeKey draw_more_emoji(
    const Message& message, UiState& state, ui::Ui& ui, const ui::Rect& place, Commands& out
) {
    const ui::NodeKey key = ui::key_of(ui, "more emoji");
    const ImVec2 centre(place.x + place.width / 2, place.y + place.height / 2);
    if (ui::is_hovered(ui, place)) ui::circle(ui, centre, 20, ui.theme.hover);
    ui::draw_icon(ui, ui::Icon::kAdd, centre.x - 10, centre.y - 10, 20, ui.theme.text_secondary);
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, place, 8, 0);
    ui::record(ui, ui::Role::kMenuItem, ui.words.message_menu.more, place, key);
    if (!ui::was_activated(ui, key)) return key;
    state.overlay = Overlay::kNone;
    EmojiPickerState& picker = state.composer.picker;
    if (!picker.is_open) toggle_emoji_picker(state.emoji, picker, out);
    picker.reacts_to = ReactionTarget{message.conversation, message.wamid};
    return key;
}

// The six that people use most, each a press away. The one that stands is taken back.
void draw_reaction_row(
    const ReactionRow& row, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out
) {
    const float step = (rect.width - 2 * kPadding) / static_cast<float>(kReactions.size() + 1);
    std::array<ui::NodeKey, kReactions.size() + 1> keys{};
    for (std::size_t i = 0; i < kReactions.size(); ++i) {
        const std::string_view emoji = kReactions[i];
        const bool is_ours = row.ours == emoji;
        keys[i] = ui::key_of(ui, emoji);
        const ui::Rect place{
            rect.x + kPadding + step * static_cast<float>(i), rect.y + kPadding, step, kReactionRow - 8};
        const ImVec2 centre(place.x + step / 2, place.y + place.height / 2);
        if (is_ours || ui::is_hovered(ui, place))
            ui::circle(ui, centre, 20, is_ours ? ui.theme.selected : ui.theme.hover);
        ui::draw_text_centred(ui, place, emoji, {.size = 22, .line_height = 28, .colour = ui.theme.text});
        if (ui::has_visible_focus(ui, keys[i])) ui::focus_ring(ui, place, 8, 0);
        const std::string label = fill(ui.words.message_menu.react, {emoji});
        ui::record(ui, ui::Role::kMenuItemRadio, label, place, keys[i]).is_selected = is_ours;
        if (!ui::was_activated(ui, keys[i])) continue;
        state.overlay = Overlay::kNone;
        const std::string chosen(is_ours ? std::string_view() : emoji);
        out.push_back(React{row.message.conversation, row.message.wamid, chosen});
    }
    const float end = rect.x + rect.width - kPadding - step;
    keys.back() =
        draw_more_emoji(row.message, state, ui, {end, rect.y + kPadding, step, kReactionRow - 8}, out);
    move_among_reactions(keys, row.below, ui);
}

}  // namespace

const Message* message_of(const Inbox& inbox, ConversationId conversation, const MessageMenu& menu) {
    const ThreadWindow* thread = find_thread(inbox, conversation);
    if (thread == nullptr) return nullptr;
    const auto found =
        std::find_if(thread->messages.begin(), thread->messages.end(), [&](const Message& message) {
            return message_key(message) == menu.message;
        });
    return found == thread->messages.end() ? nullptr : &*found;
}

bool can_react(const Message& message, Platform platform, UnixMillis now) {
    return platform == Platform::kWhatsApp && can_quote(message) && may_react_to(message, now);
}

std::string question_of(std::string_view selected) {
    constexpr std::size_t kLongest = 100;
    std::string line;
    for (const char c : selected) {
        const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!is_space) line += c;
        if (is_space && !line.empty() && line.back() != ' ') line += ' ';
    }
    return std::string(trim(truncate_code_points(line, kLongest)));
}

std::vector<MessageEntry> entries_of(
    const RepairScene& scene, const Message& message, bool can_write, std::string_view word, bool can_link
) {
    const Words& words = scene.locale.words();
    constexpr std::size_t kShown = 24;
    std::vector<MessageEntry> entries;
    if (can_write && can_quote(message))
        entries.push_back({MessageAction::kReply, ui::Icon::kReply, std::string(words.composer.reply)});
    entries.push_back({MessageAction::kCopy, ui::Icon::kCopy, std::string(words.message_menu.copy)});
    const std::string question = question_of(word);
    if (!question.empty()) {
        std::string shown = truncate_code_points(question, kShown);
        if (shown.size() < question.size()) shown += "…";
        entries.push_back(
            {MessageAction::kSearch, ui::Icon::kSearch, fill(words.message_menu.search, {shown})}
        );
    }
    if (scene.may_repair && message.id && forwarded(message.content))
        entries.push_back(
            {MessageAction::kForward, ui::Icon::kForwarded, std::string(words.message_menu.forward)}
        );
    const RepairOffer repair = repair_offer(message, scene);
    const bool is_button = !repair.label.empty() && repair.href.empty() && repair.can_be_used;
    if (is_button) entries.push_back({MessageAction::kRepair, ui::Icon::kRefresh, repair.label});
    if (scene.may_repair && offers_retry_too(message, scene.now))
        entries.push_back({MessageAction::kRetry, ui::Icon::kRefresh, std::string(words.message.retry)});
    if (message.id && can_link)
        entries.push_back({MessageAction::kRecords, ui::Icon::kLink, std::string(words.records.title)});
    if (message.id)
        entries.push_back({MessageAction::kInfo, ui::Icon::kInfo, std::string(words.message_menu.info)});
    return entries;
}

namespace {

std::vector<MenuItem> items_of(const std::vector<MessageEntry>& entries, ui::NodeKey menu) {
    std::vector<MenuItem> items;
    items.reserve(entries.size());
    for (const MessageEntry& entry : entries)
        items.push_back({entry.icon, entry.label, ui::make_key(menu, entry.label)});
    return items;
}

}  // namespace

void draw_message_menu(const Inbox& inbox, UiState& state, MessageMenu& menu, ui::Ui& ui, Commands& out) {
    const Message* message = message_of(inbox, state.open, menu);
    const Conversation* row = find_conversation(inbox, state.open);
    if (message == nullptr || row == nullptr) {
        state.overlay = Overlay::kNone;
        return;
    }
    const bool may_send = may(state, permission::kSend);
    const bool can_write = has_field(*row, state, ui.now);
    const bool may_repair = may_send && !row->is_blocked;
    const bool may_renew = may_open(state, SettingsSection::kNumbers);
    const RepairScene scene{
        ui.locale, ui.now, ui.utc_offset(ui.now), row->is_unreachable, may_repair, may_renew};
    const auto entries = entries_of(scene, *message, can_write, menu.word, can_link(state));
    const float height = ui.is_phone() ? 44.0F : 40.0F;
    const bool is_open = can_write && can_react(*message, row->platform, ui.now);
    const float above = is_open ? kReactionRow : 0;
    const float all = above + height * static_cast<float>(entries.size()) + 2 * kPadding;
    const ui::Rect rect = menu_rect(ui, menu.at, all);
    draw_floating_ground(ui, rect);
    const ui::NodeKey key = ui::make_key(0, "message menu");
    // Nothing under it can be reached: to those who listen that is a dialog, and the menu is what it holds.
    const Word& title = ui.words.message_menu.title;
    ui::Scope cover(ui, ui::Role::kDialog, title, rect, ui::make_key(key, "cover"));
    ui::Scope scope(ui, ui::Role::kMenu, title, rect, key);
    const std::vector<MenuItem> items = items_of(entries, key);
    menu.first = items.front().key;
    const ui::Rect place{rect.x + kPadding, rect.y + kPadding + above, rect.width - 2 * kPadding, height};
    if (const auto chosen = menu_items(ui, items, place)) {
        state.overlay = Overlay::kNone;
        run({entries[*chosen].action, ui.is_phone()}, *message, menu, state, out);
    }
    if (!is_open) return;
    const std::string ours = own_reaction(inbox, *message);
    draw_reaction_row(
        {*message, ours, items.front().key}, state, ui, {rect.x, rect.y, rect.width, above}, out
    );
}

}  // namespace roost
