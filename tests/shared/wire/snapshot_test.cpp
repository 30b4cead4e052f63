#include "shared/wire/snapshot.h"

#include <doctest/doctest.h>

#include "tests/support/builders.h"

using namespace roost;
using namespace roost::test;

namespace {

Snapshot some_snapshot() {
    Snapshot snapshot;
    snapshot.seq = EventSeq{77};
    snapshot.now = kNoon;
    snapshot.me = {AgentId{3}, "Ana Núñez", "ana@example.com", "agent"};
    snapshot.conversations = {{row_after(make_message(9, 9)), row_after(make_message(4, 4))}, true};
    snapshot.counts = {2, 2, 0, 0};
    snapshot.record_types = {"project", "lead"};
    snapshot.is_part = true;
    snapshot.sight = "0a1b";
    snapshot.colleagues = {{AgentId{3}, {AgentId{3}, "Ana Núñez", Availability::kOnline, true}}};
    snapshot.teams = {{TeamId{2}, {TeamId{2}, "Care", {AgentId{3}}}}};
    return snapshot;
}

}  // namespace

TEST_CASE("snapshot: survives the wire and starts an inbox") {
    const Snapshot snapshot = some_snapshot();
    CHECK(read_snapshot(write_snapshot(snapshot)) == snapshot);
    const Inbox inbox = inbox_from(snapshot);
    CHECK(inbox.seq == EventSeq{77});
    CHECK(inbox.me == AgentId{3});
    CHECK(inbox.counts == snapshot.counts);
    CHECK(inbox.is_narrow);
    CHECK(inbox.colleagues == snapshot.colleagues);
    CHECK(inbox.teams == snapshot.teams);
    CHECK(inbox.boundary == ListPlace{make_message(4).at, MessageId{4}, ConversationId{4}});
    CHECK(listed(inbox).front()->id == ConversationId{9});
}

TEST_CASE("snapshot: without more rows the whole list is loaded") {
    Snapshot snapshot = some_snapshot();
    snapshot.conversations.has_more = false;
    CHECK_FALSE(inbox_from(snapshot).boundary);
    CHECK_FALSE(inbox_from(Snapshot{}).boundary);
}

TEST_CASE("pages: survive the wire, empty ones too") {
    const MessagePage messages{ConversationId{4}, {make_message(1, 4), make_outbound(2, 4)}, true, false};
    CHECK(read_message_page(write_message_page(messages)) == messages);
    const MessagePage none{ConversationId{4}, {}, false, true};
    CHECK(read_message_page(write_message_page(none)) == none);
    const ConversationPage rows{{make_conversation(1)}, true};
    CHECK(read_conversation_page(write_conversation_page(rows)) == rows);
    CHECK(read_conversation_page(write_conversation_page({})) == ConversationPage{});
}

TEST_CASE("pages: a broken element refuses the page and is named") {
    CHECK_FALSE(read_snapshot("{}"));
    CHECK_FALSE(read_snapshot("not JSON"));
    CHECK_FALSE(read_message_page(R"({"conversation_id":"1"})"));
    CHECK(
        read_message_page(R"({"conversation_id":"1","messages":[{}]})").error().message ==
        "'id' must be a string"
    );
    CHECK_FALSE(read_conversation_page(R"({"conversations":{}})"));
}
