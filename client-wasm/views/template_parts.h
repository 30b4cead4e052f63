// The pieces of the template picker, each in a file of its own.
#pragma once

#include <string_view>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"
#include "client-wasm/views/template_choice.h"
#include "shared/model/conversation.h"

namespace roost::picker {

struct Pane {
    const Conversation& row;
    UiState& state;
    ui::Ui& ui;
    Commands& out;

    TemplateState& templates() const { return state.templates; }
    TemplateDraft& draft() const { return state.templates.draft; }
};

ui::NodeKey key_of(std::string_view name, std::string_view id = {});

// Search, categories and languages. Returns how high they are.
float draw_filters(const Pane& pane, const ui::Rect& rect);
// The templates to choose from, or why there are none.
void draw_list(const Pane& pane, const ui::Rect& rect);
// What is filled in so far, with what is known of the customer.
TemplateValues values_in(const Pane& pane, const MessageTemplate& pattern);
// The gaps, and the button that sends. On a phone the preview stands above them.
enum class Preview { kBeside, kAbove };
void draw_form(const Pane& pane, const MessageTemplate& pattern, const ui::Rect& rect, Preview preview);
// The finished bubble on the thread's ground; its height inside `width`.
float preview_height(const Pane& pane, const FilledTemplate& filled, float width);
void draw_preview(
    const Pane& pane, const MessageTemplate& pattern, const TemplateValues& values, const ui::Rect& rect
);

void choose(const Pane& pane, const MessageTemplate& pattern);

}  // namespace roost::picker
