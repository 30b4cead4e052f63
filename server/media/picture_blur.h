// How the pictures that arrive look from far away.
#pragma once

#include <cstdint>
#include <string>

#include "shared/wire/media_type.h"

namespace roost {

// As shared/model/blur writes it; empty for what is no JPEG (which WhatsApp makes of every photo), is
// damaged, or would take long: more than 24 million pixels, more than 16 MiB. Any thread.
std::string picture_blur(const MediaType& type, std::int64_t size, const ReadBytes& read);

}  // namespace roost
