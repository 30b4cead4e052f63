#include "client-wasm/views/chat_link_dialog.h"

#include <string>
#include <utility>
#include <vector>

#include "client-wasm/views/settings_parts.h"
#include "shared/base/utf8.h"
#include "shared/model/chat_link.h"

namespace roost {

namespace {

using settings::Item;
using settings::key_of;
using settings::Press;

std::string text_in(const ChatLinkState& chat) {
    return std::string(trim(chat.text.value));
}

// As it is now, whatever the server has answered yet.
std::string link_of(const ChatLinkState& chat, const Conversation& row) {
    return chat_link(row.wa_id, text_in(chat));
}

Item code_of(const ChatLinkState& chat, const RecordWords& words) {
    Item code{Item::What::kSquares, key_of("chat code"), std::string(words.chat_code)};
    code.squares = chat.squares;
    return code;
}

std::vector<Item> items_of(ChatLinkState& chat, const Conversation& row, const ui::Ui& ui) {
    const RecordWords& words = ui.words.records;
    std::vector<Item> items{settings::note(key_of("chat note"), fill(words.chat_note, {display_name(row)}))};
    FormField text{key_of("chat-text"), std::string(words.chat_text), {}, {}};
    items.push_back(settings::field(std::move(text), chat.text));
    items.push_back({Item::What::kSecret, key_of("chat-url"), link_of(chat, row)});
    if (!chat.squares.empty()) items.push_back(code_of(chat, words));
    if (!chat.error.empty()) items.push_back(settings::problem(key_of("refusal"), chat.error));
    Press save{key_of("save"), std::string(words.chat_save)};
    save.is_disabled = chat.svg.empty();
    items.push_back(settings::presses({{key_of("copy"), std::string(ui.words.message_menu.copy)}, save}));
    Press go{key_of("go"), std::string(words.chat_open)};
    go.is_primary = true;
    items.push_back(settings::presses({{key_of("cancel"), std::string(ui.words.settings.done)}, go}));
    items.back().is_ending = true;
    return items;
}

void take(UiState& state, const Conversation& row, ui::Ui& ui, Commands& out) {
    const ChatLinkState& chat = state.chat_link;
    if (ui::was_activated(ui, key_of("copy"))) out.push_back(CopyText{link_of(chat, row)});
    if (ui::was_activated(ui, key_of("save"))) out.push_back(SavePicture{chat.file, chat.svg});
    if (ui::was_activated(ui, key_of("go"))) out.push_back(OpenLink{link_of(chat, row)});
    if (ui::was_activated(ui, key_of("cancel"))) state.overlay = Overlay::kNone;
    // One question at a time, for what is written now.
    const bool is_asked = !chat.url.empty() || !chat.error.empty();
    if (!chat.is_busy && !(is_asked && chat.asked == text_in(chat)))
        out.push_back(FindChatLink{row.id, text_in(chat)});
}

}  // namespace

bool has_chat_link(const Conversation& row) {
    return !row.wa_id.empty();
}

void open_chat_link(UiState& state, ConversationId conversation) {
    state.chat_link = {};
    state.chat_link.conversation = conversation;
    state.overlay = Overlay::kChatLink;
}

ui::NodeKey first_of_chat_link_dialog() {
    return key_of("chat-text");
}

void draw_chat_link_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    const Conversation* row = find_conversation(inbox, state.chat_link.conversation);
    if (row == nullptr || !has_chat_link(*row)) {
        state.overlay = Overlay::kNone;
        return;
    }
    settings::draw_dialog(ui, std::string(ui.words.records.chat), items_of(state.chat_link, *row, ui));
    take(state, *row, ui, out);
}

}  // namespace roost
