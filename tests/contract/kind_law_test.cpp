// Every kind of message, from Meta's webhook to what a client holds and what the API answers: the same
// message all the way, and once.
#include <doctest/doctest.h>

#include "server/app/people.h"
#include "shared/model/failure_reason.h"
#include "tests/support/event_law.h"
#include "tests/support/http_scenario.h"
#include "tests/support/kind_samples.h"

namespace roost {
namespace {

using test::kind_sample;
using test::kind_samples;
using test::KindSample;
using test::TestServer;
using test::UseCase;

// An agent exists, since a snapshot says who it is for.
struct Scene : UseCase {
    explicit Scene(const KindSample& sample) {
        const auto id =
            add_agent(*deps, "ana@example.org", "Ana", AgentRole::kAgent, "correct horse battery");
        REQUIRE(id);
        agent.agent = *id;
        if (sample.is_change()) receive(kind_sample("text"));
    }
    std::vector<Message> thread() {
        const auto page = store->list_messages({only_row().id, {}, {}, {}, 100});
        REQUIRE(page);
        return page->messages;
    }
};

// What the payload says, by the reader of webhooks alone.
const IncomingMessage* only_message(const ParsedWebhook& webhook) {
    REQUIRE(webhook.items.size() == 1);
    return std::get_if<IncomingMessage>(&webhook.items.front());
}

TEST_CASE("kinds: each is stored whole, told to clients as it is stored, and once") {
    for (const KindSample& sample : kind_samples()) {
        CAPTURE(sample.name);
        Scene use(sample);
        CHECK(test::check_law(use, [&] { CHECK(use.receive(sample.body).applied == 1); }) > 0);
        const auto thread = use.thread();
        REQUIRE(thread.size() == 1);
        const Message& stored = thread.front();
        const auto read = read_message(write_message(stored));
        REQUIRE(read);
        CHECK(*read == stored);
        const auto webhook = parse_webhook(sample.body, use.clock.now());
        REQUIRE(webhook);
        if (const auto* told = only_message(*webhook)) {
            CHECK(content_type(stored.content) == content_type(told->content));
            CHECK(preview(stored.content) == preview(told->content));
            CHECK(stored.wamid == told->wamid);
            CHECK(stored.at == told->at);
        }
        CHECK(test::check_law(use, [&] { use.receive(sample.body); }) == 0);
        CHECK(use.thread() == thread);
    }
}

TEST_CASE("kinds: the API answers with the message that came") {
    for (const KindSample& sample : kind_samples()) {
        CAPTURE(sample.name);
        TestServer server;
        if (sample.is_change()) REQUIRE(server.webhook(kind_sample("text")).status == 200);
        REQUIRE(server.webhook(sample.body).status == 200);
        const auto list = parse_json(server.as_ana("GET", "/api/v1/conversations").body);
        REQUIRE(list);
        REQUIRE(member(*list, "conversations").size() == 1);
        const auto id = string_or(member(*list, "conversations")[0], "id", "");
        const auto page = parse_json(server.as_ana("GET", "/api/v1/conversations/" + id + "/messages").body);
        REQUIRE(page);
        const Json& messages = member(*page, "messages");
        REQUIRE(messages.size() == 1);
        const auto answered = read_message(messages[0]);
        REQUIRE(answered);
        const auto webhook = parse_webhook(sample.body, 0);
        REQUIRE(webhook);
        const auto* told = only_message(*webhook);
        if (told == nullptr) continue;
        CHECK(answered->wamid == told->wamid);
        CHECK(content_type(answered->content) == content_type(told->content));
        CHECK(answered->context.is_frequently_forwarded == told->context.is_frequently_forwarded);
        CHECK(answered->context.source == told->context.source);
        CHECK(answered->failure.has_value() == (sample.name == "image_lost"));
    }
}

TEST_CASE("kinds: what was wrong with a file is said in words that help") {
    UseCase use;
    use.receive(kind_sample("image_lost"));
    const auto page = use.store->list_messages({use.only_row().id, {}, {}, {}, 10});
    REQUIRE(page);
    const Message& stored = page->messages.front();
    REQUIRE(stored.failure);
    CHECK(stored.failure->code == 131052);
    CHECK(stored.failure->sentence == english(FailureReason::kFileLost));
    CHECK(stored.failure->details == "The file was larger than 100 MB.");
    CHECK_FALSE(stored.failure->can_retry);
    CHECK(stored.status == DeliveryStatus::kReceived);
    CHECK(use.only_row().unread == 1);
}

}  // namespace
}  // namespace roost
