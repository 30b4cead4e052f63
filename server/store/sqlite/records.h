// Rows ⇄ values: the SQL of each aggregate, on whichever connection is at hand.
#pragma once

#include "server/store/links.h"
#include "server/store/rows.h"
#include "server/store/sqlite/connection.h"
#include "shared/model/account_notice.h"
#include "shared/model/apply.h"
#include "shared/model/message_template.h"
#include "shared/wire/snapshot.h"
#include "shared/wire/webhook.h"

namespace roost::sqlite {

// The number of one platform among `counts`.
inline int& unread_of(UnreadCounts& counts, Platform platform) {
    if (platform == Platform::kMessenger) return counts.messenger;
    return platform == Platform::kInstagram ? counts.instagram : counts.whatsapp;
}

// Conversations.
Result<std::optional<Conversation>> read_conversation(Connection& on, ConversationId id);
Result<std::optional<Conversation>> find_conversation(
    Connection& on, AccountId account, const Person& person
);
Status insert_conversation(Connection& on, Conversation& conversation);  // sets the id
// `before` is what stands there.
Status update_conversation(Connection& on, const Conversation& before, const Conversation& after);
Result<std::vector<Conversation>> read_blocked_conversations(Connection& on, AccountId account);  // by id
// All that are assigned to somebody, or a team's; by id.
Result<std::vector<Conversation>> read_conversations_of(Connection& on, AgentId assignee);
Result<std::vector<Conversation>> read_conversations_of(Connection& on, TeamId team);
Result<ConversationPage> read_conversations(Connection& on, const ConversationQuery& query);
// By rising id; at most `limit`.
Result<std::vector<Conversation>> read_conversations_above(Connection& on, ConversationId above, int limit);
Result<UnreadCounts> count_unread_conversations(Connection& on, const Reach& reach = {});
Result<std::optional<AccountRow>> read_account(Connection& on, AccountId id);
Result<AccountId> insert_account(Connection& on, Platform platform, std::string_view key);
Result<std::optional<AccountId>> find_account(Connection& on, Platform platform, std::string_view key);
Result<std::optional<AccountTrouble>> read_account_trouble(Connection& on, AccountId id);
Status update_account_trouble(Connection& on, AccountId id, const std::optional<AccountTrouble>& trouble);
Result<std::map<AccountId, AccountTrouble>> read_troubles(Connection& on);

// Messages.
Result<std::optional<Message>> read_message(Connection& on, MessageId id);
Result<std::optional<Message>> read_message_by_wamid(Connection& on, std::string_view wamid);
Result<std::optional<Message>> read_message_by_ref(Connection& on, std::string_view client_ref);
Result<std::optional<Message>> read_last_inbound(
    Connection& on, ConversationId conversation, UnixMillis at, MessageId up_to
);
Result<bool> insert_message(Connection& on, Message& message);  // false = known; else sets the id
Status update_message(Connection& on, const Message& message);
Result<MessagePage> read_messages(Connection& on, const MessageQuery& query);
// Those that belong to a record, in conversations that whoever asks sees.
Result<RecordMessages> read_record_messages(Connection& on, const RecordQuery& query);
// By rising id, and from the newest down; at most `limit`.
Result<std::vector<Message>> read_messages_above(Connection& on, MessageId above, int limit);
Result<std::vector<Message>> read_newest_messages_above(Connection& on, MessageId above, int limit);

// Events.
Status insert_event(Connection& on, const StoredEvent& event);
Result<std::vector<StoredEvent>> read_events(Connection& on, EventSeq after, int limit);
Result<EventRange> read_event_range(Connection& on);

// The outbox.
Status insert_outbox(Connection& on, const OutboxRow& row);  // the id is made here
Status update_outbox(Connection& on, const OutboxRow& row);
Status delete_outbox(Connection& on, std::int64_t id);
Result<std::vector<OutboxRow>> read_outbox(Connection& on);
Result<std::optional<OutboxRow>> read_outbox_of(Connection& on, MessageId message);
Result<std::optional<OutboxRow>> read_outbox_row(Connection& on, std::int64_t id);

// Webhooks and what came too early.
Result<std::int64_t> insert_webhook(Connection& on, UnixMillis received_at, std::string_view body);
Status update_webhook(Connection& on, std::int64_t id, WebhookOutcome outcome, std::string_view error);
Status insert_webhook_failure(Connection& on, std::int64_t webhook, int item, std::string_view error);
Status insert_notice(Connection& on, std::int64_t webhook, const Notice& notice);
Status insert_orphan(Connection& on, std::string_view wamid, UnixMillis at, std::string_view item);
Result<std::vector<std::string>> read_orphans(Connection& on, std::string_view wamid);
Status delete_orphans(Connection& on, std::string_view wamid);
Result<std::vector<WebhookRow>> read_webhooks(Connection& on, const WebhookQuery& query);

// Files.
Status upsert_media_file(Connection& on, const MediaFileRow& file);
Result<std::optional<MediaFileRow>> read_media_file(Connection& on, std::string_view id);
Status upsert_media_job(Connection& on, const MediaJob& job);
Status delete_media_job(Connection& on, MessageId message);
Result<std::optional<MediaJob>> read_media_job(Connection& on, MessageId message);
Result<std::vector<MediaJob>> read_media_jobs(Connection& on, int limit);  // the most urgent first
Status upsert_media_upload(Connection& on, const MediaUpload& upload);
Result<std::optional<MediaUpload>> read_media_upload(
    Connection& on, std::string_view file, AccountId account
);

// Notices, the newest first.
Result<std::vector<AccountNotice>> read_account_notices(Connection& on, int limit);

// Templates.
Result<std::vector<MessageTemplate>> read_templates(Connection& on, std::string_view waba);
Result<std::vector<MessageTemplate>> read_templates_named(
    Connection& on, std::string_view waba, std::string_view name
);
Status upsert_template(Connection& on, std::string_view waba, const MessageTemplate& pattern);
Status delete_template(Connection& on, std::string_view waba, std::string_view id);
Result<std::optional<TemplateSync>> read_template_sync(Connection& on, std::string_view waba);
Status upsert_template_sync(Connection& on, const TemplateSync& sync);

}  // namespace roost::sqlite
