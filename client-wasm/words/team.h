// What is said about who looks after conversations, about teams, and about who is here. A file for each
// language beside it.
#pragma once

#include "client-wasm/words/word.h"

namespace roost {

struct TeamWords {
    Word assign, assign_to, assigned, nobody, me, left_agent;  // {0}: the name
    Word team, no_team, find;
    Word status, online, away, offline;
    Word gone, given;  // {0}: the customer
    Word filter, everybody, mine, nobodys, filtered, all_again, filtered_empty;
    Word teams, add_team, members, no_members, remove_team, remove_question, remove_note;
    Word agents_see, see_all, see_team, see_own, see_note;
    Word did_assign, did_make, did_change, did_remove, did_narrow;  // in the audit log
};

extern const TeamWords kEnglishTeam;

}  // namespace roost
