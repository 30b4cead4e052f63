// What is begun of templates, as it is kept over a reload. Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "client-wasm/app/template_desk_state.h"

namespace roost {

// Only sheets that have something to lose; empty if there are none.
std::string write_sheets(const std::map<std::string, TemplateSheet>& sheets);
// Nothing of a text that does not hold them.
std::map<std::string, TemplateSheet> read_sheets(std::string_view text);

}  // namespace roost
