// What stands for the browser's Intl in tests: the same on every machine.
#pragma once

#include "client-wasm/words/format.h"
#include "client-wasm/words/locale.h"

namespace roost::platform {

std::string plain_format(std::string_view tag, Format format, std::int64_t value, OffsetMinutes offset);

inline Locale plain_locale(const Words& words = kEnglish) {
    return {words, plain_format};
}

}  // namespace roost::platform
