// What the settings' cards and dialogs are made of, from top to bottom.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "client-wasm/views/chips.h"
#include "client-wasm/views/form_field.h"

namespace roost::settings {

struct Press {
    ui::NodeKey key = 0;
    std::string label;
    std::string about = {};  // said after the label, where several say the same
    bool is_primary = false;
    bool is_danger = false;
    bool is_disabled = false;
    std::optional<bool> is_expanded = std::nullopt;  // of one that shows something below
};

// What a section draws by itself.
class Drawing {
  public:
    Drawing() = default;
    virtual ~Drawing() = default;
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;
    virtual float height(ui::Ui& ui, float width) const = 0;
    virtual void draw(ui::Ui& ui, ImVec2 at, float width) const = 0;
};

struct Item {
    enum class What : std::uint8_t {
        kNote,
        kField,
        kChips,
        kChecks,
        kRow,
        kSecret,
        kSquares,
        kPresses,
        kDrawing
    };
    What what = What::kNote;
    ui::NodeKey key = 0;
    std::string text = {};  // a sentence, the title of a row, what chips and checks are about, a secret
    std::string mark = {};  // beside the title of a row
    std::string detail = {};
    std::string problem = {};  // what is wrong with it; of a note: itself is
    FormField field = {};
    FieldText* value = nullptr;
    std::vector<Chip> chips = {};
    std::vector<Press> presses = {};
    std::vector<std::string> squares = {};  // rows of '1' (dark) and '0', as many as each is long
    std::optional<std::int64_t> avatar = std::nullopt;
    bool is_alone = false;    // a row without a line over it
    bool is_in_form = false;  // rows: among fields, in no list
    bool is_ending = false;   // buttons that end a dialog stand at its end
    std::shared_ptr<const Drawing> drawing = nullptr;
};

Item note(ui::NodeKey key, std::string sentence);
Item problem(ui::NodeKey key, std::string sentence);
Item presses(std::vector<Press> presses);
Item field(FormField field, FieldText& value);
Item drawn(std::shared_ptr<const Drawing> drawing);

// settings_qr.cpp: the squares of an item, with their margin.
float squares_height(const Item& item);
void draw_squares(ui::Ui& ui, const Item& item, ImVec2 at);

float height_of(ui::Ui& ui, std::span<const Item> items, float width);
void draw_items(ui::Ui& ui, std::span<const Item> items, ImVec2 at, float width);
float presses_width(ui::Ui& ui, std::span<const Press> presses);
void draw_presses(ui::Ui& ui, std::span<const Press> presses, ImVec2 at, float height);
float press_height(const ui::Ui& ui);

struct Card {
    ui::NodeKey key = 0;
    std::string label;       // for who does not see what it holds
    std::string title = {};  // empty = none is shown
    std::vector<Press> presses = {};
    std::vector<Item> items = {};
};
float height_of(ui::Ui& ui, const Card& card, float width);
void draw_card(ui::Ui& ui, const Card& card, ImVec2 at, float width);

}  // namespace roost::settings
