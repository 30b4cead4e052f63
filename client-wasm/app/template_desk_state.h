// The templates of the account as those see them who make and change them, and what they have written.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "client-wasm/app/field_text.h"
#include "client-wasm/app/template_list.h"
#include "shared/messages/template_part.h"

namespace roost {

// What the server or Meta finds wrong with one field; an empty field is the whole.
struct TemplateTrouble {
    std::string field;  // as in ProposalProblem
    std::string code;   // "exists", "fixed"; otherwise the sentence is shown
    std::string sentence;
};

// One template as it is being written. It stays until it was submitted or discarded.
struct TemplateSheet {
    std::string category = "UTILITY";
    std::string language = "en_US";
    TemplateHeader header = TemplateHeader::kNone;
    std::vector<TemplateButton::Kind> buttons;
    std::map<std::string, FieldText> fields;  // by the keys of ProposalProblem
    bool has_changed = false;                 // since it was opened: there is something to lose
    bool shows_problems = false;              // submitting was tried
    std::vector<TemplateTrouble> troubles;    // of the last answer, until that field is changed
    std::string error;                        // of the whole; empty = none
};

enum class DeskTask { kNone, kSubmit, kRemove };

struct TemplateDesk {
    AccountId account;  // whose templates these are, where there are several; 0 = there is one
    TemplateList list;
    FieldText search;
    FieldText language_search;                    // of the sheet that is written
    std::string status;                           // of Meta's; empty = all
    bool is_editing = false;                      // the sheet of `id` is on the screen
    std::string id;                               // empty = a new one
    std::map<std::string, TemplateSheet> sheets;  // by id: what is begun
    int written = 0;                              // how often something was
    int kept = 0;                                 // `written` when it was last stored
    bool asks_removal = false;
    DeskTask task = DeskTask::kNone;  // on its way
    bool wants_focus = false;         // in what has just come onto the screen
    std::string shown_field;          // is to come into view, with the focus; empty = none
    int scroll_revision = 0;          // of the form
    float scroll_to = 0;
};

}  // namespace roost
