#include <doctest/doctest.h>

#include "server/app/template_syncer.h"
#include "tests/support/use_case.h"

// What is wrong with a number as a whole: when it rests, how it is tried, and when it is well again.

namespace roost {
namespace {

using test::kNoon;
using test::UseCase;

std::optional<AccountTrouble> trouble(const UseCase& use) {
    const auto troubles = use.store->list_troubles();
    REQUIRE(troubles);
    if (troubles->empty()) return std::nullopt;
    return troubles->begin()->second;
}

// Rows of so many people, each with an open window.
std::vector<Conversation> customers(UseCase& use, int count) {
    for (int i = 0; i < count; ++i) {
        test::InboundText text;
        text.wamid = "wamid.C" + std::to_string(i);
        text.from = "25471234560" + std::to_string(i);
        use.receive(test::text_webhook(text));
    }
    const auto rows = use.store->list_conversations({});
    REQUIRE(rows);
    return rows->conversations;
}

TEST_CASE("number trouble: one message finds out whether the number may go on, the others wait") {
    UseCase use;
    const auto rows = customers(use, 3);
    for (std::size_t i = 0; i < rows.size(); ++i)
        use.agent_sends(rows[i].id, "ref-" + std::to_string(i));
    use.cloud.always(CloudRefusal{401, 190, "expired", 0});
    CHECK(use.work_outbox() == 3);  // they were on their way together
    REQUIRE(trouble(use));
    for (int minute = 1; minute <= 3; ++minute) {
        use.clock.advance(2 * kMinute);
        CHECK(use.work_outbox() == 1);
    }
    use.cloud.recover();
    use.clock.advance(2 * kMinute);
    CHECK(use.work_outbox() == 1);
    CHECK_FALSE(trouble(use));
    CHECK(use.work_outbox() == 2);
    CHECK(use.waiting().empty());
}

TEST_CASE(
    "number trouble: what a status tells about the whole number rests it, until a status tells otherwise"
) {
    UseCase use;
    const auto rows = customers(use, 3);
    const auto first = use.agent_sends(rows[0].id, "ref-0");
    use.work_outbox();
    use.status("wamid.OUT1", "failed", first, use.clock.now(), 131042);
    const auto told = trouble(use);
    REQUIRE(told);
    CHECK(told->failure.code == 131042);
    CHECK(told->since == use.clock.now());
    CHECK(use.message(first.id).status == DeliveryStatus::kFailed);

    const auto second = use.agent_sends(rows[1].id, "ref-1");
    const auto third = use.agent_sends(rows[2].id, "ref-2");
    CHECK(use.work_outbox() == 0);
    use.clock.advance(10 * kMinute);
    CHECK(use.work_outbox() == 1);
    // Meta takes the message: that it also goes out is not known yet.
    CHECK(use.message(second.id).status == DeliveryStatus::kSent);
    CHECK(trouble(use));
    CHECK(use.work_outbox() == 0);
    SUBCASE("it does") {
        use.status("wamid.OUT2", "delivered", second, use.clock.now() + kSecond);
        CHECK_FALSE(trouble(use));
        CHECK(use.work_outbox() == 1);
        CHECK(use.message(third.id).status == DeliveryStatus::kSent);
    }
    SUBCASE("it does not") {
        use.status("wamid.OUT2", "failed", second, use.clock.now() + kSecond, 131042);
        CHECK(trouble(use)->since == told->since);
        use.clock.advance(9 * kMinute);
        CHECK(use.work_outbox() == 0);
        use.clock.advance(2 * kMinute);
        CHECK(use.work_outbox() == 1);
    }
    SUBCASE("a new start tries at once, and rests again") {
        use.reopen();
        CHECK(use.work_outbox() == 1);
        CHECK(use.work_outbox() == 0);
    }
}

TEST_CASE("number trouble: what went out before it, or failed for other reasons, says nothing") {
    UseCase use;
    const auto rows = customers(use, 3);
    const auto early = use.agent_sends(rows[0].id, "ref-0");
    const auto refused = use.agent_sends(rows[1].id, "ref-1");
    use.work_outbox();
    use.status("wamid.OUT1", "failed", refused, use.clock.now(), 131026);
    CHECK_FALSE(trouble(use));
    use.clock.advance(kMinute);
    const auto later = use.agent_sends(rows[2].id, "ref-2");
    use.work_outbox();
    use.status("wamid.OUT3", "failed", later, use.clock.now(), 131042);
    REQUIRE(trouble(use));
    use.status("wamid.OUT2", "delivered", early, use.clock.now() + kSecond);
    CHECK(trouble(use));
    use.status("wamid.OUT3", "failed", later, use.clock.now() + kHour, 131042);
    CHECK(trouble(use)->since == use.clock.now());
}

TEST_CASE("number trouble: it is not told for ever when nothing waits behind it") {
    UseCase use;
    const auto sent = use.agent_sends(use.customer_writes().id, "ref-1");
    use.cloud.always(CloudRefusal{401, 190, "expired", 0});
    use.work_outbox();
    REQUIRE(trouble(use));
    use.clock.set(kNoon + kDay);
    use.work_outbox();
    CHECK(use.message(sent.id).status == DeliveryStatus::kFailed);
    CHECK(use.waiting().empty());
    use.work_outbox();
    CHECK_FALSE(trouble(use));
    use.work_outbox();
    CHECK(use.outbox->next_look() == 0);
}

TEST_CASE("number trouble: what a status told stays for an hour after the last attempt") {
    UseCase use;
    const auto sent = use.agent_sends(use.customer_writes().id, "ref-1");
    use.work_outbox();
    use.status("wamid.OUT1", "failed", sent, use.clock.now(), 131042);
    use.work_outbox();
    use.clock.advance(kHour - kSecond);
    use.work_outbox();
    CHECK(trouble(use));
    CHECK(use.outbox->next_look() == use.clock.now() + kSecond);
    use.clock.advance(kSecond);
    use.work_outbox();
    CHECK_FALSE(trouble(use));
}

TEST_CASE("number trouble: another answer of Meta's ends what was about the token, and nothing else") {
    UseCase use;
    use.config.waba_id = "102290129340398";
    use.agent_sends(use.customer_writes().id, "ref-1");
    SUBCASE("the token") {
        use.cloud.fail_next(CloudRefusal{401, 190, "expired", 0});
        use.work_outbox();
        REQUIRE(trouble(use));
        use.clock.advance(kSecond);
        REQUIRE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
        CHECK_FALSE(trouble(use));
        CHECK(use.work_outbox() == 0);  // its own pause goes on
        use.clock.advance(kMinute);
        CHECK(use.work_outbox() == 1);
        CHECK(use.waiting().empty());
    }
    SUBCASE("the payment") {
        use.cloud.fail_next(CloudRefusal{400, 131042, "", 0});
        use.work_outbox();
        use.clock.advance(kSecond);
        REQUIRE(sync_templates(*use.deps, use.cloud, use.config.waba_id));
        CHECK(trouble(use));
    }
}

}  // namespace
}  // namespace roost
