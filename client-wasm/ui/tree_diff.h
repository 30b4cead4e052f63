// What turns one frame's tree into the next one's, so that a mirror touches only what changed.
#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "client-wasm/ui/semantics.h"

namespace roost::ui {

// What of a node has to be told anew; bits of Patch::parts.
enum NodePart : unsigned {
    kPlacePart = 1U << 0U,
    kWordsPart = 1U << 1U,  // label, description, address, level, place in a set
    kStatePart = 1U << 2U,
    kFieldPart = 1U << 3U,  // everything of a field but its value
    kValuePart = 1U << 4U,  // the field takes set_value
    kScrollerPart = 1U << 5U,
    kScrollToPart = 1U << 6U,  // the scroller takes scroll_to
    kParagraphPart = 1U << 7U,
};

struct Patch {
    enum class Kind { kCreate, kMove, kUpdate, kRemove };

    Kind kind = Kind::kUpdate;
    NodeKey key = 0;
    NodeKey parent = 0;          // create and move
    NodeKey after = 0;           // create and move: the sibling before it; 0 = first child
    const Node* node = nullptr;  // null when removed; valid until the next update()
    Rect place;  // relative to the parent's upper left corner; of no size: no place of its own
    unsigned parts = 0;
};

// The tree that a mirror shows. One thread.
class MirroredTree {
  public:
    // Patches in the order in which they can be applied: parents before children, siblings from first to
    // last, what is gone at the end. Valid until the next call. A key that stands in the tree again gets
    // another one, so that nothing that is said goes missing.
    const std::vector<Patch>& update(const Tree& next);

  private:
    using Places = std::unordered_map<NodeKey, std::size_t>;
    struct Mirrored {
        Node node;
        Rect place;
    };

    void take(const Tree& next);
    void relate(std::vector<Mirrored>& nodes, const Places& places) const;
    void compare(const std::vector<Mirrored>& before, const Places& old_places);

    Tree shown_;
    std::vector<Mirrored> nodes_;
    Places places_;
    std::vector<Patch> patches_;
};

}  // namespace roost::ui
