// How loud the voice notes are that arrive and go out.
#pragma once

#include <cstdint>
#include <string>

#include "shared/wire/media_type.h"

namespace roost {

// As shared/model/wave writes it; empty for what is no Opus in Ogg (which WhatsApp makes of every voice
// note), is damaged from its beginning, or would take long: more than 20 minutes, more than 16 MiB. Any
// thread.
std::string sound_wave(const MediaType& type, std::int64_t size, const ReadBytes& read);

}  // namespace roost
