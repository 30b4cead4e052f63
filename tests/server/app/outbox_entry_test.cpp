// What Meta took and then could not do: asked again without anybody's help, or not.
#include "server/app/outbox_entry.h"

#include <doctest/doctest.h>

#include "tests/support/use_case.h"

namespace roost {
namespace {

using test::kNoon;
using test::UseCase;

constexpr int kBusyCode = 131016;

struct Scene : UseCase {
    // Sent, and taken by Meta.
    Message takes(const std::string& wamid) {
        const auto sent = agent_sends(customer_writes().id, "ref-1");
        cloud.fail_next(CloudAccepted{wamid, std::string(test::kCustomer)});
        REQUIRE(work_outbox() == 1);
        return message(sent.id);
    }
};

TEST_CASE("outbox entry: a message that Meta could not send just now goes again by itself") {
    Scene use;
    const auto sent = use.takes("wamid.OUT1");
    use.status("wamid.OUT1", "failed", sent, use.clock.now(), kBusyCode);
    CHECK(use.message(sent.id).status == DeliveryStatus::kQueued);
    CHECK_FALSE(use.message(sent.id).failure);
    // Meta repeats itself; that is still one attempt.
    use.status("wamid.OUT1", "failed", sent, use.clock.now(), kBusyCode);
    REQUIRE(use.waiting().size() == 1);
    CHECK(use.waiting().front().due_at >= use.clock.now() + 30 * kSecond);
    CHECK(use.work_outbox() == 0);
    use.clock.advance(2 * kMinute);
    use.cloud.fail_next(CloudAccepted{"wamid.OUT2", std::string(test::kCustomer)});
    CHECK(use.work_outbox() == 1);
    use.status("wamid.OUT2", "delivered", sent, use.clock.now());
    CHECK(use.message(sent.id).status == DeliveryStatus::kDelivered);
    CHECK(use.message(sent.id).wamid == "wamid.OUT2");
}

TEST_CASE("outbox entry: what was said since is not overtaken, and other reasons are an agent's to judge") {
    Scene use;
    const auto sent = use.takes("wamid.OUT1");
    SUBCASE("another reason") {
        use.status("wamid.OUT1", "failed", sent, use.clock.now(), 131026);
    }
    SUBCASE("the customer wrote") {
        use.customer_writes({.wamid = "wamid.IN2", .text = "Hello?", .at = use.clock.now()});
        use.status("wamid.OUT1", "failed", sent, use.clock.now(), kBusyCode);
    }
    SUBCASE("an hour has passed") {
        use.clock.advance(kHour + kMinute);
        use.status("wamid.OUT1", "failed", sent, use.clock.now(), kBusyCode);
    }
    SUBCASE("it may not be written to") {
        auto row = use.only_row();
        auto failed = use.message(sent.id);
        failed.status = DeliveryStatus::kFailed;
        failed.failure = Failure{kBusyCode, "", "", true};
        CHECK(next_attempt(failed, row, failed.at + kMinute) > failed.at + kMinute);
        row.is_blocked = true;
        CHECK(next_attempt(failed, row, failed.at + kMinute) == 0);
        row.is_blocked = false;
        row.last_inbound_at = 0;
        CHECK(next_attempt(failed, row, failed.at + kMinute) == 0);
        return;
    }
    CHECK(use.message(sent.id).status == DeliveryStatus::kFailed);
    CHECK(use.waiting().empty());
}

}  // namespace
}  // namespace roost
