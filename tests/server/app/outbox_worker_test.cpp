// The outbox with its threads, and what only happens with many messages or several attempts at once.
#include "server/app/outbox_worker.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>

#include "server/app/mark_read.h"
#include "tests/support/use_case.h"

namespace roost {
namespace {

using test::UseCase;

test::InboundText customer(int number) {
    test::InboundText text;
    text.from = std::to_string(254700000000 + number);
    text.wamid = "wamid.IN" + text.from;
    return text;
}

// Each of `count` customers has written.
std::vector<ConversationId> customers(UseCase& use, int count) {
    std::vector<ConversationId> ids;
    for (int i = 1; i <= count; ++i)
        use.receive(test::text_webhook(customer(i)));
    const auto page = use.store->list_conversations({{}, false, {}, count});
    REQUIRE(page);
    for (const auto& row : page->conversations)
        ids.push_back(row.id);
    return ids;
}

// The worker on a store of its own. Waits by commits, not by time.
class Working {
  public:
    explicit Working(UseCase& use, OutboxWorkerOptions options = {4, 10 * kSecond})
        : use_(use), worker_(*use.deps, use.cloud, use.files, options) {
        use.store->on_commit([this](std::span<const StoredEvent>) {
            worker_.wake();
            const std::lock_guard lock(mutex_);
            ++commits_;
            committed_.notify_all();
        });
    }
    ~Working() { worker_.stop(); }

    // Messages first, then the worker: it takes up what it finds.
    void start() { REQUIRE(worker_.start()); }
    void stop() { worker_.stop(); }
    void wait_until_empty() {
        std::unique_lock lock(mutex_);
        while (true) {
            const auto seen = commits_;
            lock.unlock();
            if (use_.waiting().empty()) return;
            lock.lock();
            committed_.wait(lock, [&] { return commits_ != seen; });
        }
    }

