// The law of live sync for links, and for readers who see one record or one person alone.
#include <doctest/doctest.h>

#include "server/app/link_records.h"
#include "server/app/mark_read.h"
#include "server/app/people.h"
#include "tests/support/event_law.h"
#include "tests/support/narrow_reader.h"
#include "tests/support/whatsapp_payloads.h"

namespace roost {
namespace {

using test::check_law;
using test::NarrowReader;
using test::UseCase;

const RecordRef kProject{"project", "project_123"};
const RecordRef kLead{"lead", "7"};

struct Scene : UseCase {
    Scene() {
        const auto id =
            add_agent(*deps, "ana@example.org", "Ana", AgentRole::kAgent, "correct horse battery");
        REQUIRE(id);
        agent.agent = *id;
        amina = customer_writes();
        write_as_ben("wamid.BEN1");
        const auto rows = store->list_conversations({});
        REQUIRE(rows);
        for (const auto& row : rows->conversations)
            if (row.id != amina.id) ben = row;
    }

    void write_as_ben(std::string wamid) {
        test::InboundText text;
        text.wamid = std::move(wamid);
        text.from = "447700900123";
        text.name = "Ben";
        text.at = test::kNoon + kSecond;
        receive(test::text_webhook(text));
    }
    void write_as_amina(std::string wamid) {
        test::InboundText text;
        text.wamid = std::move(wamid);
        text.at = test::kNoon + 2 * kSecond;
        receive(test::text_webhook(text));
    }
    LinkId link(ConversationId to, const RecordRef& record, std::string title = "") {
        const auto made = link_to_record(*deps, {agent, ""}, {to, {}}, {{}, record, std::move(title), ""});
        REQUIRE(made);
        return made->row.link.id;
    }
    Message first_of(ConversationId id) {
        MessageQuery query;
        query.conversation = id;
        const auto page = store->list_messages(query);
        REQUIRE(page);
        return page->messages.front();
    }

