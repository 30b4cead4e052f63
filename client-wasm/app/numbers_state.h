// Our numbers as the settings show them: what the server told, and what is written there.
#pragma once

#include <string>
#include <vector>

#include "client-wasm/app/field_text.h"
#include "shared/base/ids.h"
#include "shared/model/own_number.h"

namespace roost {

struct ConnectForm {
    bool is_open = false;  // where there are numbers already; else it stands there at once
    FieldText number_id;
    FieldText waba;
    FieldText access_token;
    FieldText app_secret;
    bool subscribes = true;
    bool shows_gaps = false;   // connecting was tried
    bool wants_focus = false;  // it was opened or closed

    // Its fields stand there anew, and hold what was typed.
    void show_again() {
        for (FieldText* text : {&number_id, &waba, &access_token, &app_secret})
            text->set(text->value);
    }
};

struct NumbersPage {
    OwnNumbers own;
    bool has_answer = false;
    int asked = 0;      // the question whose answer is awaited; 0 = none
    std::string error;  // a sentence; empty = none
    bool shows_verify_token = false;
    ConnectForm form;
    FieldText new_token;  // of the dialog
    FieldText new_secret;
    AccountId history;  // of which number it is shown; 0 = of none
    std::vector<NumberChange> changes;
    bool has_changes = false;  // they were answered
    AccountId told_of;         // of which number `told` is
    std::string told;          // a sentence: what was begun; empty = nothing
    AccountId focus;           // whose card is to have the focus; 0 = none
};

}  // namespace roost
