// What is written in the dialogs about records, and about conversations that are begun.
#pragma once

#include <string>
#include <vector>

#include "client-wasm/app/field_text.h"
#include "shared/base/ids.h"
#include "shared/model/record_link.h"

namespace roost {

// Of one conversation, or of one of its messages.
struct RecordsState {
    ConversationId conversation;
    MessageId message;  // 0 = the whole conversation is linked
    std::string type;
    FieldText id;
    FieldText title;
    FieldText url;
    bool shows_problems = false;  // linking was tried
    bool is_busy = false;
    std::string error;  // a sentence; empty = none
    bool wants_focus = false;

    void open(ConversationId of, MessageId one, const std::vector<std::string>& types) {
        conversation = of;
        message = one;
        type = types.empty() ? "" : types.front();
        clear();
    }
    void clear() {
        for (FieldText* text : {&id, &title, &url})
            text->set("");
        shows_problems = is_busy = false;
        error.clear();
    }
};

struct StartState {
    FieldText number;
    AccountId account;            // from which of ours; 0 = the server's first
    bool shows_problems = false;  // starting was tried
    bool is_busy = false;
    bool opens_when_refused = false;  // asked for elsewhere, it has no place for the reason
    std::string error;                // a sentence; empty = none
};

// The link into WhatsApp itself, of one person.
struct ChatLinkState {
    ConversationId conversation;
    FieldText text;     // what it begins with
    std::string asked;  // the text that all below is of
    std::string url;    // empty = nothing was asked for yet
    std::vector<std::string>
        squares;        // for cameras: rows of '1' (dark) and '0'; empty = too long, or asked for
    std::string svg;    // the same as a file
    std::string file;   // under this name
    std::string error;  // a sentence; empty = none
    bool is_busy = false;
};

}  // namespace roost
