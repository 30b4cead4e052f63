// When a business may write freely: Meta's customer service window and its free entry point (cloud-api §11).
// The composer, the outbox and the API ask the same function.
#pragma once

#include "shared/base/time.h"
#include "shared/model/conversation.h"
#include "shared/model/message.h"

namespace roost {

inline constexpr UnixMillis kServiceWindow = 24 * kHour;
inline constexpr UnixMillis kEntryAnswer = 24 * kHour;  // how soon an answer has to go out …
inline constexpr UnixMillis kFreeEntry = 72 * kHour;    // … so that so long nothing is charged

enum class WindowState {
    kNeverOpened,  // the customer has never written
    kOpen,         // anything may be sent
    kClosed,       // templates only, until the customer writes again
};

struct ServiceWindow {
    WindowState state = WindowState::kNeverOpened;
    UnixMillis left = 0;        // until it closes, at most 24 h; 0 unless it is open
    UnixMillis until = 0;       // when it closes or closed; 0 = never opened
    UnixMillis free_until = 0;  // templates too are free of charge until then; 0 = no free entry point runs.
                                // It does not open the window.

    bool operator==(const ServiceWindow&) const = default;
};

ServiceWindow service_window(const Conversation& conversation, UnixMillis now);
// service_window().left.
UnixMillis window_left(const Conversation& conversation, UnixMillis now);
// An answer that needs thought may come too late: it is time to say so.
bool closes_soon(UnixMillis left);

// Whatever the customer does in the chat opens it: words, files, buttons, reactions, entering the chat for
// the first time, also kinds that Roost does not know. WhatsApp's own lines (a number changed) do not, nor
// what the business sends, from here or from its phone, nor what the customer writes in a group.
bool opens_window(const Message& message);

// What `message` does to the window of its conversation, as a new message or one whose status changed; may be
// repeated. False if it does nothing. Not for history: what was said before the number was connected opens
// nothing.
bool note_in_window(Conversation& row, const Message& message);

}  // namespace roost
