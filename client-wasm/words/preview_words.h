// A message in one line, as its reader says it.
#pragma once

#include <string>

#include "client-wasm/words/locale.h"
#include "shared/messages/preview.h"

namespace roost {

std::string said(const Locale& locale, const Preview& preview);

}  // namespace roost
