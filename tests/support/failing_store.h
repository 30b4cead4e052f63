// A store that passes everything on and refuses what a test names.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/store/store.h"

namespace roost::test {

class FailingTransaction final : public Transaction {
  public:
    using Failures = std::map<std::string, Error, std::less<>>;

    FailingTransaction(Transaction& real, const Failures& failures) : real_(real), failures_(failures) {}

    Result<bool> add_message(Message& message) override {
        // The row is written first, so that the failure has something to undo.
        auto added = real_.add_message(message);
        const auto failure = failures_.find(message.wamid);
        if (failure != failures_.end()) return tl::unexpected(failure->second);
        return added;
    }

    Status attempt(const std::function<Status()>& part) override { return real_.attempt(part); }
    EventSeq take_seq() override { return real_.take_seq(); }
    Status append_event(const Event& event) override { return real_.append_event(event); }
    UnreadCounts counts() override { return real_.counts(); }
    Result<std::int64_t> add_webhook(UnixMillis at, std::string_view body) override {
        return real_.add_webhook(at, body);
    }
    Status set_webhook_outcome(std::int64_t id, WebhookOutcome outcome, std::string_view error) override {
        return real_.set_webhook_outcome(id, outcome, error);
    }
    Status add_webhook_failure(std::int64_t webhook, int item, std::string_view error) override {
        return real_.add_webhook_failure(webhook, item, error);
    }
    Status add_notice(std::int64_t webhook, const Notice& notice) override {
        return real_.add_notice(webhook, notice);
    }
    Result<AccountId> account_for(Platform platform, std::string_view key) override {
        return real_.account_for(platform, key);
    }
    Result<std::optional<AccountRow>> account(AccountId id) override { return real_.account(id); }
    Result<std::optional<AccountTrouble>> account_trouble(AccountId id) override {
        return real_.account_trouble(id);
    }
    Status put_account_trouble(AccountId id, const std::optional<AccountTrouble>& trouble) override {
        return real_.put_account_trouble(id, trouble);
    }
    Result<std::optional<Conversation>> conversation_with(AccountId account, const Person& person) override {
        return real_.conversation_with(account, person);
    }
    Result<Conversation> conversation(ConversationId id) override { return real_.conversation(id); }
    Status add_conversation(Conversation& row) override { return real_.add_conversation(row); }
    Status put_conversation(const Conversation& row) override { return real_.put_conversation(row); }
    Result<int> count_unread(ConversationId id, UnixMillis at, MessageId after) override {
        return real_.count_unread(id, at, after);
    }
    Result<std::vector<Conversation>> blocked_conversations(AccountId account) override {
        return real_.blocked_conversations(account);
    }
    Status put_message(const Message& message) override { return real_.put_message(message); }
    Result<std::optional<Message>> message(MessageId id) override { return real_.message(id); }
    Result<std::optional<Message>> last_inbound(ConversationId id, UnixMillis at, MessageId up_to) override {
        return real_.last_inbound(id, at, up_to);
    }
    Result<std::optional<Message>> message_by_wamid(std::string_view wamid) override {
        return real_.message_by_wamid(wamid);
    }
    Result<std::optional<Message>> message_by_ref(std::string_view ref) override {
        return real_.message_by_ref(ref);
    }
    Status keep_orphan(std::string_view wamid, UnixMillis at, std::string_view item) override {
        return real_.keep_orphan(wamid, at, item);
    }
    Result<std::vector<std::string>> take_orphans(std::string_view wamid) override {
        return real_.take_orphans(wamid);
    }
    Status add_outbox(const OutboxRow& row) override { return real_.add_outbox(row); }
    Status put_outbox(const OutboxRow& row) override { return real_.put_outbox(row); }
    Status remove_outbox(std::int64_t id) override { return real_.remove_outbox(id); }
    Result<std::optional<OutboxRow>> outbox_of(MessageId message) override {
        return real_.outbox_of(message);
    }
    Result<std::optional<OutboxRow>> outbox_row(std::int64_t id) override { return real_.outbox_row(id); }
    Status put_media_file(const MediaFileRow& file) override { return real_.put_media_file(file); }
    Result<std::optional<MediaFileRow>> media_file(std::string_view id) override {
        return real_.media_file(id);
    }
    Status put_media_job(const MediaJob& job) override { return real_.put_media_job(job); }
    Status remove_media_job(MessageId message) override { return real_.remove_media_job(message); }
    Result<std::optional<MediaJob>> media_job(MessageId message) override { return real_.media_job(message); }
    Status put_media_upload(const MediaUpload& upload) override { return real_.put_media_upload(upload); }
    Result<std::vector<MessageTemplate>> templates(std::string_view waba) override {
        return real_.templates(waba);
    }
    Result<std::vector<MessageTemplate>> templates_named(std::string_view waba, std::string_view name)
        override {
        return real_.templates_named(waba, name);
    }
    Status put_template(std::string_view waba, const MessageTemplate& pattern) override {
        return real_.put_template(waba, pattern);
    }
    Status remove_template(std::string_view waba, std::string_view id) override {
        return real_.remove_template(waba, id);
    }
    Result<std::optional<TemplateSync>> template_sync(std::string_view waba) override {
        return real_.template_sync(waba);
    }
    Status put_template_sync(const TemplateSync& sync) override { return real_.put_template_sync(sync); }
    Result<std::optional<MarketingWish>> marketing_wish(ConversationId id) override {
        return real_.marketing_wish(id);
    }
    Status put_marketing_wish(ConversationId id, const MarketingWish& wish) override {
        return real_.put_marketing_wish(id, wish);
    }
    Result<bool> add_account_notice(const AccountNotice& notice) override {
        return real_.add_account_notice(notice);
    }
    Result<bool> remove_account_notice(std::int64_t id) override { return real_.remove_account_notice(id); }
    NumberWrites& numbers() override { return real_.numbers(); }
    LinkWrites& links() override { return real_.links(); }
    SiteWrites& sites() override { return real_.sites(); }
    TeamWrites& teams() override { return real_.teams(); }
    PeopleWrites& people() override { return real_.people(); }
    RetentionWrites& retention() override { return real_.retention(); }

