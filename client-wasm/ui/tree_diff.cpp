#include "client-wasm/ui/tree_diff.h"

#include <algorithm>
#include <utility>

namespace roost::ui {

namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// Which members of a sequence may stay where they are while the others move around them: a longest rising
// subsequence. Moving as few elements as possible matters: one that moves in the DOM loses focus and scroll.
std::vector<bool> staying(const std::vector<std::size_t>& old_order) {
    std::vector<std::size_t> tails;  // indices into old_order, by length of the sequence they end
    std::vector<std::size_t> previous(old_order.size(), kNowhere);
    for (std::size_t i = 0; i < old_order.size(); ++i) {
        if (old_order[i] == kNowhere) continue;
        const auto at = std::lower_bound(
            tails.begin(),
            tails.end(),
            old_order[i],
            [&](std::size_t tail, std::size_t order) { return old_order[tail] < order; }
        );
        if (at != tails.begin()) previous[i] = *(at - 1);
        if (at == tails.end()) {
            tails.push_back(i);
        } else {
            *at = i;
        }
    }
    std::vector<bool> stays(old_order.size(), false);
    for (std::size_t i = tails.empty() ? kNowhere : tails.back(); i != kNowhere; i = previous[i])
        stays[i] = true;
    return stays;
}

bool has_same_words(const Node& a, const Node& b) {
    return a.label == b.label && a.description == b.description && a.language == b.language &&
           a.href == b.href && a.level == b.level && a.position == b.position && a.set_size == b.set_size;
}

bool has_same_state(const Node& a, const Node& b) {
    return a.is_disabled == b.is_disabled && a.is_current == b.is_current && a.is_selected == b.is_selected &&
           a.is_busy == b.is_busy && a.is_invalid == b.is_invalid && a.is_focusable == b.is_focusable &&
           a.is_expanded == b.is_expanded && a.is_pressed == b.is_pressed && a.has_menu == b.has_menu &&
           a.range == b.range;
}

// The value is compared by its revision alone: the DOM's own value is the truth in between.
bool has_same_field(const Node& a, const Node& b) {
    if (a.field.has_value() != b.field.has_value()) return false;
    if (!a.field) return true;
    FieldSpec same = *b.field;
    same.set_value = a.field->set_value;
    same.set_revision = a.field->set_revision;
    return *a.field == same;
}

unsigned changed_parts(const Node& before, const Node& after) {
    unsigned parts = 0;
    if (!has_same_words(before, after)) parts |= kWordsPart;
    if (!has_same_state(before, after)) parts |= kStatePart;
    if (!has_same_field(before, after)) parts |= kFieldPart;
    const auto revision = [](const Node& node) { return node.field ? node.field->set_revision : 0; };
    if (revision(before) != revision(after)) parts |= kValuePart;
    const auto height = [](const Node& node) { return node.scroller ? node.scroller->content_height : -1; };
    if (height(before) != height(after)) parts |= kScrollerPart;
    const auto scrolls = [](const Node& node) { return node.scroller ? node.scroller->scroll_revision : 0; };
    if (scrolls(before) != scrolls(after) && after.scroller && after.scroller->scroll_to)
        parts |= kScrollToPart;
    if (before.paragraph != after.paragraph || before.paragraph_x != after.paragraph_x ||
        before.paragraph_y != after.paragraph_y) {
        parts |= kParagraphPart;
    }
    return parts;
}

unsigned all_parts(const Node& node) {
    unsigned parts = kPlacePart | kWordsPart | kStatePart;
    if (node.field) parts |= kFieldPart;
    // What was typed before the element was taken away would be lost otherwise.
    if (node.field && (node.field->set_revision != 0 || !node.field->set_value.empty())) parts |= kValuePart;
    if (node.scroller) parts |= kScrollerPart;
    if (node.scroller && node.scroller->scroll_to && node.scroller->scroll_revision != 0)
        parts |= kScrollToPart;
    if (node.paragraph != 0) parts |= kParagraphPart;
    return parts;
}

}  // namespace

void MirroredTree::take(const Tree& next) {
    nodes_.clear();
    nodes_.reserve(next.size());
    places_.clear();
    places_.reserve(next.size());
    for (const Node& node : next) {
        Mirrored& mirrored = nodes_.emplace_back(Mirrored{node, node.rect});
        for (std::int64_t again = 1; !places_.emplace(mirrored.node.key, nodes_.size() - 1).second; ++again)
            mirrored.node.key = make_key(node.key, "again", again);
    }
    relate(nodes_, places_);
}

// Rectangles become relative to the element that will hold the node: the nearest ancestor that has a place.
// What lies in a scroller has coordinates of the content already.
void MirroredTree::relate(std::vector<Mirrored>& nodes, const Places& places) const {
    std::vector<std::pair<float, float>> inside(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Node& node = nodes[i].node;
        const auto parent = places.find(node.parent);
        const auto base = parent == places.end() ? std::pair(0.0F, 0.0F) : inside[parent->second];
        const bool has_place = node.rect.width > 0;
        inside[i] = node.scroller ? std::pair(0.0F, 0.0F)
                    : has_place   ? std::pair(node.rect.x, node.rect.y)
                                  : base;
        nodes[i].place.x -= base.first;
        nodes[i].place.y -= base.second;
    }
}

void MirroredTree::compare(const std::vector<Mirrored>& before, const Places& old_places) {
    std::unordered_map<NodeKey, std::vector<std::size_t>> families;
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        families[nodes_[i].node.parent].push_back(i);
    std::vector<NodeKey> sibling_before(nodes_.size(), 0);
    std::vector<bool> stays(nodes_.size(), false);
    for (const auto& [parent, children] : families) {
        std::vector<std::size_t> old_order;
        for (const std::size_t child : children) {
            const auto old = old_places.find(nodes_[child].node.key);
            const bool is_known = old != old_places.end() && before[old->second].node.parent == parent &&
                                  before[old->second].node.role == nodes_[child].node.role;
            old_order.push_back(is_known ? old->second : kNowhere);
        }
        const std::vector<bool> unmoved = staying(old_order);
        for (std::size_t i = 0; i < children.size(); ++i) {
            stays[children[i]] = unmoved[i];
            if (i > 0) sibling_before[children[i]] = nodes_[children[i - 1]].node.key;
        }
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const Node& node = nodes_[i].node;
        Patch patch{Patch::Kind::kUpdate, node.key, node.parent, sibling_before[i], &node, nodes_[i].place};
        const auto old = old_places.find(node.key);
        if (old == old_places.end() || before[old->second].node.role != node.role) {
            patch.kind = Patch::Kind::kCreate;
            patch.parts = all_parts(node);
        } else {
            if (!stays[i]) patch.kind = Patch::Kind::kMove;
            patch.parts = changed_parts(before[old->second].node, node);
            if (before[old->second].place != nodes_[i].place) patch.parts |= kPlacePart;
        }
        if (patch.kind != Patch::Kind::kUpdate || patch.parts != 0) patches_.push_back(patch);
    }
}

const std::vector<Patch>& MirroredTree::update(const Tree& next) {
    patches_.clear();
    if (next == shown_) return patches_;
    const std::vector<Mirrored> before = std::exchange(nodes_, {});
    const Places old_places = std::exchange(places_, {});
    take(next);
    compare(before, old_places);
    for (const Mirrored& old : before) {
        if (places_.contains(old.node.key)) continue;
        Patch& patch = patches_.emplace_back();
        patch.kind = Patch::Kind::kRemove;
        patch.key = old.node.key;
    }
    shown_ = next;
    return patches_;
}

}  // namespace roost::ui
