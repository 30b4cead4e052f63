// What is said about sites, whose pages show the inbox. A file for each language beside it.
#pragma once

#include "client-wasm/words/word.h"

namespace roost {

struct SiteWords {
    Word title, note, none, add;
    Word origins, origins_hint, bad_origin, too_many;  // {0}: the line; how many may stand there
    Word types, whole;
    Word line, show_line, line_note, copy_line;  // {0}: the site
    Word secret, secret_note, copy_secret;       // {0}: the site
    Word old_until;                              // {0}: when
    Word renew, renew_question, renew_note;      // {0}: the site
    Word change, remove, remove_question, remove_note;
    Word may_manage;
    // In the audit log.
    Word did_make, did_change, did_remove, did_renew, did_open, did_refuse, did_link, did_unlink;
};

extern const SiteWords kEnglishSites;

}  // namespace roost
