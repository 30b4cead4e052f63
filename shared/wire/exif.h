// How a camera was held, as it wrote into its JPEG (EXIF 2.32, §4.6.4 A). Pure.
#pragma once

#include <string_view>

namespace roost {

// `data`: the beginning of an APP1 segment, behind its length. 1 (upright) to 8; 1 also for what says nothing
// of it, or nothing that makes sense.
int exif_orientation(std::string_view data);

}  // namespace roost
