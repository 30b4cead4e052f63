#include "server/store/numbers.h"

#include <doctest/doctest.h>

#include "server/store/open_store.h"
#include "server/store/store.h"
#include "tests/support/temp_dir.h"

namespace roost {

namespace {

struct Scene {
    Scene() {
        auto opened = open_store(dir.path());
        REQUIRE(opened);
        store = std::move(*opened);
        REQUIRE(store->write([&](Transaction& transaction) -> Status {
            ASSIGN_OR_RETURN(kenya, transaction.account_for(Platform::kWhatsApp, "1"));
            ASSIGN_OR_RETURN(brazil, transaction.account_for(Platform::kWhatsApp, "2"));
            return {};
        }));
    }
    template <class Change>
    void change(const Change& change) {
        REQUIRE(store->write([&](Transaction& transaction) -> Status {
            return change(transaction.numbers());
        }));
    }

    test::TempDir dir;
    std::unique_ptr<Store> store;
    AccountId kenya;
    AccountId brazil;
};

NumberHealth green() {
    NumberHealth health;
    health.checked_at = 1'700'000'000'000;
    health.quality = "GREEN";
    health.problems = {{NumberProblemKind::kNotSubscribed, ""}};
    return health;
}

}  // namespace

TEST_CASE("store: a connection is kept, replaced and removed, and its number stays") {
    Scene use;
    const ConnectionRow first{use.kenya, "1", "10", "token", "secret", 5, AgentId{3}};
    use.change([&](NumberWrites& numbers) { return numbers.put_connection(first); });
    auto second = first;
    second.access_token = "other";
    use.change([&](NumberWrites& numbers) { return numbers.put_connection(second); });
    CHECK(use.store->numbers().list_connections() == std::vector<ConnectionRow>{second});
    bool was_there = false;
    for (const bool expected : {true, false}) {
        use.change([&](NumberWrites& numbers) -> Status {
            ASSIGN_OR_RETURN(was_there, numbers.remove_connection(use.kenya));
            return {};
        });
        CHECK(was_there == expected);
    }
    CHECK(use.store->numbers().list_connections()->empty());
    CHECK(use.store->numbers().list_numbers()->size() == 2);
}

TEST_CASE("store: what was last seen of a number is kept for it alone") {
    Scene use;
    use.change([&](NumberWrites& numbers) -> Status {
        CHECK(numbers.health(use.kenya) == NumberHealth{});
        RETURN_IF_ERROR(numbers.put_health(use.kenya, green()));
        CHECK(numbers.health(use.kenya) == green());
        return {};
    });
    const auto numbers = use.store->numbers().list_numbers();
    REQUIRE(numbers);
    CHECK(numbers->front().key == "1");
    CHECK(numbers->front().health == green());
    CHECK(numbers->back().health == NumberHealth{});
}

TEST_CASE("store: the newest changes of a number come first, and the oldest are forgotten") {
    Scene use;
    const auto change_at = [](UnixMillis at) {
        return NumberChange{at, NumberAspect::kQuality, "GREEN", "RED"};
    };
    use.change([&](NumberWrites& numbers) -> Status {
        RETURN_IF_ERROR(numbers.add_change(use.brazil, change_at(1)));
        for (UnixMillis at = 1; at <= kNumberChangesKept + 5; ++at)
            RETURN_IF_ERROR(numbers.add_change(use.kenya, change_at(at)));
        return {};
    });
    const auto changes = use.store->numbers().list_changes(use.kenya);
    REQUIRE(changes);
    CHECK(changes->size() == kNumberChangesKept);
    CHECK(changes->front() == change_at(kNumberChangesKept + 5));
    CHECK(changes->back() == change_at(6));
    CHECK(use.store->numbers().list_changes(use.brazil)->size() == 1);
}

}  // namespace roost
