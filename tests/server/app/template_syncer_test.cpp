#include "server/app/template_syncer.h"

#include <doctest/doctest.h>

#include <future>

#include "server/app/clock.h"
#include "tests/support/template_samples.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

using test::kNoon;
using test::plain_template;

struct Scene : test::UseCase {
    Scene() { config.waba_id = test::kBusinessAccount; }

    std::string names() {
        const auto all = store->list_templates(config.waba_id);
        REQUIRE(all);
        std::string text;
        for (const auto& one : *all)
            text += one.name + "/" + one.language + "/" + one.status + " ";
        return text;
    }
    TemplateSync sync() {
        const auto known = store->find_template_sync(config.waba_id);
        REQUIRE(known);
        REQUIRE(*known);
        return **known;
    }
    std::string field(std::string_view name, std::string_view value) {
        const auto payload = test::whatsapp_payload(*parse_json(value), std::string(name));
        const auto before = newest();
        receive(dump_json(payload));
        return newest() == before ? "nothing" : "told";
    }
    EventSeq newest() { return store->event_range()->newest; }
};

}  // namespace

TEST_CASE("template sync: all pages are stored, and what Meta does not list any more goes") {
    Scene use;
    use.cloud.hold_templates({plain_template("1", "a"), plain_template("2", "b"), plain_template("3", "c")});
    REQUIRE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    CHECK(use.cloud.listings() == 2);
    CHECK(use.cloud.last_waba() == use.config.waba_id);
    CHECK(use.names() == "a/en_US/APPROVED b/en_US/APPROVED c/en_US/APPROVED ");
    auto paused = plain_template("2", "b");
    paused.status = "PAUSED";
    use.cloud.hold_templates({plain_template("1", "a"), paused});
    const auto before = use.newest();
    REQUIRE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    CHECK(use.names() == "a/en_US/APPROVED b/en_US/PAUSED ");
    CHECK(use.newest() > before);
    CHECK(use.sync().due_at == use.clock.now() + kHour);
}

TEST_CASE("template sync: the same list again tells nobody anything") {
    Scene use;
    use.cloud.hold_templates({plain_template()});
    REQUIRE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    const auto before = use.newest();
    REQUIRE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    CHECK(use.newest() == before);
}

TEST_CASE("template sync: a list that breaks off changes nothing, is told, and is tried again ever later") {
    Scene use;
    use.cloud.hold_templates({plain_template("1", "a"), plain_template("2", "b"), plain_template("3", "c")});
    REQUIRE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    const auto before = use.names();
    use.cloud.hold_templates({});
    use.cloud.fail_next_listing(CloudUnreachable{"no name"});
    CHECK_FALSE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    CHECK(use.names() == before);
    CHECK(use.sync().problem == "no name");
    CHECK(use.sync().synced_at == use.clock.now());
    CHECK(use.sync().due_at == use.clock.now() + 2 * kSecond);
    for (int i = 0; i < 20; ++i) {
        use.cloud.fail_next_listing(CloudRefusal{401, 190, "", 0});
        CHECK_FALSE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    }
    CHECK(use.sync().due_at == use.clock.now() + kHour);
    CHECK(use.sync().problem == "Meta refused (190).");
    REQUIRE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    CHECK(use.sync().problem.empty());
    CHECK(use.names().empty());
}

TEST_CASE("template sync: a list without an end is given up") {
    Scene use;
    TemplatePage page;
    page.next = "same";
    for (int i = 0; i < 2; ++i)
        use.cloud.fail_next_listing(page);
    CHECK_FALSE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    CHECK(use.cloud.listings() == 2);
}

TEST_CASE("template sync: a wish that comes while Meta answers is one for the next sync") {
    Scene use;
    use.cloud.hold_templates({plain_template()});
    use.cloud.during_listing([&use] { REQUIRE(request_template_sync(*use.deps)); });
    REQUIRE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    CHECK(use.sync().due_at == 0);
    use.cloud.during_listing({});
    REQUIRE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    CHECK(use.sync().due_at == use.clock.now() + kHour);
}

