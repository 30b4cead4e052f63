#include "shared/model/chat_link.h"

#include "shared/base/percent.h"
#include "shared/base/utf8.h"

namespace roost {

std::string chat_link(std::string_view digits, std::string_view text) {
    auto link = "https://wa.me/" + std::string(digits);
    if (!text.empty()) link += "?text=" + percent_encoded(text);
    return link;
}

Status check_chat_text(std::string_view text) {
    if (is_utf8(text) && count_code_points(text) <= kLongestChatText) return {};
    return fail(ErrorCode::kInvalid, "'text' may have at most 1,000 characters.");
}

}  // namespace roost
