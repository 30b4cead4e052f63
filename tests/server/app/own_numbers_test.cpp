#include "server/app/own_numbers.h"

#include <doctest/doctest.h>

#include "server/app/people.h"
#include "tests/support/number_seen.h"
#include "tests/support/use_case.h"

namespace roost {

namespace {

using Kind = NumberProblemKind;

struct Scene : test::UseCase {
    Scene() {
        config.waba_id = "10";
        config.access_token = "settings-token";
        config.app_secret = "settings-secret";
        config.secret_key = std::string(64, 'a');
        config.public_url = "https://inbox.example";
        config.verify_token = "verify";
    }
    Json wish() const {
        return {
            {"phone_number_id", "555"},
            {"waba", "20"},
            {"access_token", "EAAG-1"},
            {"app_secret", "shh"},
            {"subscribe", false}};
    }
    NumberResult<OwnNumber> connect(const Json& body) {
        return connect_number(*deps, cloud, look, actor, body);
    }
    OwnNumber connected() {
        auto own = connect(wish());
        REQUIRE(own);
        return *own;
    }
    std::string problems_of(const NumberResult<OwnNumber>& result) const {
        REQUIRE_FALSE(result);
        std::string all(error_code_name(result.error().error.code));
        for (const auto& one : result.error().problems)
            all += " " + std::string(number_problem_name(one.kind));
        return all;
    }
    std::vector<AccountNotice> notices() const { return store->list_account_notices(10).value(); }
    std::string audit() const {
        std::string all;
        const auto rows = store->people().list_audit({}).value();
        for (const auto& row : rows)
            all = row.action + " " + row.subject + " " + row.detail + "\n" + all;
        return all;
    }

