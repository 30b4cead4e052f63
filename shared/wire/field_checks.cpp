#include "shared/wire/field_checks.h"

#include <string>

#include "shared/base/utf8.h"

namespace roost {

namespace {

Status wrong(std::string_view field, const std::string& why) {
    return fail(ErrorCode::kInvalid, "'" + std::string(field) + "' " + why);
}

}  // namespace

Status check_length(std::string_view field, std::string_view text, std::size_t limit) {
    if (count_utf16_units(text) <= limit) return {};
    return wrong(field, "is longer than " + std::to_string(limit) + " characters");
}

Status check_present(std::string_view field, std::string_view text) {
    if (!trim(text).empty()) return {};
    return wrong(field, "must not be empty");
}

Status check_filled(std::string_view field, std::string_view text, std::size_t limit) {
    RETURN_IF_ERROR(check_present(field, text));
    return check_length(field, text, limit);
}

Status check_count(std::string_view field, std::size_t count, std::size_t least, std::size_t most) {
    if (count >= least && count <= most) return {};
    return wrong(field, "must have " + std::to_string(least) + " to " + std::to_string(most) + " entries");
}

bool is_web_address(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!text.starts_with(scheme)) continue;
        const std::string_view rest = text.substr(scheme.size());
        const bool has_host = !rest.empty() && rest.front() != '/' && rest.front() != '.';
        return has_host && rest.find_first_of(" \t\r\n") == std::string_view::npos;
    }
    return false;
}

Status check_web_address(std::string_view field, std::string_view text) {
    if (is_web_address(text)) return {};
    return wrong(field, "must be an address that begins with https:// or http://");
}

}  // namespace roost
