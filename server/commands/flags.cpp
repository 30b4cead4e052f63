#include "server/commands/flags.h"

#include <algorithm>

#include "shared/base/ids.h"

namespace roost {

namespace {

bool contains(const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Result<Flags> Flags::parse(
    const std::vector<std::string>& arguments,
    const std::vector<std::string_view>& with_value,
    const std::vector<std::string_view>& switches
) {
    Flags flags;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto equals = arguments[i].find('=');
        const auto flag = arguments[i].substr(0, equals);
        const auto name = flag.starts_with("--") ? flag.substr(2) : std::string();
        if (contains(switches, name) && equals == std::string::npos) {
            flags.values_[name] = "true";
        } else if (!contains(with_value, name)) {
            return fail(ErrorCode::kInvalid, "This command does not know " + flag + "; see roost --help.");
        } else if (equals != std::string::npos) {
            flags.values_[name] = arguments[i].substr(equals + 1);
        } else if (++i < arguments.size()) {
            flags.values_[name] = arguments[i];
        } else {
            return fail(ErrorCode::kInvalid, flag + " needs a value.");
        }
    }
    return flags;
}

std::string Flags::text(std::string_view name, std::string_view fallback) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string(fallback) : found->second;
}

Result<int> Flags::port(std::string_view name, int fallback) const {
    if (!has(name)) return fallback;
    const auto number = parse_decimal(text(name, ""));
    if (!number || *number > 65535) {
        return fail(ErrorCode::kInvalid, "--" + std::string(name) + " must be a whole number up to 65535.");
    }
    return static_cast<int>(*number);
}

}  // namespace roost
