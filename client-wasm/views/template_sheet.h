// What is written of a template, as fields, and the template that comes of it. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "client-wasm/app/ui_state.h"
#include "client-wasm/words/locale.h"
#include "shared/model/message_template.h"
#include "shared/wire/template_proposal.h"

namespace roost {

// A sheet with what `known` says; `before` (the fields that were on the screen) gives the revisions that
// make the new texts appear.
TemplateSheet sheet_of(const MessageTemplate& known, const TemplateSheet& before = {});
void clear_sheet(TemplateSheet& sheet);  // as a new one

struct SheetField {
    std::string key;
    std::string label;
    std::size_t limit = 0;  // in UTF-16 units; 0 = none
    bool is_long = false;
};
// Of one part: "name", "header", "body", "footer", and "button.0", … with the samples that it needs.
std::vector<SheetField> sheet_fields(const Locale& locale, const TemplateSheet& sheet, std::string_view part);

// The template as it would be submitted; `id` and `name` are those of the one that is changed, empty for a
// new one.
MessageTemplate proposal_of(const TemplateSheet& sheet, const MessageTemplate* known);

// One sentence; empty = nothing is wrong. That something is missing is none before submitting was tried.
std::string sheet_problem(
    const Locale& locale,
    const TemplateSheet& sheet,
    const std::vector<ProposalProblem>& problems,
    std::string_view field
);
// "12 left"; empty while there is plenty of room.
std::string sheet_room(const Locale& locale, const TemplateSheet& sheet, const SheetField& field);

// Whether one more of this kind is allowed; where it goes: quick replies stay beside each other.
bool can_add_button(const TemplateSheet& sheet, TemplateButton::Kind kind);
std::size_t add_button(TemplateSheet& sheet, TemplateButton::Kind kind);
void remove_button(TemplateSheet& sheet, std::size_t index);

// The finished message, with the samples in its gaps; what is not written yet has its place all the same.
Template shown_proposal(const MessageTemplate& proposal, std::string_view place);

// Another one needs another sample.
void choose_header(TemplateSheet& sheet, TemplateHeader header);
Word sheet_header_name(const Words& words, TemplateHeader header);
Word sheet_button_name(const Words& words, TemplateButton::Kind kind);
// "Approved"; Meta's own word for a state that has none of ours.
std::string status_label(const Words& words, const MessageTemplate& pattern);
// What is offered: without a question the most used ones and whatever the account has, else the first that it
// finds. The chosen one is among them in any case.
std::vector<std::string> offered_languages(
    const TemplateList& list, std::string_view chosen, std::string_view question
);

}  // namespace roost
