// The schema, brought up to date at start, one migration a transaction.
#pragma once

#include <span>
#include <string_view>

#include "server/store/sqlite/connection.h"

namespace roost::sqlite {

struct Migration {
    int version;
    std::string_view name;
    const char* sql;
};

// Generated from migrations/*.sql, ascending from 1 without gaps.
std::span<const Migration> migrations();

// kConflict for a database that is newer than `known`.
Status migrate(Connection& on, std::span<const Migration> known);

}  // namespace roost::sqlite
