// What agents see who do not see everything: the words of a reach, and what such a reader hears.
#include <doctest/doctest.h>

#include "shared/model/apply.h"
#include "shared/model/reach.h"
#include "tests/support/builders.h"

namespace roost {
namespace {

const RecordRef kProject{"project", "project_123"};
constexpr AgentId kAna{7};
constexpr AgentId kBen{77};
constexpr TeamId kSales{3};
constexpr TeamId kCare{33};

Conversation row_of(AgentId assignee, TeamId team, bool is_linked = false) {
    auto row = test::make_conversation(1);
    row.wa_id = "254712345678";
    row.assignee = assignee;
    row.team = team;
    if (is_linked) row.links = {{{1}, kProject, "", ""}};
    return row;
}

Event changed(const Conversation& row, std::int64_t seq) {
    auto copy = row;
    copy.rev = {seq};
    return {{seq}, ConversationChanged{copy, {9, 9, 0, 0}}};
}

TEST_CASE("sight: what is assigned to them, what is their teams', what is nobody's") {
    const auto own = reach_of(Sight{kAna});
    const auto team = reach_of(Sight{kAna, {kSales}, true});
    struct Case {
        Conversation row;
        bool in_own;
        bool in_team;
    };
    for (const auto& one : {
             Case{row_of(kAna, {}), true, true},
             Case{row_of(kAna, kCare), true, true},
             Case{row_of(kBen, {}), false, false},
             Case{row_of(kBen, kSales), false, true},
             Case{row_of({}, kSales), false, true},
             Case{row_of({}, kCare), false, false},
             Case{row_of({}, {}), false, true},
         }) {
        CAPTURE(one.row.assignee.value);
        CAPTURE(one.row.team.value);
        CHECK(is_reached(one.row, own) == one.in_own);
        CHECK(is_reached(one.row, team) == one.in_team);
        CHECK(is_reached(one.row, Reach()));
    }
}

TEST_CASE("sight: a page of one record shows an agent only what both leave") {
    const auto sight = reach_of(Sight{kAna, {kSales}, true});
    const auto reach = both(reach_of(kProject), sight);
    CHECK(is_reached(row_of(kAna, {}, true), reach));
    CHECK(is_reached(row_of({}, {}, true), reach));
    CHECK_FALSE(is_reached(row_of(kBen, {}, true), reach));
    CHECK_FALSE(is_reached(row_of(kAna, {}, false), reach));
    CHECK(page_in(reach) == reach_of(kProject));
    CHECK(record_in(reach) == kProject);
    CHECK(sight_in(reach) == Sight{kAna, {kSales}, true});
    CHECK(uploaders_of(reach) == reach_of(kProject));
    CHECK(uploaders_of(sight) == reach_of(Sight{kAna}));
    CHECK(words_of(reach) == std::vector<std::string>{"rproject/project_123", "a7", "t3", "o"});
    CHECK(both(Reach(), sight) == sight);
    CHECK(both(reach_of(kProject), Reach()) == reach_of(kProject));
    CHECK(page_in(sight).empty());
    CHECK_FALSE(record_in(sight));
    CHECK(number_in(sight).empty());
    CHECK_FALSE(sight_in(reach_of(kProject)));
    CHECK_FALSE(sight_in(Reach()));
}

TEST_CASE("sight: the words that a conversation loses are those of readers it leaves") {
    const auto before = audience_of(row_of(kAna, kSales, true));
    CHECK(
        words_lost(before, audience_of(row_of(kAna, kSales))) ==
        std::vector<std::string>{"rproject/project_123"}
    );
    CHECK(words_lost(before, audience_of(row_of({}, {}, true))) == std::vector<std::string>{"a7", "t3"});
    CHECK(
        words_lost(audience_of(row_of({}, {})), audience_of(row_of(kBen, {}))) ==
        std::vector<std::string>{"o"}
    );
    CHECK(words_lost(before, before).empty());
    CHECK(words_lost("", before).empty());
}

TEST_CASE("sight: links to records are all shown to an agent who came by no page") {
    const auto row = row_of(kAna, {}, true);
    CHECK(narrowed(row, reach_of(Sight{kAna})).links == row.links);
    CHECK(narrowed(row, both(reach_of_number("254712345678"), reach_of(Sight{kAna}))).links.empty());
}

TEST_CASE("sight: a reader hears of a row that leaves them that it is gone, and nothing else of it") {
    auto row = row_of(kBen, {});
    row.unread = 2;
    const auto before = audience_of(row_of(kAna, {}));
    const auto heard = narrowed(changed(row, 5), reach_of(Sight{kAna}), {before, true});
    CHECK(heard.payload == EventPayload(ConversationGone{row.id, row.platform, true}));
    const auto gained = narrowed(changed(row, 5), reach_of(Sight{kBen}), {before, true});
    const auto& told = std::get<ConversationChanged>(gained.payload);
    CHECK(told.conversation.assignee == kBen);
    CHECK(told.was_unread == false);  // of what they saw, it was none
    CHECK(told.counts == UnreadCounts{});
}

// What such a reader has after each step of a row's life.
struct Reader {
    explicit Reader(Reach sees) : reach(std::move(sees)) { inbox.is_narrow = true; }

