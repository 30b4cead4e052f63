#include "server/store/sqlite/numbers.h"

#include <utility>

#include "shared/base/json_writer.h"
#include "shared/wire/own_numbers.h"

namespace roost::sqlite {

namespace {

// Empty text, and what a later version wrote in another form: it is looked at anew.
NumberHealth health_of(const std::string& text) {
    if (text.empty()) return {};
    const auto json = parse_json(text);
    if (!json) return {};
    return read_number_health(*json).value_or(NumberHealth{});
}

}  // namespace

Result<std::vector<ConnectionRow>> read_connections(Connection& on) {
    auto statement = on.prepare(
        "SELECT c.account, a.key, c.waba, c.access_token, c.app_secret, c.connected_at, c.connected_by "
        "FROM connections c JOIN accounts a ON a.id = c.account ORDER BY c.connected_at, c.account"
    );
    std::vector<ConnectionRow> rows;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return rows;
        rows.push_back(
            {{statement.number(0)},
             statement.text(1),
             statement.text(2),
             statement.text(3),
             statement.text(4),
             statement.number(5),
             {statement.number(6)}}
        );
    }
}

Result<AccountNames> read_account_names(Connection& on) {
    auto statement = on.prepare("SELECT account, health FROM number_health");
    AccountNames names;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return names;
        const auto health = health_of(statement.text(1));
        if (has_name(health)) names[{statement.number(0)}] = name_of(health);
    }
}

Status SqliteNumberWrites::put_connection(const ConnectionRow& connection) {
    auto statement = on_.prepare(
        "INSERT OR REPLACE INTO connections "
        "(account, waba, access_token, app_secret, connected_at, connected_by) VALUES (?, ?, ?, ?, ?, ?)"
    );
    statement.bind(connection.account).bind(connection.waba);
    statement.bind(connection.access_token).bind(connection.app_secret);
    return statement.bind(connection.connected_at).bind(connection.connected_by).run();
}

Result<bool> SqliteNumberWrites::remove_connection(AccountId account) {
    auto statement = on_.prepare("DELETE FROM connections WHERE account = ?");
    RETURN_IF_ERROR(statement.bind(account).run());
    return on_.changes() > 0;
}

Result<NumberHealth> SqliteNumberWrites::health(AccountId account) {
    auto statement = on_.prepare("SELECT health FROM number_health WHERE account = ?");
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(account).step());
    return has_row ? health_of(statement.text(0)) : NumberHealth{};
}

Status SqliteNumberWrites::put_health(AccountId account, const NumberHealth& health) {
    const auto text = text_written_by([&](JsonWriter& out) { write_number_health(out, health); });
    auto statement = on_.prepare("INSERT OR REPLACE INTO number_health (account, health) VALUES (?, ?)");
    return statement.bind(account).bind(text).run();
}

Status SqliteNumberWrites::add_change(AccountId account, const NumberChange& change) {
    auto statement =
        on_.prepare("INSERT INTO number_changes (account, at, aspect, was, became) VALUES (?, ?, ?, ?, ?)");
    statement.bind(account).bind(change.at).bind(number_aspect_name(change.aspect));
    RETURN_IF_ERROR(statement.bind(change.was).bind(change.is).run());
    auto oldest = on_.prepare(
        "DELETE FROM number_changes WHERE account = ?1 AND id <= (SELECT id FROM number_changes "
        "WHERE account = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)"
    );
    return oldest.bind(account).bind(std::int64_t{kNumberChangesKept}).run();
}

Result<std::vector<ConnectionRow>> SqliteNumberReads::list_connections() const {
    return connections_.read([](Connection& on) { return read_connections(on); });
}

Result<std::vector<NumberRow>> SqliteNumberReads::list_numbers() const {
    return connections_.read([](Connection& on) -> Result<std::vector<NumberRow>> {
        auto statement = on.prepare(
            "SELECT a.id, a.platform, a.key, COALESCE(c.at, 0), COALESCE(h.health, '') FROM accounts a "
            "LEFT JOIN (SELECT account, MAX(last_inbound_at) AS at FROM conversations GROUP BY account) c "
            "ON c.account = a.id LEFT JOIN number_health h ON h.account = a.id ORDER BY a.id"
        );
        std::vector<NumberRow> rows;
        while (true) {
            ASSIGN_OR_RETURN(const bool has_row, statement.step());
            if (!has_row) return rows;
            rows.push_back(
                {{statement.number(0)},
                 statement.choice<Platform>(1),
                 statement.text(2),
                 statement.number(3),
                 health_of(statement.text(4))}
            );
        }
    });
}

Result<std::vector<NumberChange>> SqliteNumberReads::list_changes(AccountId account) const {
    return connections_.read([account](Connection& on) -> Result<std::vector<NumberChange>> {
        auto statement =
            on.prepare("SELECT at, aspect, was, became FROM number_changes WHERE account = ? ORDER BY id DESC"
            );
        statement.bind(account);
        std::vector<NumberChange> changes;
        while (true) {
            ASSIGN_OR_RETURN(const bool has_row, statement.step());
            if (!has_row) return changes;
            const auto aspect = parse_number_aspect(statement.text(1));
            if (!aspect) continue;  // of a later version, which was here before
            changes.push_back({statement.number(0), *aspect, statement.text(2), statement.text(3)});
        }
    });
}

}  // namespace roost::sqlite
