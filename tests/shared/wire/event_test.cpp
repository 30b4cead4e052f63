#include "shared/wire/event.h"

#include <doctest/doctest.h>

#include "tests/support/builders.h"

using namespace roost;
using namespace roost::test;

namespace {

Message full_message() {
    Message message = make_outbound(7);
    message.content = Text{"\"quoted\" \\ line\nbreak \x01 Zürich 👍", true};
    message.context = {"wamid.quoted", true, false};
    message.status = DeliveryStatus::kFailed;
    message.times = {kNoon, 0, 0, kNoon + 5, kNoon + 6};
    message.failure = Failure{131026, "Not on WhatsApp.", "Undeliverable", false};
    message.charge = Charge{false, "service", "free_entry_point", "PMP"};
    return message;
}

void check_survives(const EventPayload& payload) {
    const std::string text = write_event_payload(payload);
    CHECK(text.find('\n') == std::string::npos);
    const auto event = read_event(EventSeq{42}, text);
    REQUIRE(event);
    CHECK(event->seq == EventSeq{42});
    CHECK(event->payload == payload);
}

}  // namespace

TEST_CASE("event: every kind is read back as it was written, on one line") {
    check_survives(MessageAdded{full_message(), row_after(full_message()), {9, 8, 7, 6}});
    check_survives(MessageChanged{full_message()});
    check_survives(ConversationChanged{make_conversation(3), {1, 1, 0, 0}});
    const Failure expired{190, "The token has expired.", "details", true};
    check_survives(AccountChanged{AccountId{4}, AccountTrouble{expired, kNoon, false}});
    check_survives(AccountChanged{AccountId{4}, AccountTrouble{expired, kNoon, true}});
    check_survives(AccountChanged{AccountId{4}, std::nullopt});
    check_survives(AccountNamed{AccountId{4}, {"Savanna Solar", "+254 700 555 010"}});
    check_survives(AccountNamed{AccountId{4}, {}});
    MessageStatusChanged changed;
    changed.message = MessageId{7};
    changed.conversation = ConversationId{1};
    check_survives(changed);
    changed.wamid = "wamid.OUT";
    changed.status = DeliveryStatus::kFailed;
    changed.times.failed = kNoon;
    changed.failure = full_message().failure;
    changed.charge = Charge{true, "utility", "regular", "PMP"};
    check_survives(changed);
    check_survives(ConversationChanged{make_conversation(3), {}, true});
    check_survives(MessageAdded{full_message(), row_after(full_message()), {}, false});
    check_survives(ConversationGone{ConversationId{3}, Platform::kInstagram, true});
    check_survives(ColleagueChanged{{AgentId{7}, "Ana", Availability::kAway, false}, false});
    check_survives(ColleagueChanged{{AgentId{7}, "Ana", Availability::kOffline, true}, true});
    check_survives(TeamChanged{{TeamId{3}, "Sales", {AgentId{7}, AgentId{9}}}, false});
    check_survives(TeamChanged{{TeamId{3}, "", {}}, true});
    auto assigned = make_conversation(3);
    assigned.assignee = AgentId{7};
    assigned.team = TeamId{3};
    check_survives(ConversationChanged{assigned, {1, 1, 0, 0}});
    check_survives(TemplatesChanged{});
    check_survives(NoticesChanged{});
}

TEST_CASE("event: knows the conversation it is about") {
    CHECK(conversation_of({EventSeq{1}, MessageChanged{make_message(1, 5)}}) == ConversationId{5});
    CHECK(conversation_of({EventSeq{1}, ConversationChanged{make_conversation(6), {}}}) == ConversationId{6});
    CHECK(
        conversation_of({EventSeq{1}, MessageAdded{make_message(1, 7), make_conversation(7), {}}}) ==
        ConversationId{7}
    );
    MessageStatusChanged changed;
    changed.conversation = ConversationId{8};
    CHECK(conversation_of({EventSeq{1}, changed}) == ConversationId{8});
    CHECK(
        conversation_of({EventSeq{1}, ConversationGone{{9}, Platform::kWhatsApp, false}}) == ConversationId{9}
    );
    CHECK_FALSE(conversation_of({EventSeq{1}, ColleagueChanged{}}));
    CHECK_FALSE(conversation_of({EventSeq{1}, TeamChanged{}}));
    CHECK_FALSE(conversation_of({EventSeq{1}, TemplatesChanged{}}));
    CHECK(conversation_of({EventSeq{1}, AccountNamed{AccountId{4}, {}}}) == ConversationId{});
    CHECK(conversation_of({EventSeq{1}, AccountChanged{AccountId{4}, std::nullopt}}) == ConversationId{});
}

TEST_CASE("event: an unknown kind and a broken one are refused, not misread") {
    for (const char* text :
         {"",
          "{",
          "[]",
          "{}",
          R"({"type":"agent_typing"})",
          R"({"type":"message_added"})",
          R"({"type":"message_status","message_id":"1","conversation_id":"2","status":"lost"})",
          R"({"type":"message_status","message_id":1,"conversation_id":"2","status":"sent"})",
          R"({"type":"conversation_changed","conversation":[]})"}) {
        CAPTURE(text);
        const auto event = read_event(EventSeq{1}, text);
        REQUIRE_FALSE(event);
        CHECK(event.error().code == ErrorCode::kInvalid);
    }
}
