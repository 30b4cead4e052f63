// What the agent sent and the server has not taken yet. Survives a reload; resending under the same name is
// harmless. Pure: it is told the time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "shared/model/message.h"

namespace roost {

struct QueuedMessage {
    ConversationId conversation;
    ClientRef ref;
    Content content;
    std::optional<Quote> reply_to = std::nullopt;
    UnixMillis at = 0;  // when the agent pressed Send
    int file = 0;       // the platform's number of the file that goes with it; 0 = none, or not here any more
    int attempts = 0;
    UnixMillis not_before = 0;
    bool is_on_its_way = false;
    bool is_refused = false;  // until the agent tries again or takes it back; holds up nothing

    bool operator==(const QueuedMessage&) const = default;
};

// The server does not have its file yet.
bool needs_upload(const QueuedMessage& message);

class Outbox {
  public:
    void add(QueuedMessage message);  // once under one name
    // Whose time has come, marked as on its way. Of every conversation the first one alone, so that the
    // customer gets them in order; files go to the server before it is their turn, two at a time.
    std::vector<QueuedMessage> take_due(UnixMillis now);
    void uploaded(const ClientRef& ref, const MediaCopy& file);
    void remove(const ClientRef& ref);  // taken by the server, or given up
    void refuse(const ClientRef& ref);
    void try_again(const ClientRef& ref);
    void postpone(const ClientRef& ref, UnixMillis now, double chance);
    void hurry();  // the connection is back
    // What waits in this conversation stands below what was sent at `at`. Returns what was moved.
    std::vector<QueuedMessage> move_behind(ConversationId conversation, UnixMillis at);

    const std::vector<QueuedMessage>& messages() const { return messages_; }
    const QueuedMessage* find(const ClientRef& ref) const;  // null if there is none
    bool has_uploads() const;                               // the page must not be closed now
    int waiting() const;                                    // those that go out by themselves
    UnixMillis wake_at() const;                             // 0 = nothing is waiting for a time

    std::string write() const;  // empty when there is nothing
    // Malformed entries are left out. Files do not survive the page: what was not uploaded is refused.
    void read(std::string_view json);

  private:
    std::size_t place_of(const ClientRef& ref) const;  // past the end if there is none
    QueuedMessage* known(const ClientRef& ref);

    std::vector<QueuedMessage> messages_;
};

}  // namespace roost
