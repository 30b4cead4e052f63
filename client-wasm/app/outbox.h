// What the agent sent and the server has not taken yet. Survives a reload; resending under the same name is
// harmless. Pure: it is told the time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "shared/model/message.h"

namespace roost {

struct QueuedText {
    ConversationId conversation;
    ClientRef ref;
    std::string body;
    std::optional<Quote> reply_to = std::nullopt;
    UnixMillis at = 0;  // when the agent pressed Send
    int attempts = 0;
    UnixMillis not_before = 0;
    bool is_on_its_way = false;

    bool operator==(const QueuedText&) const = default;
};

class Outbox {
  public:
    void add(QueuedText text);  // once under one name
    // The first waiting text of every conversation whose time has come, marked as on its way: one at a time,
    // so that the customer gets them in order.
    std::vector<QueuedText> take_due(UnixMillis now);
    void remove(const ClientRef& ref);  // taken or refused by the server
    void postpone(const ClientRef& ref, UnixMillis now, double chance);
    void hurry();  // the connection is back

    const std::vector<QueuedText>& texts() const { return texts_; }
    UnixMillis wake_at() const;  // 0 = nothing is waiting for a time

    std::string write() const;         // empty when there is nothing
    void read(std::string_view json);  // malformed entries are left out

  private:
    std::vector<QueuedText> texts_;
};

}  // namespace roost
