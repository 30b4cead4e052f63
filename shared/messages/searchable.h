// What of a message people look for: everything they can read in it, and nothing that only stands for it
// ("Photo").
#pragma once

#include <string>

#include "shared/messages/content.h"

namespace roost {

// Several parts stand on lines of their own; empty if there is nothing to read. A new kind is a function in
// searchable.cpp; the compiler names what is missing.
std::string searchable_text(const Content& content);

}  // namespace roost
