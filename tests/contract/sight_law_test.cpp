// The law of live sync for agents who do not see everything: whatever is assigned to whom, and whenever they
// hear of it, they have what they would be given anew, and nothing else.
#include <doctest/doctest.h>

#include <random>

#include "server/app/assign_conversation.h"
#include "server/app/mark_read.h"
#include "server/app/people.h"
#include "server/app/sight.h"
#include "server/app/teams.h"
#include "tests/support/event_law.h"
#include "tests/support/narrow_reader.h"

namespace roost {
namespace {

using test::NarrowReader;
using test::UseCase;

constexpr int kCustomers = 5;

struct Scene : UseCase {
    Scene() {
        ana = add("ana@example.org", AgentRole::kAdmin);
        ben = add("ben@example.org", AgentRole::kAgent);
        chandra = add("chandra@example.org", AgentRole::kAgent);
        agent = {ana, AgentRole::kAdmin};
        sales = add_team(*deps, {agent, ""}, {"Sales", std::vector{ben}}).value().id;
        care = add_team(*deps, {agent, ""}, {"Care", std::vector{chandra}}).value().id;
        for (int i = 0; i < kCustomers; ++i)
            write_as(i);
        const auto page = store->list_conversations({});
        REQUIRE(page);
        for (const auto& row : page->conversations)
            rows.push_back(row.id);
    }

    AgentId add(const std::string& email, AgentRole role) {
        AgentId id;
        REQUIRE(store->write([&](Transaction& transaction) -> Status {
            ASSIGN_OR_RETURN(id, enter_agent(transaction, {{}, email, email, role, "no hash"}));
            return {};
        }));
        return id;
    }
    void write_as(int customer) {
        test::InboundText text;
        text.wamid = "wamid.SIGHT" + std::to_string(++wamids);
        text.from = std::to_string(254700000100 + customer);
        text.name = "Customer " + std::to_string(customer);
        text.at = test::kNoon + wamids * kSecond;
        receive(test::text_webhook(text));
    }
    Status assign(ConversationId id, const Assignment& to) {
        const auto done = assign_conversation(*deps, {agent, ""}, id, to);
        return done ? Status() : tl::unexpected(done.error());
    }