    void hear(const Conversation& before, const Conversation& after) {
        const auto was = audience_of(before);
        if (is_reached(was, reach) || is_reached(after, reach))
            apply(inbox, narrowed(changed(after, ++seq), reach, {was, before.unread > 0}));
    }

    Reach reach;
    Inbox inbox = {};
    std::int64_t seq = 10;
};

TEST_CASE("sight: the counts of such a reader are of what they see, also of rows they have not loaded") {
    Reader ana(reach_of(Sight{kAna}));
    ana.inbox.counts = {4, 4, 0, 0};
    ana.inbox.boundary = ListPlace{test::kNoon + kDay, {}, {}};
    auto row = row_of(kAna, {});
    row.unread = 3;
    auto read = row;
    read.unread = 0;
    ana.hear(row, read);
    CHECK(ana.inbox.counts.all == 3);
    ana.hear(read, row);
    CHECK(ana.inbox.counts == UnreadCounts{4, 4, 0, 0});
    auto given = row;
    given.assignee = kBen;
    ana.hear(row, given);
    CHECK(ana.inbox.counts == UnreadCounts{3, 3, 0, 0});
    CHECK(find_conversation(ana.inbox, row.id) == nullptr);
    ana.hear(given, row);
    CHECK(ana.inbox.counts == UnreadCounts{4, 4, 0, 0});
    CHECK(find_conversation(ana.inbox, row.id) != nullptr);
}

TEST_CASE("sight: what is read before the server says so is counted once") {
    Reader ana(reach_of(Sight{kAna}));
    auto row = row_of(kAna, {});
    row.unread = 1;
    ana.hear(row_of({}, {}), row);
    CHECK(ana.inbox.counts.all == 1);
    take_as_read(ana.inbox, row.id);
    CHECK(ana.inbox.counts.all == 0);
    auto more = row;
    more.unread = 2;
    ana.hear(row, more);  // a message came before the server heard of it
    CHECK(ana.inbox.counts.all == 1);
    take_as_read(ana.inbox, row.id);
    auto read = row;
    read.unread = 0;
    ana.hear(more, read);
    CHECK(ana.inbox.counts.all == 0);
    ana.hear(read, row);
    CHECK(ana.inbox.counts.all == 1);
    take_as_read(ana.inbox, row.id);
    auto given = row;
    given.assignee = kBen;
    ana.hear(row, given);
    CHECK(ana.inbox.counts.all == 0);
}

TEST_CASE("sight: a page that was read before a conversation left does not bring it back") {
    Reader ana(reach_of(Sight{kAna}));
    const auto row = row_of(kAna, {});
    ana.hear(row_of({}, {}), row);
    begin_loading(ana.inbox, row.id);
    auto given = row;
    given.assignee = kBen;
    ana.hear(row, given);
    auto old = row;
    old.rev = {11};
    apply_page(ana.inbox, ConversationPage{{old}, false});
    apply_page(ana.inbox, MessagePage{row.id, {test::make_message(1, 1)}, false, false}, PagePlace::kReplace);
    CHECK(ana.inbox.conversations.empty());
    CHECK(ana.inbox.threads.empty());
    ana.hear(given, row);
    CHECK(ana.inbox.conversations.size() == 1);
    apply_page(ana.inbox, MessagePage{row.id, {test::make_message(1, 1)}, false, false}, PagePlace::kReplace);
    CHECK(ana.inbox.threads.size() == 1);
}

TEST_CASE("colleagues: they come and go by their events, teams too") {
    Inbox inbox;
    const Colleague ana{kAna, "Ana", Availability::kAway, true};
    apply(inbox, {{1}, ColleagueChanged{ana, false}});
    apply(inbox, {{2}, TeamChanged{{kSales, "Sales", {kAna}}, false}});
    CHECK(inbox.colleagues.at(kAna) == ana);
    CHECK(inbox.teams.at(kSales).members == std::vector{kAna});
    apply(inbox, {{3}, ColleagueChanged{ana, true}});
    apply(inbox, {{4}, TeamChanged{{kSales, "Sales", {}}, true}});
    CHECK(inbox.colleagues.empty());
    CHECK(inbox.teams.empty());
}

}  // namespace
}  // namespace roost
