#include "server/routes/paging.h"

#include <algorithm>

namespace roost {

Result<int> read_limit(const Request& request, int fallback, int greatest) {
    const auto text = request.query_value("limit");
    if (!text) return fallback;
    const auto number = parse_decimal(*text);
    if (!number || *number < 1) return fail(ErrorCode::kInvalid, "'limit' must be a whole number above 0.");
    return static_cast<int>(std::min<std::int64_t>(*number, greatest));
}

std::optional<SearchPlace> parse_search_cursor(std::string_view text) {
    const auto middle = text.find('_');
    if (middle == std::string_view::npos) return std::nullopt;
    const auto at = parse_decimal(text.substr(0, middle));
    const auto id = parse_id<MessageId>(text.substr(middle + 1));
    if (!at || !id || !*id) return std::nullopt;
    return SearchPlace{*at, *id};
}

}  // namespace roost
