// Pieces that events, snapshots and pages have in common.
#pragma once

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/base/result.h"
#include "shared/model/account.h"
#include "shared/model/inbox.h"

namespace roost {

void write_counts(JsonWriter& out, const UnreadCounts& counts);
UnreadCounts read_counts(const Json& json);  // missing numbers are 0

// Members of an object that is begun.
void write_account_name(JsonWriter& out, const AccountName& name);
AccountName read_account_name(const Json& json);
void write_trouble(JsonWriter& out, const AccountTrouble& trouble);
Result<AccountTrouble> read_trouble(const Json& json);

}  // namespace roost
