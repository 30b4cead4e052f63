// What is durable about records: what is linked to them, and which files readers of one record alone may use.
// Errors and threads as for Store.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/rows.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/model/message.h"
#include "shared/model/reach.h"
#include "shared/model/record_link.h"

namespace roost {

struct LinkRow {
    ConversationId conversation;
    MessageId message;  // 0 = the whole conversation
    RecordLink link;
    UnixMillis linked_at = 0;
    AgentId linked_by;
};

struct RecordQuery {
    RecordRef record;
    std::optional<SearchPlace> before;
    int limit = 50;
    Reach reach = {};  // of who asks
};

// The newest first.
struct RecordMessages {
    std::vector<Message> messages;
    bool has_more = false;
};

// The writing half, as Transaction: inside a job, on the writer's thread.
class LinkWrites {
  public:
    virtual ~LinkWrites() = default;

    // The rows by which records are found; what conversations and messages carry of it is put with them.
    virtual Result<LinkId> add_link(const LinkRow& row) = 0;  // the id is made here
    virtual Status put_link(const LinkRow& row) = 0;          // its title and address
    virtual Result<std::optional<LinkRow>> link(LinkId id) = 0;
    virtual Status remove_link(LinkId id) = 0;

    // From this event on readers whose reach names the word (reach.h) see less than before: who had not heard
    // it reads anew.
    virtual Status set_narrowed(std::string_view word, EventSeq at) = 0;

    // A file that such a reader uploaded, and so may send and see.
    virtual Status add_own_file(const Reach& reach, std::string_view file) = 0;
    // Whether a message that such a reader sees has the file, or they uploaded it.
    virtual Result<bool> reaches_file(const Reach& reach, std::string_view file) = 0;
};

// The reading half, as Store: any thread.
class LinkReads {
  public:
    virtual ~LinkReads() = default;

    virtual Result<RecordMessages> list_messages(const RecordQuery& query) const = 0;
    virtual Result<bool> reaches_file(const Reach& reach, std::string_view file) const = 0;
    // The last time for any of the words; 0 = never.
    virtual Result<EventSeq> narrowed_at(const std::vector<std::string>& words) const = 0;
    // Conversations with something unread.
    virtual Result<int> count_unread(const Reach& reach) const = 0;
};

}  // namespace roost
