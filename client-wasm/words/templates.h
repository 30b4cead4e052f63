// What a reader reads while choosing a template and filling it in.
#pragma once

#include "client-wasm/words/word.h"

namespace roost {

struct TemplateWords {
    Word title, open, close, back, hint, preview, send, list;
    Plural search;  // among so many
    Word all, utility, marketing, authentication;
    Word closed;      // {0}: when the window did
    Word free_until;  // {0}: when templates begin to cost again
    Word loading, none, none_note, nothing;
    Word gap, heading_gap;  // {0}: the number in the template
    Word choose_file, replace;
    Word place_name, place_address, latitude, longitude;
    Word link_end;       // {0}: the button
    Word code, example;  // {0}: Meta's sample
    Word needed, file_needed, file_waits, link_needed, place_needed, forbidden, unfillable;
};

extern const TemplateWords kEnglishTemplates;

}  // namespace roost
