// What is said about the second factor. A file for each language beside it.
#pragma once

#include "client-wasm/words/word.h"

namespace roost {

struct TwoFactorWords {
    Word title;
    // Signing in.
    Word code, code_note, recovery_code, recovery_note, use_recovery, use_app, back, wrong_code, code_needed;
    // One's own account.
    Word off_note, on_note, set_up, go_on, scan_note, picture, switch_on, codes_note, kept, new_codes,
        new_codes_note, switch_off, wrong_password;
    Plural left;  // of the recovery codes
    // Somebody else's; {0}: whose.
    Word switch_off_for, switch_off_question, switch_off_note;
    // The audit log.
    Word did_switch_on, did_switch_off, did_fail, did_recover, did_make_codes;
};

extern const TwoFactorWords kEnglishTwoFactor;

}  // namespace roost
