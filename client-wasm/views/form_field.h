// A field of a form: its name above it, how much room is left beside that, and what is wrong below.
#pragma once

#include <cstdint>
#include <string>

#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

struct FormField {
    ui::NodeKey key = 0;
    std::string label;
    std::string room;     // empty = nothing is said about it
    std::string problem;  // empty = there is none
    bool is_long = false;
    bool is_prose = false;
    std::string placeholder = {};
    bool is_secret = false;
    std::string autocomplete = "off";
    std::string hint = {};  // where it is found; stands below
};

// "12 left", for `left` characters; empty while there is plenty of room, or too little, which is a problem.
std::string room_left(const Locale& locale, std::int64_t left);

// The height it needs.
float form_field_height(ui::Ui& ui, const FormField& field, float width);

struct FieldOutcome {
    bool has_changed = false;
    bool is_submitted = false;
};
FieldOutcome draw_form_field(ui::Ui& ui, const FormField& field, FieldText& text, ImVec2 at, float width);

}  // namespace roost
