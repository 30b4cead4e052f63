// Our numbers on SQLite: the writing half on the writer's connection, the reading half on the readers'.
#pragma once

#include "server/store/numbers.h"
#include "server/store/sqlite/connection.h"
#include "server/store/sqlite/connection_pool.h"

namespace roost::sqlite {

Result<std::vector<ConnectionRow>> read_connections(Connection& on);
// Of those that Meta told something of.
Result<AccountNames> read_account_names(Connection& on);

class SqliteNumberWrites final : public NumberWrites {
  public:
    explicit SqliteNumberWrites(Connection& connection) : on_(connection) {}

    Status put_connection(const ConnectionRow& connection) override;
    Result<bool> remove_connection(AccountId account) override;
    Result<std::vector<ConnectionRow>> connections() override { return read_connections(on_); }
    Result<NumberHealth> health(AccountId account) override;
    Status put_health(AccountId account, const NumberHealth& health) override;
    Status add_change(AccountId account, const NumberChange& change) override;

  private:
    Connection& on_;
};

class SqliteNumberReads final : public NumberReads {
  public:
    explicit SqliteNumberReads(const ConnectionPool& connections) : connections_(connections) {}

    Result<std::vector<ConnectionRow>> list_connections() const override;
    Result<std::vector<NumberRow>> list_numbers() const override;
    Result<std::vector<NumberChange>> list_changes(AccountId account) const override;

  private:
    const ConnectionPool& connections_;
};

}  // namespace roost::sqlite
