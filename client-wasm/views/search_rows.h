// One result of a search in the inbox. Part of search.cpp.
#pragma once

#include <string>
#include <string_view>

#include "client-wasm/ui/widgets.h"
#include "shared/model/conversation.h"
#include "shared/wire/search.h"

namespace roost {

struct ResultPlace {
    ui::Rect rect;
    ui::NodeKey key = 0;
    int index = 0;
    int count = 0;  // -1 = there are more than are loaded
    bool is_open = false;
    bool is_visible = true;  // else it is only recorded
};

// Return whether it was activated. The terms are marked where they stand.
bool conversation_result(
    ui::Ui& ui, const Conversation& row, const text::SearchTerms& terms, const ResultPlace& place
);
// `row` may be null: the conversation is not known.
bool message_result(
    ui::Ui& ui,
    const SearchHit& hit,
    const Conversation* row,
    const text::SearchTerms& terms,
    const ResultPlace& place
);

// The words of a hit on one line, with "You" before those that went out.
std::string said_in(const Words& words, const SearchHit& hit);
// So much of one line as there is room for, around what was looked for.
void draw_said(
    ui::Ui& ui,
    float x,
    float y,
    std::string_view said,
    const text::SearchTerms& terms,
    const text::Style& style,
    float room
);
// One line with what was looked for on a ground of its own.
void draw_marked_line(
    ui::Ui& ui, float x, float y, const text::Snippet& text, const text::Style& style, float room
);

}  // namespace roost
