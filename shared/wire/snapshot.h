// What a client starts from: everything the first screen needs, as of one seq.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/base/result.h"
#include "shared/model/apply.h"
#include "shared/model/inbox.h"
#include "shared/model/reach.h"

namespace roost {

struct Profile {
    AgentId id;
    std::string name;
    std::string email;
    std::string role;
    std::vector<std::string> permissions = {};  // by name: what the server lets this agent do

    bool operator==(const Profile&) const = default;
};

struct Snapshot {
    EventSeq seq;
    Profile me;
    ConversationPage conversations;
    UnreadCounts counts;
    std::map<AccountId, AccountTrouble> troubles;
    AccountNames accounts = {};
    Reach page = {};       // whose page this reader came by; empty = no record's or person's
    bool is_part = false;  // this reader does not see everything
    // A mark of what they see: the stream is asked for with it, so that the server knows if it has changed.
    std::string sight = {};
    Colleagues colleagues = {};
    Teams teams = {};
    std::vector<std::string> record_types = {};  // that conversations can be linked to
    UnixMillis now = 0;                          // by the server's clock; 0 = it does not say

    bool operator==(const Snapshot&) const = default;
};

void write_profile(JsonWriter& out, const Profile& profile);
// … inside an object that holds more.
void write_profile_members(JsonWriter& out, const Profile& profile);
Result<Profile> read_profile(const Json& json);

Inbox inbox_from(const Snapshot& snapshot);
// Takes a newer snapshot while keeping unsent echoes: used when the event log no longer reaches back.
// Loaded threads are dropped, since what happened to them in the gap is not known.
void restart_from(Inbox& inbox, const Snapshot& snapshot);

std::string write_snapshot(const Snapshot& snapshot);
Result<Snapshot> read_snapshot(std::string_view json);

std::string write_message_page(const MessagePage& page);
Result<MessagePage> read_message_page(std::string_view json);
std::string write_conversation_page(const ConversationPage& page);
Result<ConversationPage> read_conversation_page(std::string_view json);

}  // namespace roost
