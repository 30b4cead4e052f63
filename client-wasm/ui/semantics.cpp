#include "client-wasm/ui/semantics.h"

#include <unordered_map>
#include <utility>

#include "client-wasm/ui/semantics_diff.h"

namespace roost::ui {

namespace {

constexpr std::uint64_t kBasis = 14695981039346656037ULL;
constexpr std::uint64_t kPrime = 1099511628211ULL;

std::uint64_t add_byte(std::uint64_t hash, std::uint64_t byte) {
    return (hash ^ (byte & 0xFF)) * kPrime;
}

std::uint64_t add_number(std::uint64_t hash, std::uint64_t number) {
    for (int i = 0; i < 8; ++i)
        hash = add_byte(hash, number >> (8 * i));
    return hash;
}

std::uint64_t add_text(std::uint64_t hash, std::string_view text) {
    for (const char c : text)
        hash = add_byte(hash, static_cast<unsigned char>(c));
    return hash;
}

// 0 means "no node".
NodeKey never_zero(std::uint64_t hash) {
    return hash == 0 ? 1 : hash;
}

using Places = std::unordered_map<NodeKey, std::size_t>;

Places places_of(const Tree& tree) {
    Places places;
    places.reserve(tree.size());
    for (std::size_t i = 0; i < tree.size(); ++i)
        places.emplace(tree[i].key, i);
    return places;
}

// The node's place among its siblings is named by the sibling before it.
std::vector<NodeKey> siblings_before(const Tree& tree) {
    std::unordered_map<NodeKey, NodeKey> last_child;
    std::vector<NodeKey> before;
    before.reserve(tree.size());
    for (const Node& node : tree) {
        NodeKey& last = last_child[node.parent];
        before.push_back(std::exchange(last, node.key));
    }
    return before;
}

}  // namespace

NodeKey make_key(NodeKey parent, std::string_view name) {
    // The 0 byte keeps ("a", "bc") and ("ab", "c") apart: no name holds one.
    return never_zero(add_byte(add_text(add_number(kBasis, parent), name), 0));
}

NodeKey make_key(NodeKey parent, std::string_view name, std::int64_t id) {
    return never_zero(add_number(make_key(parent, name), static_cast<std::uint64_t>(id)));
}

TreeDiff diff(const Tree& before, const Tree& after) {
    TreeDiff out;
    if (before == after) return out;
    const Places old_places = places_of(before);
    const Places new_places = places_of(after);
    for (const Node& node : before) {
        if (!new_places.contains(node.key)) out.removed.push_back(node.key);
    }
    const std::vector<NodeKey> old_before = siblings_before(before);
    const std::vector<NodeKey> new_before = siblings_before(after);
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (new_places.at(after[i].key) != i) continue;  // a key used twice: the first one counts
        const auto known = old_places.find(after[i].key);
        NodeChange change{i, new_before[i]};
        if (known == old_places.end()) {
            change.is_new = true;
        } else {
            const Node& old = before[known->second];
            change.is_moved = old.parent != after[i].parent || old_before[known->second] != new_before[i];
            change.is_changed = old != after[i];
        }
        if (change.is_new || change.is_moved || change.is_changed) out.changes.push_back(change);
    }
    return out;
}

}  // namespace roost::ui
