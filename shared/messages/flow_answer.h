// What a customer filled into a form of WhatsApp: an answer `nfm_reply` brings it as JSON inside a string.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace roost {

struct FlowAnswer {
    std::string label;  // "First name", as well as the form's own name of the field tells
    std::string value;

    bool operator==(const FlowAnswer&) const = default;
};

// In the form's order of names; without the token that belongs to the program behind it. Empty for what is no
// JSON object, and for fields left empty.
std::vector<FlowAnswer> flow_answers(std::string_view response_json);

}  // namespace roost
