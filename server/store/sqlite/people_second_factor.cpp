// The second factor of agents, and their recovery codes.
#include "server/store/sqlite/people.h"

#define FACTOR_COLUMNS                         \
    "agent, sealed, confirmed_at, last_step, " \
    "(SELECT COUNT(*) FROM recovery_codes WHERE recovery_codes.agent = second_factors.agent)"

namespace roost::sqlite {

namespace {

SecondFactorRow factor_of(const Statement& row) {
    return {{row.number(0)}, row.text(1), row.number(2), row.number(3), static_cast<int>(row.number(4))};
}

}  // namespace

Result<std::optional<SecondFactorRow>> read_second_factor(Connection& on, AgentId agent) {
    auto statement = on.prepare("SELECT " FACTOR_COLUMNS " FROM second_factors WHERE agent = ?");
    statement.bind(agent);
    return first_of(statement, factor_of);
}

Result<std::vector<SecondFactorRow>> read_second_factors(Connection& on) {
    auto statement = on.prepare("SELECT " FACTOR_COLUMNS " FROM second_factors ORDER BY agent");
    return rows_of(statement, factor_of);
}

Status SqlitePeopleWrites::put_second_factor(const SecondFactorRow& factor) {
    auto statement = on_.prepare(
        "INSERT OR REPLACE INTO second_factors (agent, sealed, confirmed_at, last_step) VALUES (?, ?, ?, ?)"
    );
    statement.bind(factor.agent).bind(factor.sealed).bind(factor.confirmed_at);
    return statement.bind(factor.last_step).run();
}

Status SqlitePeopleWrites::remove_second_factor(AgentId agent) {
    auto codes = on_.prepare("DELETE FROM recovery_codes WHERE agent = ?");
    RETURN_IF_ERROR(codes.bind(agent).run());
    auto factor = on_.prepare("DELETE FROM second_factors WHERE agent = ?");
    return factor.bind(agent).run();
}

Status SqlitePeopleWrites::put_recovery_codes(AgentId agent, const std::vector<std::string>& hashes) {
    auto old_ones = on_.prepare("DELETE FROM recovery_codes WHERE agent = ?");
    RETURN_IF_ERROR(old_ones.bind(agent).run());
    for (const auto& hash : hashes) {
        auto statement = on_.prepare("INSERT INTO recovery_codes (agent, hash) VALUES (?, ?)");
        RETURN_IF_ERROR(statement.bind(agent).bind(hash).run());
    }
    return {};
}

Result<bool> SqlitePeopleWrites::use_recovery_code(AgentId agent, std::string_view hash) {
    auto statement = on_.prepare("DELETE FROM recovery_codes WHERE agent = ? AND hash = ?");
    RETURN_IF_ERROR(statement.bind(agent).bind(hash).run());
    return on_.changes() > 0;
}

}  // namespace roost::sqlite
