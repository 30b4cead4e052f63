#include "shared/wire/exif.h"

#include <cstddef>
#include <cstdint>

#include "shared/wire/media_bytes.h"

namespace roost {

int exif_orientation(std::string_view data) {
    using namespace std::string_view_literals;
    constexpr auto kBegin = "Exif\0\0"sv;
    constexpr std::uint32_t kOrientation = 0x0112, kShort = 3;
    constexpr std::size_t kEntry = 12;
    constexpr int kLast = 8;
    if (!data.starts_with(kBegin)) return 1;
    data.remove_prefix(kBegin.size());
    const bool is_little = data.starts_with("II*\0"sv);
    if (!is_little && !data.starts_with("MM\0*"sv)) return 1;
    // In the order of bytes that the data itself names.
    const auto two = [&](std::size_t at) { return is_little ? little16(data, at) : big16(data, at); };
    const std::size_t directory = is_little ? little32(data, 4) : big32(data, 4);
    const std::size_t count = two(directory);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = directory + 2 + i * kEntry;
        if (entry + kEntry > data.size()) break;
        if (two(entry) != kOrientation || two(entry + 2) != kShort) continue;
        const auto told = static_cast<int>(two(entry + 8));
        return told >= 1 && told <= kLast ? told : 1;
    }
    return 1;
}

}  // namespace roost