    Conversation amina;
    Conversation ben;
};

TEST_CASE("event law: linking, naming anew and unlinking conversations and messages") {
    Scene use;
    LinkId made;
    CHECK(check_law(use, [&] { made = use.link(use.amina.id, kProject, "Borehole"); }) == 1);
    CHECK(check_law(use, [&] { use.link(use.amina.id, kProject); }) == 0);
    CHECK(check_law(use, [&] { use.link(use.amina.id, kProject, "Borehole 2"); }) == 1);
    CHECK(check_law(use, [&] { use.link(use.amina.id, kLead); }) == 1);
    const auto message = use.first_of(use.amina.id);
    const Actor ana{use.agent, ""};
    const auto link_it = [&] {
        CHECK(link_to_record(*use.deps, ana, {{}, message.id}, {{}, kLead, "", ""}));
    };
    CHECK(check_law(use, link_it) == 1);
    CHECK(check_law(use, link_it) == 0);
    const auto own_link = use.first_of(use.amina.id).links.front().id;
    CHECK(check_law(use, [&] { CHECK(unlink_record(*use.deps, ana, own_link)); }) == 1);
    CHECK(use.first_of(use.amina.id).links.empty());
    CHECK(check_law(use, link_it) == 1);
    CHECK(check_law(use, [&] { CHECK(unlink_record(*use.deps, ana, made)); }) == 1);
    const auto again = unlink_record(*use.deps, ana, made);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::kNotFound);
    const auto row = use.store->find_conversation(use.amina.id);
    REQUIRE(row);
    REQUIRE(row->links.size() == 1);
    CHECK(row->links.front().record == kLead);
    // What comes next keeps them.
    CHECK(check_law(use, [&] { use.write_as_amina("wamid.NEXT"); }) > 0);
    CHECK(use.store->find_conversation(use.amina.id)->links == row->links);
    CHECK(use.message(message.id).links.size() == 1);
}

TEST_CASE("event law: a message that is sent for a record carries its link from the start") {
    Scene use;
    SendRequest request;
    request.client_ref = "ref-1";
    request.content = Text{"Karibu", false};
    request.record = kProject;
    std::optional<Message> sent;
    check_law(use, [&] { sent = send_message(*use.deps, use.agent, use.amina.id, request).value(); });
    REQUIRE(sent->links.size() == 1);
    CHECK(sent->links.front().record == kProject);
    CHECK(check_law(use, [&] {
              CHECK(send_message(*use.deps, use.agent, use.amina.id, request).value() == *sent);
          }) == 0);
    check_law(use, [&] { use.work_outbox(); });
    CHECK(use.message(sent->id).links == sent->links);
    request.client_ref = "ref-2";
    request.record = RecordRef{"spaceship", "1"};
    const auto refused = send_message(*use.deps, use.agent, use.amina.id, request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::kInvalid);
}

TEST_CASE("event law: it holds for who sees one record or one person alone, and they hear of nobody else") {
    Scene use;
    use.link(use.amina.id, kProject, "Borehole");
    use.link(use.amina.id, kLead, "Not theirs");
    for (const auto& reach : {reach_of(kProject), reach_of_number(use.amina.wa_id)}) {
        CAPTURE(reach);
        NarrowReader reader(use, use.agent.agent, reach);
        const auto& live = reader.inbox;
        CHECK(live.conversations.size() == 1);
        CHECK(live.is_narrow);
        const auto suffix = std::to_string(reach.size());
        use.write_as_amina("wamid.A" + suffix);
        use.write_as_ben("wamid.B" + suffix);
        use.agent_sends(use.amina.id, "ref-a" + suffix);
        use.agent_sends(use.ben.id, "ref-b" + suffix);
        use.work_outbox();
        CHECK(
            mark_read(*use.deps, use.agent, use.amina.id, use.store->find_conversation(use.amina.id)->last.id)
        );
        use.write_as_amina("wamid.C" + suffix);
        reader.catch_up();
        reader.check_law();
        CHECK(live.conversations.begin()->second.links.size() == (record_in(reach) ? 1 : 0));
    }
}

TEST_CASE("event law: a conversation that is linked while they look comes to them") {
    Scene use;
    const auto reach = reach_of(kLead);
    NarrowReader reader(use, use.agent.agent, reach);
    const auto& live = reader.inbox;
    CHECK(live.conversations.empty());
    use.write_as_ben("wamid.B2");
    use.link(use.ben.id, kLead, "Ben");
    use.write_as_ben("wamid.B3");
    reader.catch_up();
    reader.check_law();
    CHECK(live.counts.all == 1);
    const auto heard_up_to = live.seq;
    // And leaves them when it is unlinked: at once, and who was away is told to read anew.
    CHECK(use.store->links().narrowed_at({reach}) == EventSeq{0});
    const auto link = use.store->find_conversation(use.ben.id)->links.front().id;
    CHECK(unlink_record(*use.deps, {use.agent, ""}, link));
    CHECK(use.store->links().narrowed_at({reach}).value() > heard_up_to);
    reader.catch_up();
    reader.check_law();
    CHECK(live.conversations.empty());
    CHECK(live.threads.empty());
    CHECK(live.counts == UnreadCounts{});
}

TEST_CASE("records: messages are listed by their record, page by page, each once") {
    Scene use;
    use.link(use.amina.id, kProject);
    for (int i = 0; i < 5; ++i)
        use.write_as_amina("wamid.P" + std::to_string(i));
    const auto bens = use.first_of(use.ben.id);
    CHECK(link_to_record(*use.deps, {use.agent, ""}, {{}, bens.id}, {{}, kProject, "", ""}));
    const auto aminas = use.first_of(use.amina.id);
    CHECK(link_to_record(*use.deps, {use.agent, ""}, {{}, aminas.id}, {{}, kProject, "", ""}));
    std::vector<Message> all;
    RecordQuery query{kProject, {}, 2, {}};
    for (bool has_more = true; has_more;) {
        const auto page = use.store->links().list_messages(query);
        REQUIRE(page);
        CHECK(page->messages.size() <= 2);
        has_more = page->has_more;
        all.insert(all.end(), page->messages.begin(), page->messages.end());
        query.before = SearchPlace{all.back().at, all.back().id};
    }
    CHECK(all.size() == 7);
    for (std::size_t i = 1; i < all.size(); ++i)
        CHECK(comes_before(all[i], all[i - 1]));
    // A single message opens its conversation to nobody.
    const auto narrow = use.store->links().list_messages({kProject, {}, 50, reach_of(kProject)});
    REQUIRE(narrow);
    CHECK(narrow->messages.size() == 6);
    CHECK(use.store->links().list_messages({kLead, {}, 50, {}})->messages.empty());
}

}  // namespace
}  // namespace roost
