// A message goes on to others, in the order in which they were chosen.
#include <algorithm>
#include <string>
#include <utility>

#include "client-wasm/app/client.h"
#include "shared/model/forward.h"

namespace roost {

void Client::execute(const ForwardMessage& command) {
    const ThreadWindow* thread = find_thread(inbox_, command.from);
    if (thread == nullptr) return;
    const auto found =
        std::find_if(thread->messages.begin(), thread->messages.end(), [&](const Message& one) {
            return one.id == command.message;
        });
    const auto content = found == thread->messages.end() ? std::nullopt : forwarded(found->content);
    if (!content) return;
    for (const ConversationId to : command.to) {
        QueuedMessage message;
        message.conversation = to;
        message.ref = platform_.random_ref();
        message.content = *content;
        enqueue(std::move(message));
    }
    send_queued();
    const auto count = static_cast<std::int64_t>(command.to.size());
    platform_.announce(state_.locale.count(state_.locale.words().message_menu.forwarded, count), false);
}

}  // namespace roost
