// The languages that a template can be written in, and how they are found. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace roost {

// "en" of "en_US".
std::string_view without_region(std::string_view language);

// By its own name: "English (US)"; the code itself where the language is not known.
std::string language_label(std::string_view language);

// The codes of Meta's that a question finds, by code, own name or English name, in the order of their codes;
// none for an empty question. Source: "Supported languages" of Meta's message templates.
std::vector<std::string> find_template_languages(std::string_view question);

}  // namespace roost
