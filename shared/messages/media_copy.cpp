#include "shared/messages/media_copy.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace roost {

namespace {

constexpr std::array<std::string_view, 4> kStates{"none", "pending", "stored", "failed"};
constexpr std::array<std::string_view, 7> kFaults{
    "", "expired", "gone", "too_large", "damaged", "refused", "unavailable"};

// The enumerator with that name; the first for a name that is not there.
template <class Enum, class Names>
Enum named(const Names& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? Enum{} : static_cast<Enum>(found - names.begin());
}

int length_in(const Json& json, std::string_view key) {
    constexpr std::int64_t kLongest = 1'000'000;
    return static_cast<int>(std::clamp<std::int64_t>(optional_integer(json, key).value_or(0), 0, kLongest));
}

}  // namespace

std::string_view media_fault_name(MediaFault fault) {
    return kFaults.at(static_cast<std::size_t>(fault));
}

MediaCopy read_media_copy(const Json& json) {
    MediaCopy copy;
    if (json.is_string()) {
        copy.state = MediaState::kStored;
        copy.id = json.get_ref<const std::string&>();
        return copy;
    }
    copy.state = named<MediaState>(kStates, string_or(json, "state", ""));
    copy.fault = named<MediaFault>(kFaults, string_or(json, "fault", ""));
    copy.id = string_or(json, "id", "");
    copy.mime_type = string_or(json, "mime_type", "");
    copy.size = std::max<std::int64_t>(0, optional_integer(json, "size").value_or(0));
    copy.width = length_in(json, "width");
    copy.height = length_in(json, "height");
    copy.blur = string_or(json, "blur", "");
    copy.wave = string_or(json, "wave", "");
    return copy;
}

void write_media_copy(JsonWriter& out, const MediaCopy& copy) {
    out.begin_object().key("state").string(kStates.at(static_cast<std::size_t>(copy.state)));
    out.text_member("fault", media_fault_name(copy.fault)).text_member("id", copy.id);
    out.text_member("mime_type", copy.mime_type);
    if (copy.size > 0) out.key("size").integer(copy.size);
    if (copy.width > 0) out.key("width").integer(copy.width);
    if (copy.height > 0) out.key("height").integer(copy.height);
    out.text_member("blur", copy.blur).text_member("wave", copy.wave);
    out.end_object();
}

}  // namespace roost
