#include "client-wasm/words/words.h"

#include <algorithm>
#include <array>

#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::array<const Words*, 6> kLanguages{
    &kEnglish, &kHindi, &kSwahili, &kSpanish, &kPortuguese, &kArabic};

// "pt" of "pt-BR".
std::string_view language_of(std::string_view tag) {
    return tag.substr(0, tag.find('-'));
}

}  // namespace

std::span<const Words* const> all_languages() {
    return kLanguages;
}

const Words& words_for(std::string_view tags) {
    while (!tags.empty()) {
        const std::size_t comma = std::min(tags.find(','), tags.size());
        const std::string_view wanted = language_of(trim(tags.substr(0, comma)));
        const auto found = std::find_if(kLanguages.begin(), kLanguages.end(), [&](const Words* words) {
            return words->language.tag.view() == wanted;
        });
        if (found != kLanguages.end()) return **found;
        tags.remove_prefix(std::min(comma + 1, tags.size()));
    }
    return kEnglish;
}

}  // namespace roost
