// Conversations and messages are linked to records of other programs; the rules are in
// shared/model/record_link.h.
#pragma once

#include "server/app/audit.h"
#include "server/app/deps.h"
#include "server/store/links.h"
#include "shared/base/result.h"
#include "shared/model/record_link.h"

namespace roost {

// What is linked: one of the two.
struct LinkSubject {
    ConversationId conversation = {};
    MessageId message = {};
};

struct MadeLink {
    LinkRow row;
    bool is_new = false;  // false: it was there, and learnt a new title or address at most
};

// kInvalid naming the field, also for a type that the settings do not name; kNotFound for what is not there
// or who asks does not see; kConflict when there are too many. Safe to repeat. Any thread.
Result<MadeLink> link_to_record(
    const Deps& deps, const Actor& actor, const LinkSubject& subject, const RecordLink& link
);
// kNotFound when it is gone. Who sees the record alone sees the conversation no more. Any thread.
Status unlink_record(const Deps& deps, const Actor& actor, LinkId id);

// kInvalid for a type that the settings do not name.
Status check_type(const Config& config, const RecordRef& record);

// The steps of it, inside a job: rows, copies and events. Neither checks who asks.
Result<MadeLink> add_link(
    Transaction& transaction, const LinkSubject& subject, const RecordLink& link, AgentId by, UnixMillis now
);

}  // namespace roost
