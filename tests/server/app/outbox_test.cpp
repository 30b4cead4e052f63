#include "server/app/outbox.h"

#include <doctest/doctest.h>

#include "server/app/mark_read.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

using test::kNoon;
using test::UseCase;

TEST_CASE("outbox: a message goes out once, with our id, and has one tick when Meta took it") {
    UseCase use;
    const auto row = use.customer_writes();
    const auto sent = use.agent_sends(row.id, "ref-1");
    CHECK(sent.status == DeliveryStatus::kQueued);
    CHECK(use.work_outbox() == 1);
    CHECK(use.work_outbox() == 0);
    const auto calls = use.cloud.calls();
    REQUIRE(calls.size() == 1);
    CHECK(calls[0].account_key == test::kNumberId);
    CHECK(calls[0].callback_data() == to_string(sent.id));
    CHECK(string_or(calls[0].body, "to", "") == test::kCustomer);
    const auto stored = use.message(sent.id);
    CHECK(stored.status == DeliveryStatus::kSent);
    CHECK(stored.wamid == "wamid.OUT1");
    CHECK(use.waiting().empty());
}

TEST_CASE("outbox: the attempt is durable before Meta is called") {
    UseCase use;
    const auto sent = use.agent_sends(use.customer_writes().id, "ref-1");
    const auto claimed = use.outbox->claim(10);
    REQUIRE(claimed);
    REQUIRE(claimed->size() == 1);
    CHECK(use.message(sent.id).status == DeliveryStatus::kSending);
    CHECK(use.waiting().front().attempt_started_at == use.clock.now());
    CHECK(use.cloud.calls().empty());
}

TEST_CASE("outbox: the order of one conversation is kept, another one is not held up") {
    UseCase use;
    const auto row = use.customer_writes();
    test::InboundText other;
    other.wamid = "wamid.OTHER";
    other.from = "447700900123";
    use.receive(test::text_webhook(other));
    const auto rows = use.store->list_conversations({});
    REQUIRE(rows);
    const auto second = rows->conversations[0].id == row.id ? rows->conversations[1] : rows->conversations[0];
    const auto first_message = use.agent_sends(row.id, "a-1");
    const auto held_back = use.agent_sends(row.id, "a-2");
    const auto elsewhere = use.agent_sends(second.id, "b-1");

    use.cloud.fail_next(CloudRefusal{500, 131016, "", 0});
    CHECK(use.work_outbox() == 2);
    CHECK(use.message(first_message.id).status == DeliveryStatus::kQueued);
    CHECK(use.message(held_back.id).status == DeliveryStatus::kQueued);
    CHECK(use.message(elsewhere.id).status == DeliveryStatus::kSent);

    use.clock.advance(kMinute);
    CHECK(use.work_outbox() == 1);
    CHECK(use.work_outbox() == 1);
    const auto calls = use.cloud.calls();
    REQUIRE(calls.size() == 4);
    CHECK(calls[2].callback_data() == to_string(first_message.id));
    CHECK(calls[3].callback_data() == to_string(held_back.id));
}

TEST_CASE("outbox: a definite no fails the message with a sentence and lets the next one go") {
    UseCase use;
    const auto row = use.customer_writes();
    const auto failing = use.agent_sends(row.id, "ref-1");
    const auto next = use.agent_sends(row.id, "ref-2");
    use.cloud.fail_next(CloudRefusal{400, 131026, "undeliverable", 0});
    CHECK(use.work_outbox() == 1);
    const auto stored = use.message(failing.id);
    CHECK(stored.status == DeliveryStatus::kFailed);
    REQUIRE(stored.failure);
    CHECK(stored.failure->code == 131026);
    CHECK(stored.failure->details == "undeliverable");
    CHECK(use.work_outbox() == 1);
    CHECK(use.message(next.id).status == DeliveryStatus::kSent);
}