  private:
    Transaction& real_;
    const Failures& failures_;
};

class FailingStore final : public Store {
  public:
    explicit FailingStore(Store& real) : real_(real) {}

    // Storing the message with this wamid fails.
    void fail_message(std::string wamid, Error error) { failures_[std::move(wamid)] = std::move(error); }

    // Nothing can be written any more.
    void fail_writes(Error error) { broken_ = std::move(error); }

    Status write(const Job& job) override {
        if (broken_) return tl::unexpected(*broken_);
        return real_.write([&](Transaction& transaction) {
            FailingTransaction failing(transaction, failures_);
            return job(failing);
        });
    }
    void on_commit(std::function<void(std::span<const StoredEvent>)> publish) override {
        real_.on_commit(std::move(publish));
    }
    Result<Snapshot> snapshot(AgentId me, int limit, const Reach& reach) const override {
        return real_.snapshot(me, limit, reach);
    }
    Result<ConversationPage> list_conversations(const ConversationQuery& query) const override {
        return real_.list_conversations(query);
    }
    Result<Conversation> find_conversation(ConversationId id) const override {
        return real_.find_conversation(id);
    }
    Result<MessagePage> list_messages(const MessageQuery& query) const override {
        return real_.list_messages(query);
    }
    Result<Message> find_message(MessageId id) const override { return real_.find_message(id); }
    Result<SearchPage> search(const SearchQuery& query) const override { return real_.search(query); }
    Result<EventRange> event_range() const override { return real_.event_range(); }
    Result<std::vector<StoredEvent>> events_after(EventSeq after, int limit) const override {
        return real_.events_after(after, limit);
    }
    Result<std::vector<WebhookRow>> list_webhooks(const WebhookQuery& query) const override {
        return real_.list_webhooks(query);
    }
    Result<Profile> find_profile(AgentId id) const override { return real_.find_profile(id); }
    const NumberReads& numbers() const override { return real_.numbers(); }
    const LinkReads& links() const override { return real_.links(); }
    const SiteReads& sites() const override { return real_.sites(); }
    const TeamReads& teams() const override { return real_.teams(); }
    const PeopleReads& people() const override { return real_.people(); }
    Result<std::optional<AccountRow>> find_account(AccountId id) const override {
        return real_.find_account(id);
    }
    Result<std::map<AccountId, AccountTrouble>> list_troubles() const override {
        return real_.list_troubles();
    }
    Result<std::vector<OutboxRow>> list_outbox() const override { return real_.list_outbox(); }
    Result<std::vector<MediaJob>> list_media_jobs(int limit) const override {
        return real_.list_media_jobs(limit);
    }
    Result<std::optional<MediaFileRow>> find_media_file(std::string_view id) const override {
        return real_.find_media_file(id);
    }
    Result<std::optional<MediaUpload>> find_media_upload(std::string_view file, AccountId account)
        const override {
        return real_.find_media_upload(file, account);
    }
    Result<std::vector<MessageTemplate>> list_templates(std::string_view waba) const override {
        return real_.list_templates(waba);
    }
    Result<std::optional<TemplateSync>> find_template_sync(std::string_view waba) const override {
        return real_.find_template_sync(waba);
    }
    Result<std::vector<AccountNotice>> list_account_notices(int limit) const override {
        return real_.list_account_notices(limit);
    }
    Result<StoreHealth> check_health() const override { return real_.check_health(); }

  private:
    Store& real_;
    FailingTransaction::Failures failures_;
    std::optional<Error> broken_;
};

}  // namespace roost::test
