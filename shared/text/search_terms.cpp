#include "shared/text/search_terms.h"

#include <algorithm>

#include "shared/base/code_points.h"
#include "shared/base/utf8.h"
#include "shared/text/fold.h"
#include "shared/text/letters.h"

namespace roost::text {

namespace {

constexpr std::size_t kMostHits = 200;
constexpr std::string_view kEllipsis = "…";

// Where in the text the code point ends that the folded byte before `end` came from.
std::size_t end_in_text(const Folded& folded, std::size_t end) {
    const auto last = folded.origin[end - 1];
    while (folded.origin[end] == last)
        ++end;
    return folded.origin[end];
}

void merge(std::vector<TextRange>& ranges) {
    std::sort(ranges.begin(), ranges.end(), [](const TextRange& a, const TextRange& b) {
        return a.from < b.from;
    });
    std::vector<TextRange> merged;
    for (const TextRange& range : ranges) {
        if (!merged.empty() && range.from < merged.back().to) {
            merged.back().to = std::max(merged.back().to, range.to);
        } else {
            merged.push_back(range);
        }
    }
    ranges = std::move(merged);
}

std::size_t back_by(std::string_view text, std::size_t at, std::size_t count) {
    for (; count > 0 && at > 0; --count)
        at -= length_before(text, at);
    return at;
}

std::size_t forward_by(std::string_view text, std::size_t at, std::size_t count) {
    for (; count > 0 && at < text.size(); --count)
        at += length_at(text, at);
    return at;
}

// Not in the middle of a word, where there is a space near by.
std::size_t word_start(std::string_view text, std::size_t at, std::size_t before) {
    if (at == 0) return 0;
    for (std::size_t i = at; i < before; i += length_at(text, i)) {
        if (is_space(code_point_at(text, i))) return i + length_at(text, i);
    }
    return at;
}

}  // namespace

SearchTerms search_terms(std::string_view question) {
    SearchTerms terms;
    const std::string folded = fold(question);
    std::string_view rest = folded;
    while (!rest.empty() && terms.size() < kMostTerms) {
        const auto end = std::min(rest.find(' '), rest.size());
        std::string_view term = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        // Never cut inside a code point.
        while (term.size() > kLongestTerm)
            term.remove_suffix(length_before(term, term.size()));
        if (!term.empty()) terms.emplace_back(term);
    }
    return terms;
}

bool holds_all(std::string_view folded, const SearchTerms& terms) {
    return !terms.empty() && std::all_of(terms.begin(), terms.end(), [folded](const std::string& term) {
        return folded.find(term) != std::string_view::npos;
    });
}

std::vector<TextRange> find_terms(std::string_view text, const SearchTerms& terms) {
    std::vector<TextRange> found;
    const Folded folded = fold_with_origin(text);
    for (const std::string& term : terms) {
        for (auto at = folded.text.find(term); at != std::string::npos && found.size() < kMostHits;
             at = folded.text.find(term, at + term.size())) {
            found.push_back({folded.origin[at], end_in_text(folded, at + term.size())});
        }
    }
    merge(found);
    return found;
}

Snippet snippet_of(std::string_view text, const SearchTerms& terms, std::size_t width) {
    const auto hits = find_terms(text, terms);
    const std::size_t first = hits.empty() ? 0 : hits.front().from;
    std::size_t from = 0;
    // A short text is shown whole; in a long one the first hit stands a third from the left.
    if (count_code_points(text) > width) from = word_start(text, back_by(text, first, width / 3), first);
    const std::size_t to = forward_by(text, from, width);
    Snippet snippet;
    if (from > 0) snippet.text += kEllipsis;
    const std::size_t shift = snippet.text.size();
    snippet.text += text.substr(from, to - from);
    for (const TextRange& hit : hits) {
        if (hit.from < to)
            snippet.hits.push_back({hit.from - from + shift, std::min(hit.to, to) - from + shift});
    }
    if (to < text.size()) snippet.text += kEllipsis;
    return snippet;
}

}  // namespace roost::text
