// What POST /{phone-number-id}/messages refuses at once (cloud-api §2, §13). Pure.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "server/simulator/graph_error.h"

namespace roost::simulator {

using Refusal = std::optional<GraphError>;

// What the checks ask of the rest of the business account.
struct Holdings {
    std::function<bool(const std::string& media_id)> has_media;
    std::function<bool(const std::string& wamid)> has_message;
};

// Of a body that is to send something. Templates: their frame only, see templates.h.
Refusal check_message_body(const Json& body, const Holdings& holdings);

// Of {"type":"interactive"}: the object below "interactive".
Refusal check_interactive(const Json& interactive, const Holdings& holdings);

// {"id"} that exists or {"link"} of http(s); `name` is the kind for the error text.
Refusal check_media_reference(const Json& media, std::string_view name, const Holdings& holdings);

// The building blocks: 131008 for what is missing, 100 for what is too long.
Refusal missing(std::string_view field);
Refusal invalid(std::string_view field, std::string_view why);
// Absent text is fine; counted as WhatsApp does, in UTF-16 units.
Refusal check_length(const Json& object, std::string_view key, std::size_t limit);
Refusal check_required_text(const Json& object, std::string_view key, std::size_t limit);

}  // namespace roost::simulator
