#include "shared/wire/parts.h"

namespace roost {

void write_counts(JsonWriter& out, const UnreadCounts& counts) {
    out.begin_object().key("all").integer(counts.all).key("whatsapp").integer(counts.whatsapp);
    out.key("messenger").integer(counts.messenger).key("instagram").integer(counts.instagram).end_object();
}

UnreadCounts read_counts(const Json& json) {
    const auto count = [&json](std::string_view key) {
        return static_cast<int>(optional_integer(json, key).value_or(0));
    };
    return {count("all"), count("whatsapp"), count("messenger"), count("instagram")};
}

}  // namespace roost
