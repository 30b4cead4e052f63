// Our widgets: each call draws with ImGui AND records what it means, so that accessibility cannot be
// forgotten. Clicks come back as activated keys (mouse, finger, keyboard, screen reader alike), never
// through ImGui. Everything is placed in CSS pixels of the viewport, also inside a scroller.
//
// Views count x from the side where reading begins. In a language that runs from right to left the widgets
// turn every place round at the last moment (placed()), so that no view knows; text and pictures stay as they
// are, only what points somewhere is turned.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <imgui.h>

#include "client-wasm/text/text_engine.h"
#include "client-wasm/ui/brand.h"
#include "client-wasm/ui/icons.h"
#include "client-wasm/ui/pictures.h"
#include "client-wasm/ui/semantics.h"
#include "client-wasm/ui/theme.h"
#include "client-wasm/words/locale.h"
#include "shared/base/time.h"

namespace roost::ui {

struct Key {
    std::string name;  // as KeyboardEvent.key
    bool has_control = false;
    bool has_shift = false;
    bool is_in_field = false;
};

// A right click on a node that has a menu, or the menu key.
struct MenuWish {
    NodeKey key = 0;
    ImVec2 at{-1, -1};     // negative: by keyboard
    std::string selected;  // what copying would give; empty = nothing of it is selected
    std::string word;      // to look for
};

// Of a field that tells it, while there is something to complete.
struct Caret {
    NodeKey field = 0;
    std::size_t offset = 0;  // bytes of the value
    ImVec2 at{0, 0};         // its upper end in the viewport
    bool is_typed = false;   // by the last letter, since the last frame
};

// What happened since the last frame, and where things are now.
struct FrameInput {
    std::vector<NodeKey> activated;
    std::map<NodeKey, std::string> changed_fields;
    std::vector<std::pair<NodeKey, std::string>> submitted_fields;
    std::vector<Key> keys;
    std::optional<MenuWish> menu;
    std::array<NodeKey, 2> selection_ends{0, 0};  // the messages it reaches from and to
    std::map<NodeKey, float> dragged;             // splitters, and where on the screen they are held
    NodeKey focus = 0;
    bool is_focus_visible = false;
    std::optional<Caret> caret;
    ImVec2 pointer{0, 0};
    bool is_pointer_inside = false;
};

// One frame: what to draw with, what came in, what goes out. Lives on the stack of frame().
struct Ui {
    ImDrawList& draw;
    const Theme& theme;
    const Icons& icons;
    const Brand& brand;
    const Words& words;  // of the locale
    const Locale& locale;
    text::TextEngine& text;
    Pictures& pictures;
    const FrameInput& input;
    const std::function<float(NodeKey)>& scroll_top;
    const std::function<OffsetMinutes(UnixMillis)>& utc_offset;
    Rect viewport;
    float pixel_ratio = 1;
    UnixMillis now = 0;

    Tree tree = {};
    NodeKey parent = 0;
    ImVec2 origin{0, 0};  // of the coordinates that nodes are recorded in
    UnixMillis wake_at = 0;
    NodeKey wanted_focus = 0;
    std::array<NodeKey, 2> wanted_selection{0, 0};  // from the one through the other
    bool is_covered = false;                        // something lies over what is drawn now

    bool is_mirrored() const { return words.language.is_right_to_left; }

    bool is_phone() const { return viewport.width < 600; }
    // A frame at this moment at the latest.
    void wake(UnixMillis at) { wake_at = wake_at == 0 || at < wake_at ? at : wake_at; }
};

// A name for people. Cannot be left out.
class Label {
  public:
    Label() = delete;
    Label(std::string text) : text_(std::move(text)) {}
    // From a Word of the catalogue, a view or a literal.
    template <std::convertible_to<std::string_view> Text>
    Label(const Text& text) : text_(std::string_view(text)) {}
    const std::string& text() const { return text_; }

  private:
    std::string text_;
};

// ---- places
// From where reading begins to where it is on the screen, and back: the same way round.
Rect placed(const Ui& ui, const Rect& rect);
float placed_x(const Ui& ui, float x);

// While it lives nothing is drawn outside of it.
class Clip {
  public:
    Clip(Ui& ui, const Rect& rect);
    ~Clip();
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;

  private:
    Ui& ui_;
};

// ---- recording
Node& record(Ui& ui, Role role, const Label& label, const Rect& rect, NodeKey key);
NodeKey key_of(const Ui& ui, std::string_view name, std::int64_t id = 0);

// Nodes recorded while it lives are children of the node it records.
class Scope {
  public:
    Scope(Ui& ui, Role role, const Label& label, const Rect& rect, NodeKey key);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    Node& node() { return ui_.tree[index_]; }

  protected:
    Ui& ui_;

  private:
    NodeKey outer_;
    std::size_t index_;
};

// A native scroller; while it lives, drawing is clipped to it and nodes are recorded in content coordinates.
struct ScrollerArea {
    Role role = Role::kList;
    Label label;
    Rect rect;
    NodeKey key = 0;
    ScrollerSpec spec;
    float top = 0;  // scrollTop this frame is drawn with
};
class Scroller : public Scope {
  public:
    Scroller(Ui& ui, const ScrollerArea& area);
    ~Scroller();

