#include "server/app/receive_webhook.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "server/app/mark_read.h"
#include "shared/wire/event.h"
#include "tests/support/failing_store.h"
#include "tests/support/use_case.h"
#include "tests/support/whatsapp_payloads.h"

namespace roost {
namespace {

using test::InboundText;
using test::kNoon;
using test::UseCase;

InboundText numbered(int number, UnixMillis at = kNoon) {
    InboundText text;
    text.wamid = "wamid.N" + std::to_string(number);
    text.text = "text " + std::to_string(number);
    text.at = at + number * kSecond;
    return text;
}

std::vector<Message> thread_of(const UseCase& use, ConversationId id) {
    const auto page = use.store->list_messages({id, {}, {}, {}, 1000});
    REQUIRE(page);
    return page->messages;
}

TEST_CASE("receive: every message of every entry and change of a batch is stored") {
    UseCase use;
    auto first = *parse_json(test::text_webhook({numbered(1), numbered(2)}));
    auto second = *parse_json(test::text_webhook({numbered(3)}));
    first["entry"][0]["changes"].push_back(second["entry"][0]["changes"][0]);
    auto third = *parse_json(test::text_webhook({numbered(4), numbered(5)}));
    first["entry"].push_back(third["entry"][0]);
    const auto receipt = use.receive(dump_json(first));
    CHECK(receipt.applied == 5);
    CHECK(receipt.failed == 0);
    const auto row = use.only_row();
    CHECK(row.unread == 5);
    CHECK(row.last.preview.text == "text 5");
    CHECK(thread_of(use, row.id).size() == 5);
}

TEST_CASE("receive: one webhook a hundred times at once is one message and one event") {
    UseCase use;
    const auto body = test::text_webhook(InboundText{});
    std::atomic<int> applied{0};
    std::atomic<int> answered{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 20; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 5; ++n) {
                const auto receipt = receive_webhook(*use.deps, body);
                if (!receipt) continue;
                ++answered;
                applied += receipt->applied;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    CHECK(answered == 100);
    CHECK(applied == 1);
    CHECK(use.only_row().unread == 1);
    CHECK(thread_of(use, use.only_row().id).size() == 1);
    CHECK(use.store->events_after({}, 1000)->size() == 1);
}

TEST_CASE("receive: whatever the order and grouping, the thread ends up the same") {
    std::vector<InboundText> texts;
    for (int i = 0; i < 4; ++i)
        texts.push_back(numbered(i));
    std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.wamid < b.wamid; });
    do {
        UseCase use;
        use.receive(test::text_webhook(std::vector<InboundText>(texts.begin(), texts.begin() + 2)));
        for (const auto& text : texts)
            use.receive(test::text_webhook(text));
        const auto row = use.only_row();
        CHECK(row.unread == 4);
        CHECK(row.last.preview.text == "text 3");
        CHECK(row.last_inbound_at == kNoon + 3 * kSecond);
        const auto messages = thread_of(use, row.id);
        REQUIRE(messages.size() == 4);
        for (std::size_t i = 0; i < messages.size(); ++i)
            CHECK(messages[i].wamid == "wamid.N" + std::to_string(i));
    } while (std::next_permutation(texts.begin(), texts.end(), [](const auto& a, const auto& b) {
        return a.wamid < b.wamid;
    }));
}

TEST_CASE("receive: an item that cannot be applied is kept with its error and stops no neighbour") {
    UseCase use;
    test::FailingStore failing(*use.store);
    failing.fail_message("wamid.N2", {ErrorCode::kInternal, "made to fail"});
    const Deps deps{failing, use.clock, use.config, use.gate, use.numbers};
    const auto receipt = receive_webhook(deps, test::text_webhook({numbered(1), numbered(2), numbered(3)}));
    REQUIRE(receipt);
    CHECK(receipt->applied == 2);
    CHECK(receipt->failed == 1);
    const auto row = use.only_row();
    CHECK(row.unread == 2);
    CHECK(thread_of(use, row.id).size() == 2);
    CHECK(use.store->events_after({}, 100)->size() == 2);
    const auto failed = use.store->list_webhooks({.only_failed = true});
    REQUIRE(failed);
    REQUIRE(failed->size() == 1);
    CHECK(failed->front().outcome == WebhookOutcome::kPartlyFailed);
    CHECK(failed->front().body.find("wamid.N2") != std::string::npos);
}

TEST_CASE("replay: what failed is applied, what was applied is not doubled, and the log says who did it") {
    UseCase use;
    test::FailingStore failing(*use.store);
    failing.fail_message("wamid.N2", {ErrorCode::kInternal, "made to fail"});
    const Deps broken{failing, use.clock, use.config, use.gate, use.numbers};
    const auto first = receive_webhook(broken, test::text_webhook({numbered(1), numbered(2), numbered(3)}));
    REQUIRE(first);
    use.clock.advance(kHour);
    Actor ana;
    ana.address = "192.0.2.7";
    const auto still = replay_webhook(broken, ana, first->webhook_id);
    REQUIRE(still);
    CHECK(still->failed == 1);
    CHECK(use.store->list_webhooks({.only_failed = true})->size() == 1);
    const auto mended = replay_webhook(*use.deps, ana, first->webhook_id);
    REQUIRE(mended);
    CHECK(std::array{mended->applied, mended->repeated, mended->failed} == std::array{1, 2, 0});
    CHECK(use.store->list_webhooks({.only_failed = true})->empty());
    CHECK(use.store->list_webhooks({})->size() == 1);
    const auto again = replay_webhook(*use.deps, ana, first->webhook_id);
    REQUIRE(again);
    CHECK(std::array{again->applied, again->repeated, again->failed} == std::array{0, 3, 0});
    const auto messages = thread_of(use, use.only_row().id);
    REQUIRE(messages.size() == 3);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(messages[i].wamid == "wamid.N" + std::to_string(i + 1));
    CHECK(use.only_row().unread == 3);
    const auto noted = use.store->people().list_audit({});
    REQUIRE(noted);
    REQUIRE(noted->size() == 3);
    CHECK(noted->front().action == "webhook.replayed");
    CHECK(noted->front().subject == std::to_string(first->webhook_id));
    CHECK(noted->front().address == "192.0.2.7");
}

TEST_CASE("replay: what is malformed stays so, and what is not there is told") {
    UseCase use;
    const auto receipt = use.receive("{\"object\":");
    const auto replayed = replay_webhook(*use.deps, {}, receipt.webhook_id);
    REQUIRE(replayed);
    CHECK(replayed->is_malformed);
    CHECK(use.store->list_webhooks({})->front().outcome == WebhookOutcome::kMalformed);
    for (const std::int64_t id : {std::int64_t{0}, std::int64_t{-1}, receipt.webhook_id + 1, INT64_MAX}) {
        CAPTURE(id);
        const auto none = replay_webhook(*use.deps, {}, id);
        REQUIRE_FALSE(none);
        CHECK(none.error().code == ErrorCode::kNotFound);
    }
    CHECK(use.store->people().list_audit({})->size() == 1);
}

TEST_CASE("receive: a store that refuses keeps nothing, and the redelivery brings everything") {
    UseCase use;
    test::FailingStore failing(*use.store);
    failing.fail_message("wamid.N2", {ErrorCode::kUnavailable, "disk full"});
    const Deps deps{failing, use.clock, use.config, use.gate, use.numbers};
    const auto body = test::text_webhook({numbered(1), numbered(2)});
    const auto refused = receive_webhook(deps, body);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::kUnavailable);
    CHECK(use.store->list_conversations({})->conversations.empty());
    CHECK(use.store->list_webhooks({})->empty());
    CHECK(use.receive(body).applied == 2);
    CHECK(use.only_row().unread == 2);
}

