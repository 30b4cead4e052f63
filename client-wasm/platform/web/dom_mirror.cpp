#include "client-wasm/platform/web/dom_mirror.h"

#include "client-wasm/platform/web/imports.h"

namespace roost::platform {

namespace {

// As setState() in glue/mirror.js reads them.
enum StateBit : unsigned {
    kDisabled = 1,
    kCurrent = 2,
    kSelected = 4,
    kBusy = 8,
    kFocusable = 16,
    kKnowsExpanded = 32,
    kExpanded = 64,
    kKnowsPressed = 128,
    kPressed = 256,
    kHasMenu = 512,
    kInvalid = 1024,
};

unsigned state_bits(const ui::Node& node) {
    unsigned bits = 0;
    if (node.is_disabled) bits |= kDisabled;
    if (node.is_current) bits |= kCurrent;
    if (node.is_selected) bits |= kSelected;
    if (node.is_busy) bits |= kBusy;
    if (node.is_focusable) bits |= kFocusable;
    if (node.is_expanded) bits |= *node.is_expanded ? kKnowsExpanded | kExpanded : kKnowsExpanded;
    if (node.is_pressed) bits |= *node.is_pressed ? kKnowsPressed | kPressed : kKnowsPressed;
    if (node.has_menu) bits |= kHasMenu;
    if (node.is_invalid) bits |= kInvalid;
    return bits;
}

// As dress() in glue/fields.js reads them.
enum FieldFlag : unsigned { kSubmits = 1, kProse = 2, kTellsCaret = 4 };

unsigned field_flags(const ui::FieldSpec& field) {
    unsigned flags = 0;
    if (field.submits_on_enter) flags |= kSubmits;
    if (field.is_prose) flags |= kProse;
    if (field.tells_caret) flags |= kTellsCaret;
    return flags;
}

double wide(float value) {
    return static_cast<double>(value);
}

}  // namespace

int DomMirror::element_of(ui::NodeKey key) const {
    const auto found = elements_.find(key);
    return found == elements_.end() ? -1 : found->second;
}

ui::NodeKey DomMirror::key_of(int element) const {
    const auto index = static_cast<std::size_t>(element);
    return element >= 0 && index < keys_.size() ? keys_[index] : 0;
}

int DomMirror::add_element(ui::NodeKey key) {
    const int known = element_of(key);
    if (known >= 0) return known;  // the same thing in another role
    int element = static_cast<int>(keys_.size());
    if (free_.empty()) {
        keys_.push_back(key);
    } else {
        element = free_.back();
        free_.pop_back();
        keys_[static_cast<std::size_t>(element)] = key;
    }
    elements_.emplace(key, element);
    return element;
}

void DomMirror::remove(ui::NodeKey key) {
    const int element = element_of(key);
    if (element < 0) return;
    // First the element: losing the focus with it is still told by its key.
    roost_node_remove(element);
    keys_[static_cast<std::size_t>(element)] = 0;
    elements_.erase(key);
    popups_.erase(element);
    free_.push_back(element);
}

void DomMirror::apply(const ui::Patch& patch) {
    switch (patch.kind) {
        case ui::Patch::Kind::kRemove:
            return remove(patch.key);
        case ui::Patch::Kind::kCreate: {
            const int role = static_cast<int>(patch.node->role);
            const int element = add_element(patch.key);
            roost_node_create(element, role, element_of(patch.parent), element_of(patch.after));
            break;
        }
        case ui::Patch::Kind::kMove:
            roost_node_move(element_of(patch.key), element_of(patch.parent), element_of(patch.after));
            break;
        case ui::Patch::Kind::kUpdate:
            break;
    }
    apply_parts(patch, element_of(patch.key));
}

void DomMirror::apply_parts(const ui::Patch& patch, int element) {
    const ui::Node& node = *patch.node;
    const ui::Rect& place = patch.place;
    if ((patch.parts & ui::kPlacePart) != 0)
        roost_node_place(element, wide(place.x), wide(place.y), wide(place.width), wide(place.height));
    if ((patch.parts & ui::kWordsPart) != 0) {
        roost_node_words(
            element,
            node.label.c_str(),
            node.description.c_str(),
            node.language.c_str(),
            node.href.c_str(),
            node.level,
            node.position,
            node.set_size
        );
    }
    if ((patch.parts & ui::kStatePart) != 0) {
        roost_node_state(element, state_bits(node));
        if (node.range) roost_node_range(element, node.range->least, node.range->most, node.range->now);
    }
    if (node.field) apply_field(patch, *node.field, element);
    if ((patch.parts & ui::kScrollerPart) != 0 && node.scroller)
        roost_node_scroller(element, wide(node.scroller->content_height));
    if (node.scroller) want_scroll(patch, *node.scroller, element);
    if ((patch.parts & ui::kParagraphPart) != 0) {
        const int paragraph = node.paragraph == 0 ? -1 : paragraph_element_(node.paragraph);
        roost_node_paragraph(element, paragraph, wide(node.paragraph_x), wide(node.paragraph_y));
    }
}

void DomMirror::apply_field(const ui::Patch& patch, const ui::FieldSpec& field, int element) {
    if ((patch.parts & ui::kFieldPart) != 0) {
        roost_node_field(
            element,
            field.placeholder.c_str(),
            field.autocomplete.c_str(),
            wide(field.font_size),
            wide(field.line_height),
            field.colour,
            wide(field.padding_x),
            wide(field.padding_y),
            wide(field.padding_end),
            field_flags(field)
        );
    }
    if ((patch.parts & ui::kValuePart) != 0) roost_node_value(element, field.set_value.c_str());
}

void DomMirror::want_scroll(const ui::Patch& patch, const ui::ScrollerSpec& scroller, int element) {
    if ((patch.parts & ui::kScrollToPart) != 0 && scroller.scroll_to) {
        wanted_scrolls_.push_back({element, patch.key, *scroller.scroll_to});
    } else if (patch.kind != ui::Patch::Kind::kUpdate) {
        const auto top = tops_.find(patch.key);
        if (top != tops_.end()) wanted_scrolls_.push_back({element, patch.key, top->second});
    }
}

void DomMirror::present(const ui::Tree& tree) {
    for (const ui::Patch& patch : tree_.update(tree))
        apply(patch);
    // Last, when the content has its new height and its items their new places: nothing is seen to jump.
    for (const WantedScroll& wanted : wanted_scrolls_) {
        roost_node_scroll_to(wanted.element, wide(wanted.top));
        tops_[wanted.key] = wanted.top;
    }
    wanted_scrolls_.clear();
    // Now that what it points to is there.
    for (const ui::Node& node : tree) {
        if (node.role == ui::Role::kComboBox) relate(node);
    }
    tell_popups(tree);
    if (wanted_focus_ != 0) focus(wanted_focus_);
}

// After everything else: list and option have their elements now.
void DomMirror::tell_popups(const ui::Tree& tree) {
    for (const ui::Node& node : tree) {
        if (!node.field) continue;
        const Popup popup{
            element_of(node.field->list),
            element_of(node.field->active_option),
            static_cast<int>(node.field->keys_taken)};
        const int element = element_of(node.key);
        const auto [told, is_new] = popups_.try_emplace(element, Popup{});
        if (told->second == popup) continue;
        told->second = popup;
        roost_node_popup(element, popup.list, popup.active_option, popup.keys_taken);
    }
}

void DomMirror::insert_text(ui::NodeKey field, std::string_view text, int replaced) {
    const int element = element_of(field);
    if (element >= 0) roost_node_insert(element, std::string(text).c_str(), replaced);
}

void DomMirror::focus(ui::NodeKey key) {
    const int element = element_of(key);
    wanted_focus_ = element < 0 ? key : 0;
    if (element >= 0) roost_node_focus(element);
}

void DomMirror::relate(const ui::Node& node) const {
    roost_node_relate(element_of(node.key), element_of(node.list), element_of(node.active));
}

void DomMirror::select(ui::NodeKey first, ui::NodeKey last) const {
    const int from = element_of(first);
    const int to = element_of(last);
    if (from >= 0 && to >= 0) roost_node_select(from, to);
}

void DomMirror::zoom(ui::NodeKey photo, float factor) const {
    const int element = element_of(photo);
    if (element >= 0) roost_node_zoom(element, wide(factor));
}

float DomMirror::scroll_top(ui::NodeKey key) const {
    const int element = element_of(key);
    if (element >= 0) return static_cast<float>(roost_node_scroll_top(element));
    const auto top = tops_.find(key);
    return top == tops_.end() ? 0 : top->second;
}

}  // namespace roost::platform