TEST_CASE("outbox: Meta is away for ten minutes and nothing fails, then everything goes in order") {
    UseCase use;
    const auto row = use.customer_writes();
    std::vector<Message> sent;
    for (int i = 0; i < 5; ++i)
        sent.push_back(use.agent_sends(row.id, "ref-" + std::to_string(i)));
    use.cloud.always(CloudUnreachable{"no route"});
    const auto end = use.clock.now() + 10 * kMinute;
    while (use.clock.now() < end) {
        use.work_outbox();
        use.clock.advance(kSecond);
    }
    const auto tried = use.cloud.calls().size();
    CHECK(tried > 10);
    for (const auto& message : sent)
        CHECK(use.message(message.id).status == DeliveryStatus::kQueued);

    use.cloud.recover();
    for (int i = 0; i < 60; ++i) {
        use.clock.advance(kSecond);
        use.work_outbox();
    }
    for (const auto& message : sent)
        CHECK(use.message(message.id).status == DeliveryStatus::kSent);
    const auto calls = use.cloud.calls();
    REQUIRE(calls.size() == tried + 5);
    for (std::size_t i = 0; i < sent.size(); ++i)
        CHECK(calls[tried + i].callback_data() == to_string(sent[i].id));
}

TEST_CASE("outbox: what is forced goes out although the window is closed, and waits for a day at most") {
    UseCase use;
    const auto row = use.customer_writes();
    use.clock.set(kNoon + 2 * kDay);
    SendRequest request;
    request.client_ref = "ref-1";
    request.content = Text{"Karibu", false};
    const auto refused = send_message(*use.deps, use.agent, row.id, request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::kWindowClosed);
    request.is_forced = true;
    const auto sent = send_message(*use.deps, use.agent, row.id, request);
    REQUIRE(sent);
    use.work_outbox();
    CHECK(use.message(sent->id).status == DeliveryStatus::kSent);

    request.client_ref = "ref-2";
    const auto late = send_message(*use.deps, use.agent, row.id, request);
    REQUIRE(late);
    use.cloud.always(CloudUnreachable{"no route"});
    use.clock.advance(kMinute);
    use.work_outbox();
    CHECK(use.message(late->id).status == DeliveryStatus::kQueued);
    use.clock.advance(kDay);
    use.work_outbox();
    CHECK(use.message(late->id).status == DeliveryStatus::kFailed);
    CHECK(use.message(late->id).failure->sentence == too_late(false).sentence);
}

TEST_CASE("outbox: the window closes during an outage and the message says so instead of going out") {
    UseCase use;
    const auto sent = use.agent_sends(use.customer_writes().id, "ref-1");
    use.cloud.always(CloudUnreachable{"no route"});
    use.work_outbox();
    use.clock.set(kNoon + kDay);
    use.cloud.recover();
    use.work_outbox();
    CHECK(use.cloud.calls().size() == 1);
    const auto stored = use.message(sent.id);
    CHECK(stored.status == DeliveryStatus::kFailed);
    REQUIRE(stored.failure);
    CHECK(stored.failure->sentence.find("24-hour") != std::string::npos);
    CHECK(use.waiting().empty());
}

TEST_CASE("outbox: an answer that was lost is settled by the status webhook and nothing is sent twice") {
    UseCase use;
    const auto sent = use.agent_sends(use.customer_writes().id, "ref-1");
    use.cloud.fail_next(CloudUnknown{"connection lost"});
    CHECK(use.work_outbox() == 1);
    CHECK(use.message(sent.id).status == DeliveryStatus::kSending);
    use.clock.advance(5 * kSecond);
    CHECK(use.work_outbox() == 0);

    use.status("wamid.THEIRS", "delivered", sent, use.clock.now());
    CHECK(use.message(sent.id).status == DeliveryStatus::kDelivered);
    CHECK(use.message(sent.id).wamid == "wamid.THEIRS");
    CHECK(use.waiting().empty());
    use.clock.advance(kHour);
    CHECK(use.work_outbox() == 0);
    CHECK(use.cloud.calls().size() == 1);
}