TEST_CASE("receive: malformed JSON is kept whole as failed") {
    UseCase use;
    const auto receipt = use.receive("{\"object\": \xff\x00oops");
    CHECK(receipt.is_malformed);
    const auto failed = use.store->list_webhooks({.only_failed = true});
    REQUIRE(failed);
    REQUIRE(failed->size() == 1);
    CHECK(failed->front().outcome == WebhookOutcome::kMalformed);
    CHECK(failed->front().body.starts_with("{\"object\": \xff"));
    CHECK_FALSE(failed->front().error.empty());
}

TEST_CASE("receive: history and echoes are not unread and do not open the window") {
    UseCase use;
    use.receive(test::history_webhook("wamid.H", kNoon - kDay));
    auto row = use.only_row();
    CHECK(row.unread == 0);
    CHECK(row.last_inbound_at == 0);
    use.receive(test::echo_webhook("wamid.E", kNoon));
    row = use.only_row();
    CHECK(row.unread == 0);
    CHECK(row.last.direction == Direction::kOutbound);
    CHECK(row.last.status == DeliveryStatus::kSent);
    CHECK(row.last_inbound_at == 0);
}

TEST_CASE("receive: who came by an ad is answered free of charge from the moment the answer went out") {
    UseCase use;
    auto message = test::text_message({});
    message["referral"] = {{"source_type", "ad"}, {"source_id", "120210"}};
    auto value = test::whatsapp_value();
    value["messages"] = Json::array({message});
    use.receive(dump_json(test::whatsapp_payload(value)));
    auto row = use.only_row();
    CHECK(row.entered_at == kNoon);
    CHECK(thread_of(use, row.id).front().context.is_from_ad);
    const auto sent = use.agent_sends(row.id, "ref-1");
    CHECK(use.only_row().free_from == 0);
    use.work_outbox();
    row = use.only_row();
    CHECK(row.free_from == use.clock.now());
    // Open pages hear of the row, too.
    const auto events = use.store->events_after({}, 100);
    REQUIRE(events);
    const auto told = read_event(events->back().seq, events->back().payload);
    REQUIRE(told);
    CHECK(std::get<ConversationChanged>(told->payload).conversation == row);
    use.status("wamid.OUT1", "delivered", sent, kNoon + 3 * kMinute);
    CHECK(use.only_row().free_from == row.free_from);
}

