#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/wire/media_limits.h"
#include "shared/wire/media_type.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    int reads = 0;
    const auto type =
        roost::recognise_media(static_cast<std::int64_t>(size), [&](std::int64_t offset, std::size_t count) {
            ++reads;
            if (offset < 0 || offset >= static_cast<std::int64_t>(size)) return std::string();
            return std::string(bytes.substr(static_cast<std::size_t>(offset), count));
        });
    // However the file lies about itself, looking at it has an end.
    if (reads > 2000 || type.mime_type.empty() || type.width < 0 || type.height < 0) __builtin_trap();
    const auto kind = roost::sendable_kind(type);
    if (!kind.empty() && size == 0) __builtin_trap();
    return 0;
}
