// The pieces of the templates' dialog, each in a file of its own.
#pragma once

#include <string>
#include <string_view>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "shared/model/account.h"

namespace roost::desk {

struct Pane {
    TemplateDesk& desk;
    TemplateState& files;  // the sample that is chosen
    const AccountNames& accounts;
    ui::Ui& ui;
    Commands& out;

    const TemplateDeskWords& words() const { return ui.words.desk; }
    TemplateSheet& sheet() const { return desk.sheets[desk.id]; }
};

inline constexpr float kTop = 60;
inline constexpr float kSide = 16;
inline constexpr float kButton = 44;

ui::NodeKey key_of(std::string_view name, std::string_view id = {});
// The template that is changed; null for a new one.
const MessageTemplate* known_template(const TemplateDesk& desk);
// Its state: a dot in its colour and the word.
float draw_status(const Pane& pane, const MessageTemplate& pattern, float end, float y);

void open_sheet(TemplateDesk& desk, const MessageTemplate* known);
void draw_list(const Pane& pane, const ui::Rect& rect);
void draw_sheet(const Pane& pane, const ui::Rect& rect);

}  // namespace roost::desk
