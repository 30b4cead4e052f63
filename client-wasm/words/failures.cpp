#include "client-wasm/words/failures.h"

#include <cstddef>
#include <utility>

#include "client-wasm/words/words.h"
#include "shared/model/message.h"

namespace roost {

namespace {

template <std::size_t... I>
constexpr FailureWords words_of_the_server(std::index_sequence<I...>) {
    return {{Word(kEnglishFailures[I])...}};
}

}  // namespace

constexpr FailureWords kFailuresInEnglish = words_of_the_server(std::make_index_sequence<kFailureReasons>());

std::string failure_said(const Words& words, const Failure& failure) {
    if (failure.sentence.empty()) return std::string(words.message.not_sent_now);
    const auto reason = reason_said(failure.sentence);
    return reason ? std::string(words.failures[static_cast<std::size_t>(*reason)]) : failure.sentence;
}

}  // namespace roost
