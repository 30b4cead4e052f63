// What the picker shows of the templates, and what is made of the fields. Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client-wasm/app/ui_state.h"
#include "client-wasm/words/locale.h"
#include "shared/model/conversation.h"
#include "shared/model/message_template.h"
#include "shared/model/template_filling.h"

namespace roost {

// Those that pass search, category and language, in the order of the list; those that take the offered words
// come first.
std::vector<const MessageTemplate*> shown_templates(const TemplateList& list, const TemplateDraft& draft);
// Each category and language once, whatever its region, with how many there are, in the order of the list.
std::vector<std::pair<std::string, int>> categories_of(const TemplateList& list);
std::vector<std::pair<std::string, int>> languages_of(const TemplateList& list);
const MessageTemplate* chosen_template(const TemplateState& state);  // null if none is, or it is gone

// One gap in its body, for whole sentences, and no other: what somebody wrote fits in.
bool takes_text(const MessageTemplate& pattern);
// Null if none was chosen for it.
const TemplateFile* find_file(const TemplateState& state, const TemplateFileUse& use);
// Those of the chosen template, by slot.
using TemplateFiles = std::map<std::string, const TemplateFile*>;
TemplateFiles files_of(const TemplateState& state);
// What a file is for that comes now: the header whose file was asked for, else the first one without any. A
// template without such a header: none.
TemplateFileUse file_use_of(const TemplateState& state, const MessageTemplate& pattern);
// Of the message, or of a card.
const TemplatePart& part_of(const MessageTemplate& pattern, std::string_view slot);
// Line breaks and tabs are spaces, never two of them: Meta refuses the rest.
std::string one_paragraph(std::string_view text);

// "Project update" of "project_update".
std::string readable_name(std::string_view name);
std::string category_label(const Locale& locale, std::string_view category);

// One field of the form: a slot has one, a place several.
struct TemplateField {
    std::string key;       // in TemplateDraft::fields
    std::string slot;      // whose problem it shows
    std::string label;     // for people
    std::string example;   // may be empty
    bool counts = false;   // how much room is left is worth saying
    bool is_file = false;  // chosen, not written
};
std::vector<TemplateField> fields_of(const Locale& locale, const MessageTemplate& pattern);

TemplateValues values_of(
    const MessageTemplate& pattern, const std::map<std::string, FieldText>& fields, const TemplateFiles& files
);
// The fields of a template that was just chosen: what is known of the customer, and the offered words in the
// first gap of the body that is left.
std::map<std::string, FieldText> first_fields(
    const MessageTemplate& pattern, const Conversation& conversation, std::string_view offered
);

// Where the values stand in the body as it is shown; one that is not found there, and all after it, stand
// nowhere.
std::vector<text::TextRange> filled_ranges(
    const MessageTemplate& pattern, const TemplateValues& values, std::string_view shown
);

// A sentence for the first problem of the slot; empty if there is none.
std::string problem_of(
    const Locale& locale, const MessageTemplate& pattern, const FilledTemplate& filled, std::string_view slot
);

}  // namespace roost
