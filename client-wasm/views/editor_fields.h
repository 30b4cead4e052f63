// What the editor of each kind asks for, what is wrong with it, and the message that it makes. Pure: one
// table says it for all kinds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/icons.h"
#include "client-wasm/words/locale.h"
#include "shared/messages/content.h"

namespace roost {

enum class EditorCheck : std::uint8_t { kText, kLatitude, kLongitude, kAddress, kPhone };

struct EditorField {
    std::string key;
    std::string label;
    std::size_t limit = 0;  // in UTF-16 units; 0 = none
    EditorCheck check = EditorCheck::kText;
    bool is_needed = false;
    bool is_long = false;  // more than one line
};

// What was begun is there again; another conversation or kind begins anew. The fields on the screen are new
// ones either way, and take their text.
void open_editor(EditorState& editor, ConversationId conversation, EditorKind kind);

// Another section, with one entry to begin with.
void add_list_section(EditorState& editor);

// In the order they are written.
std::vector<EditorField> editor_fields(const Locale& locale, const EditorState& editor);

std::string editor_value(const EditorState& editor, std::string_view key);  // without blanks around it

// One sentence; empty = nothing is wrong. That something is missing is none before sending was tried.
std::string editor_problem(const Locale& locale, const EditorState& editor, const EditorField& field);
// "12 left", "3 too many"; empty while there is plenty of room.
std::string editor_room(const Locale& locale, const EditorState& editor, const EditorField& field);

// What would be sent now; parts that are missing are left out.
Content editor_content(const EditorState& editor);

// "-4.0435, 39.7163", as maps copy a place: both of its numbers. Absent for anything else.
std::optional<std::pair<std::string, std::string>> split_place(std::string_view text);

Word editor_title(const Words& words, EditorKind kind);
ui::Icon editor_icon(EditorKind kind);

}  // namespace roost
