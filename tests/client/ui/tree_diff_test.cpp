#include "client-wasm/ui/tree_diff.h"

#include <algorithm>
#include <map>
#include <random>
#include <utility>

#include <doctest/doctest.h>

using namespace roost::ui;

namespace {

Node node(NodeKey key, NodeKey parent, std::string label = "", Role role = Role::kButton) {
    Node made;
    made.key = key;
    made.parent = parent;
    made.role = role;
    made.label = std::move(label);
    return made;
}

// What the page does with patches: elements that hold each other in an order.
class Page {
  public:
    void apply(const std::vector<Patch>& patches) {
        for (const Patch& patch : patches) {
            if (patch.kind == Patch::Kind::kRemove) {
                take_out(patch.key);
                labels_.erase(patch.key);
                continue;
            }
            if (patch.kind == Patch::Kind::kMove) ++moves;
            if (patch.kind != Patch::Kind::kUpdate) put(patch);
            if ((patch.parts & kWordsPart) != 0) labels_[patch.key] = patch.node->label;
        }
    }

    // Everything below `parent` in reading order.
    std::vector<std::string> read(NodeKey parent = 0) const {
        std::vector<std::string> out;
        const auto family = children_.find(parent);
        if (family == children_.end()) return out;
        for (const NodeKey child : family->second) {
            out.push_back(labels_.at(child));
            for (std::string& below : read(child))
                out.push_back(std::move(below));
        }
        return out;
    }

    int moves = 0;

  private:
    void take_out(NodeKey key) {
        for (auto& [parent, family] : children_)
            std::erase(family, key);
    }
    void put(const Patch& patch) {
        take_out(patch.key);
        std::vector<NodeKey>& family = children_[patch.parent];
        auto at = family.begin();
        if (patch.after != 0) {
            at = std::find(family.begin(), family.end(), patch.after);
            REQUIRE(at != family.end());
            ++at;
        }
        family.insert(at, patch.key);
    }

    std::map<NodeKey, std::vector<NodeKey>> children_;
    std::map<NodeKey, std::string> labels_;
};

std::vector<std::string> labels_of(const Tree& tree) {
    std::vector<std::string> out;
    for (const Node& one : tree)
        out.push_back(one.label);
    return out;
}

// A list with rows in an order by chance, some absent, some with a child.
Tree random_tree(std::mt19937& random) {
    Tree tree{node(1, 0, "list", Role::kList)};
    std::vector<NodeKey> keys{10, 11, 12, 13, 14, 15, 16, 17};
    std::shuffle(keys.begin(), keys.end(), random);
    keys.resize(random() % 9);
    for (const NodeKey key : keys) {
        tree.push_back(node(key, 1, "row " + std::to_string(key) + " " + std::to_string(random() % 2)));
        if (random() % 3 == 0) tree.push_back(node(key + 100, key, "child " + std::to_string(key)));
    }
    return tree;
}

}  // namespace

TEST_CASE("a tree that is the same again needs no patch") {
    MirroredTree mirror;
    const Tree tree{node(1, 0, "a"), node(2, 1, "b")};
    CHECK(mirror.update(tree).size() == 2);
    CHECK(mirror.update(tree).empty());
}

TEST_CASE("whatever one tree becomes, the page reads like it afterwards") {
    std::mt19937 random(7);
    MirroredTree mirror;
    Page page;
    for (int round = 0; round < 500; ++round) {
        const Tree tree = random_tree(random);
        page.apply(mirror.update(tree));
        REQUIRE(page.read() == labels_of(tree));
    }
}

TEST_CASE("rows that leave at one end and come at the other move nothing") {
    MirroredTree mirror;
    Page page;
    Tree tree{node(1, 0, "list", Role::kList)};
    for (NodeKey key = 10; key < 20; ++key)
        tree.push_back(node(key, 1, std::to_string(key)));
    page.apply(mirror.update(tree));
    tree.erase(tree.begin() + 1, tree.begin() + 4);
    for (NodeKey key = 20; key < 23; ++key)
        tree.push_back(node(key, 1, std::to_string(key)));
    const auto& patches = mirror.update(tree);
    CHECK(patches.size() == 6);
    page.apply(patches);
    CHECK(page.moves == 0);
    CHECK(page.read() == labels_of(tree));
}

