// What the Cloud API accepts to be sent (cloud-api §2, §13), checked before anything is stored.
#pragma once

#include "shared/base/result.h"
#include "shared/messages/content.h"

namespace roost {

// kInvalid naming the field, for a limit exceeded, a part missing or a kind that cannot be sent.
Status check_sendable(const Content& content);

}  // namespace roost
