// What a client has loaded, as one value. Events and pages are applied to it in any order and it comes out the same.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/ids.h"
#include "shared/model/conversation.h"
#include "shared/model/message.h"

namespace roost {

// Conversations with something unread, for badge and tabs.
struct UnreadCounts {
    int all = 0;
    int whatsapp = 0;
    int messenger = 0;
    int instagram = 0;

    bool operator==(const UnreadCounts&) const = default;
};

// The place in the list from which on rows are not loaded.
struct ListBoundary {
    UnixMillis last_at = 0;
    ConversationId id;

    bool operator==(const ListBoundary&) const = default;
};

// A contiguous piece of one conversation, in order. While `is_loading`, arriving messages are collected all the same, so
// that a page that was read before them cannot hide them.
struct ThreadWindow {
    std::vector<Message> messages;
    bool has_older = true;
    bool has_newer = false;  // true after loading around an old message: new ones are then not appended
    bool is_loading = false;

    bool operator==(const ThreadWindow&) const = default;
};

struct Inbox {
    EventSeq seq;  // of the last event applied
    AgentId me;
    std::map<ConversationId, Conversation> conversations;
    std::optional<ListBoundary> boundary;  // absent = the whole list is loaded
    std::map<ConversationId, ThreadWindow> threads;
    UnreadCounts counts;

    bool operator==(const Inbox&) const = default;
};

// Rows of the loaded part of the list, in the order of the list.
std::vector<const Conversation*> listed(const Inbox& inbox);

const Conversation* find_conversation(const Inbox& inbox, ConversationId id);  // null if not loaded
const ThreadWindow* find_thread(const Inbox& inbox, ConversationId id);        // null if not loaded

}  // namespace roost
