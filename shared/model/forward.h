// What of a message goes on to others. Pure.
#pragma once

#include <optional>

#include "shared/messages/content.h"

namespace roost {

// As it is sent anew: words, places, contacts, and files that Roost has, by its own copy. Absent: nothing
// that can be sent, or a file that is not here.
std::optional<Content> forwarded(const Content& content);

}  // namespace roost
