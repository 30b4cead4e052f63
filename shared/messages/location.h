// A place on the map.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/preview.h"

namespace roost {

struct Location {
    static constexpr std::string_view kType = "location";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Location read(const Json& body);

    double latitude = 0;
    double longitude = 0;
    std::string name;
    std::string address;
    std::string url;

    bool operator==(const Location&) const = default;
};

Json write_location(const Location& content);
void write_body(JsonWriter& out, const Location& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Location& content);

}  // namespace roost
