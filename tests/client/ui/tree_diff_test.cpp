#include "client-wasm/ui/tree_diff.h"

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include <doctest/doctest.h>

namespace roost::ui {
namespace {

using Kind = Patch::Kind;

Node node(NodeKey key, NodeKey parent = 0) {
    Node made;
    made.key = key;
    made.parent = parent;
    made.role = Role::kListItem;
    made.label = "node " + std::to_string(key);
    return made;
}

Tree rows(const std::vector<NodeKey>& keys) {
    Tree tree{node(100)};
    for (const NodeKey key : keys)
        tree.push_back(node(key, 100));
    return tree;
}

std::size_t count(const std::vector<Patch>& patches, Kind kind) {
    return static_cast<std::size_t>(std::count_if(patches.begin(), patches.end(), [&](const Patch& patch) {
        return patch.kind == kind;
    }));
}

// A page that does what patches say.
class FakePage {
  public:
    void apply(const std::vector<Patch>& patches) {
        for (const Patch& patch : patches) {
            if (patch.kind == Kind::kRemove) children_[parents_[patch.key]].erase(find(patch.key));
            if (patch.kind == Kind::kMove) children_[parents_[patch.key]].erase(find(patch.key));
            if (patch.kind == Kind::kCreate || patch.kind == Kind::kMove) insert(patch);
        }
    }
    std::vector<NodeKey> children(NodeKey parent) { return children_[parent]; }

  private:
    std::vector<NodeKey>::iterator find(NodeKey key) {
        std::vector<NodeKey>& siblings = children_[parents_[key]];
        const auto found = std::find(siblings.begin(), siblings.end(), key);
        REQUIRE(found != siblings.end());
        return found;
    }
    void insert(const Patch& patch) {
        std::vector<NodeKey>& siblings = children_[patch.parent];
        auto at = siblings.begin();
        if (patch.after != 0) {
            at = std::find(siblings.begin(), siblings.end(), patch.after);
            REQUIRE(at != siblings.end());
            ++at;
        }
        siblings.insert(at, patch.key);
        parents_[patch.key] = patch.parent;
    }