TEST_CASE("outbox: an answer that was lost and no status leads to one more attempt after the grace") {
    UseCase use;
    const auto sent = use.agent_sends(use.customer_writes().id, "ref-1");
    use.cloud.fail_next(CloudUnknown{"timeout"});
    use.work_outbox();
    const auto grace = use.config.ambiguous_grace_seconds * kSecond;
    use.clock.advance(grace - kSecond);
    CHECK(use.work_outbox() == 0);
    use.clock.advance(kSecond);
    CHECK(use.work_outbox() == 1);
    CHECK(use.message(sent.id).status == DeliveryStatus::kSent);
    CHECK(use.cloud.calls().size() == 2);
    use.clock.advance(kHour);
    CHECK(use.work_outbox() == 0);
}

TEST_CASE("outbox: after a crash between Meta's answer and our commit the status has its chance first") {
    UseCase use;
    const auto sent = use.agent_sends(use.customer_writes().id, "ref-1");
    const auto claimed = use.outbox->claim(10);
    REQUIRE(claimed);
    REQUIRE(claimed->size() == 1);
    use.outbox->call(claimed->front());  // Meta took it; we die before we know
    use.clock.advance(kHour);            // and come back late
    use.reopen();
    CHECK(use.work_outbox() == 0);
    SUBCASE("the status comes") {
        use.status("wamid.OUT1", "sent", sent, use.clock.now());
        use.clock.advance(kHour);
        CHECK(use.work_outbox() == 0);
        CHECK(use.cloud.calls().size() == 1);
        CHECK(use.message(sent.id).status == DeliveryStatus::kSent);
    }
    SUBCASE("no status comes") {
        use.clock.advance(use.config.ambiguous_grace_seconds * kSecond);
        CHECK(use.work_outbox() == 1);
        CHECK(use.cloud.calls().size() == 2);
        CHECK(use.message(sent.id).status == DeliveryStatus::kSent);
    }
}

TEST_CASE("outbox: after a crash before Meta was called nothing is lost") {
    UseCase use;
    const auto sent = use.agent_sends(use.customer_writes().id, "ref-1");
    use.reopen();
    CHECK(use.work_outbox() == 1);
    CHECK(use.message(sent.id).status == DeliveryStatus::kSent);
}

TEST_CASE("outbox: a bad token stops the number, keeps every message, and goes on once it is mended") {
    UseCase use;
    const auto row = use.customer_writes();
    const auto first = use.agent_sends(row.id, "ref-1");
    const auto second = use.agent_sends(row.id, "ref-2");
    use.cloud.always(CloudRefusal{401, 190, "expired", 0});
    use.work_outbox();
    use.clock.advance(30 * kSecond);
    CHECK(use.work_outbox() == 0);
    CHECK(use.message(first.id).status == DeliveryStatus::kQueued);
    use.cloud.recover();
    use.clock.advance(10 * kMinute);
    CHECK(use.work_outbox() == 1);
    use.clock.advance(kSecond);
    CHECK(use.work_outbox() == 1);
    CHECK(use.message(first.id).status == DeliveryStatus::kSent);
    CHECK(use.message(second.id).status == DeliveryStatus::kSent);
}

TEST_CASE("outbox: too fast for one customer slows that conversation alone") {
    UseCase use;
    const auto row = use.customer_writes();
    const auto slow = use.agent_sends(row.id, "ref-1");
    use.cloud.fail_next(CloudRefusal{400, 131056, "", 0});
    use.work_outbox();
    CHECK(use.message(slow.id).status == DeliveryStatus::kQueued);
    use.clock.advance(3 * kSecond);
    CHECK(use.work_outbox() == 0);
    use.clock.advance(kSecond);
    CHECK(use.work_outbox() == 1);
    CHECK(use.message(slow.id).status == DeliveryStatus::kSent);
}

TEST_CASE("outbox: no more than the pace of a pair goes to one customer at once") {
    UseCase use;
    const auto row = use.customer_writes();
    for (int i = 0; i < 50; ++i)
        use.agent_sends(row.id, "ref-" + std::to_string(i));
    for (int i = 0; i < 500; ++i) {
        use.work_outbox();
        use.clock.advance(10);
    }
    CHECK(use.cloud.calls().size() == 45);
    for (int i = 0; i < 60; ++i) {
        use.work_outbox();
        use.clock.advance(kSecond);
    }
    CHECK(use.cloud.calls().size() == 50);
}

