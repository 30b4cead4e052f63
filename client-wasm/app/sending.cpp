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
    message.status = DeliveryStatus::kQueued;
    apply_echo(inbox_, message);
    touched(text.conversation);
}

void Client::send_due() {
    if (!state_.has_snapshot) return;
    for (const QueuedText& text : outbox_.take_due(platform_.now())) {
        api_.send_text(text.conversation, text.ref, text.body, [this, text](const Result<Message>& answer) {
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

void Client::store_outbox() {
    platform_.store("outbox." + to_string(inbox_.me), outbox_.write());
}

}  // namespace roost
