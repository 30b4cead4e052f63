#include "client-wasm/views/record_names.h"

#include <algorithm>
#include <array>

namespace roost {

std::string record_type_label(const Words& words, std::string_view type) {
    constexpr std::array<std::string_view, 4> kNamed{"project", "petty_cash", "lead", "employee"};
    const auto found = std::find(kNamed.begin(), kNamed.end(), type);
    if (found != kNamed.end())
        return std::string(words.records.types.at(static_cast<std::size_t>(found - kNamed.begin())));
    std::string name(type);
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

std::string record_label(const Words& words, const RecordLink& link) {
    return record_type_label(words, link.record.type) + " · " +
           (link.title.empty() ? link.record.id : link.title);
}

}  // namespace roost
