// Pieces that events, snapshots and pages have in common.
#pragma once

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/model/inbox.h"

namespace roost {

void write_counts(JsonWriter& out, const UnreadCounts& counts);
UnreadCounts read_counts(const Json& json);  // missing numbers are 0

}  // namespace roost
