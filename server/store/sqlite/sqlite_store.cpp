#include "server/store/sqlite/sqlite_store.h"

#include <utility>
#include <vector>

#include "server/store/sqlite/connection_pool.h"
#include "server/store/sqlite/links.h"
#include "server/store/sqlite/migrate.h"
#include "server/store/sqlite/numbers.h"
#include "server/store/sqlite/people.h"
#include "server/store/sqlite/records.h"
#include "server/store/sqlite/search.h"
#include "server/store/sqlite/search_index.h"
#include "server/store/sqlite/search_indexer.h"
#include "server/store/sqlite/sites.h"
#include "server/store/sqlite/teams.h"
#include "server/store/sqlite/writer.h"

namespace roost::sqlite {

namespace {

template <class T>
Result<T> found_or(Result<std::optional<T>> found, const char* sentence) {
    ASSIGN_OR_RETURN(auto value, std::move(found));
    if (!value) return fail(ErrorCode::kNotFound, sentence);
    return *std::move(value);
}

class SqliteStore final : public Store {
  public:
    SqliteStore(
        std::string path,
        std::string index_path,
        std::unique_ptr<SearchIndexer> indexer,
        std::unique_ptr<Writer> writer
    )
        : connections_(std::move(path)),
          index_(std::move(index_path)),
          indexer_(std::move(indexer)),
          writer_(std::move(writer)) {}

    Status write(const Job& job) override {
        Status written = writer_->write(job);
        indexer_->wake();
        return written;
    }
    void on_commit(std::function<void(std::span<const StoredEvent>)> publish) override {
        writer_->on_commit(std::move(publish));
    }

    Result<Snapshot> snapshot(AgentId me, int limit, const Reach& reach) const override {
        return read([&](Connection& on) -> Result<Snapshot> {
            ASSIGN_OR_RETURN(const auto range, read_event_range(on));
            ASSIGN_OR_RETURN(auto agent, found_or(read_agent(on, me), "There is no such agent."));
            ConversationQuery query;
            query.limit = limit;
            query.reach = reach;
            ASSIGN_OR_RETURN(auto rows, read_conversations(on, query));
            ASSIGN_OR_RETURN(const auto counts, count_unread_conversations(on, reach));
            ASSIGN_OR_RETURN(auto troubles, read_troubles(on));
            ASSIGN_OR_RETURN(auto accounts, read_account_names(on));
            ASSIGN_OR_RETURN(auto colleagues, read_colleagues(on));
            ASSIGN_OR_RETURN(auto teams, read_teams(on));
            return Snapshot{
                range.newest,
                profile_of(agent),
                std::move(rows),
                counts,
                std::move(troubles),
                std::move(accounts),
                page_in(reach),
                !reach.empty(),
                {},
                by_id<Colleagues>(std::move(colleagues)),
                by_id<Teams>(std::move(teams)),
                {}};
        });
    }
    Result<ConversationPage> list_conversations(const ConversationQuery& query) const override {
        return read([&](Connection& on) { return read_conversations(on, query); });
    }
    Result<Conversation> find_conversation(ConversationId id) const override {
        return read([&](Connection& on) {
            return found_or(read_conversation(on, id), "There is no such conversation.");
        });
    }
    Result<MessagePage> list_messages(const MessageQuery& query) const override {
        return read([&](Connection& on) -> Result<MessagePage> {
            ASSIGN_OR_RETURN(
                const auto row,
                found_or(read_conversation(on, query.conversation), "There is no such conversation.")
            );
            return read_messages(on, query);
        });
    }
    Result<Message> find_message(MessageId id) const override {
        return read([&](Connection& on) {
            return found_or(read_message(on, id), "There is no such message.");
        });
    }
    Result<SearchPage> search(const SearchQuery& query) const override {
        return index_.read([&](Connection& index) {
            return read([&](Connection& on) { return sqlite::search(on, index, query); });
        });
    }
    Result<EventRange> event_range() const override {
        return read([](Connection& on) { return read_event_range(on); });
    }
    Result<std::vector<StoredEvent>> events_after(EventSeq after, int limit) const override {
        return read([&](Connection& on) { return read_events(on, after, limit); });
    }
    Result<std::vector<WebhookRow>> list_webhooks(const WebhookQuery& query) const override {
        return read([&](Connection& on) { return read_webhooks(on, query); });
    }
    Result<Profile> find_profile(AgentId id) const override {
        return read([&](Connection& on) -> Result<Profile> {
            ASSIGN_OR_RETURN(const auto agent, found_or(read_agent(on, id), "There is no such agent."));
            return profile_of(agent);
        });
    }
    const NumberReads& numbers() const override { return numbers_; }
    const LinkReads& links() const override { return links_; }
    const SiteReads& sites() const override { return sites_; }
    const TeamReads& teams() const override { return teams_; }
    const PeopleReads& people() const override { return people_; }
    Result<std::optional<AccountRow>> find_account(AccountId id) const override {
        return read([&](Connection& on) { return read_account(on, id); });
    }
    Result<std::map<AccountId, AccountTrouble>> list_troubles() const override {
        return read([](Connection& on) { return read_troubles(on); });
    }
    Result<std::vector<OutboxRow>> list_outbox() const override {
        return read([](Connection& on) { return read_outbox(on); });
    }
    Result<std::vector<MediaJob>> list_media_jobs(int limit) const override {
        return read([&](Connection& on) { return read_media_jobs(on, limit); });
    }
    Result<std::optional<MediaFileRow>> find_media_file(std::string_view id) const override {
        return read([&](Connection& on) { return read_media_file(on, id); });
    }
    Result<std::optional<MediaUpload>> find_media_upload(std::string_view file, AccountId account)
        const override {
        return read([&](Connection& on) { return read_media_upload(on, file, account); });
    }
    Result<std::vector<MessageTemplate>> list_templates(std::string_view waba) const override {
        return read([&](Connection& on) { return read_templates(on, waba); });
    }
    Result<std::vector<AccountNotice>> list_account_notices(int limit) const override {
        return read([&](Connection& on) { return sqlite::read_account_notices(on, limit); });
    }
    Result<std::optional<TemplateSync>> find_template_sync(std::string_view waba) const override {
        return read([&](Connection& on) { return read_template_sync(on, waba); });
    }
    Result<StoreHealth> check_health() const override {
        RETURN_IF_ERROR(writer_->write([](Transaction&) { return Status(); }));
        return read([](Connection& on) -> Result<StoreHealth> {
            auto statement = on.prepare(
                "SELECT (SELECT MAX(id) FROM messages), (SELECT COUNT(*) FROM outbox), "
                "(SELECT received_at FROM webhooks ORDER BY id DESC LIMIT 1)"
            );
            RETURN_IF_ERROR(statement.run());
            return StoreHealth{statement.number(0), statement.number(1), statement.number(2)};
        });
    }

