// From the composer to the server: an echo at once, the post until it is answered.
#include <algorithm>
#include <utility>

#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"

namespace roost {

void Client::echo(const QueuedMessage& queued) {
    Message message;
    message.conversation = queued.conversation;
    message.direction = Direction::kOutbound;
    message.at = queued.at;
    message.client_ref = queued.ref;
    message.sent_by = inbox_.me;
    message.content = queued.content;
    message.context.quote = queued.reply_to;
    message.status = DeliveryStatus::kQueued;
    apply_echo(inbox_, message);
    // Lost with the page that had it.
    if (queued.is_refused) {
        const std::string reason(state_.locale.words().sending.uploads.page_closed);
        apply_echo_failure(inbox_, queued.conversation, queued.ref, {0, reason, "", false});
    }
    touched(queued.conversation);
}

void Client::enqueue(QueuedMessage message) {
    message.at = server_now();
    for (const QueuedMessage& before : outbox_.messages()) {
        if (before.conversation == message.conversation) message.at = std::max(message.at, before.at + 1);
    }
    echo(message);
    outbox_.add(std::move(message));
}

void Client::send_queued() {
    store_outbox();
    shared_.tell_queued();
    send_due();
}

void Client::send_due() {
    if (!state_.has_snapshot) return;
    for (const QueuedMessage& message : outbox_.take_due(platform_.now())) {
        if (needs_upload(message)) {
            upload(message);
            continue;
        }
        SendRequest request;
        request.client_ref = message.ref;
        request.content = message.content;
        if (message.reply_to) request.reply_to = message.reply_to->message;
        api_.send(message.conversation, request, [this, message](const Result<Message>& answer) {
            sent(message, answer);
        });
    }
    const bool would_lose = outbox_.has_uploads() || holds_voice(state_.voice);
    if (std::exchange(is_page_guarded_, would_lose) != would_lose) platform_.guard_page(would_lose);
}

void Client::sent(const QueuedMessage& message, const Result<Message>& answer) {
    if (!state_.is_signed_in) return;
    if (!answer && answer.error().code == ErrorCode::kUnauthorized) return signed_out();
    if (!answer && may_pass(answer.error().code)) {
        outbox_.postpone(message.ref, platform_.now(), chance());
        return;
    }
    if (answer) {
        forget_queued(message.ref);
        apply_reply(inbox_, *answer);
        keep_behind(*answer);
    } else {
        refused(message, answer.error());
    }
    store_outbox();
    touched(message.conversation);
    send_due();
}

void Client::refused(const QueuedMessage& message, const Error& error) {
    const std::string reason = sentence_of(state_.locale.words(), error);
    // A file is not thrown away: the agent can try again, or take it back.
    const bool has_file = message.file != 0;
    if (has_file) outbox_.refuse(message.ref);
    if (!has_file) forget_queued(message.ref);
    const bool is_too_late = error.code == ErrorCode::kWindowClosed;
    const Failure failure{is_too_late ? kWindowClosedCode : 0, reason, "", has_file};
    apply_echo_failure(inbox_, message.conversation, message.ref, failure);
    platform_.announce(fill(state_.locale.words().trouble.not_sent, {reason}), true);
}

// What was sent later stands below, however long what was sent before it took.
void Client::keep_behind(const Message& message) {
    if (message.direction != Direction::kOutbound) return;
    for (const QueuedMessage& moved : outbox_.move_behind(message.conversation, message.at))
        if (moved.ref != message.client_ref) echo(moved);
}

// Not queued like words: by the time the network is back the reader may think otherwise.
void Client::execute(const React& command) {
    Message message;
    message.conversation = command.conversation;
    message.direction = Direction::kOutbound;
    message.at = server_now();
    message.client_ref = platform_.random_ref();
    message.sent_by = inbox_.me;
    message.content = Reaction{command.target_wamid, command.emoji};
    message.status = DeliveryStatus::kQueued;
    apply_echo(inbox_, message);
    touched(command.conversation);
    SendRequest request;
    request.client_ref = message.client_ref;
    request.content = message.content;
    api_.send(command.conversation, request, [this, message](const Result<Message>& answer) {
        if (!state_.is_signed_in) return;
        if (answer) apply_reply(inbox_, *answer);
        if (!answer) {
            drop_echo(inbox_, message.conversation, message.client_ref);
            const std::string reason = sentence_of(state_.locale.words(), answer.error());
            platform_.announce(fill(state_.locale.words().trouble.not_sent, {reason}), true);
        }
        touched(message.conversation);
    });
}

// Each tab keeps its own, or one would overwrite what another has queued.
std::string Client::outbox_key(std::string_view tab) const {
    return "outbox." + to_string(inbox_.me) + "." + std::string(tab);
}

void Client::store_outbox() {
    platform_.store(outbox_key(shared_.tab()), outbox_.write());
}

// What tabs that are gone have left.
void Client::adopt_outboxes() {
    const std::string prefix = outbox_key("");
    for (const std::string& key : platform_.stored(prefix))
        await_outbox(key);
}

// A tab holds the lock of its outbox as long as it lives, so that only one at a time sends from it.
void Client::await_outbox(const std::string& key) {
    if (key == outbox_key(shared_.tab()) || awaited_outboxes_.contains(key)) return;
    if (!platform_.knows_tabs()) return adopt(key);
    awaited_outboxes_[key] = platform_.hold("roost." + key, platform::LockWish::kInLine, [this, key](bool) {
        adopt(key);
        platform_.release(awaited_outboxes_[key]);
        awaited_outboxes_.erase(key);
        platform_.request_frame();
    });
}

void Client::adopt(const std::string& key) {
    Outbox left;
    left.read(platform_.load(key).value_or(""));
    for (const QueuedMessage& message : left.messages()) {
        outbox_.add(message);
        echo(message);
    }
    // In this order: one that crashes in between leaves it twice, under one name.
    store_outbox();
    platform_.store(key, "");
}

}  // namespace roost
