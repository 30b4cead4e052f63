// Links to records on SQLite, and who is reached by them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/store/links.h"
#include "server/store/sqlite/connection.h"
#include "server/store/sqlite/connection_pool.h"

namespace roost::sqlite {

// As a row keeps them: empty for none.
std::string written_links(const RecordLinks& links);

// Those that such a reader sees; only asked of readers who see less than everything.
Result<std::vector<ConversationId>> reached_conversations(Connection& on, const Reach& reach);
// The same for who asks and what they ask for, as a list in JSON; absent = all.
Result<std::optional<std::string>> reached_ids(Connection& on, const ConversationQuery& query);
// Leaves those of conversations that such a reader sees.
Status keep_reached(Connection& on, const Reach& reach, std::vector<Message>& messages);
Result<bool> reaches_file(Connection& on, const Reach& reach, std::string_view file);

class SqliteLinkWrites final : public LinkWrites {
  public:
    explicit SqliteLinkWrites(Connection& connection) : on_(connection) {}

    Result<LinkId> add_link(const LinkRow& row) override;
    Status put_link(const LinkRow& row) override;
    Result<std::optional<LinkRow>> link(LinkId id) override;
    Status remove_link(LinkId id) override;
    Status set_narrowed(const Reach& reach, EventSeq at) override;
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
    Result<EventSeq> narrowed_at(const Reach& reach) const override;
    Result<int> count_unread(const Reach& reach) const override;

  private:
    const ConnectionPool& connections_;
};

}  // namespace roost::sqlite
