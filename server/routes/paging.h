// What lists and threads take in their query string.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/http/message.h"
#include "server/store/rows.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/model/inbox.h"

namespace roost {

// "?limit=": `fallback` if it is not there, at most `greatest`. kInvalid unless it is a whole number above 0.
Result<int> read_limit(const Request& request, int fallback, int greatest);

// Where a page of hits ended: "<at in ms>_<id>".
std::optional<SearchPlace> parse_search_cursor(std::string_view text);

// The id named in the path: kNotFound for what cannot be one, as for one that does not exist.
template <class Id>
Result<Id> id_in_path(const Request& request, std::string_view name = "id") {
    const auto id = parse_id<Id>(request.path_value(name));
    if (!id || !*id) return fail(ErrorCode::kNotFound, "There is nothing with this id.");
    return *id;
}

// The id in a query value: absent if it is not there, kInvalid if it is none.
template <class Id>
Result<std::optional<Id>> id_in_query(const Request& request, std::string_view name) {
    const auto text = request.query_value(name);
    if (!text) return std::optional<Id>();
    const auto id = parse_id<Id>(*text);
    if (!id) return fail(ErrorCode::kInvalid, "'" + std::string(name) + "' is not an id.");
    return id;
}

}  // namespace roost
