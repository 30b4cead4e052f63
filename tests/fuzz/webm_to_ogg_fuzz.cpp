#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/audio/webm_to_ogg.h"
#include "tests/support/ogg_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t piece = bytes.empty() ? 1 : 1 + static_cast<unsigned char>(bytes.back());
    roost::WebmToOgg converter;
    std::string ogg;
    while (!bytes.empty()) {
        const auto some = bytes.substr(0, piece);
        if (!converter.take(some, ogg)) break;
        bytes.remove_prefix(some.size());
    }
    const bool is_whole = converter.finish(ogg).has_value();
    // It never grows much beyond what came in, and what is said to be whole can be read back.
    if (ogg.size() > 2 * size + 200) __builtin_trap();
    const auto pages = roost::read_ogg(ogg);
    if (!pages) __builtin_trap();
    if (is_whole && (pages->size() < 3 || pages->back().flags != 4)) __builtin_trap();
    for (std::size_t i = 0; i < pages->size(); ++i) {
        if ((*pages)[i].sequence != i || (i > 0 && (*pages)[i].position < (*pages)[i - 1].position))
            __builtin_trap();
    }
    return 0;
}
