#include <doctest/doctest.h>

#include <memory>

#include "server/app/connected_numbers.h"
#include "server/app/reseal.h"
#include "server/commands/commands.h"
#include "server/config.h"
#include "server/data_folder.h"
#include "server/store/open_store.h"
#include "server/store/store.h"
#include "tests/support/temp_dir.h"

namespace roost {

namespace {

SecretBox box_of(const std::string& key) {
    auto box = SecretBox::with_key(key);
    REQUIRE(box);
    return *box;
}

struct Scene {
    Scene() {
        const auto made = kept_secret_key(dir.path());
        REQUIRE(made);
        key = *made;
        const auto store = open();
        add(*store, "1");
        add(*store, "2");
    }
    std::unique_ptr<Store> open() const {
        auto opened = open_store(dir.path());
        REQUIRE(opened);
        return std::move(*opened);
    }
    void add(Store& store, const std::string& number) const {
        REQUIRE(store.write([&](Transaction& transaction) -> Status {
            auto row = seal_connection(box_of(key), {number, "10", "token " + number, "secret", false, 1});
            ASSIGN_OR_RETURN(row.account, transaction.account_for(Platform::kWhatsApp, number));
            return transaction.numbers().put_connection(row);
        }));
    }
    // The tokens that a key opens, in the order of the numbers.
    std::string tokens(const std::string& with) const {
        ConnectedNumbers numbers(config);
        REQUIRE(load_connections(*open(), box_of(with), numbers));
        std::string all;
        for (const auto& one : numbers.all())
            all += one.access_token + ";";
        return all;
    }
    int rotate() const { return rotate_key_command({"--data", dir.path()}); }

    test::TempDir dir;
    Config config;
    std::string key;
};

}  // namespace

TEST_CASE("rotate-key: everything is sealed with a new key, and the old one opens nothing") {
    const Scene use;
    REQUIRE(kept_secret(use.dir.path(), kSessionKeyFile, 32));
    REQUIRE(use.rotate() == 0);
    CHECK_FALSE(is_secret_kept(use.dir.path(), kSessionKeyFile));
    const auto fresh = kept_secret_key(use.dir.path());
    REQUIRE(fresh);
    CHECK(*fresh != use.key);
    CHECK(use.tokens(*fresh) == "token 1;token 2;");
    CHECK(use.tokens(use.key).empty());
}

TEST_CASE("rotate-key: one that was broken off before or after the sealing is ended by the next") {
    for (const bool was_sealed : {false, true}) {
        const Scene use;
        const auto next = kept_secret(use.dir.path(), kNextSecretKeyFile, SecretBox::kKeyBytes);
        REQUIRE(next);
        if (was_sealed) REQUIRE(reseal_secrets(*use.open(), box_of(use.key), box_of(*next)));
        CHECK(kept_secret_key(use.dir.path()).error().code == ErrorCode::kUnavailable);
        REQUIRE(use.rotate() == 0);
        CHECK(kept_secret_key(use.dir.path()) == *next);
        CHECK(use.tokens(*next) == "token 1;token 2;");
    }
}

TEST_CASE("rotate-key: with a key that does not open everything nothing is changed") {
    const Scene use;
    const auto other = box_of(std::string(64, 'b'));
    const auto store = use.open();
    CHECK(reseal_secrets(*store, other, box_of(std::string(64, 'c'))).error().code == ErrorCode::kInternal);
    CHECK(use.tokens(use.key) == "token 1;token 2;");
    CHECK(reseal_secrets(*store, box_of(use.key), other) == 4);
    CHECK(reseal_secrets(*store, box_of(use.key), other) == 4);
}

TEST_CASE("rotate-key: a folder without a key is refused, and nothing is made there") {
    const test::TempDir empty;
    CHECK(rotate_key_command({"--data", empty.path()}) == 1);
    CHECK_FALSE(is_secret_kept(empty.path(), kSecretKeyFile));
}

}  // namespace roost
