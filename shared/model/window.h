// How messages enter, change and leave the window of one thread. Used by apply.cpp alone.
#pragma once

#include "shared/model/apply.h"
#include "shared/model/inbox.h"

namespace roost {

// The copy of `message` in the window takes its place if it is older, echoes included. False if the window
// has none.
bool refresh_message(ThreadWindow& window, const Message& message);
// Puts a message where it belongs, unless that lies outside the contiguous piece; then it is kept for the
// page on its way, if there is one.
void insert_message(ThreadWindow& window, const Message& message);
// Lays an event's status over the message, in the window or on its way.
void apply_status(ThreadWindow& window, MessageId message, const StatusNews& news);
void apply_page(ThreadWindow& window, const MessagePage& page, PagePlace place);
void end_loading(ThreadWindow& window);

void insert_echo(ThreadWindow& window, const Message& echo);
Message* find_echo(ThreadWindow& window, const ClientRef& ref);  // null if none, or confirmed already
bool has_echoes(const ThreadWindow& window);

}  // namespace roost
