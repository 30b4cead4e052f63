#include "server/store/sqlite/migrate.h"

#include <string>

namespace roost::sqlite {

namespace {

Result<int> version_of(Connection& on) {
    auto statement = on.prepare("PRAGMA user_version");
    RETURN_IF_ERROR(statement.run());
    return static_cast<int>(statement.number(0));
}

Status take_step(Connection& on, const Migration& step) {
    RETURN_IF_ERROR(on.run("BEGIN IMMEDIATE"));
    Status done = on.run(step.sql);
    const auto set_version = "PRAGMA user_version = " + std::to_string(step.version);
    if (done) done = on.run(set_version.c_str());
    if (done) return on.run("COMMIT");
    [[maybe_unused]] const auto undone = on.run("ROLLBACK");
    return done;
}

}  // namespace

Status migrate(Connection& on, std::span<const Migration> known) {
    ASSIGN_OR_RETURN(const int version, version_of(on));
    const int newest = known.empty() ? 0 : known.back().version;
    if (version > newest) {
        return fail(
            ErrorCode::kConflict,
            "The database was written by a newer Roost (its schema is " + std::to_string(version) +
                ", this program knows " + std::to_string(newest) +
                "). Start the newer Roost, or restore a backup."
        );
    }
    for (const auto& step : known) {
        if (step.version > version) RETURN_IF_ERROR(take_step(on, step));
    }
    return {};
}

}  // namespace roost::sqlite
