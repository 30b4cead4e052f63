// Keeps the page's elements equal to the tree of the last frame.
#pragma once

#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "client-wasm/ui/semantics.h"
#include "client-wasm/ui/tree_diff.h"

namespace roost::platform {

class DomMirror {
  public:
    // The element number of a paragraph that was laid out; -1 if it was not.
    explicit DomMirror(std::function<int(std::uint64_t)> paragraph_element)
        : paragraph_element_(std::move(paragraph_element)) {}

    void present(const ui::Tree& tree);
    // Now, or as soon as a tree with this key is presented.
    void focus(ui::NodeKey key);
    void select(ui::NodeKey first, ui::NodeKey last) const;  // nothing, unless both are there
    // 0 for an element that is gone.
    ui::NodeKey key_of(int element) const;
    // See Platform::insert_text.
    void zoom(ui::NodeKey photo, float factor) const;
    void insert_text(ui::NodeKey field, std::string_view text, int replaced);
    float scroll_top(ui::NodeKey key) const;
    // The reader went elsewhere: what is still to come must not take the focus away again.
    void note_focus(ui::NodeKey key) {
        if (key != 0) wanted_focus_ = 0;
    }
    void note_scroll(ui::NodeKey key, float top) { tops_[key] = top; }

  private:
    struct WantedScroll {
        int element = 0;
        ui::NodeKey key = 0;
        float top = 0;
    };

    // What a field leads, by elements.
    struct Popup {
        int list = -1;
        int active_option = -1;
        int keys_taken = 0;
        bool operator==(const Popup&) const = default;
    };

    void tell_popups(const ui::Tree& tree);
    int element_of(ui::NodeKey key) const;  // -1 if there is none
    int add_element(ui::NodeKey key);
    void apply(const ui::Patch& patch);
    void apply_parts(const ui::Patch& patch, int element);
    void apply_field(const ui::Patch& patch, const ui::FieldSpec& field, int element);
    void want_scroll(const ui::Patch& patch, const ui::ScrollerSpec& scroller, int element);
    void remove(ui::NodeKey key);
    void relate(const ui::Node& node) const;

    ui::MirroredTree tree_;
    std::function<int(std::uint64_t)> paragraph_element_;
    std::unordered_map<ui::NodeKey, int> elements_;
    std::vector<ui::NodeKey> keys_;  // by element
    std::vector<int> free_;
    // Also of scrollers that are gone: when one comes back, the reader finds the old place.
    std::unordered_map<ui::NodeKey, float> tops_;
    std::vector<WantedScroll> wanted_scrolls_;
    std::unordered_map<int, Popup> popups_;  // as told, by the field's element
    ui::NodeKey wanted_focus_ = 0;
};

}  // namespace roost::platform
