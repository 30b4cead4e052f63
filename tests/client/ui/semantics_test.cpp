#include "client-wasm/ui/semantics.h"

#include <set>

#include <doctest/doctest.h>

using roost::ui::make_key;

TEST_CASE("the same name below the same parent has the same key") {
    CHECK(make_key(0, "list") == make_key(0, "list"));
    CHECK(make_key(7, "row", 42) == make_key(7, "row", 42));
}

TEST_CASE("another name, parent or id has another key") {
    const std::set<roost::ui::NodeKey> keys{
        make_key(0, "row"),
        make_key(1, "row"),
        make_key(0, "row", 0),
        make_key(0, "row", 1),
        make_key(0, "row", -1),
        make_key(0, "rows"),
        make_key(0, ""),
        make_key(make_key(0, "row"), "row"),
    };
    CHECK(keys.size() == 8);
}

TEST_CASE("no two of many neighbours share a key") {
    std::set<roost::ui::NodeKey> keys;
    for (std::int64_t id = 0; id < 20'000; ++id)
        keys.insert(make_key(5, "message", id));
    CHECK(keys.size() == 20'000);
    CHECK_FALSE(keys.contains(0));
}
