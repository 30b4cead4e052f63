// What is said about Meta's notices. A file for each language beside it.
#pragma once

#include "client-wasm/words/word.h"

namespace roost {

struct NoticeWords {
    Word dismiss;
    // {0}: the template, the number or the name, {1}: a reason, a category, a limit; a reason may be missing.
    Word template_approved, template_rejected, template_paused, template_disabled, template_flagged,
        template_category, template_category_soon, template_stopped;
    Word number_flagged, number_unflagged, number_limit;
    Word name_approved, name_rejected, name_waiting;
    Word account_restricted, account_disabled, account_restored, account_approved, account_rejected;
    Word disconnected, pin_changed, pin_reset_asked, history_refused, number_problem;
};

extern const NoticeWords kEnglishNotices;

}  // namespace roost