    NumberSeen seen = test::healthy_number();
    std::vector<ConnectedNumber> looked_at;
    LookAtNumber look = [this](const ConnectedNumber& number) {
        looked_at.push_back(number);
        return test::seen_as(seen, number, clock);
    };
    Actor actor{{AgentId{1}, AgentRole::kAdmin}, "192.0.2.1"};
};

}  // namespace

TEST_CASE("own numbers: a number is checked with what was given, connected, and can be spoken for at once") {
    Scene use;
    auto body = use.wish();
    body["access_token"] = " EAAG-1\n";
    const auto own = use.connect(body);
    REQUIRE(own);
    REQUIRE(use.looked_at.size() == 1);
    CHECK(use.looked_at.front().access_token == "EAAG-1");
    CHECK(own->is_connected);
    CHECK_FALSE(own->is_from_settings);
    CHECK(own->connected_at == use.clock.now());
    CHECK(own->health.verified_name == "Savanna Solar");
    CHECK(use.numbers.with_number("555")->app_secret == "shh");
    CHECK(use.audit() == "number.connected 555 20\n");
    CHECK(use.store->find_template_sync("20").value()->due_at <= use.clock.now());
    CHECK(use.cloud.subscribed().empty());
}

TEST_CASE("own numbers: what cannot work is refused with every reason, and nothing is kept") {
    Scene use;
    use.seen.secret = CloudRefusal{400, 100, "no", 0};
    std::get<TokenFacts>(use.seen.token).scopes = {"whatsapp_business_messaging"};
    CHECK(use.problems_of(use.connect(use.wish())) == "invalid scope_missing secret_wrong");
    CHECK(use.numbers.all().size() == 1);
    CHECK(use.store->numbers().list_connections()->empty());
    CHECK(use.audit().empty());
}

TEST_CASE("own numbers: what can be waited for is told, and the number connected") {
    Scene use;
    use.seen.apps = std::vector<SubscribedApp>{};
    const auto own = use.connected();
    CHECK_FALSE(own.health.is_subscribed);
    REQUIRE(own.health.problems.size() == 1);
    CHECK(own.health.problems.front().kind == Kind::kNotSubscribed);
    CHECK(use.notices().empty());  // who connects sees it
}

TEST_CASE("own numbers: the app is subscribed where it is wished and was not") {
    Scene use;
    auto body = use.wish();
    body["subscribe"] = true;
    use.seen.apps = std::vector<SubscribedApp>{};
    REQUIRE(use.connect(body));
    CHECK(use.cloud.subscribed() == std::vector<std::string>{"20"});
    CHECK(use.looked_at.size() == 2);
}

TEST_CASE("own numbers: fields that are missing or of another form are named before Meta is asked") {
    Scene use;
    for (const std::string_view name : {"phone_number_id", "waba", "access_token", "app_secret"}) {
        auto body = use.wish();
        body.erase(std::string(name));
        const auto refused = use.connect(body);
        CHECK(use.problems_of(refused) == "invalid");
        CHECK(refused.error().error.message.find(name) != std::string::npos);
    }
    auto body = use.wish();
    body["phone_number_id"] = "+254 700 555 010";
    CHECK(use.problems_of(use.connect(body)) == "invalid");
    body = use.wish();
    body["access_token"] = "EA\nAG: x";
    CHECK(use.problems_of(use.connect(body)) == "invalid");
    CHECK(use.problems_of(use.connect(Json::array())) == "invalid");
    CHECK(use.looked_at.empty());
}

TEST_CASE("own numbers: one that is connected, here or in the settings, is not connected again") {
    Scene use;
    use.connected();
    CHECK(use.problems_of(use.connect(use.wish())) == "conflict");
    auto body = use.wish();
    body["phone_number_id"] = use.config.phone_number_id;
    CHECK(use.problems_of(use.connect(body)) == "conflict");
}

TEST_CASE("own numbers: a token is renewed when it is good, and the old one stays when it is not") {
    Scene use;
    const auto own = use.connected();
    use.seen.token = CloudRefusal{401, 190, "no", 0};
    CHECK(
        use.problems_of(renew_number(*use.deps, use.look, use.actor, own.id, {{"access_token", "bad"}})) ==
        "invalid token_refused"
    );
    CHECK(use.numbers.with_number("555")->access_token == "EAAG-1");
    use.seen = test::healthy_number();
    REQUIRE(renew_number(*use.deps, use.look, use.actor, own.id, {{"access_token", "EAAG-2"}}));
    CHECK(use.numbers.with_number("555")->access_token == "EAAG-2");
    CHECK(use.numbers.with_number("555")->app_secret == "shh");
    CHECK(use.problems_of(renew_number(*use.deps, use.look, use.actor, own.id, Json::object())) == "invalid");
    CHECK(use.audit() == "number.connected 555 20\nnumber.renewed 555 20\n");
}

TEST_CASE("own numbers: one that is disconnected keeps its history, and can be connected again") {
    Scene use;
    const auto own = use.connected();
    REQUIRE(disconnect_number(*use.deps, use.actor, own.id));
    CHECK_FALSE(use.numbers.with_number("555"));
    const auto gone = find_own_number(*use.deps, own.id);
    REQUIRE(gone);
    CHECK_FALSE(gone->is_connected);
    CHECK(gone->health.verified_name == "Savanna Solar");
    CHECK(disconnect_number(*use.deps, use.actor, own.id).error().code == ErrorCode::kConflict);
    CHECK(check_number(*use.deps, use.look, own.id).error().code == ErrorCode::kConflict);
    CHECK(use.connected().id == own.id);
}

TEST_CASE("own numbers: the one of the settings can be looked at, and not changed here") {
    Scene use;
    use.customer_writes();
    const auto own = list_own_numbers(*use.deps);
    REQUIRE(own);
    REQUIRE(own->numbers.size() == 1);
    const auto& number = own->numbers.front();
    CHECK(number.is_from_settings);
    CHECK(number.last_inbound_at > 0);
    CHECK(own->callback_url == "https://inbox.example/webhooks/whatsapp");
    CHECK(own->verify_token == "verify");
    CHECK(own->last_webhook_at > 0);
    CHECK(disconnect_number(*use.deps, use.actor, number.id).error().code == ErrorCode::kConflict);
    CHECK(
        use.problems_of(renew_number(*use.deps, use.look, use.actor, number.id, {{"access_token", "x"}})) ==
        "conflict"
    );
    CHECK(check_number(*use.deps, use.look, number.id)->health.quality == "GREEN");
}

TEST_CASE("own numbers: what changes between two looks is kept, and administrators are told of problems") {
    Scene use;
    const auto own = use.connected();
    use.clock.advance(kHour);
    std::get<NumberFacts>(*use.seen.number).quality = "RED";
    const std::atomic<bool> is_stopping{false};
    check_all_numbers(*use.deps, use.look, is_stopping);
    const auto changes = use.store->numbers().list_changes(own.id);
    REQUIRE(changes);
    REQUIRE(changes->size() == 2);
    CHECK(changes->back() == NumberChange{use.clock.now(), NumberAspect::kQuality, "GREEN", "RED"});
    REQUIRE(use.notices().size() == 1);
    CHECK(use.notices().front().kind == NoticeKind::kNumberProblem);
    CHECK(use.notices().front().subject == "+254 700 555 010");
    CHECK(use.notices().front().detail == "quality_low");
    check_all_numbers(*use.deps, use.look, is_stopping);
    CHECK(use.notices().size() == 1);
}

TEST_CASE("own numbers: a Meta that is away for a moment is history, and no notice") {
    Scene use;
    const auto own = use.connected();
    use.seen.token = CloudUnreachable{"timed out"};
    use.seen.number.reset();
    use.seen.apps.reset();
    const auto looked = check_number(*use.deps, use.look, own.id);
    REQUIRE(looked);
    CHECK(looked->health.quality == "GREEN");
    CHECK(looked->health.problems.front().kind == Kind::kMetaUnreachable);
    CHECK(use.notices().empty());
    CHECK(use.store->numbers().list_changes(own.id)->size() == 1);
}

TEST_CASE("own numbers: a look that was broken off is no news") {
    Scene use;
    const auto own = use.connected();
    std::get<NumberFacts>(*use.seen.number).quality = "RED";
    const std::atomic<bool> is_stopping{true};
    check_all_numbers(*use.deps, use.look, is_stopping);
    CHECK(use.store->numbers().list_changes(own.id)->empty());
}

TEST_CASE("own numbers: synchronising takes failed webhooks in again and asks for templates and files") {
    Scene use;
    const auto own = use.connected();
    REQUIRE(use.store->write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(
            const auto id,
            transaction.add_webhook(use.clock.now(), test::text_webhook({.wamid = "wamid.late"}))
        );
        RETURN_IF_ERROR(transaction.put_media_job({MessageId{9}, own.id, 3, use.clock.now() + kHour, 0}));
        return transaction.set_webhook_outcome(id, WebhookOutcome::kPartlyFailed, "disk");
    }));
    std::get<NumberFacts>(*use.seen.number).quality = "RED";
    REQUIRE(sync_number(*use.deps, use.cloud, use.look, use.actor, own.id));
    CHECK_FALSE(use.store->numbers().list_changes(own.id)->empty());
    WebhookQuery failed;
    failed.only_failed = true;
    CHECK(use.store->list_webhooks(failed)->empty());
    CHECK(use.store->list_media_jobs(10)->front().due_at == use.clock.now());
    CHECK(use.store->list_conversations({})->conversations.size() == 1);
    CHECK(
        sync_number(*use.deps, use.cloud, use.look, use.actor, AccountId{99}).error().code ==
        ErrorCode::kNotFound
    );
}

}  // namespace roost
