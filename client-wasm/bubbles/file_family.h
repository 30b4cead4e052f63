// What a file may be shown as: its bytes are believed, not what the message says that it carries.
#pragma once

#include <string_view>

#include "shared/messages/content.h"

namespace roost {

// `family`: "image/". True as long as nothing is known of the bytes; false for what no page may show in
// place.
bool is_of_family(const MediaCopy& copy, std::string_view family);
// A photo, a film or a sticker that is there or on its way. What is something else is offered as a file.
bool shows_picture(const Content& content);

}  // namespace roost
