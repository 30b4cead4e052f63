// What records of other programs are called.
#pragma once

#include <string>
#include <string_view>

#include "client-wasm/words/words.h"
#include "shared/model/record_link.h"

namespace roost {

// "Petty cash"; a type that nobody gave a name, as it is: "school year" for school_year.
std::string record_type_label(const Words& words, std::string_view type);
// "Project · Roof of the school"; the id where there is no title.
std::string record_label(const Words& words, const RecordLink& link);

}  // namespace roost
