// What a frame means, beside how it looks: a tree of nodes with role, name, place and state. The platform
// keeps one DOM element per node, in order; tests and screen readers find everything here. Activation and
// focus come back as input.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roost::ui {

// Stable across frames: the same thing keeps its key while it exists. 0 = none.
using NodeKey = std::uint64_t;

// A key from the parent's key and a name or id that is unique below it (FNV-1a).
NodeKey make_key(NodeKey parent, std::string_view name);
NodeKey make_key(NodeKey parent, std::string_view name, std::int64_t id);

// CSS pixels. Inside a scroller: relative to the scroller's content; elsewhere: to the viewport.
struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    bool operator==(const Rect&) const = default;
};

enum class Role {
    kGroup,
    kBanner,
    kNavigation,
    kMain,
    kComplementary,
    kRegion,
    kForm,
    kDialog,
    kHeading,
    kText,  // plain text without a role of its own
    kImage,
    kButton,
    kLink,
    kTab,
    kTabList,
    kList,
    kListItem,
    kListRow,  // a list item that opens something: focusable, activated like a button, aria-current when
               // selected
    kLog,      // the thread: role=log
    kMessage,  // one message in the log: role=listitem-like article in reading order
    kSeparator,
    kStatus,  // polite live region
    kAlert,   // assertive live region
    kTextField,
    kTextArea,
    kSearchField,
    kPasswordField,
    kMenu,  // covers everything like a dialog; arrows move between its items
    kMenuItem,
    kMenuItemRadio,  // is_selected: checked
    kComboBox,       // a field whose `list` follows what is typed; `active` is what Enter would take
    kListBox,
    kOption,
    kPopover,   // a dialog beside which everything else stays in use
    kSplitter,  // moves the line between two panes; says where it stands by its `range`
    kPhoto,     // the picture at `href`, shown by the browser: to be made larger and moved about
    kFilm,      // the film at `href`, with the browser's own controls
    kMoving,    // an image that moves: the one at `href`, shown by the browser over the still one
    kSlider,    // a place between the ends of its `range`; told as Dragged, and by keys
    kCheckBox,  // is_selected: checked
    kTable,
    kRowGroup,
    kTableRow,
    kColumnHeader,
    kCell,
};

// Which keys a field leaves to the list it leads, instead of editing with them.
enum class KeysTaken {
    kNone,
    kSuggestions,  // up, down, Enter, Tab, Escape
    kGrid,         // up, down, Enter
    kWholeGrid,    // and left and right
    kRows,         // up, down
};

// A real <input> or <textarea>. Its DOM value is the truth; `set_value` overwrites it once per
// `set_revision`.
struct FieldSpec {
    std::string placeholder;
    std::string autocomplete;  // "username", "current-password", "off", …
    float font_size = 16;
    float line_height = 21;
    std::uint32_t colour = 0xFF000000;  // ABGR, as ImGui
    float padding_x = 0;
    float padding_y = 0;
    float padding_end = 0;  // more, where a button lies over it
    std::string set_value;
    int set_revision = 0;          // raise to make the DOM take set_value; 0 = never
    bool submits_on_enter = true;  // Enter → FieldSubmitted (Shift+Enter and composition never do)
    bool is_prose = false;         // in whatever language: spelling is checked, the keyboard helps
    bool tells_caret = false;      // CaretMoved while a short code stands before the caret
    NodeKey list = 0;              // the list box it leads
    NodeKey active_option = 0;     // of that list: what Enter would take
    KeysTaken keys_taken = KeysTaken::kNone;

    bool operator==(const FieldSpec&) const = default;
};

// A native scroller: its content is `content_height` tall, its children are placed in content coordinates.
struct ScrollerSpec {
    float content_height = 0;
    std::optional<float> scroll_to;  // wanted scrollTop, taken once per `scroll_revision`
    int scroll_revision = 0;

    bool operator==(const ScrollerSpec&) const = default;
};

// Where something stands between two ends.
struct Range {
    int least = 0;
    int most = 0;
    int now = 0;

    bool operator==(const Range&) const = default;
};

struct Node {
    NodeKey key = 0;
    NodeKey parent = 0;  // 0 = the root
    Role role = Role::kGroup;
    std::string label;        // the accessible name
    std::string description;  // said after the name
    std::string language;     // BCP 47, where it is not the page's
    Rect rect;                // empty rect: the node has no place of its own (overflow stays visible)
    int level = 0;            // headings
    int position = 0;         // 1-based place in a set of `set_size`; 0 = not said
    int set_size = 0;
    std::uint64_t paragraph =
        0;  // text laid out by the text engine that is this node's selectable content; 0 = none
    float paragraph_x = 0;  // where the paragraph starts inside the node
    float paragraph_y = 0;
    std::string href;  // links
    bool is_disabled = false;
    bool is_current = false;   // selected row, current page
    bool is_selected = false;  // tabs, options, radio items
    bool is_busy = false;
    bool is_invalid = false;   // fields: what is in it will not do; `description` says why
    bool is_focusable = true;  // buttons, rows, fields: part of the Tab order
    bool has_menu = false;     // a right click on it opens our menu; a button: it opens one
    NodeKey list = 0;          // of a combobox
    NodeKey active = 0;
    std::optional<bool> is_expanded;
    std::optional<bool> is_pressed;
    std::optional<Range> range;
    std::optional<FieldSpec> field;
    std::optional<ScrollerSpec> scroller;

    bool operator==(const Node&) const = default;
};

// Nodes in reading order, parents before children.
using Tree = std::vector<Node>;

}  // namespace roost::ui
