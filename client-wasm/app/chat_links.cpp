// The link into WhatsApp itself.
#include <utility>

#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"
#include "shared/base/percent.h"

namespace roost {

void Client::execute(const FindChatLink& command) {
    ChatLinkState& chat = state_.chat_link;
    if (std::exchange(chat.is_busy, true)) return;
    std::string path = "/api/v1/conversations/" + to_string(command.conversation) + "/chat-link";
    if (!command.text.empty()) path += "?text=" + percent_encoded(command.text);
    api_.ask("GET", path, "", [this, command](const Result<Json>& answer) {
        ChatLinkState& now = state_.chat_link;
        if (!state_.is_signed_in || now.conversation != command.conversation) return;
        now.is_busy = false;
        now.asked = command.text;
        now.error.clear();
        if (!answer && answer.error().code == ErrorCode::kUnauthorized) return signed_out();
        const Words& words = state_.locale.words();
        if (!answer) {
            const bool is_long = answer.error().code == ErrorCode::kInvalid;
            now.error =
                is_long ? std::string(words.records.chat_text_long) : sentence_of(words, answer.error());
        }
        const Json& link = answer ? *answer : Json();
        now.url = string_or(link, "url", "");
        now.squares = texts_in(link, "qr");
        now.svg = string_or(link, "svg", "");
        now.file = string_or(link, "file", "");
    });
}

void Client::execute(const SavePicture& command) {
    platform_.save_text(command.name, command.svg);
}

void Client::execute(const OpenLink& command) {
    platform_.open_link(command.url);
}

}  // namespace roost
