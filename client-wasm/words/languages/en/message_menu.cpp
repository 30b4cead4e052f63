#include "client-wasm/words/message_menu.h"

namespace roost {

constexpr MessageMenuWords kEnglishMessageMenu{
    .title = "Message",
    .button = "Message menu",
    .copy = "Copy",
    .copied = "Copied",
    .copy_refused = "This page may not copy. Select the text and press Ctrl+C.",
    .forward = "Forward",
    .forward_to = "To",
    .forward_find = "Find a conversation",
    .forward_none = "Nobody in the list can be written to now.",
    .forwarded = {.one = "Forwarded to {0} conversation", .other = "Forwarded to {0} conversations"},
    .search = "Search for “{0}”",
    .react = "React with {0}",
    .reactions = "Reactions: {0}",
    .more = "More emoji",
    .info = "Message info",
    .received = "Received",
    .written = "Written",
    .sent = "Sent",
    .delivered = "Delivered",
    .read = "Read",
    .failed = "Failed",
    .not_yet = "Not yet",
    .played = "Played",
    .is_played = "played",
    .cost = "Cost",
    .charged = "{0}, charged by Meta",
    .free = "{0}, free of charge",
    .service = "Customer service",
    .meta_says = "Meta says: {0}"};

}  // namespace roost
