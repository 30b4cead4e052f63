// What the reader searches for, in the whole inbox and in the open conversation.
#pragma once

#include <string>

#include "client-wasm/app/field_text.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "shared/wire/search.h"

namespace roost {

// One question and the newest answer. While the reader types, the answer before stays.
struct SearchRun {
    FieldText question;
    UnixMillis ask_at = 0;  // when the server is asked; 0 = it was, or there is nothing to ask
    bool is_loading = false;
    bool is_loading_more = false;
    bool has_answer = false;
    std::string asked;  // what `page` answers
    std::string error;  // a sentence; empty = none
    SearchPage page;
    int generation = 0;  // of the answer that is awaited; others are dropped
    int revision = 0;    // rises with every answer

    bool is_empty() const { return question.value.empty(); }
};

// In the whole inbox: stands where the list was while something is asked for.
struct ListSearch {
    SearchRun run;
    int cursor = -1;  // a row: conversations, then messages; -1 = the field
    bool wants_field_focus = false;
    bool wants_cursor_focus = false;
    int scroll_revision = 0;
    float scroll_to = 0;
};

// In the open conversation: a bar above the messages.
struct ThreadSearch {
    ConversationId conversation;  // 0 = closed
    SearchRun run;
    int current = -1;  // in run.page.messages; -1 = none
    bool wants_field_focus = false;

    bool is_open() const { return static_cast<bool>(conversation); }
};

// A message that the reader goes to.
struct ThreadTarget {
    ConversationId conversation;
    MessageId message;
    int revision = 0;          // rises with every wish
    bool takes_focus = false;  // the messages are to have the focus then
};

}  // namespace roost
