// Whether WhatsApp can show a file as the kind of message that names it (cloud-api §3). Meta looks only after
// it has accepted the message.
#pragma once

#include <string_view>

#include "server/simulator/media_store.h"

namespace roost::simulator {

// `type`: "image", "sticker", …; others carry no file, and any will do.
bool is_usable_as(std::string_view type, const MediaFile& file);

}  // namespace roost::simulator
