#include "client-wasm/views/message_menu.h"

#include <algorithm>

#include "client-wasm/app/ui_state.h"
#include "client-wasm/bubbles/bubble.h"
#include "client-wasm/bubbles/message_key.h"
#include "client-wasm/views/composer.h"
#include "client-wasm/views/menu.h"
#include "client-wasm/words/preview_words.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

const Message* message_in(const Inbox& inbox, ConversationId conversation, std::uint64_t key) {
    const ThreadWindow* thread = find_thread(inbox, conversation);
    if (thread == nullptr) return nullptr;
    const auto found =
        std::find_if(thread->messages.begin(), thread->messages.end(), [&](const Message& message) {
            return message_key(message) == key;
        });
    return found == thread->messages.end() ? nullptr : &*found;
}

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
        case MessageAction::kCopy:
            out.emplace_back(CopyText{
                menu.selected.empty() ? said_in_full(state.locale, message.content) : menu.selected});
            return;
        case MessageAction::kSearch:
            // Where there is one column, the results stand in place of the thread.
            if (chosen.is_phone) out.emplace_back(CloseConversation{});
            out.emplace_back(SearchFor{question_of(menu.word)});
            return;
        case MessageAction::kRepair:
            return repair(message, out);
    }
}

constexpr float kWidth = 232;
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

}  // namespace

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
    const Words& words, const Message& message, bool can_write, std::string_view word
) {
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
    const std::string repair(repair_label(words, message));
    if (!repair.empty()) entries.push_back({MessageAction::kRepair, ui::Icon::kRefresh, repair});
    return entries;
}

void draw_message_menu(const Inbox& inbox, UiState& state, MessageMenu& menu, ui::Ui& ui, Commands& out) {
    const Message* message = message_in(inbox, state.open, menu.message);
    const Conversation* row = find_conversation(inbox, state.open);
    if (message == nullptr || row == nullptr) {
        state.overlay = Overlay::kNone;
        return;
    }
    const auto entries = entries_of(ui.words, *message, !is_closed(*row, ui.now), menu.word);
    const float height = ui.is_phone() ? 44.0F : 40.0F;
    const float all = height * static_cast<float>(entries.size()) + 2 * kPadding;
    const ui::Rect rect = menu_rect(ui, menu.at, all);
    ui::drop_shadow(ui, rect, 12);
    ui::fill(ui, rect, ui.theme.panel, 12);
    ui::outline(ui, rect, ui.theme.border, 12);
    const ui::NodeKey key = ui::make_key(0, "message menu");
    // Nothing under it can be reached: to those who listen that is a dialog, and the menu is what it holds.
    const Word& title = ui.words.message_menu.title;
    ui::Scope cover(ui, ui::Role::kDialog, title, rect, ui::make_key(key, "cover"));
    ui::Scope scope(ui, ui::Role::kMenu, title, rect, key);
    std::vector<MenuItem> items;
    items.reserve(entries.size());
    for (const MessageEntry& entry : entries)
        items.push_back({entry.icon, entry.label, ui::make_key(key, entry.label)});
    menu.first = items.front().key;
    ui::Rect place{rect.x + kPadding, rect.y + kPadding, rect.width - 2 * kPadding, height};
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (menu_item(ui, items[i], place)) {
            state.overlay = Overlay::kNone;
            run({entries[i].action, ui.is_phone()}, *message, menu, state, out);
        }
        place.y += height;
    }
    move_in_menu(ui, items);
}

}  // namespace roost
