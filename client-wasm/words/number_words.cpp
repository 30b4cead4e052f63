#include "client-wasm/words/numbers.h"

#include <algorithm>
#include <utility>

namespace roost {

namespace {

bool is_time(NumberProblemKind kind) {
    return kind == NumberProblemKind::kTokenExpired || kind == NumberProblemKind::kTokenTemporary ||
           kind == NumberProblemKind::kTokenEnds;
}

}  // namespace

std::string problem_said(const NumberWords& words, const NumberProblem& problem, const SayMoment& say) {
    std::string detail = problem.detail;
    if (is_time(problem.kind)) {
        const auto at = parse_rfc3339(detail);
        detail = at ? say(*at) : "";
    }
    return kind_said(words, problem.kind, detail);
}

std::string kind_said(const NumberWords& words, NumberProblemKind kind, std::string_view detail) {
    const std::string_view sentence = words.problems.at(static_cast<std::size_t>(kind));
    if (!detail.empty()) return fill(sentence, {detail});
    // Where nothing more is known it ends before the colon.
    return std::string(sentence.substr(0, sentence.find(": {0}")));
}

bool is_grave(NumberProblemKind kind) {
    return prevents_connecting(kind) || kind == NumberProblemKind::kNumberNotWorking;
}

NumberState number_state(const OwnNumber& number) {
    if (!number.is_connected) return NumberState::kDisconnected;
    const auto& problems = number.health.problems;
    const auto grave = [](const NumberProblem& one) { return is_grave(one.kind); };
    if (std::any_of(problems.begin(), problems.end(), grave)) return NumberState::kBroken;
    if (!problems.empty()) return NumberState::kAttention;
    return number.health.checked_at == 0 ? NumberState::kUnchecked : NumberState::kHealthy;
}

std::string_view number_state_said(const NumberWords& words, NumberState state) {
    switch (state) {
        case NumberState::kHealthy:
            return words.healthy;
        case NumberState::kAttention:
            return words.attention;
        case NumberState::kBroken:
            return words.broken;
        case NumberState::kDisconnected:
            return words.disconnected;
        case NumberState::kUnchecked:
            break;
    }
    return words.unchecked;
}

std::string number_named(const OwnNumber& number) {
    const std::string& shown = number.health.display_number;
    return shown.empty() ? number.phone_number_id : shown;
}

}  // namespace roost
