// Why a message was not sent, in the reader's language.
#pragma once

#include <array>
#include <string>

#include "client-wasm/words/word.h"
#include "shared/model/failure_reason.h"

namespace roost {

struct Words;
struct Failure;

using FailureWords = std::array<Word, kFailureReasons>;

extern const FailureWords kFailuresInEnglish;

// The server sends English; what it took from Meta stays as it came.
std::string failure_said(const Words& words, const Failure& failure);

}  // namespace roost
