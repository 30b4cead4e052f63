#include "shared/messages/location.h"

#include <cstdlib>

#include "shared/messages/one_line.h"

namespace roost {

namespace {

// Meta writes numbers on inbound and strings inside templates.
double coordinate(const Json& body, std::string_view key) {
    if (const auto number = optional_number(body, key)) return *number;
    const Json& value = member(body, key);
    return value.is_string() ? std::strtod(value.get_ref<const std::string&>().c_str(), nullptr) : 0;
}

}  // namespace

Location Location::read(const Json& body) {
    Location location;
    location.latitude = coordinate(body, "latitude");
    location.longitude = coordinate(body, "longitude");
    location.name = string_or(body, "name", "");
    location.address = string_or(body, "address", "");
    location.url = string_or(body, "url", "");
    return location;
}

Json write_location(const Location& content) {
    return json_written_by([&](JsonWriter& out) { write_body(out, content); });
}

void write_body(JsonWriter& out, const Location& content) {
    out.begin_object();
    out.key("latitude").number(content.latitude).key("longitude").number(content.longitude);
    out.text_member("name", content.name)
        .text_member("address", content.address)
        .text_member("url", content.url);
    out.end_object();
}

Preview preview(const Location& content) {
    return words_or(one_line(content.name, one_line(content.address, "")), PreviewKind::kLocation);
}

}  // namespace roost