TEST_CASE("template sync: without a business account there is nothing to ask for") {
    test::UseCase use;
    CHECK(request_template_sync(*use.deps).error().code == ErrorCode::kConflict);
    TemplateSyncer syncer(*use.deps, use.cloud);
    syncer.start();
    syncer.wake();
    syncer.stop();
    CHECK(use.cloud.listings() == 0);
}

TEST_CASE("template sync: runs at the start and whenever it is wanted, and stops while Meta is asked") {
    Scene use;
    use.cloud.hold_templates({plain_template()});
    std::promise<void> first;
    std::promise<void> second;
    use.cloud.during_listing([&first] { first.set_value(); });
    TemplateSyncer syncer(*use.deps, use.cloud);
    use.store->on_commit([&syncer](std::span<const StoredEvent> committed) {
        if (!committed.empty()) syncer.wake();
    });
    syncer.start();
    first.get_future().wait();
    use.cloud.during_listing([&second] { second.set_value(); });
    REQUIRE(request_template_sync(*use.deps));
    second.get_future().wait();
    use.cloud.during_listing({});
    syncer.stop();
    syncer.stop();
    CHECK(use.names() == "reminder/en_US/APPROVED ");
}

TEST_CASE("template webhooks: status, quality and category reach what is stored, and open pages") {
    Scene use;
    use.cloud.hold_templates({plain_template("11"), plain_template("12", "reminder", "sw")});
    REQUIRE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    const std::string about =
        R"("message_template_id":11,"message_template_name":"reminder","message_template_language":"en-US")";
    const std::string paused = R"({"event":"PAUSED","reason":"NONE",)" + about + "}";
    CHECK(use.field("message_template_status_update", paused) == "told");
    CHECK(use.names() == "reminder/en_US/PAUSED reminder/sw/APPROVED ");
    CHECK(use.field("message_template_status_update", paused) == "nothing");
    CHECK(use.field("message_template_status_update", R"({"event":"REINSTATED",)" + about + "}") == "told");
    CHECK(use.names() == "reminder/en_US/APPROVED reminder/sw/APPROVED ");
    use.field("message_template_status_update", R"({"event":"FLAGGED",)" + about + "}");
    CHECK(use.names() == "reminder/en_US/APPROVED reminder/sw/APPROVED ");
    CHECK(
        use.field("message_template_quality_update", R"({"new_quality_score":"RED",)" + about + "}") == "told"
    );
    CHECK(
        use.field(
            "template_category_update",
            R"({"previous_category":"UTILITY","new_category":"MARKETING",)" + about + "}"
        ) == "told"
    );
    const auto stored = use.store->list_templates(use.config.waba_id);
    CHECK(stored->front().quality == "RED");
    CHECK(stored->front().category == "MARKETING");
    CHECK(use.field("message_template_status_update", R"({"event":"DELETED",)" + about + "}") == "told");
    CHECK(use.names() == "reminder/sw/APPROVED ");
}

TEST_CASE("template webhooks: what only Meta's list can tell makes a sync due") {
    Scene use;
    use.cloud.hold_templates({plain_template("11")});
    REQUIRE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    const auto check_due = [&use](std::string_view field, std::string_view value) {
        CHECK(use.field(field, value) == "told");
        CHECK(use.sync().due_at == 0);
        REQUIRE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
    };
    check_due(
        "message_template_status_update",
        R"({"event":"APPROVED","message_template_id":99,"message_template_name":"new",
            "message_template_language":"en_US"})"
    );
    check_due(
        "message_template_components_update",
        R"({"message_template_id":11,"message_template_name":"reminder",
            "message_template_language":"en_US","message_template_element":"Hi"})"
    );
    CHECK(use.field("account_update", R"({"event":"VERIFIED_ACCOUNT"})") == "nothing");
}

}  // namespace roost
