#include "client-wasm/views/palette_match.h"

#include <algorithm>
#include <cstddef>

#include "shared/text/letters.h"

namespace roost {

namespace {

constexpr int kAtBeginning = 100;
constexpr int kAtWord = 80;
constexpr int kInside = 50;
constexpr int kScattered = 20;

// All letters in order, a word's first one at the beginning of a word.
bool is_scattered_in(std::string_view term, std::string_view text) {
    std::size_t at = 0;
    bool is_word_start = true;
    std::size_t found = 0;
    while (found < term.size() && at < text.size()) {
        const char32_t letter = text::code_point_at(text, at);
        const bool fits = text::code_point_at(term, found) == letter && (found > 0 || is_word_start);
        if (fits) found += text::length_at(term, found);
        is_word_start = letter == U' ';
        at += text::length_at(text, at);
    }
    return found == term.size();
}

int term_score(std::string_view term, std::string_view text) {
    int best = 0;
    for (std::size_t at = text.find(term); at != std::string_view::npos; at = text.find(term, at + 1)) {
        if (at == 0) return kAtBeginning;
        best = std::max(best, text[at - 1] == ' ' ? kAtWord : kInside);
    }
    if (best > 0) return best;
    // One letter is in everything.
    const bool is_long = term.size() > text::length_at(term, 0);
    return is_long && is_scattered_in(term, text) ? kScattered : 0;
}

}  // namespace

int palette_score(std::string_view question, std::string_view text) {
    int sum = 0;
    for (std::size_t at = 0; at < question.size();) {
        const std::size_t end = std::min(question.find(' ', at), question.size());
        const std::string_view term = question.substr(at, end - at);
        at = end + 1;
        if (term.empty()) continue;
        const int score = term_score(term, text);
        if (score == 0) return 0;
        sum += score;
    }
    // Of two that match alike the shorter one is meant.
    return sum == 0 ? 0 : 64 * sum - static_cast<int>(std::min<std::size_t>(text.size(), 60));
}

}  // namespace roost
