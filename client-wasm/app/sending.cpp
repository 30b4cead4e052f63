// From the composer to the server: an echo at once, the post until it is answered.
#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"

namespace roost {

void Client::echo(const QueuedText& text) {
    Message message;
    message.conversation = text.conversation;
    message.direction = Direction::kOutbound;
    message.at = text.at;
    message.client_ref = text.ref;
    message.sent_by = inbox_.me;
    message.content = Text{text.body, false};
    message.context.quote = text.reply_to;
    message.status = DeliveryStatus::kQueued;
    apply_echo(inbox_, message);
    touched(text.conversation);
}

void Client::send_due() {
    if (!state_.has_snapshot) return;
    for (const QueuedText& text : outbox_.take_due(platform_.now())) {
        SendRequest request;
        request.client_ref = text.ref;
        request.content = Text{text.body, false};
        if (text.reply_to) request.reply_to = text.reply_to->message;
        api_.send(text.conversation, request, [this, text](const Result<Message>& answer) {
            sent(text, answer);
        });
    }
}

void Client::sent(const QueuedText& text, const Result<Message>& answer) {
    if (!state_.is_signed_in) return;
    if (!answer && answer.error().code == ErrorCode::kUnauthorized) return signed_out();
    if (!answer && answer.error().code == ErrorCode::kUnavailable) {
        outbox_.postpone(text.ref, platform_.now(), chance());
        return;
    }
    outbox_.remove(text.ref);
    store_outbox();
    if (answer) {
        apply_reply(inbox_, *answer);
    } else {
        const std::string reason = sentence_of(state_.locale.words(), answer.error());
        apply_echo_failure(inbox_, text.conversation, text.ref, {0, reason, "", false});
        platform_.announce(fill(state_.locale.words().trouble.not_sent, {reason}), true);
    }
    touched(text.conversation);
    send_due();
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
    for (const QueuedText& text : left.texts()) {
        outbox_.add(text);
        echo(text);
    }
    // In this order: one that crashes in between leaves it twice, under one name.
    store_outbox();
    platform_.store(key, "");
}

}  // namespace roost
