// The doctor where numbers were connected in the client: nothing of them stands in the settings.
#include <doctest/doctest.h>

#include <memory>
#include <sstream>
#include <string>

#include "server/app/connected_numbers.h"
#include "server/commands/doctor.h"
#include "server/data_folder.h"
#include "server/secret_box.h"
#include "server/simulator/simulator.h"
#include "server/store/open_store.h"
#include "server/store/store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace roost {
namespace {

struct Installation {
    Installation() {
        options.port = 0;
        options.access_token = "canary-token";
        auto started = Simulator::start(options);
        REQUIRE(started);
        meta = std::move(*started);
        const auto key = kept_secret_key(dir.path());
        REQUIRE(key);
        auto opened = open_store(dir.path());
        REQUIRE(opened);
        store = std::move(*opened);
        connect(*key, {options.phone_number_id, options.waba_id, "canary-token", "canary-secret", false, 1});
        connect(*key, {"777", options.waba_id, "canary-token", "canary-secret", false, 2});
    }
    void connect(const std::string& key, const ConnectedNumber& number) const {
        const auto box = SecretBox::with_key(key);
        REQUIRE(box);
        REQUIRE(store->write([&](Transaction& transaction) -> Status {
            auto row = seal_connection(*box, number);
            ASSIGN_OR_RETURN(
                row.account, transaction.account_for(Platform::kWhatsApp, number.phone_number_id)
            );
            return transaction.numbers().put_connection(row);
        }));
    }
    std::string run(const Arguments& arguments = {}) const {
        std::istringstream in;
        std::ostringstream out;
        const ConfigSources sources{
            {},
            {{"ROOST_GRAPH_URL", "http://127.0.0.1:" + std::to_string(meta->port())},
             {"ROOST_DATA", dir.path()}},
            ""};
        const doctor::World world{
            clock, [](const auto&) { return std::optional<std::int64_t>(50'000'000'000); }};
        run_doctor(arguments, {sources, world, in, out, out});
        CHECK(out.str().find("canary") == std::string::npos);
        return out.str();
    }

    test::TempDir dir;
    mutable test::FakeClock clock{SystemClock().now()};
    SimulatorOptions options;
    std::unique_ptr<Simulator> meta;
    std::unique_ptr<Store> store;
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("doctor command: a number of the client is looked at with its own token; another can be named") {
    const Installation all;
    const auto first = all.run();
    CHECK(contains(first, "✓ configuration"));
    CHECK(contains(first, "✓ access token"));
    CHECK(contains(first, "✓ number"));
    CHECK(contains(first, "--number ID looks at another"));
    const auto second = all.run({"--number", "777"});
    CHECK(contains(second, "✓ access token"));
    CHECK(contains(second, "✗ number"));
}

TEST_CASE("doctor command: with another key the number is missing, and nothing is made") {
    const Installation all;
    all.dir.write("secret_key", std::string(64, 'f'));
    CHECK(contains(all.run(), "Missing: app_secret, access_token"));
    CHECK_FALSE(is_secret_kept(all.dir.path(), "verify_token"));
}

}  // namespace
}  // namespace roost
