// Telephone numbers as people read them.
#pragma once

#include <string>
#include <string_view>

namespace roost {

// "254712345678" → "+254 712 345 678": the country's code apart, the rest in threes. Text that is not 5 to 17
// digits comes back as it is.
std::string format_phone_number(std::string_view digits);

}  // namespace roost
