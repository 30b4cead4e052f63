// What answers of the Graph API about one of our numbers mean: whom it blocks, and its profile. Pure.
#pragma once

#include "server/cloud/cloud_api.h"
#include "server/cloud/graph_answer.h"

namespace roost {

// Of one person. A success that does not name anybody is none: it is as no answer.
BlockOutcome read_block_answer(const GraphReply& reply);

// Both shapes that Meta's documents have: names in "data", and nested in "block_users" (cloud-api §5). An
// answer that is no list is as none.
BlockedListing read_blocked_page(const GraphReply& reply);

// "data" holds the profile, bare or as "business_profile".
ProfileLookUp read_profile_answer(const GraphReply& reply);

ProfileOutcome read_profile_change(const GraphReply& reply);

}  // namespace roost
