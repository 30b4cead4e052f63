// What the section about our numbers draws beside rows and fields.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "client-wasm/views/settings_items.h"
#include "client-wasm/views/settings_number_facts.h"
#include "shared/model/conversation.h"

namespace roost::settings {

// Who it is, with what is known of the state at the end of the line, or below where there is no room.
struct NumberHead {
    ui::NodeKey key = 0;
    std::int64_t id = 0;  // decides the colour
    Platform platform = Platform::kWhatsApp;
    std::string name = {};
    std::string detail = {};
    std::string state = {};
    Weight weight = Weight::kNone;
};
Item number_head(NumberHead head);

// Beside each other, two and two, or below each other.
Item fact_grid(ui::NodeKey key, std::string label, std::vector<Fact> facts);

struct ShownProblem {
    std::string weight_said;
    std::string what;
    std::string repair;
    bool is_grave = false;
};
Item problem_list(ui::NodeKey key, std::string label, std::vector<ShownProblem> problems);

struct Step {
    std::string title;
    std::string said;  // with whether it is done, for who does not see the mark
    std::string note;
    bool is_done = false;
    std::vector<Item> items = {};
};
Item step_list(ui::NodeKey key, std::string label, std::vector<Step> steps);

// A text that is only read, with its name before it and buttons behind.
struct ShownText {
    ui::NodeKey key = 0;
    std::string label;
    std::string text;
    std::vector<Press> presses = {};
};
Item shown_text(ShownText shown);

// For these drawings alone: text on as many lines as it needs, none for none.
text::Paragraph lay(
    ui::Ui& ui, ui::NodeKey key, std::string_view text, const text::Style& style, float width
);
text::Paragraph lay_note(ui::Ui& ui, ui::NodeKey key, std::string_view text, float width);
void draw_note(ui::Ui& ui, ui::NodeKey key, std::string_view text, const text::Paragraph& laid, ImVec2 at);

}  // namespace roost::settings