    std::map<NodeKey, std::vector<NodeKey>> children_;
    std::map<NodeKey, NodeKey> parents_;
};

TEST_CASE("tree diff: an unchanged tree asks for nothing") {
    MirroredTree mirror;
    CHECK(mirror.update(rows({1, 2, 3})).size() == 4);
    CHECK(mirror.update(rows({1, 2, 3})).empty());
}

TEST_CASE("tree diff: a row that comes to the top is the only one that moves") {
    MirroredTree mirror;
    mirror.update(rows({1, 2, 3, 4}));
    const auto& patches = mirror.update(rows({4, 1, 2, 3}));
    REQUIRE(patches.size() == 1);
    CHECK(patches[0].kind == Kind::kMove);
    CHECK(patches[0].key == 4);
    CHECK(patches[0].after == 0);
}

TEST_CASE("tree diff: new rows before and after the others move none of them") {
    MirroredTree mirror;
    mirror.update(rows({3, 4}));
    const auto& patches = mirror.update(rows({1, 2, 3, 4, 5}));
    CHECK(count(patches, Kind::kCreate) == 3);
    CHECK(patches.size() == 3);
}

TEST_CASE("tree diff: whatever the change, applying the patches gives the new order") {
    MirroredTree mirror;
    FakePage page;
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<NodeKey> keys;
        for (NodeKey key = 1; key <= 12; ++key) {
            if (random() % 3 != 0) keys.push_back(key);
        }
        std::shuffle(keys.begin(), keys.end(), random);
        page.apply(mirror.update(rows(keys)));
        REQUIRE(page.children(100) == keys);
    }
}

TEST_CASE("tree diff: only what changed of a node is told") {
    MirroredTree mirror;
    Tree tree{node(1)};
    mirror.update(tree);
    tree[0].label = "other words";
    CHECK(mirror.update(tree).at(0).parts == kWordsPart);
    tree[0].is_current = true;
    CHECK(mirror.update(tree).at(0).parts == kStatePart);
    tree[0].is_invalid = true;
    CHECK(mirror.update(tree).at(0).parts == kStatePart);
    tree[0].rect = {1, 2, 3, 4};
    CHECK(mirror.update(tree).at(0).parts == kPlacePart);
    tree[0].paragraph = 9;
    CHECK(mirror.update(tree).at(0).parts == kParagraphPart);
}

TEST_CASE("tree diff: a field takes a value when its revision rises, not when people type") {
    MirroredTree mirror;
    Tree tree{node(1)};
    tree[0].field = FieldSpec{};
    mirror.update(tree);
    tree[0].field->set_value = "typed";
    CHECK(mirror.update(tree).empty());
    tree[0].field->set_value = "";
    tree[0].field->set_revision = 1;
    CHECK(mirror.update(tree).at(0).parts == kValuePart);
}

TEST_CASE("tree diff: a field that comes back has what was typed") {
    MirroredTree mirror;
    Tree tree{node(1)};
    tree[0].field = FieldSpec{};
    mirror.update(tree);
    mirror.update({});
    tree[0].field->set_value = "half a sentence";
    CHECK((mirror.update(tree).at(0).parts & kValuePart) != 0);
}

TEST_CASE("tree diff: a scroller goes to its place once for each revision") {
    MirroredTree mirror;
    Tree tree{node(1)};
    tree[0].scroller = ScrollerSpec{1000, std::nullopt, 0};
    mirror.update(tree);
    tree[0].scroller->scroll_to = 400;
    tree[0].scroller->scroll_revision = 1;
    CHECK(mirror.update(tree).at(0).parts == kScrollToPart);
    tree[0].scroller->scroll_to = 500;
    CHECK(mirror.update(tree).empty());
    tree[0].scroller->content_height = 2000;
    CHECK(mirror.update(tree).at(0).parts == kScrollerPart);
}

TEST_CASE("tree diff: places are told from the nearest ancestor that has one") {
    MirroredTree mirror;
    Tree tree{node(1), node(2, 1), node(3, 2)};
    tree[0].rect = {10, 20, 100, 100};
    tree[2].rect = {15, 26, 5, 5};  // its parent has no place
    const auto& patches = mirror.update(tree);
    CHECK(patches[2].place.x == 5);
    CHECK(patches[2].place.y == 6);
}

TEST_CASE("tree diff: children of a scroller are placed in its content, and scrolling moves none") {
    MirroredTree mirror;
    Tree tree{node(1), node(2, 1), node(3, 2)};
    tree[0].rect = {64, 108, 340, 600};
    tree[0].scroller = ScrollerSpec{5000, std::nullopt, 0};
    tree[1].rect = {0, 1440, 340, 72};
    tree[2].rect = {10, 1450, 20, 20};
    const auto& patches = mirror.update(tree);
    CHECK(patches[1].place.y == 1440);
    CHECK(patches[2].place.y == 10);
    // Older rows above: only the row moves, not what is in it.
    tree[1].rect.y += 720;
    tree[2].rect.y += 720;
    CHECK(mirror.update(tree).size() == 1);
}

TEST_CASE("tree diff: a key that is used twice loses nobody") {
    MirroredTree mirror;
    const Tree tree{node(1), node(1)};
    const auto& patches = mirror.update(tree);
    REQUIRE(patches.size() == 2);
    CHECK(patches[0].key != patches[1].key);
    CHECK(mirror.update(tree).empty());
}

TEST_CASE("tree diff: the same thing in another role is made anew, whatever it holds") {
    MirroredTree mirror;
    Tree tree{node(1), node(2, 1)};
    mirror.update(tree);
    tree[0].role = Role::kButton;
    const auto& patches = mirror.update(tree);
    REQUIRE(patches.size() == 1);
    CHECK(patches[0].kind == Kind::kCreate);
}

}  // namespace
}  // namespace roost::ui
