// The list as routes ask for it: filters of the query string, and no more than who asks may see.
#pragma once

#include "server/app/deps.h"
#include "server/app/principal.h"
#include "server/http/message.h"
#include "server/store/rows.h"
#include "shared/base/result.h"
#include "shared/model/apply.h"

namespace roost {

// "?platform=&unread=&entity_type=&entity_id=&before=&limit=". kInvalid naming the field; kNotFound for a
// place in the list that they do not see.
Result<ConversationQuery> read_conversation_query(
    const Deps& deps, const Request& request, const Principal& who
);

// The page without what concerns records that query.reach does not hold.
Result<ConversationPage> list_visible(const Deps& deps, const ConversationQuery& query);

}  // namespace roost
