// What a file in the tray is, by its own bytes, and the message that it becomes.
#pragma once

#include "client-wasm/app/writing_state.h"
#include "client-wasm/platform/platform.h"
#include "shared/messages/content.h"

namespace roost {

// Its caption is empty.
Attachment attachment_of(const platform::FileAdded& file);
// … of a message of its own: what has a sticker's shape goes as one, any other WebP can be made into a photo.
Attachment message_file(const platform::FileAdded& file);
// Nothing in it names a file of the server's yet.
Content content_of(const Attachment& attachment);
// In the tray of whichever conversation; null if it is in none.
Attachment* find_attachment(TrayState& tray, int file);

}  // namespace roost
