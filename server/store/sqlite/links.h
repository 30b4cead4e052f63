// Links to records on SQLite, and who is reached by them.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/store/links.h"
#include "server/store/sqlite/connection.h"
#include "server/store/sqlite/connection_pool.h"

namespace roost::sqlite {

// As a row keeps them: empty for none.
std::string written_links(const RecordLinks& links);

// Those of a page about one record or one person.
Result<std::vector<ConversationId>> conversations_of_page(Connection& on, const Reach& page);
// The same for the page somebody came by and the record they ask for, as a list in JSON; absent = all.
Result<std::optional<std::string>> ids_of_pages(Connection& on, const ConversationQuery& query);

// Which conversations such a reader sees; each is looked up once.
class ReachedRows {
  public:
    ReachedRows(Connection& on, const Reach& reach) : on_(on), reach_(reach) {}  // both outlive it
    bool holds(ConversationId id);  // also false for none, or on an error

  private:
    Connection& on_;
    const Reach& reach_;
    std::unordered_map<ConversationId, bool> known_;
};
Result<bool> reaches_file(Connection& on, const Reach& reach, std::string_view file);

class SqliteLinkWrites final : public LinkWrites {
  public:
    explicit SqliteLinkWrites(Connection& connection) : on_(connection) {}

    Result<LinkId> add_link(const LinkRow& row) override;
    Status put_link(const LinkRow& row) override;
    Result<std::optional<LinkRow>> link(LinkId id) override;
    Status remove_link(LinkId id) override;
    Status set_narrowed(std::string_view word, EventSeq at) override;
    Status add_own_file(const Reach& reach, std::string_view file) override;
    Result<bool> reaches_file(const Reach& reach, std::string_view file) override {
        return sqlite::reaches_file(on_, reach, file);
    }

  private:
    Connection& on_;
};

class SqliteLinkReads final : public LinkReads {
  public:
    explicit SqliteLinkReads(const ConnectionPool& connections) : connections_(connections) {}

    Result<RecordMessages> list_messages(const RecordQuery& query) const override;
    Result<bool> reaches_file(const Reach& reach, std::string_view file) const override;
    Result<EventSeq> narrowed_at(const std::vector<std::string>& words) const override;
    Result<int> count_unread(const Reach& reach) const override;

  private:
    const ConnectionPool& connections_;
};

}  // namespace roost::sqlite
