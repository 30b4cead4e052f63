// What changed, as every client hears it. An event carries the new state of what it names, so that hearing it
// twice, or late, changes nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "shared/base/ids.h"
#include "shared/model/account.h"
#include "shared/model/colleague.h"
#include "shared/model/conversation.h"
#include "shared/model/inbox.h"
#include "shared/model/message.h"

namespace roost {

// What the two events that carry a row say of the counts: all of them, or, to readers of a part of the inbox,
// whether the row counted as unread among what they saw before.
using WasUnread = std::optional<bool>;

// A new message; `conversation` is its row afterwards.
struct MessageAdded {
    static constexpr std::string_view kName = "message_added";
    Message message;
    Conversation conversation;
    UnreadCounts counts;
    WasUnread was_unread = {};
    bool operator==(const MessageAdded&) const = default;
};

// A tick, a failure, or Meta's id of an outbound message. If it is the row's last message, the row's tick
// follows.
struct MessageStatusChanged {
    static constexpr std::string_view kName = "message_status";
    MessageId message;
    ConversationId conversation;
    std::string wamid;
    DeliveryStatus status = DeliveryStatus::kQueued;
    StatusTimes times;
    std::optional<Failure> failure;
    std::optional<Charge> charge = {};
    bool operator==(const MessageStatusChanged&) const = default;
};

// Anything else about the message (content edited or revoked, context learnt).
struct MessageChanged {
    static constexpr std::string_view kName = "message_changed";
    Message message;
    bool operator==(const MessageChanged&) const = default;
};

// Read, renamed, assigned, …
struct ConversationChanged {
    static constexpr std::string_view kName = "conversation_changed";
    Conversation conversation;
    UnreadCounts counts;
    WasUnread was_unread = {};
    bool operator==(const ConversationChanged&) const = default;
};

// A reader of a part of the inbox sees it no more: it was given to somebody else, or taken from their record.
// Never stored: made for each such reader of what changed it.
struct ConversationGone {
    static constexpr std::string_view kName = "conversation_gone";
    ConversationId conversation;
    Platform platform = Platform::kWhatsApp;
    bool was_unread = false;
    bool operator==(const ConversationGone&) const = default;
};

// Somebody came, went, was renamed or is (not) there to answer. Gone = is no agent any more.
struct ColleagueChanged {
    static constexpr std::string_view kName = "colleague_changed";
    Colleague colleague;
    bool is_gone = false;
    bool operator==(const ColleagueChanged&) const = default;
};

struct TeamChanged {
    static constexpr std::string_view kName = "team_changed";
    Team team;
    bool is_gone = false;
    bool operator==(const TeamChanged&) const = default;
};

// Meta approved, changed or took back a template, or they were asked for anew. Who shows them reads them
// again.
struct TemplatesChanged {
    static constexpr std::string_view kName = "templates_changed";
    bool operator==(const TemplatesChanged&) const = default;
};

// Administrators have something to read about the account, or one of them has read it.
struct NoticesChanged {
    static constexpr std::string_view kName = "notices_changed";
    bool operator==(const NoticesChanged&) const = default;
};

// Nothing goes out from this number any more, or it does again.
struct AccountChanged {
    static constexpr std::string_view kName = "account_changed";
    AccountId account;
    std::optional<AccountTrouble> trouble;
    bool operator==(const AccountChanged&) const = default;
};

// One of our numbers was connected, or Meta tells another name of it.
struct AccountNamed {
    static constexpr std::string_view kName = "account_named";
    AccountId account;
    AccountName name;
    bool operator==(const AccountNamed&) const = default;
};

using EventPayload = std::variant<
    MessageAdded,
    MessageStatusChanged,
    MessageChanged,
    ConversationChanged,
    ConversationGone,
    ColleagueChanged,
    TeamChanged,
    TemplatesChanged,
    NoticesChanged,
    AccountChanged,
    AccountNamed>;

struct Event {
    EventSeq seq;
    EventPayload payload;
    bool operator==(const Event&) const = default;
};

// The conversation an event is about: what rights are checked against. 0 = it is for everybody.
ConversationId conversation_of(const Event& event);

}  // namespace roost
