// What turns one frame's tree into the next one's, so that a mirror touches only what changed.
#pragma once

#include <cstddef>
#include <vector>

#include "client-wasm/ui/semantics.h"

namespace roost::ui {

struct NodeChange {
    std::size_t index = 0;   // in the new tree
    NodeKey after = 0;       // the sibling before it; 0 = it is its parent's first child
    bool is_new = false;
    bool is_moved = false;   // another parent, or another sibling before it
    bool is_changed = false;
};

struct TreeDiff {
    std::vector<NodeKey> removed;     // their children may live on elsewhere
    std::vector<NodeChange> changes;  // in the order of the new tree: parents before children

    bool is_empty() const { return removed.empty() && changes.empty(); }
};

// Of a key that stands in a tree twice, only the first node counts.
TreeDiff diff(const Tree& before, const Tree& after);

}  // namespace roost::ui
