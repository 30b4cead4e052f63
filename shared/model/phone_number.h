// Telephone numbers as people read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace roost {

// "254712345678" → "+254 712 345 678": the country's code apart, the rest in threes. Text that is not 5 to 17
// digits comes back as it is.
std::string format_phone_number(std::string_view digits);

// The spellings under which WhatsApp may know a number: itself first, then, for Mexico, Argentina and Brazil,
// with or without the mobile digit that people dial and WhatsApp drops, or the other way round (cloud-api
// §13.8).
std::vector<std::string> wa_id_variants(const std::string& digits);

}  // namespace roost
