// Our numbers as the settings show them: what the server told, and what is written there.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "client-wasm/app/field_text.h"
#include "shared/base/ids.h"
#include "shared/model/business_profile.h"
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

// What is wrong with a field of a profile, as it is said there.
struct ProfileTrouble {
    std::string field;  // as the server names it; empty = the whole
    std::string sentence;
};

// The profile of the number that the dialog is about, as Meta has it and as it is written.
struct ProfileForm {
    bool has_answer = false;
    BusinessProfile known;
    std::array<FieldText, kProfileFields> texts;  // those of vertical and picture are not used
    std::string vertical;
    std::vector<ProfileTrouble> troubles;  // of the last attempt
    int picture = 0;                       // the platform's number of the file that was chosen; 0 = none
    std::string picture_name;
    std::string picture_file;   // as the server knows it; empty = it has not got it yet
    std::string picture_error;  // a sentence; empty = none
    int upload = 0;             // the platform's number; 0 = nothing is on its way
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
    ProfileForm profile;
    AccountId history;  // of which number it is shown; 0 = of none
    std::vector<NumberChange> changes;
    bool has_changes = false;  // they were answered
    AccountId told_of;         // of which number `told` is
    std::string told;          // a sentence: what was begun; empty = nothing
    AccountId focus;           // whose card is to have the focus; 0 = none
};

}  // namespace roost
