#include "client-wasm/app/copied_messages.h"

#include <algorithm>
#include <cstddef>

#include "client-wasm/bubbles/message_key.h"
#include "client-wasm/words/preview_words.h"

namespace roost {

namespace {

// The index of a message's node; past the end if it is none of them.
std::size_t index_of(const std::vector<Message>& messages, ui::NodeKey log, ui::NodeKey node) {
    const auto found = std::find_if(messages.begin(), messages.end(), [&](const Message& message) {
        return message_node(log, message_key(message)) == node;
    });
    return static_cast<std::size_t>(found - messages.begin());
}

}  // namespace

std::vector<platform::CopiedMessage> copied_messages(
    const std::vector<Message>& messages,
    ui::NodeKey log,
    ui::NodeKey first,
    ui::NodeKey last,
    const CopyNames& names,
    const Locale& locale
) {
    const std::size_t a = index_of(messages, log, first);
    const std::size_t b = index_of(messages, log, last);
    std::vector<platform::CopiedMessage> copied;
    if (std::max(a, b) >= messages.size()) return copied;
    for (std::size_t i = std::min(a, b); i <= std::max(a, b); ++i) {
        const Message& message = messages[i];
        const bool is_ours = message.direction == Direction::kOutbound;
        copied.push_back(
            {message.at, is_ours ? names.me : names.contact, said_in_full(locale, message.content)}
        );
    }
    return copied;
}

}  // namespace roost
