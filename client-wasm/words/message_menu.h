// What is said of one message: its menu, and its info. A file for each language beside it.
#pragma once

#include "client-wasm/words/word.h"

namespace roost {

struct MessageMenuWords {
    Word title, button;  // of the menu, of what opens it
    Word copy, copied, copy_refused;
    Word forward, forward_to, forward_find, forward_none;
    Plural forwarded;       // into how many conversations
    Word search;            // {0}: the words
    Word react, reactions;  // {0}: the emoji; who reacted and how
    Word more;              // emoji than the few in the menu
    Word info, received, written, sent, delivered, read, failed, not_yet;
    Word played, is_played;    // of a voice note: at its moment, in a sentence
    Word cost, charged, free;  // {0}: what Meta counts it as
    Word service;              // what is no template
    Word meta_says;            // {0}: what
};

extern const MessageMenuWords kEnglishMessageMenu;

}  // namespace roost