  private:
    UseCase& use_;
    OutboxWorker worker_;
    std::mutex mutex_;
    std::condition_variable committed_;
    int commits_ = 0;
};

std::map<std::string, std::string> texts_by_person(const std::vector<test::FakeCloudApi::Call>& calls) {
    std::map<std::string, std::string> texts;
    for (const auto& call : calls)
        texts[call.to()] += call.text();
    return texts;
}

}  // namespace

TEST_CASE("outbox worker: many threads keep the order of every conversation") {
    UseCase use;
    Working working(use);
    const auto people = customers(use, 2);
    for (int i = 0; i < 4; ++i)
        for (const auto person : people)
            use.agent_sends(person, to_string(person) + "-" + std::to_string(i), std::to_string(i));
    working.start();
    working.wait_until_empty();
    for (const auto& [person, texts] : texts_by_person(use.cloud.calls()))
        CHECK(texts == "0123");
    CHECK(use.cloud.calls().size() == 8);
}

TEST_CASE("outbox worker: what is accepted while it runs goes out") {
    UseCase use;
    Working working(use);
    const auto row = use.customer_writes();
    working.start();
    for (int i = 0; i < 5; ++i) {
        const auto sent = use.agent_sends(row.id, "ref-" + std::to_string(i));
        working.wait_until_empty();
        CHECK(use.message(sent.id).status == DeliveryStatus::kSent);
    }
}

TEST_CASE("outbox worker: stopping hears the answer of a call under way") {
    UseCase use;
    Working working(use);
    const auto row = use.customer_writes();
    const auto sent = use.agent_sends(row.id, "ref-1");
    use.cloud.close_gate();
    working.start();
    use.cloud.wait_for_calls(1);
    std::thread stopping([&] { working.stop(); });
    use.cloud.open_gate();
    stopping.join();
    CHECK(use.message(sent.id).status == DeliveryStatus::kSent);
    CHECK(use.waiting().empty());
}

TEST_CASE("outbox worker: a call that does not end is left open and not sent again after the start") {
    UseCase use;
    const auto row = use.customer_writes();
    const auto first = use.agent_sends(row.id, "ref-1");
    const auto second = use.agent_sends(row.id, "ref-2");
    use.cloud.close_gate();
    {
        OutboxWorker worker(*use.deps, use.cloud, use.files, {4, 0});
        REQUIRE(worker.start());
        use.cloud.wait_for_calls(1);
        worker.stop();
        worker.stop();
    }
    CHECK(use.message(first.id).status == DeliveryStatus::kSending);
    CHECK(use.message(second.id).status == DeliveryStatus::kQueued);
    use.cloud.open_gate();
    use.reopen();
    CHECK(use.work_outbox() == 0);
    use.status("wamid.FIRST", "delivered", first, use.clock.now());
    CHECK(use.work_outbox() == 1);
    CHECK(use.message(first.id).status == DeliveryStatus::kDelivered);
    CHECK(use.message(second.id).status == DeliveryStatus::kSent);
    CHECK(use.cloud.calls().size() == 2);
}

TEST_CASE("outbox: a thousand messages leave at Meta's pace, each once") {
    UseCase use;
    const auto people = customers(use, 50);
    for (std::size_t i = 0; i < 1000; ++i)
        use.agent_sends(people[i % people.size()], "ref-" + std::to_string(i), std::to_string(i));
    std::vector<std::size_t> sent_by;  // after each 100 ms
    for (int i = 0; i < 200 && !use.waiting().empty(); ++i) {
        use.work_outbox();
        sent_by.push_back(use.cloud.calls().size());
        use.clock.advance(100);
    }
    CHECK(use.waiting().empty());
    for (std::size_t i = 10; i < sent_by.size(); ++i)
        CHECK(sent_by[i] - sent_by[i - 10] <= 80);
    std::vector<std::string> texts;
    for (const auto& call : use.cloud.calls())
        texts.push_back(call.text());
    std::sort(texts.begin(), texts.end());
    CHECK(texts.size() == 1000);
    CHECK(std::unique(texts.begin(), texts.end()) == texts.end());
}

TEST_CASE("outbox: an answer that comes after its row was settled takes nobody else's row away") {
    UseCase use;
    const auto row = use.customer_writes();
    const auto first = use.agent_sends(row.id, "ref-1");
    Message second;
    use.cloud.before_answer([&](const CloudOutcome& outcome) {
        if (second.id) return;
        use.status(std::get<CloudAccepted>(outcome).wamid, "sent", first, use.clock.now());
        second = use.agent_sends(row.id, "ref-2");
    });
    CHECK(use.work_outbox() == 1);
    CHECK(use.waiting().size() == 1);
    CHECK(use.work_outbox() == 1);
    CHECK(use.message(second.id).status == DeliveryStatus::kSent);
    CHECK(use.message(first.id).wamid == "wamid.OUT1");
}

TEST_CASE("outbox: an outage does not use up the few tries of an unexplained error") {
    UseCase use;
    const auto sent = use.agent_sends(use.customer_writes().id, "ref-1");
    use.cloud.always(CloudUnreachable{"no route"});
    for (int i = 0; i < 60; ++i) {
        use.work_outbox();
        use.clock.advance(10 * kSecond);
    }
    use.cloud.always(CloudRefusal{500, 131000, "Something went wrong", 0});
    use.work_outbox();
    CHECK(use.message(sent.id).status == DeliveryStatus::kQueued);
    use.cloud.recover();
    use.clock.advance(kMinute);
    CHECK(use.work_outbox() == 1);
    CHECK(use.message(sent.id).status == DeliveryStatus::kSent);
}

TEST_CASE("outbox: an outage is asked about by one message, not by all that wait") {
    UseCase use;
    for (const auto person : customers(use, 20))
        use.agent_sends(person, "ref-" + to_string(person));
    use.cloud.always(CloudUnreachable{"no route"});
    use.work_outbox();
    const auto first = use.cloud.calls().size();
    CHECK(use.work_outbox() == 0);
    use.cloud.recover();
    for (int i = 0; i < 10; ++i) {
        use.clock.advance(kSecond);
        use.work_outbox();
    }
    CHECK(use.waiting().empty());
    CHECK(use.cloud.calls().size() == first + 20);
}

TEST_CASE("outbox: blue ticks that Meta refuses hold up no message") {
    UseCase use;
    const auto row = use.customer_writes();
    REQUIRE(mark_read(*use.deps, use.agent, row.id, row.last.id));
    use.cloud.fail_next(CloudRefusal{500, 131016, "Service unavailable", 0});
    CHECK(use.work_outbox() == 1);
    const auto sent = use.agent_sends(row.id, "ref-1");
    CHECK(use.work_outbox() == 1);
    CHECK(use.message(sent.id).status == DeliveryStatus::kSent);
    use.clock.advance(kMinute);
    CHECK(use.work_outbox() == 1);
    CHECK(use.cloud.calls().back().wamid == "wamid.TEXT1");
    CHECK(use.waiting().empty());
}

TEST_CASE("outbox: a conversation learns the number under which WhatsApp knows its customer") {
    UseCase use;
    const auto request =
        read_send_request(R"({"client_ref":"new","to":"5511912345678","type":"template",)"
                          R"("template":{"name":"hello_world","language":{"code":"pt_BR"}}})");
    REQUIRE(request);
    const auto sent = send_message_to_number(*use.deps, use.agent, *request);
    REQUIRE(sent);
    use.cloud.fail_next(CloudAccepted{"wamid.BR", "551112345678"});
    CHECK(use.work_outbox() == 1);
    CHECK(use.only_row().wa_id == "551112345678");
    CHECK(use.message(sent->id).wamid == "wamid.BR");
}

}  // namespace roost
