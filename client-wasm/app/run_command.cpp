// What views ask for, done.
#include <variant>

#include "client-wasm/app/client.h"
#include "client-wasm/app/places.h"
#include "client-wasm/words/trouble.h"
#include "shared/text/links.h"

namespace roost {

namespace {

// As it is stored; empty for what needs no storing.
std::string_view name_of(ThemeChoice theme) {
    switch (theme) {
        case ThemeChoice::kLight:
            return "light";
        case ThemeChoice::kDark:
            return "dark";
        case ThemeChoice::kSystem:
            break;
    }
    return "";
}

}  // namespace

void Client::run(const Command& command) {
    std::visit([this](const auto& asked) { execute(asked); }, command);
}

void Client::execute(const SignIn& command) {
    state_.sign_in.is_busy = true;
    api_.sign_in(command.email, command.password, command.code, [this](const net::SignInAnswer& answer) {
        state_.sign_in.is_busy = false;
        if (!answer.grant) return sign_in_refused(answer);
        signed_in(*answer.grant);
        state_.list.wants_first_focus = true;
    });
}

void Client::sign_in_refused(const net::SignInAnswer& answer) {
    SignInState& form = state_.sign_in;
    const Words& words = state_.locale.words();
    const bool lacks_code = answer.code == "second_factor_needed";
    const bool is_wrong_code = answer.code == "second_factor_wrong";
    form.error = answer.wait > 0 ? state_.locale.count(words.settings.wait, answer.wait)
                 : lacks_code    ? ""
                 : is_wrong_code ? std::string(words.two_factor.wrong_code)
                                 : sentence_of(words, answer.grant.error());
    form.wait_until = answer.wait > 0 ? server_now() + answer.wait * kSecond : 0;
    // Once the password was right, only its refusal leads back to it.
    const bool is_refused = answer.grant.error().code == ErrorCode::kUnauthorized;
    form.asks_code = lacks_code || is_wrong_code || (form.asks_code && !is_refused);
    if (form.asks_code) {
        if (is_wrong_code) form.code.set("");
        form.wants_code_focus = true;
        platform_.announce(lacks_code ? words.two_factor.code_note.view() : form.error, !lacks_code);
        return;
    }
    form.password.set("");
    form.wants_password_focus = true;
}

void Client::execute(const SignOut&) {
    api_.sign_out();
    shared_.tell_signed_out();
    sign_out_here();
}

void Client::sign_out_here() {
    api_.forget();
    signed_out();
    platform_.set_url(fragment_of({}), true);
}

void Client::execute(const OpenConversation& command) {
    open(command.id, {}, true);
    state_.composer.wants_focus = true;
}

void Client::execute(const CloseConversation&) {
    close(true);
}

void Client::execute(const LoadMoreConversations&) {
    load_more_conversations();
}

void Client::execute(const ShowPlatform& command) {
    state_.list.platform = command.platform;
    state_.list.scroll_to = 0;
    ++state_.list.scroll_revision;
}

void Client::list_narrowed() {
    state_.list.is_loading_more = false;
    state_.list.scroll_to = 0;
    ++state_.list.scroll_revision;
    leave_settings(true);
    if (!state_.search.run.is_empty()) execute(CloseSearch{});
    list_changed();
}

void Client::execute(const LoadOlderMessages& command) {
    load_older(command.id);
}

void Client::execute(const LoadNewerMessages& command) {
    load_newer(command.id);
}

void Client::execute(const JumpToLatest& command) {
    jump_to_latest(command.id);
}

void Client::execute(const ReloadThread& command) {
    if (command.id == state_.open) load_thread(command.id, state_.load.around);
}

void Client::execute(const SendText& command) {
    QueuedMessage message;
    message.conversation = command.id;
    message.ref = platform_.random_ref();
    // As WhatsApp itself does it: where an address is, the customer sees what it leads to.
    message.content = Text{command.body, text::has_web_link(command.body)};
    message.reply_to = command.reply_to;
    jump_to_latest(command.id);
    enqueue(std::move(message));
    send_queued();
}

void Client::execute(const SendContent& command) {
    QueuedMessage message;
    message.conversation = command.id;
    message.ref = platform_.random_ref();
    message.content = command.content;
    message.reply_to = std::exchange(state_.composer.reply_to, std::nullopt);
    jump_to_latest(command.id);
    enqueue(std::move(message));
    send_queued();
}

void Client::execute(const CopyText& command) {
    platform_.copy(command.text);
}

void Client::copy_ended(bool is_done) {
    const MessageMenuWords& words = state_.locale.words().message_menu;
    platform_.announce(is_done ? words.copied : words.copy_refused, !is_done);
}

void Client::execute(const MarkUnreachable& command) {
    api_.mark_unreachable(command.id, [this](const Result<bool>& accepted) {
        if (!accepted) platform_.announce(sentence_of(state_.locale.words(), accepted.error()), true);
    });
}

void Client::execute(const RetryMessage& command) {
    state_.composer.wants_focus = true;  // the button goes away
    api_.retry(command.id, [this](const Result<bool>& accepted) {
        if (!accepted) platform_.announce(sentence_of(state_.locale.words(), accepted.error()), true);
    });
}

void Client::execute(const DropEcho& command) {
    state_.composer.wants_focus = true;
    forget_queued(command.ref);
    store_outbox();
    drop_echo(inbox_, command.conversation, command.ref);
    touched(command.conversation);
}

void Client::execute(const SaveDraft& command) {
    platform_.store(draft_key(inbox_.me, command.id), command.text);
}

void Client::execute(const ChooseTheme& command) {
    state_.theme = command.theme;
    platform_.store("theme", name_of(command.theme));
}

void Client::execute(const ResizeList& command) {
    state_.list_width = command.width;
    platform_.store("list-width", std::to_string(static_cast<int>(command.width)));
}

void Client::execute(const MarkRead& command) {
    if (may(state_, permission::kTend)) api_.mark_read(command.id, command.up_to);
}

}  // namespace roost
