// One's own second factor as the settings show it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "client-wasm/app/field_text.h"

namespace roost {

struct TwoFactorSettings {
    enum class Step : std::uint8_t {
        kIdle,
        kPassword,  // asked for before anything is set up
        kOffer,     // the key is shown, and a first code asked for
        kCodes,     // the recovery codes are shown
        kRenew,     // a code is asked for, for new ones
        kEnd        // password and code are asked for, to switch it off
    };
    Step step = Step::kIdle;
    bool has_answer = false;  // what follows is known
    bool is_on = false;
    int codes_left = 0;
    std::string error;  // why it is not known, a sentence
    FieldText password;
    FieldText code;
    std::string secret;                // shown once, as everything below
    std::vector<std::string> squares;  // the same for cameras: rows of '1' (dark) and '0'
    std::vector<std::string> codes;
    bool shows_problems = false;  // finishing was tried
    bool wants_focus = false;     // what the step begins with

    // What was written and what was shown once is not kept for longer.
    void go_to(Step next);
};

}  // namespace roost
