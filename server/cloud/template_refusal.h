// Which field of a template Meta means when it refuses one (cloud-api §4, §12). The only such table.
#pragma once

#include <string>
#include <string_view>

#include "server/cloud/cloud_api.h"

namespace roost {

// "name", "header", "body", "footer", "buttons", "category", "language"; empty = the whole, or not known.
std::string_view field_of_template_error(int subcode);

// There is one of this name and language, or one is being deleted.
inline constexpr int kTemplateExists = 2388024;

// Meta's own sentence, else its title, else the details.
std::string sentence_of(const CloudRefusal& refusal);

}  // namespace roost
