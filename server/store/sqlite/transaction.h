// The jobs' view of the writer's connection. Knows what it has cached and what was appended, and takes both
// back when a part of the work fails.
#pragma once

#include <unordered_map>
#include <vector>

#include "server/store/sqlite/connection.h"
#include "server/store/sqlite/links.h"
#include "server/store/sqlite/numbers.h"
#include "server/store/sqlite/people.h"
#include "server/store/sqlite/retention.h"
#include "server/store/sqlite/sites.h"
#include "server/store/sqlite/teams.h"
#include "server/store/store.h"

namespace roost::sqlite {

class WriterTransaction final : public Transaction {
  public:
    explicit WriterTransaction(Connection& connection) : on_(connection), team_(connection) {}

    // Reads what is kept in memory: the last seq and the unread counts.
    Status load();
    // At the beginning of each transaction. A command (roost agent add) may write beside the server: its
    // events go out with the next ones, and what is kept in memory is read anew.
    Status catch_up();
    // Everything since the last call that is committed now.
    std::vector<StoredEvent> take_events();
    // The whole group was lost: memory is read anew before the next one.
    Status forget_all();

    Status attempt(const std::function<Status()>& part) override;
    EventSeq take_seq() override { return seq_ = {seq_.value + 1}; }
    Status append_event(const Event& event) override;
    UnreadCounts counts() override { return counts_; }

    Result<std::int64_t> add_webhook(UnixMillis received_at, std::string_view body) override;
    Status set_webhook_outcome(std::int64_t id, WebhookOutcome outcome, std::string_view error) override;
    Status add_webhook_failure(std::int64_t webhook, int item, std::string_view error) override;
    Status add_notice(std::int64_t webhook, const Notice& notice) override;

    Result<AccountId> account_for(Platform platform, std::string_view key) override;
    Result<std::optional<AccountRow>> account(AccountId id) override;
    Result<std::optional<AccountTrouble>> account_trouble(AccountId id) override;
    Status put_account_trouble(AccountId id, const std::optional<AccountTrouble>& trouble) override;
    Result<std::optional<Conversation>> conversation_with(AccountId account, const Person& person) override;
    Result<Conversation> conversation(ConversationId id) override;
    Status add_conversation(Conversation& conversation) override;
    Status put_conversation(const Conversation& conversation) override;
    Result<int> count_unread(ConversationId id, UnixMillis after_at, MessageId after) override;
    Result<std::vector<Conversation>> blocked_conversations(AccountId account) override;

    Result<bool> add_message(Message& message) override;
    Status put_message(const Message& message) override;
    Result<std::optional<Message>> message(MessageId id) override;
    Result<std::optional<Message>> last_inbound(ConversationId id, UnixMillis at, MessageId up_to) override;
    Result<std::optional<Message>> message_by_wamid(std::string_view wamid) override;
    Result<std::optional<Message>> message_by_ref(std::string_view client_ref) override;

    Status keep_orphan(std::string_view wamid, UnixMillis at, std::string_view item_json) override;
    Result<std::vector<std::string>> take_orphans(std::string_view wamid) override;

    Status add_outbox(const OutboxRow& row) override;
    Status put_outbox(const OutboxRow& row) override;
    Status remove_outbox(std::int64_t id) override;
    Result<std::optional<OutboxRow>> outbox_of(MessageId message) override;
    Result<std::optional<OutboxRow>> outbox_row(std::int64_t id) override;

    Status put_media_file(const MediaFileRow& file) override;
    Result<std::optional<MediaFileRow>> media_file(std::string_view id) override;
    Status put_media_job(const MediaJob& job) override;
    Status remove_media_job(MessageId message) override;
    Result<std::optional<MediaJob>> media_job(MessageId message) override;
    Status put_media_upload(const MediaUpload& upload) override;

    Result<std::vector<MessageTemplate>> templates(std::string_view waba) override;
    Result<std::vector<MessageTemplate>> templates_named(std::string_view waba, std::string_view name)
        override;
    Status put_template(std::string_view waba, const MessageTemplate& pattern) override;
    Status remove_template(std::string_view waba, std::string_view id) override;
    Result<std::optional<TemplateSync>> template_sync(std::string_view waba) override;
    Status put_template_sync(const TemplateSync& sync) override;

    Result<std::optional<MarketingWish>> marketing_wish(ConversationId id) override;
    Status put_marketing_wish(ConversationId id, const MarketingWish& wish) override;

    Result<bool> add_account_notice(const AccountNotice& notice) override;
    Result<bool> remove_account_notice(std::int64_t id) override;

    NumberWrites& numbers() override { return numbers_; }
    LinkWrites& links() override { return links_; }
    SiteWrites& sites() override { return sites_; }
    TeamWrites& teams() override { return teams_; }
    PeopleWrites& people() override { return team_; }
    RetentionWrites& retention() override { return retention_; }

  private:
    // A row before a change that no event has told yet.
    struct RowWas {
        std::string audience;  // empty = as it is now
        bool is_unread = false;
    };

    void remember(const Conversation& conversation);
    void note_before(const Conversation& before, const Conversation& after);
    Status add_row_before(const Event& event, StoredEvent& stored);
    Status read_kept();
    void forget_cached();

    Connection& on_;
    SqliteNumberWrites numbers_{on_};
    SqliteLinkWrites links_{on_};
    SqliteSiteWrites sites_{on_};
    SqliteTeamWrites teams_{on_};
    SqlitePeopleWrites team_;
    EventSeq seq_;
    EventSeq told_;  // the newest that was handed out
    UnreadCounts counts_;
    std::int64_t orphans_ = 0;  // how many there are: none is the rule, and then nothing is looked up
    SqliteRetention retention_{on_, orphans_};
    std::vector<StoredEvent> events_;
    std::unordered_map<ConversationId, RowWas> rows_were_;
    // What the writer read stays true until it writes, or somebody beside it does.
    std::unordered_map<ConversationId, Conversation> conversations_;
    std::unordered_map<std::string, ConversationId> people_;
    std::unordered_map<std::string, AccountId> accounts_;
    std::unordered_map<AccountId, std::optional<AccountTrouble>> troubles_;
};

}  // namespace roost::sqlite
