#include "shared/model/account.h"

#include <algorithm>

namespace roost {

std::string own_number_label(const AccountNames& all, AccountId id) {
    const auto own = all.find(id);
    if (own == all.end() || all.size() < 2) return {};
    const auto& [name, number] = own->second;
    const auto namesakes = std::count_if(all.begin(), all.end(), [&own](const auto& one) {
        return one.second.name == own->second.name;
    });
    const bool is_telling = !name.empty() && namesakes == 1;
    return is_telling || number.empty() ? name : number;
}

}  // namespace roost
