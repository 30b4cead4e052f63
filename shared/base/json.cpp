#include "shared/base/json.h"

#include "shared/base/json_repair.h"

namespace roost {

namespace {

constexpr int kMaxDepth = 64;

// The parser itself does not recurse, but destroying and writing a document does.
bool nests_too_deep(std::string_view text) {
    int depth = 0;
    bool is_in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_in_string) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                is_in_string = false;
            }
        } else if (c == '"') {
            is_in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kMaxDepth) return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

// Listens only for where a text stops being JSON.
struct ErrorPosition : nlohmann::json_sax<Json> {
    std::size_t position = 0;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception&) override {
        position = at;
        return false;
    }
};

tl::unexpected<Error> wrong_field(std::string_view key, std::string_view expected) {
    return fail(ErrorCode::kInvalid, "'" + std::string(key) + "' must be " + std::string(expected));
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
    if (nests_too_deep(text)) return fail(ErrorCode::kInvalid, "JSON nested deeper than 64 levels");
    Json json = Json::parse(text.begin(), text.end(), nullptr, false);
    if (json.is_discarded()) {
        const std::string repaired = repair_json_text(text);
        json = Json::parse(repaired.begin(), repaired.end(), nullptr, false);
    }
    if (json.is_discarded()) {
        ErrorPosition listener;
        Json::sax_parse(text.begin(), text.end(), &listener);
        return fail(ErrorCode::kInvalid, "not JSON, at byte " + std::to_string(listener.position));
    }
    return json;
}

std::string dump_json(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json& member(const Json& object, std::string_view key) {
    static const Json kNull;
    if (!object.is_object()) return kNull;
    const auto found = object.find(key);
    return found == object.end() ? kNull : *found;
}

std::optional<std::string> optional_string(const Json& object, std::string_view key) {
    const Json& value = member(object, key);
    if (!value.is_string()) return std::nullopt;
    return value.get_ref<const std::string&>();
}

std::optional<std::int64_t> optional_integer(const Json& object, std::string_view key) {
    const Json& value = member(object, key);
    if (!value.is_number_integer()) return std::nullopt;
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX)) {
        return std::nullopt;
    }
    return value.get<std::int64_t>();
}

std::optional<double> optional_number(const Json& object, std::string_view key) {
    const Json& value = member(object, key);
    if (!value.is_number()) return std::nullopt;
    return value.get<double>();
}

std::optional<bool> optional_bool(const Json& object, std::string_view key) {
    const Json& value = member(object, key);
    if (!value.is_boolean()) return std::nullopt;
    return value.get<bool>();
}

std::string string_or(const Json& object, std::string_view key, std::string_view fallback) {
    const Json& value = member(object, key);
    return value.is_string() ? value.get_ref<const std::string&>() : std::string(fallback);
}

std::vector<std::string> texts_in(const Json& object, std::string_view key) {
    std::vector<std::string> texts;
    const Json& list = member(object, key);
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
        if (list[i].is_string()) texts.push_back(list[i].get<std::string>());
    }
    return texts;
}

std::string text_or_number(const Json& object, std::string_view key) {
    const Json& value = member(object, key);
    if (value.is_string()) return value.get_ref<const std::string&>();
    return value.is_number_integer() ? value.dump() : std::string();
}

Result<std::string> required_string(const Json& object, std::string_view key) {
    auto value = optional_string(object, key);
    if (!value) return wrong_field(key, "a string");
    return std::move(*value);
}

Result<std::int64_t> required_integer(const Json& object, std::string_view key) {
    const auto value = optional_integer(object, key);
    if (!value) return wrong_field(key, "a whole number");
    return *value;
}

Result<UnixMillis> required_time(const Json& object, std::string_view key) {
    const Json& value = member(object, key);
    const auto at = value.is_string() ? parse_rfc3339(value.get_ref<const std::string&>()) : std::nullopt;
    if (!at) return wrong_field(key, "a time like 2026-11-21T05:31:11.042Z");
    return *at;
}

}  // namespace roost
