// Buttons, lists and flows: what we offered, or what the customer chose.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/messages/flow_answer.h"
#include "shared/messages/preview.h"
#include "shared/messages/template_part.h"

namespace roost {

// What can be pressed, by the customer alone.
struct InteractiveAction {
    enum class Kind : std::uint8_t { kReply, kList, kLink, kLocation };
    Kind kind = Kind::kReply;
    std::string title;     // of kLocation: none, it is WhatsApp's own
    std::string url = {};  // of kLink, as it was written: whether it may be opened is not said

    bool operator==(const InteractiveAction&) const = default;
};

struct Interactive {
    static constexpr std::string_view kType = "interactive";
    // `body` is the member named by kType of a Cloud API message; missing parts stay empty.
    static Interactive read(const Json& body);

    std::string kind;   // "button_reply", "list_reply", "nfm_reply", "button", "list", …
    std::string id;     // of the button or row that was chosen
    std::string title;  // what a person reads: the chosen title, or the body text of what we sent
    std::string description;
    std::string raw;  // the whole object as JSON: nothing Meta adds is lost
    // Of what we sent, as far as it is text.
    std::string header = {};
    TemplateHeader header_kind = TemplateHeader::kNone;  // of one that is a file
    std::string header_link = {};                        // … and its address, if it has one
    std::string footer = {};
    std::vector<InteractiveAction> actions = {};
    std::vector<FlowAnswer> answers = {};  // of "nfm_reply": what was filled into the form

    bool operator==(const Interactive&) const = default;
};

Json write_interactive(const Interactive& content);
void write_body(JsonWriter& out, const Interactive& content);
// One line for lists and notifications: plain text without line breaks, never empty.
Preview preview(const Interactive& content);

}  // namespace roost
