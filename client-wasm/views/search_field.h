// The rounded field that searches are typed into: a glass at its beginning, a cross to clear it.
#pragma once

#include <optional>
#include <string>

#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

struct SearchFieldBox {
    ui::Label label;
    ui::Rect rect;
    ui::NodeKey key = 0;
    std::string hint;             // a key cap at its end while it is empty; empty = none
    bool can_be_cleared = false;  // shows the cross when there is something to clear
    ui::KeysTaken keys_taken = ui::KeysTaken::kNone;
};

struct SearchFieldNews {
    std::optional<std::string> text;  // what the reader changed it to
    bool was_submitted = false;
    bool was_cleared = false;
};
SearchFieldNews search_field(ui::Ui& ui, FieldText& text, const SearchFieldBox& box);

}  // namespace roost