TEST_CASE("outbox: reading brings blue ticks to the newest message only, and failing to is no drama") {
    UseCase use;
    test::InboundText second;
    second.wamid = "wamid.TEXT2";
    second.at = kNoon + kSecond;
    use.receive(test::text_webhook({test::InboundText{}, second}));
    const auto row = use.only_row();
    CHECK(row.unread == 2);
    REQUIRE(mark_read(*use.deps, use.agent, row.id, row.last.id));
    use.cloud.fail_next(CloudUnknown{"timeout"});
    CHECK(use.work_outbox() == 1);
    use.clock.advance(kMinute);
    CHECK(use.work_outbox() == 1);
    const auto calls = use.cloud.calls();
    REQUIRE(calls.size() == 2);
    CHECK(calls[0].wamid == "wamid.TEXT2");
    CHECK(calls[1].wamid == "wamid.TEXT2");
    CHECK(use.waiting().empty());
}

TEST_CASE("outbox: nobody sends again before Meta allows it") {
    UseCase use;
    const auto sent = use.agent_sends(use.customer_writes().id, "ref-1");
    use.work_outbox();
    use.status("wamid.OUT1", "failed", sent, use.clock.now(), 131048);
    use.clock.advance(kHour - kSecond);
    const auto early = retry_message(*use.deps, use.agent, sent.id);
    REQUIRE_FALSE(early);
    CHECK(early.error().code == ErrorCode::kConflict);
    CHECK(early.error().message.find(to_rfc3339(use.clock.now() + kSecond)) != std::string::npos);
    use.clock.advance(kSecond);
    CHECK(retry_message(*use.deps, use.agent, sent.id));
}

TEST_CASE("outbox: what was sent by force can be tried again by force, and not without") {
    UseCase use;
    const auto sent = use.agent_sends(use.customer_writes().id, "ref-1");
    use.work_outbox();
    use.clock.advance(2 * kDay);
    use.status("wamid.OUT1", "failed", sent, use.clock.now(), 131000);
    const auto refused = retry_message(*use.deps, use.agent, sent.id);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::kWindowClosed);
    CHECK(use.message(sent.id).status == DeliveryStatus::kFailed);
    REQUIRE(retry_message(*use.deps, use.agent, sent.id, true));
    CHECK(use.work_outbox() == 1);
    CHECK(use.message(sent.id).status == DeliveryStatus::kSent);
}

TEST_CASE("outbox: a retried message is not failed again by the repeated news of its first attempt") {
    UseCase use;
    const auto sent = use.agent_sends(use.customer_writes().id, "ref-1");
    use.work_outbox();
    use.status("wamid.OUT1", "failed", sent, use.clock.now(), 131037);
    REQUIRE(use.message(sent.id).status == DeliveryStatus::kFailed);
    REQUIRE(retry_message(*use.deps, use.agent, sent.id));
    use.status("wamid.OUT1", "failed", sent, use.clock.now(), 131037);
    CHECK(use.message(sent.id).status == DeliveryStatus::kQueued);
    CHECK(use.work_outbox() == 1);
    CHECK(use.message(sent.id).status == DeliveryStatus::kSent);
    CHECK(use.message(sent.id).wamid == "wamid.OUT2");
    use.status("wamid.OUT2", "read", sent, use.clock.now());
    CHECK(use.message(sent.id).status == DeliveryStatus::kRead);
}

TEST_CASE("outbox: the next look is when something becomes due") {
    UseCase use;
    CHECK(use.outbox->next_look() == 0);
    use.agent_sends(use.customer_writes().id, "ref-1");
    use.cloud.fail_next(CloudUnknown{"timeout"});
    use.work_outbox();
    use.work_outbox();
    CHECK(use.outbox->next_look() == use.clock.now() + use.config.ambiguous_grace_seconds * kSecond);
}

}  // namespace
}  // namespace roost
