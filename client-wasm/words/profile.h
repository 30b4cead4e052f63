// What is said about the profile that customers see of a number. A file for each language beside it.
#pragma once

#include <array>

#include "client-wasm/words/word.h"
#include "shared/model/business_profile.h"

namespace roost {

struct ProfileWords {
    Word open, title, note;  // {0} of the title: the number
    Word about, address, description, email, website, second_website, vertical, picture, picture_note;
    Word saved;
    Word refused;                                   // {0}: Meta's words
    std::array<Word, kProfileFaults> faults;        // in the order of ProfileFault
    std::array<Word, kVerticals.size()> verticals;  // in the order of kVerticals
    Word did_change;                                // in the audit log
};

extern const ProfileWords kEnglishProfile;

}  // namespace roost
