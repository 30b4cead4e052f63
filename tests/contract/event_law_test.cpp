#include <doctest/doctest.h>

#include "server/app/block_contact.h"
#include "server/app/mark_read.h"
#include "server/app/own_numbers.h"
#include "server/app/people.h"
#include "server/app/sessions.h"
#include "shared/model/failure_reason.h"
#include "tests/support/event_law.h"
#include "tests/support/number_seen.h"
#include "tests/support/whatsapp_payloads.h"

namespace roost {
namespace {

using test::check_law;
using test::InboundText;
using test::kNoon;
using test::UseCase;

// Two conversations; the agent exists, since a snapshot says who it is for.
struct Scene : UseCase {
    Scene() {
        const auto id =
            add_agent(*deps, "ana@example.org", "Ana", AgentRole::kAgent, "correct horse battery");
        REQUIRE(id);
        agent.agent = *id;
        customer_writes();
        row = only_row();
        InboundText other;
        other.wamid = "wamid.OTHER";
        other.from = "447700900123";
        other.name = "Ben";
        receive(test::text_webhook(other));
    }

    InboundText text(std::string wamid, UnixMillis at = kNoon + 10 * kSecond) const {
        InboundText made;
        made.wamid = std::move(wamid);
        made.at = at;
        return made;
    }
    Message sent(const std::string& ref = "ref-1") {
        const auto message = agent_sends(row.id, ref);
        work_outbox();
        return this->message(message.id);
    }

