// A template that Meta has not seen yet, or is to see anew: what Meta would refuse of it, and the body it
// goes out in (cloud-api §4). Pure: the editor asks before it sends, the server before Meta does.
//
// It is a MessageTemplate: the sample of a gap stands in `examples` under the key of its slot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json_writer.h"
#include "shared/model/message_template.h"

namespace roost {

inline constexpr std::size_t kLongestTemplateName = 512;
inline constexpr std::size_t kLongestTemplateBody = 1024;
inline constexpr std::size_t kLongestTemplateLine = 60;   // header and footer
inline constexpr std::size_t kLongestTemplateLabel = 25;  // of a button
inline constexpr std::size_t kLongestTemplatePhone = 20;
inline constexpr std::size_t kLongestTemplateCode = 20;
inline constexpr std::size_t kLongestTemplateUrl = 2000;
inline constexpr std::size_t kMostTemplateButtons = 10;
inline constexpr std::size_t kMostTemplateUrls = 2;

enum class ProposalFault : std::uint8_t {
    kMissing,
    kTooLong,  // UTF-16 units
    kTooMany,  // gaps of a header, buttons of a kind
    kName,     // of the template: lower case, digits and _ only
    kLineBreak,
    kGapForbidden,
    kGapOrder,     // numbers that do not count from 1 without a hole
    kGapName,      // neither a number nor a name in lower case, digits and _
    kGapsMixed,    // numbers beside names
    kGapAtEdge,    // the body begins or ends with one
    kGapNotLast,   // an address takes one, at its end
    kTooFewWords,  // beside the gaps
    kApart,        // quick replies with another button between them
    kAddress,
    kPhone,
    kUnknown,  // a category that Meta does not have
};

// Fields: "name", "language", "category", "header", "body", "footer", "buttons", "button.0.text",
// "button.0.target", and "sample." with the key of a slot: "sample.body.1". The sample of a header with a
// picture, a film or a document is the id of a file of ours.
struct ProposalProblem {
    std::string field;
    ProposalFault fault = ProposalFault::kMissing;
    std::int64_t limit = 0;  // of kTooLong, kTooMany and kTooFewWords

    bool operator==(const ProposalProblem&) const = default;
};

// In reading order, one for each field; none = Meta is asked. What only programs
// send (cards, buttons of other kinds) is left to Meta.
std::vector<ProposalProblem> check_proposal(const MessageTemplate& proposal);

// For programs and logs: "gap_at_edge", and a sentence about the field.
std::string_view fault_name(ProposalFault fault);
std::string english(const ProposalProblem& problem);

// Meta's list of components.
void write_proposed_components(JsonWriter& out, const MessageTemplate& proposal);
// {"name", "language", "category", "parameter_format", "components"}: components as they came, or written if
// there are none.
std::string proposal_body(const MessageTemplate& proposal);

// Whether write_proposed_components() says all that the template has.
bool can_be_written(const MessageTemplate& pattern);
// Whether Meta takes an edit of it now.
bool may_be_edited(const MessageTemplate& pattern);
// The same words, gaps and buttons.
bool has_same_content(const MessageTemplate& a, const MessageTemplate& b);

}  // namespace roost
