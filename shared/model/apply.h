// The reducer: the one way a client's Inbox changes, and the law the server is tested against:
// snapshot + events = the new snapshot.
#pragma once

#include <cstddef>
#include <vector>

#include "shared/model/event.h"
#include "shared/model/inbox.h"

namespace roost {

// Events must come in the order of their seq; those at or below inbox.seq are ignored. The greater rev wins
// for every message and row, and what an event carries has the event's seq as its rev.
void apply(Inbox& inbox, const Event& event);

// A page of messages that the server read at some moment, before or after events already applied.
struct MessagePage {
    ConversationId conversation;
    std::vector<Message> messages;  // ascending
    bool has_older = false;
    bool has_newer = false;
    // To messages of the page, from behind its newer end: they stand on what is shown all the same.
    std::vector<Message> reactions = {};

    bool operator==(const MessagePage&) const = default;
};
enum class PagePlace {
    kReplace,
    kOlder,
    kNewer
};  // a fresh window (around or newest), or an extension of the window
void apply_page(Inbox& inbox, const MessagePage& page, PagePlace place);

// A page of rows from the list.
struct ConversationPage {
    std::vector<Conversation> conversations;
    bool has_more = false;

    bool operator==(const ConversationPage&) const = default;
};
void apply_page(Inbox& inbox, const ConversationPage& page);

// Local echo: what the agent just sent, before the server has heard of it. It is replaced by the server's
// message with the same client_ref, whichever of reply and event comes first.
void apply_echo(Inbox& inbox, const Message& echo);
// The server's answer to a send: takes the echo's place unless the event already did.
void apply_reply(Inbox& inbox, const Message& sent);
// The server refused the echo for good: it stays, red, with its reason.
void apply_echo_failure(
    Inbox& inbox, ConversationId conversation, const ClientRef& ref, const Failure& failure
);
// Removes an echo the agent gave up.
void drop_echo(Inbox& inbox, ConversationId conversation, const ClientRef& ref);

// Marks a thread as being loaded (and creates it), so that events are collected meanwhile. Call it before
// asking for any page of messages, older and newer ones too: a page that was not announced may hide what
// happened since it was read. One page of a thread at a time.
void begin_loading(Inbox& inbox, ConversationId conversation);
// The page did not come.
void end_loading(Inbox& inbox, ConversationId conversation);
// Threads other than `keep` are forgotten once there are more than `limit`, least useful first (no echoes are
// lost).
void forget_threads(Inbox& inbox, ConversationId keep, std::size_t limit);

}  // namespace roost
