#include "server/app/block_contact.h"

#include <doctest/doctest.h>

#include "server/app/own_numbers.h"
#include "tests/support/http_scenario.h"
#include "tests/support/number_seen.h"
#include "tests/support/use_case.h"

namespace roost {

namespace {

using test::InboundText;
using test::kNumberId;

struct Scene : test::UseCase {
    Scene() { row = customer_writes(); }

    tl::expected<Conversation, BlockFailure> change(BlockChange wanted = BlockChange::kBlock) {
        return change_block(*deps, cloud, actor, row.id, wanted);
    }
    Conversation stored() { return store->find_conversation(row.id).value(); }
    Status reconcile() { return reconcile_blocked(*deps, cloud, row.account, std::string(kNumberId)); }
    std::string audit() const {
        std::string all;
        const auto rows = store->people().list_audit({}).value();
        for (const auto& one : rows)
            all = one.action + " " + one.subject + "\n" + all;
        return all;
    }
    ErrorCode sends(std::string ref, bool is_forced = false) {
        SendRequest request;
        request.client_ref = std::move(ref);
        request.content = Text{"Karibu", false};
        request.is_forced = is_forced;
        const auto sent = send_message(*deps, agent, row.id, request);
        REQUIRE_FALSE(sent);
        return sent.error().code;
    }
    Conversation other_customer(const std::string& number) {
        InboundText text;
        text.wamid = "wamid." + number;
        text.from = number;
        receive(test::text_webhook(text));
        const auto rows = store->list_conversations({}).value().conversations;
        for (const auto& one : rows)
            if (one.wa_id == number) return one;
        FAIL("nobody wrote");
        return {};
    }

    Conversation row;
    Actor actor{{AgentId{1}, AgentRole::kAgent}, "192.0.2.1"};
};

struct Told {
    CloudRefusal refusal;
    ErrorCode code;
    BlockRefusal reason;
};

}  // namespace

TEST_CASE("block: Meta is asked, then it is kept, announced and noted; a repeat asks nothing") {
    Scene use;
    const auto blocked = use.change();
    REQUIRE(blocked);
    CHECK(blocked->is_blocked);
    CHECK(use.stored() == *blocked);
    REQUIRE(use.change());
    CHECK(use.cloud.block_changes() == std::vector<std::string>{"block 254712345678 of 106540352242922"});
    const auto free = use.change(BlockChange::kUnblock);
    REQUIRE(free);
    CHECK_FALSE(free->is_blocked);
    CHECK(use.cloud.block_changes().back() == "unblock 254712345678 of 106540352242922");
    CHECK(use.audit() == "contact.blocked 254712345678\ncontact.unblocked 254712345678\n");
    use.reopen();
    CHECK_FALSE(use.stored().is_blocked);
}

TEST_CASE("block: what Meta refuses is not kept, and told with its reason") {
    Scene use;
    const std::vector<Told> all = {
        {{400, 131047, "Too late", 0}, ErrorCode::kConflict, BlockRefusal::kSilentTooLong},
        {{400, 139101, "Full", 0}, ErrorCode::kConflict, BlockRefusal::kListFull},
        {{400, 139102, "At the same time", 0}, ErrorCode::kUnavailable, BlockRefusal::kTryAgain},
        {{400, 130429, "Too many", 0}, ErrorCode::kUnavailable, BlockRefusal::kTryAgain},
        {{500, 1, "", 0}, ErrorCode::kUnavailable, BlockRefusal::kTryAgain},
        {{401, 190, "Token", 0}, ErrorCode::kConflict, BlockRefusal::kByMeta}};
    for (const auto& told : all) {
        CAPTURE(told.refusal.code);
        use.cloud.answer_next_block(told.refusal);
        const auto refused = use.change();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().error.code == told.code);
        CHECK(refused.error().reason == told.reason);
    }
    use.cloud.answer_next_block(CloudUnreachable{"no route"});
    CHECK(use.change().error().reason == BlockRefusal::kTryAgain);
    CHECK_FALSE(use.stored().is_blocked);
    CHECK(use.audit().empty());
}

TEST_CASE("block: nobody of that id, and nobody of another platform") {
    Scene use;
    use.row.id = {999};
    CHECK(use.change().error().error.code == ErrorCode::kNotFound);
    REQUIRE(use.store->write([&](Transaction& transaction) -> Status {
        ASSIGN_OR_RETURN(const auto page, transaction.account_for(Platform::kMessenger, "8"));
        Conversation made;
        made.platform = Platform::kMessenger;
        made.account = page;
        made.user_id = "77";
        RETURN_IF_ERROR(transaction.add_conversation(made));
        use.row = made;
        return {};
    }));
    const auto refused = use.change();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().error.code == ErrorCode::kConflict);
    CHECK_FALSE(refused.error().reason);
    CHECK(use.cloud.block_changes().empty());
}