  private:
    template <class Map, class Row>
    static Map by_id(std::vector<Row> rows) {
        Map map;
        for (auto& row : rows)
            map.emplace(row.id, std::move(row));
        return map;
    }
    static Profile profile_of(const AgentRow& agent) {
        return {
            agent.id,
            agent.name,
            agent.email,
            std::string(role_name(agent.role)),
            permission_names(permissions_of(agent.role))};
    }

    template <class Query>
    auto read(Query query) const -> decltype(query(std::declval<Connection&>())) {
        return connections_.read(std::move(query));
    }

    ConnectionPool connections_;
    SqliteNumberReads numbers_{connections_};
    SqliteLinkReads links_{connections_};
    SqliteSiteReads sites_{connections_};
    SqliteTeamReads teams_{connections_};
    SqlitePeopleReads people_{connections_};
    ConnectionPool index_;
    std::unique_ptr<SearchIndexer> indexer_;
    std::unique_ptr<Writer> writer_;
};

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path) {
    ASSIGN_OR_RETURN(auto connection, Connection::open(path, Connection::Mode::kWriter));
    RETURN_IF_ERROR(migrate(*connection, migrations()));
    const std::string index_path = path + "-search";
    ASSIGN_OR_RETURN(auto index, open_search_index(index_path));
    RETURN_IF_ERROR(prepare_index(*connection, *index));
    ASSIGN_OR_RETURN(auto indexer, SearchIndexer::start(path, std::move(index)));
    ASSIGN_OR_RETURN(auto checkpointer, Checkpointer::start(path));
    ASSIGN_OR_RETURN(auto writer, Writer::start(std::move(connection), std::move(checkpointer)));
    return std::make_unique<SqliteStore>(path, index_path, std::move(indexer), std::move(writer));
}

}  // namespace roost::sqlite
