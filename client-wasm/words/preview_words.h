// A message in one line, as its reader says it.
#pragma once

#include <cstdint>
#include <string>

#include "client-wasm/words/locale.h"
#include "shared/messages/content.h"
#include "shared/messages/preview.h"

namespace roost {

// "1:05", "1:00:05".
std::string minutes_and_seconds(std::int64_t seconds);

std::string said(const Locale& locale, const Preview& preview);
// All that is shown of it, without the signs of the markup; one line for what has no words.
std::string said_in_full(const Locale& locale, const Content& content);

}  // namespace roost
