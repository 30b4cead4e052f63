// The family of ISO base media files: MP4, QuickTime, 3GP, M4A, HEIC. Pure.
#pragma once

#include "shared/wire/media_type.h"

namespace roost {

// `head` are the first bytes, with "ftyp" at 4.
MediaType recognise_mp4(std::string_view head, std::int64_t size, const ReadBytes& read);

}  // namespace roost
