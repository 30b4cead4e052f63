// What every Store keeps of templates.
#include <doctest/doctest.h>

#include "server/store/open_store.h"
#include "server/store/store.h"
#include "tests/support/builders.h"
#include "tests/support/temp_dir.h"
#include "tests/support/template_samples.h"

namespace roost {
namespace {

using test::plain_template;

std::unique_ptr<Store> opened(const test::TempDir& dir) {
    auto store = open_store(dir.path());
    REQUIRE(store);
    return std::move(*store);
}

}  // namespace

TEST_CASE("store: templates are kept whole, by account and id") {
    const test::TempDir dir;
    auto store = opened(dir);
    REQUIRE(store->write([](Transaction& transaction) -> Status {
        RETURN_IF_ERROR(transaction.put_template("w", test::rich_template()));
        RETURN_IF_ERROR(transaction.put_template("w", plain_template("2", "b")));
        RETURN_IF_ERROR(transaction.put_template("w", plain_template("1", "b", "de")));
        RETURN_IF_ERROR(transaction.put_template("other", plain_template("2", "b")));
        RETURN_IF_ERROR(transaction.put_template("w", plain_template("3", "c")));
        RETURN_IF_ERROR(transaction.remove_template("w", "3"));
        const auto named = transaction.templates_named("w", "b");
        REQUIRE(named);
        CHECK(named->size() == 2);
        CHECK(transaction.templates("w")->size() == 3);
        // Or a message that names none would send one of them.
        CHECK(transaction.templates_named("w", "")->empty());
        return {};
    }));
    store.reset();
    store = opened(dir);
    const auto all = store->list_templates("w");
    REQUIRE(all);
    REQUIRE(all->size() == 3);
    CHECK((*all)[0] == plain_template("1", "b", "de"));
    CHECK((*all)[1] == plain_template("2", "b"));
    CHECK((*all)[2] == test::rich_template());
    CHECK(store->list_templates("nobody")->empty());
}

TEST_CASE("store: how a sync went is kept, once for an account") {
    const test::TempDir dir;
    const auto store = opened(dir);
    CHECK_FALSE(*store->find_template_sync("w"));
    for (const int failures : {1, 2}) {
        const TemplateSync sync{"w", test::kNoon, 5, failures, "no name"};
        REQUIRE(store->write([&](Transaction& transaction) { return transaction.put_template_sync(sync); }));
        CHECK(store->find_template_sync("w").value() == sync);
    }
}

}  // namespace roost
