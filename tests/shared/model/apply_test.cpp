#include "shared/model/apply.h"

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

#include <doctest/doctest.h>

#include "shared/model/reactions.h"
#include "shared/wire/snapshot.h"
#include "tests/support/builders.h"

using namespace roost;
using namespace roost::test;

namespace {

constexpr ConversationId kOne{1};

Event added(std::int64_t seq, const Message& message) {
    return {EventSeq{seq}, MessageAdded{message, row_after(message), {}}};
}

Event status_changed(std::int64_t seq, MessageId message, DeliveryStatus status) {
    MessageStatusChanged changed;
    changed.message = message;
    changed.conversation = kOne;
    changed.wamid = "wamid.OUT";
    changed.status = status;
    return {EventSeq{seq}, changed};
}

MessagePage page_of(std::vector<Message> messages) {
    return {kOne, std::move(messages), false, false};
}

// A thread that is loaded, with messages 1…count.
Inbox loaded_with(std::int64_t count) {
    Inbox inbox;
    std::vector<Message> messages;
    for (std::int64_t id = 1; id <= count; ++id)
        messages.push_back(make_message(id));
    begin_loading(inbox, kOne);
    apply_page(inbox, page_of(messages), PagePlace::kReplace);
    inbox.seq = EventSeq{count};
    return inbox;
}

std::vector<std::int64_t> ids(const Inbox& inbox) {
    std::vector<std::int64_t> found;
    const ThreadWindow* thread = find_thread(inbox, kOne);
    REQUIRE(thread != nullptr);
    for (const Message& message : thread->messages)
        found.push_back(message.id.value);
    return found;
}

using Ids = std::vector<std::int64_t>;

const Message& last_of(const Inbox& inbox) {
    return find_thread(inbox, kOne)->messages.back();
}

}  // namespace

TEST_CASE("apply: hearing an event twice, or an old one, changes nothing") {
    Inbox inbox = loaded_with(2);
    apply(inbox, added(3, make_message(3)));
    const Inbox before = inbox;
    apply(inbox, added(3, make_message(3)));
    apply(inbox, status_changed(2, MessageId{3}, DeliveryStatus::kRead));
    CHECK(inbox == before);
    CHECK(ids(inbox) == Ids{1, 2, 3});
}

