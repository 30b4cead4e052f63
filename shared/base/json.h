// Safe readers over nlohmann::json: nothing here throws, whatever the document holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace roost {

using Json = nlohmann::json;

// kInvalid with a position for text that is not JSON or nests deeper than 64.
Result<Json> parse_json(std::string_view text);
// Malformed UTF-8 inside strings is replaced, so that this never fails.
std::string dump_json(const Json& json);

// The member, or a null reference value if `object` is no object or lacks it.
const Json& member(const Json& object, std::string_view key);

// Absent for a missing or null member or one of another type.
std::optional<std::string> optional_string(const Json& object, std::string_view key);
std::optional<std::int64_t> optional_integer(const Json& object, std::string_view key);
std::optional<double> optional_number(const Json& object, std::string_view key);
std::optional<bool> optional_bool(const Json& object, std::string_view key);
std::string string_or(const Json& object, std::string_view key, std::string_view fallback);
// Of a list, those that are texts; none if it is no list.
std::vector<std::string> texts_in(const Json& object, std::string_view key);
// Strings and whole numbers alike, as text: Meta writes some ids both ways. Empty if absent.
std::string text_or_number(const Json& object, std::string_view key);

// kInvalid naming the field when it is missing or of another type.
Result<std::string> required_string(const Json& object, std::string_view key);
Result<std::int64_t> required_integer(const Json& object, std::string_view key);
Result<UnixMillis> required_time(const Json& object, std::string_view key);

template <class Id>
Result<Id> required_id(const Json& object, std::string_view key) {
    ASSIGN_OR_RETURN(const auto text, required_string(object, key));
    const auto id = parse_id<Id>(text);
    if (!id) {
        return fail(ErrorCode::kInvalid, "'" + std::string(key) + "' is not an id");
    }
    return *id;
}

// None where there is no such member.
template <class Id>
Result<Id> id_or_none(const Json& object, std::string_view key) {
    if (member(object, key).is_null()) return Id{};
    return required_id<Id>(object, key);
}

}  // namespace roost
