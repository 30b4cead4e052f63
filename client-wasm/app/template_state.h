// The templates that may be sent, and how far the reader has come with one.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "client-wasm/app/field_text.h"
#include "client-wasm/app/template_list.h"
#include "client-wasm/app/writing_state.h"
#include "shared/base/ids.h"
#include "shared/model/message_template.h"

namespace roost {

// For one conversation; another one begins anew.
struct TemplateDraft {
    ConversationId conversation;
    FieldText search;
    std::string category;                     // of Meta's; empty = all
    std::string language;                     // without its region; empty = all
    std::string chosen;                       // its id; empty = none
    std::map<std::string, FieldText> fields;  // by the key of the slot; a place has several
    bool shows_problems = false;              // sending was tried
    std::string file_slot;                    // whose file was asked for last; empty = the next one's
    std::string offered;                      // the words of a message that came too late
    ClientRef instead_of;                     // that message, if the server never had it
};

// Begins anew for that conversation; the fields on the screen take their new text.
inline void begin_anew(TemplateDraft& draft, ConversationId conversation) {
    FieldText search = std::move(draft.search);
    draft = {};
    draft.conversation = conversation;
    search.set("");
    draft.search = std::move(search);
}

// Which header a file is for: of a template that is sent in a conversation, or without one the sample of one
// that is written.
struct TemplateFileUse {
    ConversationId conversation;
    std::string pattern;  // the template's id; empty = a new one is written
    TemplateHeader header = TemplateHeader::kNone;
    std::string slot = "header";  // or of a card: "card.0.header"

    bool operator==(const TemplateFileUse&) const = default;
};

// Roost gets it as soon as it is chosen.
struct TemplateFile {
    TemplateFileUse use;
    Attachment attachment;  // its file is 0 where there is none
    MediaCopy copy;         // its id is empty until Roost has the bytes
    int percent = 0;        // of them that Roost has
    int upload = 0;         // the platform's number; 0 = nothing is on its way
    std::string error;      // why Roost does not have it; empty = nothing went wrong
    bool can_retry = false;
};

struct TemplateState {
    TemplateList list;
    TemplateDraft draft;
    std::vector<TemplateFile> files;  // of one template, one for each of its headers
    // As of the last frame: what a file that is chosen or dropped is for; without a header: not for a
    // template.
    TemplateFileUse takes;
    bool is_inline = false;    // as of the last frame: it stands where the composer was
    bool wants_focus = false;  // in the first field, or the search
    std::string cursor;        // the row that has, or is to have, the focus
    bool wants_row_focus = false;
    bool has_row_focus = false;  // as of the last frame: arrows are the list's
    int scroll_revision = 0;     // of the list
    float scroll_to = 0;
};

}  // namespace roost