TEST_CASE("a row that goes to the top moves alone") {
    MirroredTree mirror;
    Page page;
    Tree tree{node(1, 0, "list", Role::kList)};
    for (NodeKey key = 10; key < 20; ++key)
        tree.push_back(node(key, 1, std::to_string(key)));
    page.apply(mirror.update(tree));
    std::rotate(tree.begin() + 1, tree.end() - 1, tree.end());
    page.apply(mirror.update(tree));
    CHECK(page.moves == 1);
    CHECK(page.read() == labels_of(tree));
}

TEST_CASE("what a patch tells is what changed") {
    MirroredTree mirror;
    Node field = node(1, 0, "Message", Role::kTextArea);
    field.field = FieldSpec{};
    mirror.update({field});

    SUBCASE("a name") {
        field.label = "Answer";
        CHECK(mirror.update({field}).at(0).parts == kWordsPart);
    }
    SUBCASE("a state") {
        field.is_disabled = true;
        CHECK(mirror.update({field}).at(0).parts == kStatePart);
    }
    SUBCASE("a place") {
        field.rect = {1, 2, 3, 4};
        CHECK(mirror.update({field}).at(0).parts == kPlacePart);
    }
    SUBCASE("a value without a new revision is left to the field itself") {
        field.field->set_value = "typed";
        CHECK(mirror.update({field}).empty());
    }
    SUBCASE("a value with a new revision is taken") {
        field.field->set_value = "";
        field.field->set_revision = 1;
        CHECK(mirror.update({field}).at(0).parts == kValuePart);
    }
}

TEST_CASE("a scroller scrolls once for each revision") {
    MirroredTree mirror;
    Node log = node(1, 0, "log", Role::kLog);
    log.scroller = ScrollerSpec{1000, std::nullopt, 0};
    mirror.update({log});
    log.scroller = ScrollerSpec{1000, 400.0F, 1};
    CHECK(mirror.update({log}).at(0).parts == kScrollToPart);
    log.scroller = ScrollerSpec{1000, std::nullopt, 1};
    CHECK(mirror.update({log}).empty());
    log.scroller = ScrollerSpec{1200, 600.0F, 2};
    CHECK(mirror.update({log}).at(0).parts == (kScrollerPart | kScrollToPart));
}

TEST_CASE("places are told from the nearest element that holds the node") {
    MirroredTree mirror;
    Node panel = node(1, 0, "panel", Role::kGroup);
    panel.rect = {100, 50, 300, 300};
    const Node form = node(2, 1, "form", Role::kForm);  // no place of its own
    Node button = node(3, 2, "button");
    button.rect = {120, 80, 40, 20};
    Node list = node(4, 1, "list", Role::kList);
    list.rect = {100, 100, 300, 250};
    list.scroller = ScrollerSpec{5000, std::nullopt, 0};
    Node row = node(5, 4, "row", Role::kListRow);
    row.rect = {0, 720, 300, 72};  // in content coordinates
    const auto& patches = mirror.update({panel, form, button, list, row});
    REQUIRE(patches.size() == 5);
    CHECK(patches[2].place == Rect{20, 30, 40, 20});
    CHECK(patches[3].place == Rect{0, 50, 300, 250});
    CHECK(patches[4].place == Rect{0, 720, 300, 72});
}

TEST_CASE("a key that stands in the tree twice loses neither node") {
    MirroredTree mirror;
    Page page;
    const Tree tree{node(1, 0, "first"), node(1, 0, "second")};
    page.apply(mirror.update(tree));
    CHECK(page.read() == std::vector<std::string>{"first", "second"});
}