TEST_CASE("apply: an echo, the server's answer and the event are one message in every order") {
    const std::array<std::function<void(Inbox&)>, 3> steps{
        [](Inbox& inbox) { apply_echo(inbox, make_echo(9)); },
        [](Inbox& inbox) {
            Message reply = make_outbound(9);
            reply.rev = EventSeq{9};
            apply_reply(inbox, reply);
        },
        [](Inbox& inbox) { apply(inbox, added(9, make_outbound(9))); }};
    std::array<std::size_t, 3> order{0, 1, 2};
    do {
        Inbox inbox = loaded_with(2);
        for (const std::size_t step : order)
            steps.at(step)(inbox);
        CHECK(ids(inbox) == Ids{1, 2, 9});
        CHECK(last_of(inbox).rev == EventSeq{9});
        CHECK(find_conversation(inbox, kOne)->last.id == MessageId{9});
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("apply: an echo moves to where the server's time puts it") {
    Inbox inbox = loaded_with(2);
    apply_echo(inbox, make_echo(9));
    apply(inbox, added(8, make_message(8)));
    CHECK(ids(inbox) == Ids{1, 2, 8, 0});
    Message confirmed = make_outbound(9);
    confirmed.at = kNoon + 2500;
    apply(inbox, added(9, confirmed));
    CHECK(ids(inbox) == Ids{1, 2, 9, 8});
}

TEST_CASE("apply: an echo that was refused stays, red, until it is sent again or dropped") {
    Inbox inbox = loaded_with(1);
    apply_echo(inbox, make_echo(9));
    apply_echo_failure(inbox, kOne, "ref-9", Failure{0, "No connection.", "", true});
    CHECK(last_of(inbox).status == DeliveryStatus::kFailed);
    CHECK(last_of(inbox).failure->sentence == "No connection.");
    SUBCASE("sent again") {
        apply_echo(inbox, make_echo(9));
        CHECK(last_of(inbox).status == DeliveryStatus::kQueued);
        CHECK(ids(inbox) == Ids{1, 0});
    }
    SUBCASE("dropped") {
        drop_echo(inbox, kOne, "ref-9");
        CHECK(ids(inbox) == Ids{1});
    }
    SUBCASE("it had arrived after all") {
        apply(inbox, added(9, make_outbound(9)));
        CHECK_FALSE(last_of(inbox).failure);
        apply_echo_failure(inbox, kOne, "ref-9", Failure{});
        drop_echo(inbox, kOne, "ref-9");
        CHECK(ids(inbox) == Ids{1, 9});
        CHECK(last_of(inbox).status == DeliveryStatus::kQueued);
    }
}

TEST_CASE("apply: a tick reaches the message and, if it is the last, the row") {
    Inbox inbox = loaded_with(1);
    apply(inbox, added(5, make_outbound(5)));
    apply(inbox, status_changed(6, MessageId{5}, DeliveryStatus::kSent));
    CHECK(last_of(inbox).status == DeliveryStatus::kSent);
    CHECK(last_of(inbox).wamid == "wamid.OUT");
    CHECK(last_of(inbox).rev == EventSeq{6});
    CHECK(find_conversation(inbox, kOne)->last.status == DeliveryStatus::kSent);
    CHECK(find_conversation(inbox, kOne)->rev == EventSeq{6});
    apply(inbox, added(7, make_message(7)));
    apply(inbox, status_changed(8, MessageId{5}, DeliveryStatus::kRead));
    CHECK(find_conversation(inbox, kOne)->last.status == DeliveryStatus::kReceived);
    CHECK(find_conversation(inbox, kOne)->rev == EventSeq{7});
}

TEST_CASE("apply: what happens while a page is on its way is not hidden by it") {
    Inbox inbox;
    begin_loading(inbox, kOne);
    Message sent = make_outbound(1);
    apply(inbox, status_changed(4, MessageId{1}, DeliveryStatus::kDelivered));
    apply(inbox, added(5, make_message(5)));
    Message edited = make_message(2);
    edited.content = Text{"edited", false};
    apply(inbox, {EventSeq{6}, MessageChanged{edited}});
    apply_page(inbox, page_of({sent, make_message(2), make_message(3)}), PagePlace::kReplace);
    CHECK(ids(inbox) == Ids{1, 2, 3, 5});
    const auto& messages = find_thread(inbox, kOne)->messages;
    CHECK(messages[0].status == DeliveryStatus::kDelivered);
    CHECK(messages[1].content == Content(Text{"edited", false}));
    CHECK(find_thread(inbox, kOne)->late == LateNews{});
    CHECK_FALSE(find_thread(inbox, kOne)->is_loading);
}

TEST_CASE("apply: a window around an old message gets no new ones until it reaches the end") {
    Inbox inbox;
    begin_loading(inbox, kOne);
    MessagePage around{kOne, {make_message(4), make_message(5)}, true, true};
    apply_page(inbox, around, PagePlace::kReplace);
    apply(inbox, added(9, make_message(9)));
    CHECK(ids(inbox) == Ids{4, 5});
    begin_loading(inbox, kOne);
    MessagePage rest{kOne, {make_message(6), make_message(9)}, true, false};
    apply(inbox, added(10, make_message(10)));
    apply_page(inbox, rest, PagePlace::kNewer);
    CHECK(ids(inbox) == Ids{4, 5, 6, 9, 10});
    CHECK(find_thread(inbox, kOne)->has_older);
    CHECK_FALSE(find_thread(inbox, kOne)->has_newer);
}

TEST_CASE("apply: a window around an old message has the reactions to it from behind its end") {
    const auto reaction = [](std::int64_t id, std::int64_t target, const char* emoji) {
        Message message = make_message(id);
        message.content = Reaction{"wamid.IN" + std::to_string(target), emoji};
        return message;
    };
    const auto on_fourth = [](const Inbox& inbox) {
        const ThreadWindow& window = *find_thread(inbox, kOne);
        return Reactions::of(window.messages, window.reactions).from(Direction::kInbound, make_message(4));
    };
    Inbox inbox;
    begin_loading(inbox, kOne);
    MessagePage around{kOne, {make_message(4), make_message(5)}, true, true, {reaction(8, 4, "👍")}};
    apply(inbox, added(9, reaction(9, 4, "❤️")));
    apply_page(inbox, around, PagePlace::kReplace);
    CHECK(on_fourth(inbox) == "❤️");
    apply(inbox, added(10, reaction(10, 4, "🙏")));
    apply(inbox, added(10, reaction(10, 4, "🙏")));
    CHECK(on_fourth(inbox) == "🙏");
    CHECK(ids(inbox) == Ids{4, 5});
    CHECK(find_thread(inbox, kOne)->reactions.size() == 3);
    begin_loading(inbox, kOne);
    MessagePage rest{kOne, {make_message(6), reaction(8, 4, "👍")}, true, true, {reaction(9, 4, "❤️")}};
    apply_page(inbox, rest, PagePlace::kNewer);
    CHECK(find_thread(inbox, kOne)->reactions.size() == 2);
    begin_loading(inbox, kOne);
    MessagePage end{kOne, {reaction(9, 4, "❤️"), reaction(10, 4, "🙏")}, true, false};
    apply_page(inbox, end, PagePlace::kNewer);
    CHECK(find_thread(inbox, kOne)->reactions.empty());
    CHECK(on_fourth(inbox) == "🙏");
}

TEST_CASE("apply: a late message from before the window waits for the older page") {
    Inbox inbox;
    begin_loading(inbox, kOne);
    apply_page(inbox, {kOne, {make_message(5), make_message(6)}, true, false}, PagePlace::kReplace);
    Message late = make_message(9);
    late.at = make_message(2).at + 1;
    apply(inbox, added(9, late));
    CHECK(ids(inbox) == Ids{5, 6});
    begin_loading(inbox, kOne);
    apply_page(inbox, {kOne, {make_message(1), make_message(2), late}, false, false}, PagePlace::kOlder);
    CHECK(ids(inbox) == Ids{1, 2, 9, 5, 6});
}

TEST_CASE("apply: rows below the loaded part are held and not listed, until their page comes") {
    Snapshot snapshot;
    snapshot.seq = EventSeq{20};
    snapshot.conversations.has_more = true;
    for (const std::int64_t id : {20, 19}) {
        snapshot.conversations.conversations.push_back(row_after(make_message(id, id)));
    }
    Inbox inbox = inbox_from(snapshot);
    Conversation low = row_after(make_message(5, 5));
    apply(inbox, {EventSeq{21}, ConversationChanged{low, {}}});
    CHECK(listed(inbox).size() == 2);
    CHECK(find_conversation(inbox, ConversationId{5}) != nullptr);
    ConversationPage page{{row_after(make_message(18, 18)), row_after(make_message(5, 5))}, true};
    apply_page(inbox, page);
    CHECK(listed(inbox).size() == 4);
    CHECK(listed(inbox).back()->rev == EventSeq{21});
    CHECK(inbox.boundary->id == ConversationId{5});
    apply_page(inbox, ConversationPage{{row_after(make_message(20, 20))}, true});
    CHECK(inbox.boundary->id == ConversationId{5});
    apply_page(inbox, ConversationPage{{}, false});
    CHECK_FALSE(inbox.boundary);
}

TEST_CASE("apply: a tick for a row that is not loaded is laid over its page") {
    Inbox inbox;
    inbox.boundary = ListPlace{kNoon + kHour, MessageId{99}, ConversationId{99}};
    const Message sent = make_outbound(5);
    apply(inbox, status_changed(6, MessageId{5}, DeliveryStatus::kRead));
    for (std::int64_t seq = 7; seq < 500; ++seq)
        apply(inbox, status_changed(seq, MessageId{seq + 1000}, DeliveryStatus::kSent));
    apply_page(inbox, ConversationPage{{row_after(sent)}, true});
    CHECK(find_conversation(inbox, kOne)->last.status == DeliveryStatus::kRead);
    for (std::int64_t seq = 500; seq < 5000; ++seq) {
        MessageStatusChanged changed;
        changed.conversation = ConversationId{2};
        changed.message = MessageId{seq};
        apply(inbox, {EventSeq{seq}, changed});
    }
    CHECK(inbox.late_ticks.size() == 512);
}

TEST_CASE("apply: a new start keeps what was not sent yet and nothing else") {
    Inbox inbox = loaded_with(3);
    apply_echo(inbox, make_echo(9));
    begin_loading(inbox, ConversationId{2});
    Snapshot snapshot;
    snapshot.seq = EventSeq{50};
    restart_from(inbox, snapshot);
    CHECK(inbox.seq == EventSeq{50});
    CHECK(inbox.threads.size() == 1);
    CHECK(ids(inbox) == Ids{0});
    apply(inbox, added(51, make_message(51)));
    CHECK(ids(inbox) == Ids{0});
    begin_loading(inbox, kOne);
    apply_page(inbox, page_of({make_message(8), make_outbound(9), make_message(51)}), PagePlace::kReplace);
    CHECK(ids(inbox) == Ids{8, 9, 51});
}

TEST_CASE("apply: the longest silent threads are forgotten first, never those with unsent messages") {
    Inbox inbox;
    for (std::int64_t id = 1; id <= 5; ++id) {
        const ConversationId conversation{id};
        begin_loading(inbox, conversation);
        apply_page(inbox, MessagePage{conversation, {}, false, false}, PagePlace::kReplace);
        inbox.conversations.emplace(conversation, row_after(make_message(id, id)));
    }
    apply_echo(inbox, make_echo(9, 1));
    forget_threads(inbox, ConversationId{2}, 3);
    CHECK(find_thread(inbox, ConversationId{1}) != nullptr);
    CHECK(find_thread(inbox, ConversationId{2}) != nullptr);
    CHECK(find_thread(inbox, ConversationId{5}) != nullptr);
    CHECK(inbox.threads.size() == 3);
}

TEST_CASE("apply: a page that never came leaves a thread that loads afresh") {
    Inbox inbox;
    begin_loading(inbox, kOne);
    apply(inbox, added(5, make_message(5)));
    end_loading(inbox, kOne);
    CHECK(ids(inbox).empty());
    apply(inbox, added(6, make_message(6)));
    CHECK(ids(inbox).empty());
    begin_loading(inbox, kOne);
    apply_page(inbox, page_of({make_message(5), make_message(6)}), PagePlace::kReplace);
    CHECK(ids(inbox) == Ids{5, 6});
}