    Conversation row;
};

TEST_CASE("event law: a number that Meta refuses is told once, after a restart too, until it goes on") {
    Scene use;
    const auto troubles = [&] { return test::loaded_inbox(*use.store, use.agent.agent).troubles; };
    const auto message = use.agent_sends(use.row.id, "ref-1");
    use.cloud.always(CloudRefusal{401, 190, "expired", 0});
    // Sending, waiting again, and why.
    CHECK(check_law(use, [&] { use.work_outbox(); }) == 3);
    use.reopen();
    REQUIRE(troubles().contains(use.row.account));
    const auto told = troubles().at(use.row.account);
    CHECK(told.failure.code == 190);
    CHECK(told.failure.sentence == english(FailureReason::kToken));
    use.clock.advance(10 * kMinute);
    CHECK(check_law(use, [&] { use.work_outbox(); }) == 2);
    CHECK(troubles().at(use.row.account) == told);
    use.cloud.recover();
    use.clock.advance(10 * kMinute);
    check_law(use, [&] { use.work_outbox(); });
    CHECK(use.message(message.id).status == DeliveryStatus::kSent);
    CHECK(troubles().empty());
}

TEST_CASE("event law: a number that is connected, and that Meta calls by another name") {
    Scene use;
    use.config.secret_key = std::string(64, 'a');
    auto seen = test::healthy_number();
    const LookAtNumber look = [&](const ConnectedNumber& number) {
        return test::seen_as(seen, number, use.clock);
    };
    const Json wish{
        {"phone_number_id", "555"}, {"waba", "20"}, {"access_token", "EAAG"}, {"app_secret", "shh"}};
    AccountId id;
    const auto connect = [&] {
        const auto own = connect_number(*use.deps, use.cloud, look, {use.agent, ""}, wish);
        REQUIRE(own);
        id = own->id;
    };
    // Its name, and that templates are asked for.
    CHECK(check_law(use, connect) == 2);
    std::get<NumberFacts>(*seen.number).verified_name = "Savanna Power";
    // Another name, and that administrators have something to look at.
    CHECK(check_law(use, [&] { REQUIRE(check_number(*use.deps, look, id)); }) == 2);
    CHECK(test::loaded_inbox(*use.store, use.agent.agent).accounts.at(id).name == "Savanna Power");
    CHECK(check_law(use, [&] { REQUIRE(check_number(*use.deps, look, id)); }) == 0);
}

TEST_CASE("event law: messages that arrive, alone, in batches, late and twice") {
    Scene use;
    CHECK(check_law(use, [&] { use.receive(test::text_webhook(use.text("wamid.A"))); }) == 1);
    CHECK(check_law(use, [&] { use.receive(test::text_webhook(use.text("wamid.A"))); }) == 0);
    const auto late = use.text("wamid.LATE", kNoon - kHour);
    CHECK(check_law(use, [&] { use.receive(test::text_webhook(late)); }) == 1);
    CHECK(check_law(use, [&] {
              use.receive(test::text_webhook({use.text("wamid.B"), use.text("wamid.A"), use.text("wamid.C")})
              );
          }) == 2);
    auto renamed = use.text("wamid.D");
    renamed.name = "Amina Y. Yusuf";
    CHECK(check_law(use, [&] { use.receive(test::text_webhook(renamed)); }) == 1);
    auto stranger = use.text("wamid.E");
    stranger.from = "5215512345678";
    CHECK(check_law(use, [&] { use.receive(test::text_webhook(stranger)); }) == 1);
}

TEST_CASE("event law: every step of a message that is sent") {
    Scene use;
    Message message;
    CHECK(check_law(use, [&] { message = use.agent_sends(use.row.id, "ref-1"); }) == 1);
    CHECK(check_law(use, [&] { use.agent_sends(use.row.id, "ref-1"); }) == 0);
    CHECK(check_law(use, [&] { use.work_outbox(); }) == 2);
    for (const auto* status : {"sent", "delivered", "read"}) {
        CAPTURE(status);
        const auto report = [&] { use.status("wamid.OUT1", status, message, kNoon + kMinute); };
        check_law(use, report);
        CHECK(check_law(use, report) == 0);
    }
    CHECK(check_law(use, [&] { use.status("wamid.OUT1", "sent", message, kNoon + kMinute); }) == 0);
}

// The message of the conversation with this id of Meta's, as a page shows it.
Message known_as(Scene& use, std::string_view wamid) {
    const auto page = use.store->list_messages({use.row.id, {}, {}, {}, 50});
    REQUIRE(page);
    for (const auto& message : page->messages) {
        if (message.wamid == wamid) return message;
    }
    FAIL("there is no ", std::string(wamid));
    return {};
}

Message answers(Scene& use, std::string_view ref, MessageId to) {
    SendRequest request;
    request.client_ref = ref;
    request.content = Text{"Yes", false};
    request.reply_to = to;
    const auto sent = send_message(*use.deps, use.agent, use.row.id, request);
    REQUIRE(sent);
    return *sent;
}

TEST_CASE("event law: answers carry what they quote, sent and received") {
    Scene use;
    const auto theirs = known_as(use, "wamid.TEXT1");
    Message ours;
    CHECK(check_law(use, [&] { ours = answers(use, "ref-q", theirs.id); }) == 1);
    CHECK(ours.context.quoted_wamid == theirs.wamid);
    CHECK(ours.context.quote == quote_of(theirs));
    use.work_outbox();
    REQUIRE(use.cloud.calls().size() == 1);
    CHECK(use.cloud.calls().front().body["context"]["message_id"] == theirs.wamid);

    const auto answer = [&](std::string wamid, const std::string& quoted) {
        use.receive(test::answer_webhook(use.text(std::move(wamid)), quoted));
    };
    CHECK(check_law(use, [&] { answer("wamid.R1", use.message(ours.id).wamid); }) == 1);
    CHECK(known_as(use, "wamid.R1").context.quote == quote_of(use.message(ours.id)));
    CHECK(check_law(use, [&] { answer("wamid.R2", "wamid.NEVER-SEEN"); }) == 1);
    CHECK(known_as(use, "wamid.R2").context.quoted_wamid == "wamid.NEVER-SEEN");
    CHECK(known_as(use, "wamid.R2").context.quote == std::nullopt);
    // What another customer wrote is none of this one's business.
    CHECK(check_law(use, [&] { answer("wamid.R3", "wamid.OTHER"); }) == 1);
    CHECK(known_as(use, "wamid.R3").context.quote == std::nullopt);
}

TEST_CASE("event law: what cannot be quoted is refused, and nothing is sent") {
    Scene use;
    const auto other = use.store->list_conversations({});
    REQUIRE(other);
    const auto refused = [&](MessageId to) {
        SendRequest request;
        request.client_ref = "ref-" + to_string(to);
        request.content = Text{"Yes", false};
        request.reply_to = to;
        const auto sent = send_message(*use.deps, use.agent, use.row.id, request);
        REQUIRE_FALSE(sent);
        return sent.error().code;
    };
    CHECK(refused({9999}) == ErrorCode::kInvalid);
    for (const auto& row : other->conversations) {
        if (row.id != use.row.id) CHECK(refused(row.last.id) == ErrorCode::kInvalid);
    }
    const auto waiting = use.agent_sends(use.row.id, "ref-1");
    CHECK(refused(waiting.id) == ErrorCode::kConflict);
    CHECK(use.waiting().size() == 1);
}

TEST_CASE("event law: a message that fails and is sent again") {
    Scene use;
    const auto message = use.agent_sends(use.row.id, "ref-1");
    use.cloud.fail_next(CloudRefusal{500, 131016, "", 0});
    check_law(use, [&] { use.work_outbox(); });
    use.clock.advance(kMinute);
    use.cloud.fail_next(CloudRefusal{400, 131037, "", 0});
    check_law(use, [&] { use.work_outbox(); });
    REQUIRE(use.message(message.id).status == DeliveryStatus::kFailed);
    CHECK(check_law(use, [&] { REQUIRE(retry_message(*use.deps, use.agent, message.id)); }) == 1);
    use.cloud.fail_next(CloudUnknown{"timeout"});
    check_law(use, [&] { use.work_outbox(); });
    use.clock.advance(kHour);
    check_law(use, [&] { use.work_outbox(); });
    check_law(use, [&] { use.status("wamid.OUT9", "failed", message, kNoon + kMinute, 131026); });
}

TEST_CASE("event law: a status for a message that is not the last one") {
    Scene use;
    const auto first = use.sent("ref-1");
    use.sent("ref-2");
    CHECK(check_law(use, [&] { use.status(first.wamid, "delivered", first, kNoon + kMinute); }) == 1);
}

TEST_CASE("event law: reading, all at once and up to a place") {
    Scene use;
    use.receive(test::text_webhook({use.text("wamid.A"), use.text("wamid.B"), use.text("wamid.C")}));
    const auto middle = use.store->list_messages({use.row.id, {}, {}, {}, 50});
    REQUIRE(middle);
    REQUIRE(middle->messages.size() == 4);
    const auto mark = [&](std::size_t index) {
        REQUIRE(mark_read(*use.deps, use.agent, use.row.id, middle->messages[index].id));
    };
    CHECK(check_law(use, [&] { mark(1); }) == 1);
    CHECK(check_law(use, [&] { mark(1); }) == 0);
    CHECK(check_law(use, [&] { mark(0); }) == 0);
    CHECK(check_law(use, [&] { mark(3); }) == 1);
    CHECK(use.store->find_conversation(use.row.id)->unread == 0);
}

TEST_CASE("event law: blocking somebody, once and again, and what Meta tells of who is blocked") {
    Scene use;
    const Actor actor{use.agent, "192.0.2.1"};
    const auto change = [&](BlockChange wanted) {
        REQUIRE(change_block(*use.deps, use.cloud, actor, use.row.id, wanted));
    };
    CHECK(check_law(use, [&] { change(BlockChange::kBlock); }) == 1);
    CHECK(check_law(use, [&] { change(BlockChange::kBlock); }) == 0);
    CHECK(check_law(use, [&] { change(BlockChange::kUnblock); }) == 1);
    use.cloud.list_as_blocked({{"447700900123", ""}});
    const auto reconcile = [&] {
        REQUIRE(reconcile_blocked(*use.deps, use.cloud, use.row.account, std::string(test::kNumberId)));
    };
    CHECK(check_law(use, reconcile) == 1);
    CHECK(check_law(use, reconcile) == 0);
}

TEST_CASE("event law: writing to a number that nobody knows yet") {
    Scene use;
    SendRequest request;
    request.client_ref = "ref-new";
    request.to = "5511987654321";
    Template hello;
    hello.name = "hello_world";
    hello.language = "en_US";
    request.content = hello;
    CHECK(check_law(use, [&] { REQUIRE(send_message_to_number(*use.deps, use.agent, request)); }) == 1);
    check_law(use, [&] { use.work_outbox(); });
}

TEST_CASE("event law: echoes, history, edits and revocations, also of the last message") {
    Scene use;
    CHECK(check_law(use, [&] { use.receive(test::echo_webhook("wamid.ECHO", kNoon + 20 * kSecond)); }) == 1);
    check_law(use, [&] { use.receive(test::history_webhook("wamid.HIST", kNoon - kDay)); });
    check_law(use, [&] { use.receive(test::edit_webhook("wamid.EDIT1", "wamid.TEXT1", "Edited", kNoon)); });
    use.receive(test::text_webhook(use.text("wamid.LAST", kNoon + kMinute)));
    check_law(use, [&] { use.receive(test::edit_webhook("wamid.EDIT2", "wamid.LAST", "Later", kNoon)); });
    check_law(use, [&] { use.receive(test::revoke_webhook("wamid.REVOKE", "wamid.LAST", kNoon)); });
    CHECK(check_law(use, [&] {
              use.receive(test::revoke_webhook("wamid.REVOKE", "wamid.LAST", kNoon));
          }) == 0);
}

TEST_CASE("event law: what comes before its message waits for it without an event") {
    Scene use;
    CHECK(check_law(use, [&] {
              use.receive(test::edit_webhook("wamid.EDIT", "wamid.SOON", "Better", kNoon));
              use.receive(test::status_webhook(test::StatusReport{.wamid = "wamid.ECHO", .status = "read"}));
          }) == 0);
    check_law(use, [&] { use.receive(test::text_webhook(use.text("wamid.SOON"))); });
    check_law(use, [&] { use.receive(test::echo_webhook("wamid.ECHO", kNoon + 20 * kSecond)); });
    const auto messages = use.store->list_messages({use.row.id, {}, {}, {}, 50});
    REQUIRE(messages);
    const auto& echo = messages->messages.back();
    CHECK(echo.wamid == "wamid.ECHO");
    CHECK(echo.status == DeliveryStatus::kRead);
}

TEST_CASE("event law: a malformed webhook and one about nobody change nothing") {
    Scene use;
    CHECK(check_law(use, [&] { use.receive("{\"object\":"); }) == 0);
    CHECK(check_law(use, [&] { use.receive(R"({"object":"whatsapp_business_account","entry":[]})"); }) == 0);
}

}  // namespace
}  // namespace roost
