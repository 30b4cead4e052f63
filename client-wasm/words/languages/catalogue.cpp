#include "client-wasm/words/languages/catalogue.h"

#include <array>

namespace roost {

namespace {

constexpr std::array<const Words*, kLanguages.size()> kAll{
    &kEnglish, &kHindi, &kSwahili, &kSpanish, &kPortuguese, &kArabic};

}  // namespace

std::span<const Words* const> all_words() {
    return kAll;
}

}  // namespace roost
