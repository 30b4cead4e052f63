// JSON as text, written from front to back without a document in memory. For what is written thousands of
// times a second, and so the one place that knows the shape of everything Roost writes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/ids.h"
#include "shared/base/json.h"
#include "shared/base/time.h"

namespace roost {

// Appends to `out`, which must outlive it. The caller pairs begin and end and gives a key before every value
// of an object.
class JsonWriter {
  public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);  // plain ASCII that needs no escapes

    JsonWriter& string(std::string_view text);  // malformed UTF-8 becomes U+FFFD
    JsonWriter& integer(std::int64_t number);
    JsonWriter& number(double number);  // null for what JSON cannot say
    JsonWriter& boolean(bool value);
    JsonWriter& decimal(std::int64_t number);  // as a string: "42"
    JsonWriter& time(UnixMillis at);
    JsonWriter& raw(std::string_view json);  // must be JSON

    template <class Tag>
    JsonWriter& id(StrongId<Tag> value) {
        return decimal(value.value);
    }
    // Key and value, left out when empty.
    JsonWriter& text_member(std::string_view name, std::string_view text);

  private:
    void separate();
    void append_escaped(std::string_view text);

    std::string& out_;
    bool needs_comma_ = false;
};

// The document that `write` appends: for callers that are in no hurry.
template <class Write>
Json json_written_by(Write&& write) {
    std::string text;
    JsonWriter out(text);
    write(out);
    return Json::parse(text, nullptr, false);
}

template <class Write>
std::string text_written_by(Write&& write) {
    std::string text;
    JsonWriter out(text);
    write(out);
    return text;
}

}  // namespace roost
