// What is being written in the editor of a kind of message that is more than text.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "client-wasm/app/field_text.h"
#include "shared/base/ids.h"

namespace roost {

enum class EditorKind { kLocation, kContact, kButtons, kList, kLink, kAskLocation };

// For one conversation and one kind; another one begins anew.
struct EditorState {
    ConversationId conversation;
    EditorKind kind = EditorKind::kLocation;
    std::map<std::string, FieldText> fields = {};  // by the field's key
    int entries = 2;                               // of a list
    std::vector<int> later_sections = {};          // … and with which of them each but the first begins
    std::string wa_id = {};                        // of a contact that was picked; empty = it was typed
    bool shows_problems = false;                   // sending was tried
};

}  // namespace roost
