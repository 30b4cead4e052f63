// What a reader reads while making, changing and deleting templates.
#pragma once

#include "client-wasm/words/word.h"

namespace roost {

struct TemplateDeskWords {
    Word create, unsent;
    Word approved, in_review, rejected, paused, disabled;
    Word rejected_because;  // {0}: Meta's reason
    Word none, none_note;
    Word name, language, find_language, no_language, category;
    Word header, no_header, text, place, header_text;
    Word body, body_note, footer;
    Word buttons, quick_reply, link, call, code;
    Word add;            // {0}: a kind of button
    Word remove_button;  // {0}: its number
    Word label, address, phone, sample_code;
    Word sample;  // {0}: the gap, or the kind of file
    Word sample_note;
    Word submit, submitting, submitted;
    Word approved_note, reviewing, elsewhere, locked;
    Word remove, removing, removed, keep;
    Word remove_question;  // {0}: the name, {1}: the language
    Word remove_note;
    Word discard;
    Word meta_away;
    Word at_most;  // {0}: a number
    Word bad_name, line_break, no_gaps, gap_order, gap_name, gaps_mixed, gap_at_edge, gap_not_last;
    Plural too_few_words;
    Word apart, exists, fixed;
};

extern const TemplateDeskWords kEnglishTemplateDesk;

}  // namespace roost
