// One search: candidates from the index, what the index has not seen yet from the database, and every one of
// them asked of what the database says now.
#pragma once

#include "server/store/rows.h"
#include "server/store/sqlite/connection.h"
#include "shared/wire/search.h"

namespace roost::sqlite {

Result<SearchPage> search(Connection& database, Connection& index, const SearchQuery& query);

}  // namespace roost::sqlite
