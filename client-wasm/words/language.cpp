#include "client-wasm/words/language.h"

#include <algorithm>
#include <cstddef>

#include "shared/base/utf8.h"

namespace roost {

namespace {

// "pt" of "pt-BR".
std::string_view language_of(std::string_view tag) {
    return tag.substr(0, tag.find('-'));
}

}  // namespace

const Language& language_for(std::string_view tags) {
    while (!tags.empty()) {
        const std::size_t comma = std::min(tags.find(','), tags.size());
        const std::string_view wanted = language_of(trim(tags.substr(0, comma)));
        const auto found = std::find_if(kLanguages.begin(), kLanguages.end(), [&](const Language& one) {
            return one.tag.view() == wanted;
        });
        if (found != kLanguages.end()) return *found;
        tags.remove_prefix(std::min(comma + 1, tags.size()));
    }
    return kLanguages[0];
}

}  // namespace roost
