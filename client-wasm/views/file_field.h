// A field of a form that takes a file for a template's header: what was chosen, how far it has come, what is
// wrong with it, and the button to choose it.
#pragma once

#include <string>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/wire/media_limits.h"

namespace roost {

struct FileField {
    ui::NodeKey key = 0;
    std::string label;
    MediaKind kind = MediaKind::kImage;
    std::string problem;      // empty = there is none
    bool was_chosen = false;  // before the page was loaded: nothing else is known of it
    std::string name = {};    // of its button, where there are several fields; empty = its label
};

MediaKind kind_for(TemplateHeader header);
// Of the file that was chosen; null for none. One that WhatsApp would take when converted has none until that
// has failed.
std::string file_problem(const Locale& locale, const TemplateFile* file);

// The height it needs.
float file_field_height(ui::Ui& ui, const FileField& field, float width);
// Whether another file was asked for.
bool draw_file_field(
    ui::Ui& ui, const FileField& field, const TemplateFile* file, ImVec2 at, float width, Commands& out
);

}  // namespace roost
