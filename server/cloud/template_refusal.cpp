#include "server/cloud/template_refusal.h"

#include <algorithm>
#include <array>

namespace roost {

namespace {

struct Known {
    int subcode;
    std::string_view field;
};

// 2388040 (a field is too long) and 2388019 (too many templates) do not say which field it is.
constexpr auto kKnown = std::to_array<Known>({
    {2388023, "name"},  // words of this name and language are being deleted
    {kTemplateExists, "name"},
    {2388047, "header"},
    {2388072, "body"},
    {2388073, "footer"},
    {2388293, "body"},
    {2388299, "body"},
});

}  // namespace

std::string_view field_of_template_error(int subcode) {
    const auto* found =
        std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& one) { return one.subcode == subcode; });
    return found == kKnown.end() ? std::string_view() : found->field;
}

std::string sentence_of(const CloudRefusal& refusal) {
    if (!refusal.user_message.empty()) return refusal.user_message;
    return refusal.user_title.empty() ? refusal.details : refusal.user_title;
}

}  // namespace roost
