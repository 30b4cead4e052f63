// The fields of a template that is written, from top to bottom.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client-wasm/views/chips.h"
#include "client-wasm/views/file_field.h"
#include "client-wasm/views/form_field.h"
#include "client-wasm/views/template_desk_parts.h"
#include "client-wasm/views/template_sheet.h"

namespace roost::desk {

inline constexpr float kGap = 12;

// What is drawn of the sheet in this frame.
struct Look {
    const Pane& pane;
    const MessageTemplate* known;
    bool can_change;
    MessageTemplate proposal = {};
    std::vector<ProposalProblem> problems = {};

    TemplateSheet& sheet() const { return pane.sheet(); }
    std::string problem(std::string_view field) const;
    // Of a field, or of whatever else stands in this sheet.
    ui::NodeKey key(std::string_view field) const;
    // Of the header that is written; null if none was chosen since the page was loaded.
    const TemplateFile* sample() const;
    // It is chosen and nothing is wrong with it, but Roost does not have it yet.
    bool awaits_sample() const;
};

// A field, one that narrows down the chips below it, a file, a sentence, chips under their label, or what
// stands over a button's fields.
struct FormItem {
    enum class What { kField, kFind, kFile, kNote, kChips, kHead };
    What what = What::kField;
    SheetField field = {};    // the label of chips too
    std::string note = {};    // the sentence
    bool is_problem = false;  // of the note
    std::vector<Chip> chips = {};
    std::size_t index = 0;  // of the button
};

// Lives for one frame.
class Form {
  public:
    explicit Form(const Look& look) : look_(look) { add_all(); }

    float height(float width) const;
    // Changes the sheet by what was written and pressed since the last frame.
    void draw(ImVec2 at, float width);
    struct Place {
        float y = 0;  // from the upper end of the form
        float height = 0;
        ui::NodeKey key = 0;  // what takes the focus there
    };
    // Absent: the form does not show this field.
    std::optional<Place> place_of(std::string_view field, float width) const;

  private:
    const TemplateDeskWords& words() const { return look_.pane.words(); }
    TemplateSheet& sheet() const { return look_.sheet(); }
    ui::Ui& screen() const { return look_.pane.ui; }

    void add_all();
    void add_note(std::string sentence, bool is_problem = false);
    void add_fields(std::string_view part);
    void add_chips(std::string_view field, const Word& label, std::vector<Chip> chips);
    void add_languages();
    void add_categories();
    void add_headers();
    void add_sample();
    void add_buttons();
    Chip chip(std::string_view field, std::string_view value, std::string label, bool is_chosen) const;
    FormField shown(const SheetField& field) const;
    FileField shown_file(const FormItem& item) const;
    text::Paragraph laid(const FormItem& item, float width) const;
    float height_of(const FormItem& item, float width) const;

    void changed(std::string_view field);
    void draw_field(const FormItem& item, ImVec2 at, float width);
    void draw_note(const FormItem& item, ImVec2 at, float width);
    void draw_choice(const FormItem& item, ImVec2 at, float width);
    void draw_button_head(const FormItem& item, ImVec2 at, float width);
    void add_button_of(ui::NodeKey key);
    void remove_pressed();

    const Look& look_;
    std::vector<FormItem> items_;
    std::vector<std::string> languages_;  // of the chips, in their order
    int removed_ = -1;                    // the button that was pressed away
};

}  // namespace roost::desk
