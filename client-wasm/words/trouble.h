// What went wrong, said to a reader.
#pragma once

#include <string>

#include "client-wasm/words/words.h"
#include "shared/base/result.h"

namespace roost {

// One sentence for an error of the client's own calls. The server's own words, which are English and for
// programs, are said only where nothing else tells what is wrong.
std::string sentence_of(const Words& words, const Error& error);

}  // namespace roost
