// Templates as the server lists them.
#pragma once

#include <string>
#include <vector>

#include "shared/base/ids.h"
#include "shared/model/message_template.h"

namespace roost {

struct TemplateList {
    AccountId account;                  // what may be sent from it; 0 = of all
    std::vector<MessageTemplate> all;   // by name and language
    std::vector<std::string> searched;  // searched_words() of each of them
    int generation = 0;                 // of the request whose answer is awaited; an older one is dropped
    bool is_loading = false;
    bool has_answer = false;
    std::string error;  // a sentence; empty = none
};

}  // namespace roost
