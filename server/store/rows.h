// What the store hands out and takes in, beside the model itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "shared/model/conversation.h"
#include "shared/model/inbox.h"
#include "shared/model/reach.h"
#include "shared/text/search_terms.h"
#include "shared/wire/media_type.h"

namespace roost {

struct StoredEvent {
    EventSeq seq;
    ConversationId conversation;
    std::string payload;   // JSON on one line
    std::string audience;  // of its conversation as the event left it; see reach.h
    // The conversation's row before the event, for those that carry it; an empty audience = the same.
    std::string was_audience = {};
    bool was_unread = false;

    bool operator==(const StoredEvent&) const = default;
};

// Events after `pruned_to` up to `newest` can be replayed.
struct EventRange {
    EventSeq pruned_to;
    EventSeq newest;
};

struct ConversationQuery {
    std::optional<Platform> platform;
    bool only_unread = false;
    std::optional<ListPlace> before;
    int limit = 50;
    std::optional<RecordRef> record = {};  // that they are linked to
    std::optional<AgentId> assignee = {};  // none = nobody's
    std::optional<TeamId> team = {};       // none = no team's
    Reach reach = {};                      // of who asks
};

// At most one of before, after and around; none of them = the newest.
struct MessageQuery {
    ConversationId conversation;
    MessageId before;
    MessageId after;
    MessageId around;
    int limit = 50;
};

// Where a page of hits ended.
struct SearchPlace {
    UnixMillis at = 0;
    MessageId message;
};

// No terms: nothing is found.
struct SearchQuery {
    std::string question;
    text::SearchTerms terms;      // of the question
    ConversationId conversation;  // 0 = everywhere, and conversations too
    std::optional<SearchPlace> before;
    int limit = 50;
    int most_conversations = 20;
    Reach reach = {};  // of who asks
};

enum class WebhookOutcome { kApplied, kPartlyFailed, kMalformed };

struct WebhookRow {
    std::int64_t id = 0;
    UnixMillis received_at = 0;
    WebhookOutcome outcome = WebhookOutcome::kApplied;
    std::string error;
    std::string body;
};

struct WebhookQuery {
    bool only_failed = false;
    std::int64_t before = 0;  // 0 = from the newest
    int limit = 50;
};

struct AccountRow {
    AccountId id;
    Platform platform = Platform::kWhatsApp;
    std::string key;
};

enum class OutboxKind { kMessage, kReadReceipt };

// `attempt_started_at` is committed before Meta is called and cleared when the answer is: found after a
// crash, it says that the message may have gone out.
struct OutboxRow {
    std::int64_t id = 0;
    OutboxKind kind = OutboxKind::kMessage;
    MessageId message;  // the one to send, or the one that was read
    ConversationId conversation;
    AccountId account;
    int attempts = 0;
    UnixMillis due_at = 0;
    UnixMillis created_at = 0;
    UnixMillis attempt_started_at = 0;
    bool has_file = false;  // is uploaded on the way: takes longer than others

    bool operator==(const OutboxRow&) const = default;
};

// A file of the media folder.
struct MediaFileRow {
    std::string id;  // SHA-256 of the bytes, in hexadecimal
    MediaType type;
    std::int64_t size = 0;
    UnixMillis created_at = 0;  // or since when it was last uploaded
    bool is_named = true;       // by a message; once it is, for good

    bool operator==(const MediaFileRow&) const = default;
};

// A file that is still to be fetched from Meta: which one, the message says.
struct MediaJob {
    MessageId message;
    AccountId account;
    int attempts = 0;
    UnixMillis due_at = 0;
    UnixMillis give_up_at = 0;  // Meta has forgotten the file by then

    bool operator==(const MediaJob&) const = default;
};

// Under which id an account has given a file to Meta.
struct MediaUpload {
    std::string file;
    AccountId account;
    std::string meta_id;
    UnixMillis uploaded_at = 0;

    bool operator==(const MediaUpload&) const = default;
};

// What somebody said to WhatsApp about advertising.
struct MarketingWish {
    bool is_stopped = false;  // else they asked for it (again)
    UnixMillis at = 0;        // by Meta's clock

    bool operator==(const MarketingWish&) const = default;
};

// How the templates of a business account are kept up to date.
struct TemplateSync {
    std::string waba;
    UnixMillis due_at = 0;     // when Meta is asked again
    UnixMillis synced_at = 0;  // 0 = never
    int failures = 0;          // since then
    std::string problem;       // of the last one, without secrets; empty = none

    bool operator==(const TemplateSync&) const = default;
};

struct StoreHealth {
    std::int64_t messages = 0;
    std::int64_t outbox = 0;
    UnixMillis last_webhook_at = 0;
};

}  // namespace roost
