// Sites on SQLite.
#pragma once

#include "server/store/sites.h"
#include "server/store/sqlite/connection.h"
#include "server/store/sqlite/connection_pool.h"

namespace roost::sqlite {

Result<std::vector<SiteRow>> read_sites(Connection& on);
Result<std::optional<SiteRow>> read_site(Connection& on, SiteId id);

class SqliteSiteWrites final : public SiteWrites {
  public:
    explicit SqliteSiteWrites(Connection& connection) : on_(connection) {}

    Result<SiteId> add_site(const SiteRow& site) override;
    Status put_site(const SiteRow& site) override;
    Result<std::optional<SiteRow>> site(SiteId id) override { return read_site(on_, id); }
    Result<std::vector<SiteRow>> sites() override { return read_sites(on_); }
    Result<std::optional<SiteRow>> remove_site(SiteId id) override;
    Result<bool> use_token(SiteId site, std::string_view hash, UnixMillis ends_at, UnixMillis now) override;
    Status forget_sessions(UnixMillis started_before) override;

  private:
    Connection& on_;
};

class SqliteSiteReads final : public SiteReads {
  public:
    explicit SqliteSiteReads(const ConnectionPool& connections) : connections_(connections) {}

    Result<std::vector<SiteRow>> list_sites() const override {
        return connections_.read([](Connection& on) { return read_sites(on); });
    }
    Result<std::optional<SiteRow>> find_site(SiteId id) const override {
        return connections_.read([&](Connection& on) { return read_site(on, id); });
    }

  private:
    const ConnectionPool& connections_;
};

}  // namespace roost::sqlite
