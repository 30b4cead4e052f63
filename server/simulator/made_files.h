// Files that customers send, made here: small, real and never the work of somebody else. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace roost::simulator {

// A roof under the sky, with rows of solar panels; `seed` chooses sky and rows. PNG, 480 × 320.
std::string roof_picture(unsigned seed);
// A receipt with lines of print. PNG, 360 × 480.
std::string receipt_picture(unsigned seed);
// A sun that rises over a plain, four seconds without sound. MP4 with H.264, 192 × 112.
std::string sunrise_film();
// A sun without a background. WebP, 512 × 512.
std::string sun_sticker();
// The same, whose rays grow and shrink.
std::string twinkling_sticker();
// Ogg with Opus, one channel, as phones record it: packets of 20 ms and fewer than 255 bytes each.
std::string voice_note_of(const std::vector<std::string>& packets);
// … in which nobody says a word.
std::string silent_voice_note(int seconds);
// A page with these lines (ASCII). PDF.
std::string printed_page(std::string_view title, std::string_view lines);

// What a customer sends of that type when nothing else is said; empty for types that are not made here.
struct MadeFile {
    std::string mime_type;
    std::string bytes;
};
MadeFile made_file(std::string_view type, std::string_view caption, bool is_animated = false);

}  // namespace roost::simulator
