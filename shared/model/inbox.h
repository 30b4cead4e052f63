// What a client has loaded, as one value. Events and pages are applied to it in any order and it comes out
// the same.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/ids.h"
#include "shared/model/account.h"
#include "shared/model/colleague.h"
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

// The status part of a message, as of one event.
struct StatusNews {
    EventSeq seq;
    std::string wamid;
    DeliveryStatus status = DeliveryStatus::kQueued;
    StatusTimes times;
    std::optional<Failure> failure;
    std::optional<Charge> charge = {};

    bool operator==(const StatusNews&) const = default;
};

// What events said, while a page was on its way, about messages that are not in the window. The page was
// perhaps read before those events; they are laid over it when it comes.
struct LateNews {
    std::map<MessageId, Message> messages;
    std::map<MessageId, StatusNews> statuses;

    bool operator==(const LateNews&) const = default;
};

// A contiguous piece of one conversation, in order. While `is_loading`, arriving messages are collected all
// the same, so that a page that was read before them cannot hide them.
struct ThreadWindow {
    std::vector<Message> messages;
    bool has_older = true;
    bool has_newer = false;  // true after loading around an old message: new ones are then not appended
    bool is_loading = false;
    LateNews late;  // empty unless is_loading
    // From behind the newer end, in the order of a thread: what is loaded may have got them. Empty where the
    // window has that end.
    std::vector<Message> reactions = {};

    bool operator==(const ThreadWindow&) const = default;
};

// A tick for a row that is not loaded, kept in case its page is on the way and older than the tick.
struct RowTick {
    EventSeq seq;
    ConversationId conversation;
    MessageId message;
    DeliveryStatus status = DeliveryStatus::kQueued;

    bool operator==(const RowTick&) const = default;
};

struct Inbox {
    EventSeq seq;  // of the last event applied
    AgentId me;
    bool is_narrow = false;  // the reader sees a part of the inbox (reach.h): counts are of that
    std::map<ConversationId, Conversation> conversations;
    std::optional<ListPlace> boundary;  // of the last row that is loaded; absent = the whole list is
    std::map<ConversationId, ThreadWindow> threads;
    UnreadCounts counts;
    AccountNames accounts;                         // our numbers, as far as Meta told of them
    std::map<AccountId, AccountTrouble> troubles;  // of the numbers from which nothing goes out
    Colleagues colleagues;
    Teams teams;
    // Of a part of the inbox: what left it, at which event, so that a page read before does not bring it
    // back; and what take_as_read() took from the counts, as of which row, before the server did.
    std::map<ConversationId, EventSeq> gone;
    std::map<ConversationId, EventSeq> read_early;
    std::deque<RowTick>
        late_ticks;  // oldest first, a few hundred at most; none once the whole list is loaded

    bool operator==(const Inbox&) const = default;
};

// One conversation more (1) or less (-1) has something unread.
void add_to(UnreadCounts& counts, Platform platform, int change);

// Rows of the loaded part of the list, in the order of the list.
std::vector<const Conversation*> listed(const Inbox& inbox);

// What is on the reader's screen is read, before the server says so; its next event decides again. Nothing
// happens if the row is not loaded or has nothing unread.
void take_as_read(Inbox& inbox, ConversationId id);

const Conversation* find_conversation(const Inbox& inbox, ConversationId id);  // null if not loaded
const ThreadWindow* find_thread(const Inbox& inbox, ConversationId id);        // null if not loaded

}  // namespace roost
