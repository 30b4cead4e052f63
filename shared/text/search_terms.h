// What a reader looks for, and where it stands in a text: one rule for the server's index, its snippets and
// the marks that the client draws.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace roost::text {

// What was asked for, folded and cut at white space: all of it must be found. At most kMostTerms, each at
// most kLongestTerm bytes; nothing is left of a question without letters and signs.
inline constexpr std::size_t kMostTerms = 8;
inline constexpr std::size_t kLongestTerm = 240;
using SearchTerms = std::vector<std::string>;
SearchTerms search_terms(std::string_view question);

// `folded` holds every term; false if there are none.
bool holds_all(std::string_view folded, const SearchTerms& terms);

// Bytes [from, to) of a text.
struct TextRange {
    std::size_t from = 0;
    std::size_t to = 0;

    bool operator==(const TextRange&) const = default;
};

// Where the terms stand in `text`, in order, without overlaps; accents and points that follow are taken in.
std::vector<TextRange> find_terms(std::string_view text, const SearchTerms& terms);

// A piece of `text` around its first hit, of about `width` code points, with an ellipsis where it was cut,
// and the hits in it.
struct Snippet {
    std::string text;
    std::vector<TextRange> hits;

    bool operator==(const Snippet&) const = default;
};
Snippet snippet_of(std::string_view text, const SearchTerms& terms, std::size_t width);

}  // namespace roost::text
