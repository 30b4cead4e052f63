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

// The digits of a number with its country's code (E.164) as people type it: "+254 712-345 678", "00254…".
// Empty unless it is one: 8 to 15 digits of which the first is not 0, and between them only what people put
// there.
std::string e164_digits(std::string_view typed);

}  // namespace roost
