// Everything durable. One writer, many readers: a write is a job that runs alone on the writer's thread and
// returns once it is committed to disk; reads run beside it on connections of their own and see a consistent
// moment.
//
// Every method: kUnavailable when the disk refuses or the queue is full, kInternal when the database is
// damaged.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/links.h"
#include "server/store/numbers.h"
#include "server/store/people.h"
#include "server/store/retention.h"
#include "server/store/rows.h"
#include "server/store/sites.h"
#include "server/store/teams.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/model/account_notice.h"
#include "shared/model/apply.h"
#include "shared/model/event.h"
#include "shared/model/message_template.h"
#include "shared/wire/search.h"
#include "shared/wire/snapshot.h"
#include "shared/wire/webhook.h"

namespace roost {

// What a job may do. Valid only inside the job, on the writer's thread. After an error the job must return
// it: its changes, and only its own, are undone.
class Transaction {
  public:
    virtual ~Transaction() = default;

    // Runs `part` so that its failure undoes only what it did itself; the error comes back.
    virtual Status attempt(const std::function<Status()>& part) = 0;

    // Events: the seq is drawn first, so that rows can carry it as their rev; gaps are allowed.
    virtual EventSeq take_seq() = 0;
    virtual Status append_event(const Event& event) = 0;
    virtual UnreadCounts counts() = 0;

    // Webhooks.
    virtual Result<std::int64_t> add_webhook(UnixMillis received_at, std::string_view body) = 0;
    // kApplied forgets what failed of it before.
    virtual Status set_webhook_outcome(std::int64_t id, WebhookOutcome outcome, std::string_view error) = 0;
    virtual Status add_webhook_failure(std::int64_t webhook, int item, std::string_view error) = 0;
    virtual Status add_notice(std::int64_t webhook, const Notice& notice) = 0;

    // Accounts and conversations.
    virtual Result<AccountId> account_for(Platform platform, std::string_view key) = 0;  // made when unknown
    virtual Result<std::optional<AccountRow>> account(AccountId id) = 0;
    virtual Result<std::optional<AccountTrouble>> account_trouble(AccountId id) = 0;  // absent = all is well
    virtual Status put_account_trouble(AccountId id, const std::optional<AccountTrouble>& trouble) = 0;
    // By either id of the person; absent if nobody is known by one of them.
    virtual Result<std::optional<Conversation>> conversation_with(
        AccountId account, const Person& person
    ) = 0;
    virtual Result<Conversation> conversation(ConversationId id) = 0;       // kNotFound
    virtual Status add_conversation(Conversation& conversation) = 0;        // sets the id
    virtual Status put_conversation(const Conversation& conversation) = 0;  // keeps the unread counts right
    // What the person said to WhatsApp about advertising; absent = nothing.
    virtual Result<std::optional<MarketingWish>> marketing_wish(ConversationId id) = 0;
    virtual Status put_marketing_wish(ConversationId id, const MarketingWish& wish) = 0;
    virtual Result<int> count_unread(ConversationId id, UnixMillis after_at, MessageId after) = 0;
    // Whom the account has blocked, as far as we know.
    virtual Result<std::vector<Conversation>> blocked_conversations(AccountId account) = 0;

    // Messages. add_message: false when its wamid or client_ref is known already; else sets the id.
    virtual Result<bool> add_message(Message& message) = 0;
    virtual Status put_message(const Message& message) = 0;
    virtual Result<std::optional<Message>> message(MessageId id) = 0;
    // The newest at or before a place of the customer's messages that Meta can mark as read: neither calls
    // nor what came without an id.
    virtual Result<std::optional<Message>> last_inbound(
        ConversationId id, UnixMillis at, MessageId up_to
    ) = 0;
    virtual Result<std::optional<Message>> message_by_wamid(std::string_view wamid) = 0;
    virtual Result<std::optional<Message>> message_by_ref(std::string_view client_ref) = 0;

    // What came before the message it is about; handed back, and forgotten, when that message gets its wamid.
    virtual Status keep_orphan(std::string_view wamid, UnixMillis at, std::string_view item_json) = 0;
    virtual Result<std::vector<std::string>> take_orphans(std::string_view wamid) = 0;

    // The outbox.
    virtual Status add_outbox(const OutboxRow& row) = 0;  // the id is made here
    virtual Status put_outbox(const OutboxRow& row) = 0;
    virtual Status remove_outbox(std::int64_t id) = 0;
    virtual Result<std::optional<OutboxRow>> outbox_of(MessageId message) = 0;  // the one that sends it
    virtual Result<std::optional<OutboxRow>> outbox_row(std::int64_t id) = 0;   // an id is used again