    AgentId ana, ben, chandra;
    TeamId sales, care;
    std::vector<ConversationId> rows;
    int wamids = 0;
};

TEST_CASE("event law: assigning, giving to a team and taking back are one event each, and none is repeated") {
    Scene use;
    const auto row = use.rows.front();
    CHECK(test::check_law(use, [&] { CHECK(use.assign(row, {use.ben, {}})); }) == 1);
    CHECK(test::check_law(use, [&] { CHECK(use.assign(row, {use.ben, {}})); }) == 0);
    CHECK(test::check_law(use, [&] { CHECK(use.assign(row, {AgentId{}, use.care})); }) == 1);
    CHECK(use.store->find_conversation(row)->team == use.care);
    // What comes next keeps it.
    CHECK(test::check_law(use, [&] { use.write_as(0); }) > 0);
    CHECK(test::check_law(use, [&] { CHECK(remove_team(*use.deps, {use.agent, ""}, use.care)); }) >= 2);
    CHECK_FALSE(use.store->find_conversation(row)->team);
    CHECK(test::check_law(use, [&] {
              CHECK(set_availability(*use.deps, use.ben, Availability::kAway));
          }) == 1);
}

TEST_CASE("event law: agents who see a part hear of a conversation when it comes to them and when it goes") {
    Scene use;
    const auto row = use.rows.front();
    NarrowReader ben(use, use.ben, reach_of(Sight{use.ben}));
    CHECK(ben.inbox.conversations.empty());
    CHECK(use.assign(row, {use.ben, {}}));
    ben.catch_up();
    ben.check_law();
    CHECK(ben.inbox.counts.all == 1);
    CHECK(use.assign(row, {use.chandra, {}}));
    use.write_as(kCustomers - 1);
    ben.catch_up();
    ben.check_law();
    CHECK(ben.inbox.counts == UnreadCounts{});
    CHECK(ben.heard.find("Customer 4") != std::string::npos);
    CHECK(ben.heard.find("conversation_gone") != std::string::npos);
}

// What somebody may do, at random.
void do_something(Scene& use, std::mt19937& chance) {
    const auto pick = [&](const auto& of) { return of[chance() % of.size()]; };
    const auto row = pick(use.rows);
    const std::vector<AgentId> people = {{}, use.ben, use.chandra, use.ana};
    const std::vector<TeamId> teams = {{}, use.sales, use.care};
    switch (chance() % 5) {
        case 0:
            CHECK(use.assign(row, {pick(people), {}}));
            return;
        case 1:
            CHECK(use.assign(row, {{}, pick(teams)}));
            return;
        case 2:
            CHECK(use.assign(row, {pick(people), pick(teams)}));
            return;
        case 3:
            use.write_as(static_cast<int>(chance() % kCustomers));
            return;
        default:
            const auto last = use.store->find_conversation(row)->last.id;
            CHECK(mark_read(*use.deps, use.agent, row, last));
    }
}

TEST_CASE("event law: it holds for every sight, whatever happens and whenever they hear of it") {
    for (const unsigned seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        Scene use;
        std::mt19937 chance(seed);
        std::vector<NarrowReader> readers;
        readers.emplace_back(use, use.ben, reach_of(Sight{use.ben}));
        readers.emplace_back(use, use.ben, reach_of(Sight{use.ben, {use.sales}, true}));
        readers.emplace_back(use, use.chandra, reach_of(Sight{use.chandra, {use.care}, false}));
        readers.emplace_back(
            use, use.ben, both(reach_of_number("254700000101"), reach_of(Sight{use.ben, {}, true}))
        );
        for (int i = 0; i < 120; ++i) {
            do_something(use, chance);
            for (auto& reader : readers) {
                if (chance() % 4 != 0) continue;
                reader.catch_up();
                reader.check_law();
            }
        }
        for (auto& reader : readers) {
            reader.catch_up();
            reader.check_law();
        }
    }
}

TEST_CASE("sight: who was away when a conversation left them is told to read anew, and nobody else") {
    Scene use;
    const auto& links = use.store->links();
    const auto ben = words_of(reach_of(Sight{use.ben}));
    const auto chandra = words_of(reach_of(Sight{use.chandra}));
    const auto before = use.store->event_range()->newest;
    CHECK(use.assign(use.rows.front(), {use.ben, {}}));
    CHECK(links.narrowed_at(ben).value() <= before);
    CHECK(use.assign(use.rows.front(), {use.chandra, {}}));
    CHECK(links.narrowed_at(ben).value() == use.store->event_range()->newest);
    CHECK(links.narrowed_at(chandra).value() <= before);
}

TEST_CASE("sight: lists, searches, files and records are asked within it") {
    Scene use;
    const auto row = use.rows.front();
    CHECK(use.assign(row, {use.ben, {}}));
    ConversationQuery query;
    query.reach = reach_of(Sight{use.ben});
    REQUIRE(use.store->list_conversations(query)->conversations.size() == 1);
    query.reach = reach_of(Sight{use.chandra, {use.care}, true});
    CHECK(use.store->list_conversations(query)->conversations.size() == use.rows.size() - 1);
    query.reach = {};
    query.assignee = use.ben;
    CHECK(use.store->list_conversations(query)->conversations.size() == 1);
    query.assignee = AgentId{};
    CHECK(use.store->list_conversations(query)->conversations.size() == use.rows.size() - 1);
    query.team = use.care;
    CHECK(use.store->list_conversations(query)->conversations.empty());
    SearchQuery search;
    search.question = "Customer";
    search.terms = text::search_terms("Customer");
    search.reach = reach_of(Sight{use.ben});
    CHECK(use.store->search(search)->conversations.size() == 1);
    search.reach = reach_of(Sight{AgentId{99}});
    CHECK(use.store->search(search)->conversations.empty());
}

}  // namespace
}  // namespace roost