  private:
    ImVec2 outer_origin_;
    Clip clip_;
};

// ---- asking
bool was_activated(const Ui& ui, NodeKey key);
bool is_hovered(const Ui& ui, const Rect& rect);
bool has_visible_focus(const Ui& ui, NodeKey key);

// ---- drawing without meaning
float snap(const Ui& ui, float value);
void fill(Ui& ui, const Rect& rect, Colour colour, float radius = 0);
enum class Corners { kAll, kNotTopStart, kNotTopEnd, kStart };
void fill_corners(Ui& ui, const Rect& rect, Colour colour, float radius, Corners rounded);
void circle(Ui& ui, ImVec2 centre, float radius, Colour colour);
// A part of a circle's line, from the top on clockwise.
void arc(Ui& ui, ImVec2 centre, float radius, float part, Colour colour, float thickness);
void polygon(Ui& ui, std::span<const ImVec2> points, Colour colour);  // convex
void outline(Ui& ui, const Rect& rect, Colour colour, float radius, float thickness = 1);
void hairline(Ui& ui, float x, float y, float width, Colour colour);
void vertical_hairline(Ui& ui, float x, float y, float height, Colour colour);
void drop_shadow(Ui& ui, const Rect& rect, float radius);   // of menus and cards
void small_shadow(Ui& ui, const Rect& rect, float radius);  // of buttons that float
// A hard one of one unit, of bubbles: only what such a shape does not cover itself.
void shadow_below(Ui& ui, const Rect& rect, float radius);
void focus_ring(Ui& ui, const Rect& rect, float radius, float gap = 2);
void draw_icon(Ui& ui, Icon icon, float x, float y, float size, Colour colour);
// The faint pattern of a ground: `icon` again and again, each `size` wide.
void tile(Ui& ui, const Rect& rect, Icon icon, float size, Colour colour);
// Of the screen: x counts from the left.
void draw_quad(Ui& ui, const text::Quad& quad, float x, float y);
// A picture, as it is: what is turned round is its place.
void draw_picture(Ui& ui, const text::Quad& quad, const Rect& rect, float radius = 0);
// Darkens the lower part of a picture with these corners, so that white words over it can be read.
void scrim(Ui& ui, const Rect& rect, float radius);
// Where on the screen the box of a paragraph at (x, y) has its upper left corner: on device pixels, or the
// element over it would stand half a pixel beside what is painted.
ImVec2 paragraph_origin(const Ui& ui, const text::Paragraph& paragraph, float x, float y);
// Its lines.
void draw_paragraph(Ui& ui, const text::Paragraph& paragraph, float x, float y);
// Makes it the content of a node that stands at `box`.
void attach_paragraph(
    const Ui& ui, Node& node, const Rect& box, const text::Paragraph& paragraph, float x, float y
);
// Returns the width drawn.
float draw_text(
    Ui& ui, float x, float y, std::string_view text, const text::Style& style, float max_width = 0
);
void draw_text_centred(Ui& ui, const Rect& rect, std::string_view text, const text::Style& style);
void avatar(Ui& ui, ImVec2 centre, float size, std::int64_t id, std::string_view initials);

// ---- drawing with meaning
// Plain text that is read where it stands.
float text_node(
    Ui& ui, float x, float y, std::string_view text, const text::Style& style, float max_width = 0
);
// The same on as many lines as it needs: laid out first, so that its height is known. `key` names both.
text::Paragraph wrap(Ui& ui, NodeKey key, std::string_view text, const text::Style& style, float width);
Node& wrapped_node(
    Ui& ui, Role role, NodeKey key, std::string_view text, const text::Paragraph& laid, float x, float y
);
void heading(
    Ui& ui, int level, float x, float y, std::string_view text, const text::Style& style, float width
);

enum class ButtonKind { kPrimary, kQuiet, kRound };
struct ButtonSpec {
    Label label;
    Rect rect;
    ButtonKind kind = ButtonKind::kPrimary;
    std::optional<Icon> icon = std::nullopt;  // instead of the text
    bool is_disabled = false;
    std::optional<bool> is_expanded = std::nullopt;
    NodeKey key = 0;  // 0 = from the label
    std::optional<Colour> colour = std::nullopt;
    bool opens_menu = false;
};
// True if it was activated since the last frame.
bool button(Ui& ui, const ButtonSpec& spec);

struct FieldBox {
    Label label;
    Rect rect;
    Role role = Role::kTextField;
    FieldSpec spec = {};
    NodeKey key = 0;
};
// The outline around a real field. Returns the value if the reader changed it since the last frame.
std::optional<std::string> field(Ui& ui, const FieldBox& box);
bool was_submitted(const Ui& ui, NodeKey key);

// The line between two panes, at `x`, to be dragged or moved with arrows, Home and End.
struct SplitterSpec {
    Label label;
    Rect line;        // as drawn
    float start = 0;  // of the pane before it
    float least = 0;  // of that pane's width
    float most = 0;
    NodeKey key = 0;
};
// The width the pane before it is to have, if the reader changed it since the last frame.
std::optional<float> splitter(Ui& ui, const SplitterSpec& spec);

}  // namespace roost::ui
