// Retention on SQLite, on the writer's connection.
#pragma once

#include <cstdint>

#include "server/store/retention.h"
#include "server/store/sqlite/connection.h"

namespace roost::sqlite {

class SqliteRetention final : public RetentionWrites {
  public:
    // `orphans`: how many there are, kept right; outlives this.
    SqliteRetention(Connection& connection, std::int64_t& orphans) : on_(connection), orphans_(orphans) {}

    Status set_mark(UnixMillis now) override;
    Status remove_marks(UnixMillis before) override;
    Result<int> remove_events(UnixMillis before, int limit) override;
    Result<int> remove_webhooks(UnixMillis before, int limit) override;
    Result<int> remove_orphans(UnixMillis before, int limit) override;
    Result<int> remove_media_uploads(UnixMillis before, int limit) override;
    Result<std::vector<std::string>> unnamed_files(UnixMillis before, int limit) override;
    Status remove_media_file(std::string_view id) override;

  private:
    Connection& on_;
    std::int64_t& orphans_;
};

}  // namespace roost::sqlite