std::string call_webhook(const char* event, int seconds, UnixMillis at) {
    Json call{
        {"id", "wacid.1"}, {"from", test::kCustomer}, {"event", event}, {"direction", "USER_INITIATED"}};
    call["timestamp"] = std::to_string(at / kSecond);
    if (seconds != 0) call["duration"] = seconds;
    auto value = test::whatsapp_value();
    value["calls"] = Json::array({call});
    return dump_json(test::whatsapp_payload(value, "calls"));
}

TEST_CASE("receive: a call is one message from its first ring to its end, in whatever order it is told") {
    UseCase use;
    use.receive(call_webhook("connect", 0, kNoon));
    auto row = use.only_row();
    CHECK(row.unread == 1);
    CHECK(row.last_inbound_at == kNoon);  // a call opens the window
    CHECK(row.last.preview.kind == PreviewKind::kCall);
    use.receive(call_webhook("terminate", 75, kNoon + 80 * kSecond));
    row = use.only_row();
    CHECK(row.unread == 1);
    CHECK(row.last.preview == Preview{PreviewKind::kCallEnded, "", 75});
    CHECK(use.receive(call_webhook("connect", 0, kNoon)).applied == 0);
    CHECK(use.receive(call_webhook("terminate", 0, kNoon)).applied == 0);
    const auto thread = thread_of(use, row.id);
    REQUIRE(thread.size() == 1);
    CHECK(thread.front().content == Content(Call{true, 75}));
    CHECK(thread.front().at == kNoon);
}

TEST_CASE("receive: within one second the order is that of arrival, whoever writes") {
    UseCase use;
    const auto row = use.customer_writes();
    use.clock.advance(300);
    use.agent_sends(row.id, "ours", "Where do you live?");
    use.clock.advance(300);
    auto theirs = numbered(2);
    theirs.at = use.clock.now() - use.clock.now() % kSecond;
    use.receive(test::text_webhook(theirs));
    use.clock.advance(300);
    use.agent_sends(row.id, "ours-too", "Thank you");
    const auto thread = thread_of(use, row.id);
    REQUIRE(thread.size() == 4);
    for (std::size_t i = 1; i < thread.size(); ++i)
        CHECK(thread[i - 1].id < thread[i].id);
    CHECK(use.only_row().last.id == thread.back().id);
}

TEST_CASE("receive: blue ticks are for what Meta can mark, also where something else came last") {
    UseCase use;
    use.receive(test::text_webhook(numbered(1)));
    use.receive(call_webhook("terminate", 0, kNoon + kMinute));
    CHECK(use.only_row().last.preview.kind == PreviewKind::kCallMissed);
    auto nameless = numbered(2, kNoon + 2 * kMinute);
    nameless.wamid.clear();
    use.receive(test::text_webhook(nameless));
    const auto row = use.only_row();
    const auto newest = thread_of(use, row.id).back().id;
    REQUIRE(mark_read(*use.deps, use.agent, row.id, newest));
    use.work_outbox();
    REQUIRE(use.cloud.calls().size() == 1);
    CHECK(use.cloud.calls().front().wamid == "wamid.N1");
}

