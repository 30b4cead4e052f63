// A frame's picture as a number: equal numbers, equal pixels, as long as the textures stay what they are.
#pragma once

#include <cstdint>

struct ImDrawData;

namespace roost::platform {

// Reads every vertex, index and clip rectangle once; never 0.
std::uint64_t picture_of(const ImDrawData& data);

}  // namespace roost::platform
