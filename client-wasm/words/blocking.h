// What is said about people who are blocked. A file for each language beside it.
#pragma once

#include <array>

#include "client-wasm/words/word.h"
#include "shared/model/block_refusal.h"

namespace roost {

struct BlockingWords {
    Word more;  // of the conversation's menu, and of what opens it
    Word block, unblock;
    Word question, note;  // {0}: whom
    Word asking;
    Word strip;                                 // in place of the composer
    Word marked;                                // in the list, and under the name
    Word is_blocked, is_unblocked;              // {0}: who
    Word not_sent;                              // why a message was refused
    std::array<Word, kBlockRefusals> refusals;  // in the order of BlockRefusal; {0} of the last: Meta's words
    Word did_block, did_unblock;                // in the audit log
};

extern const BlockingWords kEnglishBlocking;

}  // namespace roost