    // Files. Each put_ replaces what is known under the same key.
    virtual Status put_media_file(const MediaFileRow& file) = 0;
    virtual Result<std::optional<MediaFileRow>> media_file(std::string_view id) = 0;
    virtual Status put_media_job(const MediaJob& job) = 0;
    virtual Status remove_media_job(MessageId message) = 0;
    virtual Result<std::optional<MediaJob>> media_job(MessageId message) = 0;
    virtual Status put_media_upload(const MediaUpload& upload) = 0;

    // Templates of a business account, by name and language. put_: replaces the one with that id.
    virtual Result<std::vector<MessageTemplate>> templates(std::string_view waba) = 0;
    virtual Result<std::vector<MessageTemplate>> templates_named(
        std::string_view waba, std::string_view name
    ) = 0;
    virtual Status put_template(std::string_view waba, const MessageTemplate& pattern) = 0;
    virtual Status remove_template(std::string_view waba, std::string_view id) = 0;
    virtual Result<std::optional<TemplateSync>> template_sync(std::string_view waba) = 0;
    virtual Status put_template_sync(const TemplateSync& sync) = 0;

    // What administrators have not seen yet. add_: false if it says what another does; the id is made here.
    // remove_: false if it is not there any more.
    virtual Result<bool> add_account_notice(const AccountNotice& notice) = 0;
    virtual Result<bool> remove_account_notice(std::int64_t id) = 0;

    // Our numbers, records, sites, teams, people, and what is forgotten. As long-lived as this.
    virtual NumberWrites& numbers() = 0;
    virtual LinkWrites& links() = 0;
    virtual SiteWrites& sites() = 0;
    virtual TeamWrites& teams() = 0;
    virtual PeopleWrites& people() = 0;
    virtual RetentionWrites& retention() = 0;
};

class Store {
  public:
    virtual ~Store() = default;

    using Job = std::function<Status(Transaction&)>;

    // Blocks until the job is committed, or returns its error. Any thread but the writer's.
    virtual Status write(const Job& job) = 0;
    // Called on the writer's thread after each commit with what it appended, in order, before write()
    // returns. Set once, before the first write.
    virtual void on_commit(std::function<void(std::span<const StoredEvent>)> publish) = 0;

    // Reads: any thread.
    virtual Result<Snapshot> snapshot(AgentId me, int limit, const Reach& reach) const = 0;
    Result<Snapshot> snapshot(AgentId me, int limit) const { return snapshot(me, limit, Reach()); }
    virtual Result<ConversationPage> list_conversations(const ConversationQuery& query) const = 0;
    virtual Result<Conversation> find_conversation(ConversationId id) const = 0;     // kNotFound
    virtual Result<MessagePage> list_messages(const MessageQuery& query) const = 0;  // kNotFound
    virtual Result<Message> find_message(MessageId id) const = 0;                    // kNotFound
    // Sees everything that is committed, whether it is indexed yet or not.
    virtual Result<SearchPage> search(const SearchQuery& query) const = 0;
    virtual Result<EventRange> event_range() const = 0;
    // kNotFound when the log does not reach back to `after` any more.
    virtual Result<std::vector<StoredEvent>> events_after(EventSeq after, int limit) const = 0;
    virtual Result<std::vector<WebhookRow>> list_webhooks(const WebhookQuery& query) const = 0;
    virtual Result<Profile> find_profile(AgentId id) const = 0;  // kNotFound
    virtual const NumberReads& numbers() const = 0;
    virtual const LinkReads& links() const = 0;
    virtual const SiteReads& sites() const = 0;
    virtual const TeamReads& teams() const = 0;
    virtual const PeopleReads& people() const = 0;
    virtual Result<std::optional<AccountRow>> find_account(AccountId id) const = 0;
    // Of those that are in trouble.
    virtual Result<std::map<AccountId, AccountTrouble>> list_troubles() const = 0;
    // Everything that waits to go out, in the order it was accepted.
    virtual Result<std::vector<OutboxRow>> list_outbox() const = 0;
    // Files to be fetched, the most urgent first.
    virtual Result<std::vector<MediaJob>> list_media_jobs(int limit) const = 0;
    virtual Result<std::optional<MediaFileRow>> find_media_file(std::string_view id) const = 0;
    virtual Result<std::optional<MediaUpload>> find_media_upload(std::string_view file, AccountId account)
        const = 0;
    virtual Result<std::vector<MessageTemplate>> list_templates(std::string_view waba) const = 0;
    virtual Result<std::optional<TemplateSync>> find_template_sync(std::string_view waba) const = 0;
    // The newest first.
    virtual Result<std::vector<AccountNotice>> list_account_notices(int limit) const = 0;
    virtual Result<StoreHealth> check_health() const = 0;  // touches the disk
};

}  // namespace roost
