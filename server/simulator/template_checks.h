// What POST /{WABA}/message_templates and POST /{template} refuse (cloud-api §4). Pure.
#pragma once

#include "server/simulator/message_checks.h"

namespace roost::simulator {

// What the handles of samples begin with.
inline constexpr std::string_view kSampleMark = "4::";

// 100 with Meta's subcode and the words it would have a person read.
GraphError template_error(int subcode, std::string title, std::string message);

// Name, language and category of a new one.
Refusal check_template_frame(const Json& body);
Refusal check_template_components(const Json& components);

}  // namespace roost::simulator