TEST_CASE("block: nothing is sent to somebody who is blocked, not even by force, and nothing is lost by it") {
    Scene use;
    const auto before = use.agent_sends(use.row.id, "ref-1");
    REQUIRE(use.change());
    CHECK(use.sends("ref-2") == ErrorCode::kBlocked);
    CHECK(use.sends("ref-3", true) == ErrorCode::kBlocked);
    // What was accepted before is still known by its name.
    CHECK(use.agent_sends(use.row.id, "ref-1").id == before.id);
    CHECK(use.waiting().size() == 1);
    REQUIRE(use.change(BlockChange::kUnblock));
    use.agent_sends(use.row.id, "ref-2");
    CHECK(use.waiting().size() == 2);
}

TEST_CASE("block: a failed message is not tried again while the person is blocked") {
    Scene use;
    const auto message = use.agent_sends(use.row.id, "ref-1");
    use.cloud.fail_next(CloudRefusal{400, 131037, "", 0});
    use.work_outbox();
    REQUIRE(use.message(message.id).status == DeliveryStatus::kFailed);
    REQUIRE(use.change());
    const auto retried = retry_message(*use.deps, use.agent, message.id);
    REQUIRE_FALSE(retried);
    CHECK(retried.error().code == ErrorCode::kBlocked);
    REQUIRE(use.change(BlockChange::kUnblock));
    CHECK(retry_message(*use.deps, use.agent, message.id));
}

TEST_CASE("block: Meta's list decides who is blocked, page by page, by number and by id") {
    Scene use;
    REQUIRE(use.change());
    const auto second = use.other_customer("447700900123");
    use.cloud.list_as_blocked({{"1", ""}, {"2", ""}, {"447700900123", ""}});
    REQUIRE(use.reconcile());
    CHECK_FALSE(use.stored().is_blocked);
    CHECK(use.store->find_conversation(second.id)->is_blocked);
    use.cloud.list_as_blocked({});
    REQUIRE(use.reconcile());
    CHECK_FALSE(use.store->find_conversation(second.id)->is_blocked);
}

TEST_CASE("block: a list that did not come whole changes nothing") {
    Scene use;
    REQUIRE(use.change());
    use.cloud.fail_next_blocked_listing(CloudRefusal{400, 139102, "again", 0});
    CHECK(use.reconcile().error().code == ErrorCode::kUnavailable);
    use.cloud.fail_next_blocked_listing(CloudUnreachable{"no route"});
    CHECK(use.reconcile().error().code == ErrorCode::kUnavailable);
    use.cloud.fail_next_blocked_listing(BlockedPage{{{"1", ""}}, "x"});
    use.cloud.fail_next_blocked_listing(BlockedPage{{{"1", ""}}, "x"});
    CHECK(use.reconcile().error().code == ErrorCode::kUnavailable);
    CHECK(use.stored().is_blocked);
}

TEST_CASE("block: who is blocked or let in while Meta makes up its list stays so") {
    Scene use;
    const auto second = use.other_customer("447700900123");
    REQUIRE(change_block(*use.deps, use.cloud, use.actor, second.id, BlockChange::kBlock));
    use.cloud.list_as_blocked({{"447700900123", ""}});
    use.cloud.during_blocked_listing([&] {
        REQUIRE(use.change());
        REQUIRE(change_block(*use.deps, use.cloud, use.actor, second.id, BlockChange::kUnblock));
    });
    REQUIRE(use.reconcile());
    CHECK(use.stored().is_blocked);
    CHECK_FALSE(use.store->find_conversation(second.id)->is_blocked);
}

TEST_CASE("block: synchronising a number looks at Meta's list of that number alone") {
    Scene use;
    use.config.access_token = "token";
    use.cloud.list_as_blocked({{"254712345678", ""}});
    const LookAtNumber look = [&use](const ConnectedNumber& number) {
        return test::seen_as(test::healthy_number(), number, use.clock);
    };
    REQUIRE(sync_number(*use.deps, use.cloud, look, use.actor, use.row.account));
    CHECK(use.stored().is_blocked);
    InboundText elsewhere;
    elsewhere.wamid = "wamid.ELSEWHERE";
    elsewhere.number_id = "999";
    use.receive(test::text_webhook(elsewhere));
    const auto page = use.store->list_conversations({}).value();
    for (const auto& one : page.conversations)
        CHECK(one.is_blocked == (one.id == use.row.id));
    use.cloud.fail_next_blocked_listing(CloudUnreachable{"no route"});
    const auto untold = sync_number(*use.deps, use.cloud, look, use.actor, use.row.account);
    CHECK(untold.error().code == ErrorCode::kUnavailable);
}

}  // namespace roost