TEST_CASE("receive: by what a message came stays with it") {
    UseCase use;
    auto message = test::text_message({});
    message["referral"] = {
        {"source_type", "ad"}, {"headline", "Free roof check"}, {"source_url", "https://fb.me/1"}};
    message["group_id"] = "Y2Fw";
    auto value = test::whatsapp_value();
    value["messages"] = Json::array({message});
    use.receive(dump_json(test::whatsapp_payload(value)));
    const auto stored = thread_of(use, use.only_row().id).front();
    CHECK(stored.context.source == MessageSource{"ad", "Free roof check", "", "https://fb.me/1", "", "Y2Fw"});
    const auto events = use.store->events_after({}, 100);
    REQUIRE(events);
    const auto told = read_event(events->front().seq, events->front().payload);
    REQUIRE(told);
    CHECK(std::get<MessageAdded>(told->payload).message == stored);
}

TEST_CASE("receive: a person known by number and by id is one conversation") {
    UseCase use;
    auto payload = *parse_json(test::text_webhook(numbered(1)));
    auto& value = payload["entry"][0]["changes"][0]["value"];
    value["contacts"][0]["user_id"] = "KE.1349";
    value["messages"][0]["from_user_id"] = "KE.1349";
    use.receive(dump_json(payload));
    value["messages"][0].erase("from");
    value["messages"][0]["id"] = "wamid.N2";
    value["contacts"][0].erase("wa_id");
    use.receive(dump_json(payload));
    const auto row = use.only_row();
    CHECK(row.unread == 2);
    CHECK(row.wa_id == test::kCustomer);
    CHECK(row.user_id == "KE.1349");
}

TEST_CASE("receive: two numbers of the business keep their conversations apart") {
    UseCase use;
    use.receive(test::text_webhook(numbered(1)));
    auto elsewhere = numbered(2);
    elsewhere.number_id = "999";
    use.receive(test::text_webhook(elsewhere));
    const auto rows = use.store->list_conversations({});
    REQUIRE(rows);
    REQUIRE(rows->conversations.size() == 2);
    CHECK(rows->conversations[0].account != rows->conversations[1].account);
}

TEST_CASE("receive: an edit replaces, a revocation empties, and neither comes back") {
    UseCase use;
    use.receive(test::text_webhook(InboundText{}));
    const auto id = use.only_row().last.id;
    use.receive(test::edit_webhook("wamid.E1", "wamid.TEXT1", "Better", kNoon));
    CHECK(std::get<Text>(use.message(id).content).body == "Better");
    use.receive(test::revoke_webhook("wamid.R1", "wamid.TEXT1", kNoon));
    const auto revoked = use.message(id);
    const auto* gone = std::get_if<Unsupported>(&revoked.content);
    REQUIRE(gone);
    CHECK(gone->type == "revoked");
    use.receive(test::edit_webhook("wamid.E1", "wamid.TEXT1", "Better", kNoon));
    CHECK(std::holds_alternative<Unsupported>(use.message(id).content));
    CHECK(use.only_row().last.type == "revoked");
}

TEST_CASE("receive: a status about a message of another system is kept, harmless and without an event") {
    UseCase use;
    use.receive(test::status_webhook(test::StatusReport{}));
    CHECK(use.store->events_after({}, 10)->empty());
    // A number that happens to be the id of a customer's message is not ours.
    use.receive(test::text_webhook(InboundText{}));
    const auto id = use.only_row().last.id;
    test::StatusReport report;
    report.wamid = "wamid.FOREIGN";
    report.callback_data = to_string(id);
    use.receive(test::status_webhook(report));
    CHECK(use.message(id).status == DeliveryStatus::kReceived);
    CHECK(use.message(id).wamid == "wamid.TEXT1");
}

TEST_CASE("receive: everything is there after the process died") {
    UseCase use;
    for (int i = 0; i < 20; ++i)
        use.receive(test::text_webhook(numbered(i)));
    use.reopen();
    const auto row = use.only_row();
    CHECK(row.unread == 20);
    CHECK(use.receive(test::text_webhook(numbered(7))).repeated == 1);
    use.receive(test::text_webhook(numbered(21)));
    CHECK(use.only_row().unread == 21);
    const auto events = use.store->events_after({}, 1000);
    REQUIRE(events);
    REQUIRE(events->size() == 21);
    CHECK(std::is_sorted(events->begin(), events->end(), [](const auto& a, const auto& b) {
        return a.seq < b.seq;
    }));
}

}  // namespace
}  // namespace roost
