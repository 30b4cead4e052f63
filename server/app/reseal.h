// The secrets of the database under a new key.
#pragma once

#include "server/secret_box.h"
#include "server/store/store.h"
#include "shared/base/result.h"

namespace roost {

// All or none, in one transaction. How many there were. What is sealed with `to` already stays, so that it
// can be done again after it was broken off; kInternal if one opens with neither.
Result<int> reseal_secrets(Store& store, const SecretBox& from, const SecretBox& to);

}  // namespace roost
