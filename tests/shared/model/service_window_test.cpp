#include "shared/model/service_window.h"

#include <doctest/doctest.h>

#include <vector>

#include "tests/support/builders.h"

using namespace roost;
using namespace roost::test;

namespace {

Message said(Content content, UnixMillis at) {
    Message message = make_message(1);
    message.content = std::move(content);
    message.at = at;
    return message;
}

Message by_ad(UnixMillis at) {
    Message message = said(Text{"Is it still there?", false}, at);
    message.context.is_from_ad = true;
    return message;
}

Message in_group(UnixMillis at) {
    Message message = said(Text{"Who comes on Sunday?", false}, at);
    message.context.source = MessageSource{.group = "group-1"};
    return message;
}

Message answer(UnixMillis sent_at, DeliveryStatus status = DeliveryStatus::kSent) {
    Message message = make_outbound(2);
    message.at = sent_at;
    message.status = status;
    message.times.sent = sent_at;
    return message;
}

Message waiting(UnixMillis at) {
    Message message = make_outbound(2);
    message.at = at;
    return message;
}

Message from_the_phone(UnixMillis at) {
    Message message = answer(at);
    message.client_ref.clear();
    return message;
}

Conversation after(const std::vector<Message>& messages) {
    Conversation row = make_conversation(1);
    for (const Message& message : messages)
        note_in_window(row, message);
    return row;
}

}  // namespace

TEST_CASE("window: messages and clock decide") {
    constexpr UnixMillis at = kNoon;
    using enum WindowState;
    struct Row {
        const char* name;
        std::vector<Message> messages;
        UnixMillis now;
        ServiceWindow window;
    };
    const Row rows[] = {
        {"nobody has written", {}, at, {}},
        {"we wrote first", {answer(at)}, at, {}},
        {"just now", {said(Text{"Hi", false}, at)}, at, {kOpen, kDay, at + kDay, 0}},
        {"a moment before the end", {said(Text{"Hi", false}, at)}, at + kDay - 1, {kOpen, 1, at + kDay, 0}},
        {"the end", {said(Text{"Hi", false}, at)}, at + kDay, {kClosed, 0, at + kDay, 0}},
        {"long ago", {said(Text{"Hi", false}, at)}, at + 9 * kDay, {kClosed, 0, at + kDay, 0}},
        {"a clock behind Meta's", {said(Text{"Hi", false}, at)}, at - kHour, {kOpen, kDay, at + kDay, 0}},
        {"the later one counts, however they come",
         {said(Text{"b", false}, at + kHour), said(Text{"a", false}, at)},
         at + kHour,
         {kOpen, kDay, at + kHour + kDay, 0}},
        {"our answer does not prolong it",
         {said(Text{"Hi", false}, at), answer(at + kHour)},
         at + 2 * kHour,
         {kOpen, 22 * kHour, at + kDay, 0}},
        {"nor what the phone sent",
         {said(Text{"Hi", false}, at), from_the_phone(at + kHour)},
         at + kDay,
         {kClosed, 0, at + kDay, 0}},
        {"a button opens it", {said(Button{"Yes", "y"}, at)}, at, {kOpen, kDay, at + kDay, 0}},
        {"a reaction opens it", {said(Reaction{"wamid.x", "👍"}, at)}, at, {kOpen, kDay, at + kDay, 0}},
        {"what is not understood opens it",
         {said(Unsupported{"poll", "", ""}, at)},
         at,
         {kOpen, kDay, at + kDay, 0}},
        {"coming in opens it",
         {said(System{"request_welcome", "", ""}, at)},
         at,
         {kOpen, kDay, at + kDay, 0}},
        {"what is written in a group does not", {in_group(at)}, at, {}},
        {"a number that changed does not", {said(System{"user_changed_number", "", "1"}, at)}, at, {}},
        {"an ad alone is not free yet", {by_ad(at)}, at, {kOpen, kDay, at + kDay, 0}},
        {"nor with an answer that waits",
         {by_ad(at), waiting(at + 1)},
         at + 1,
         {kOpen, kDay - 1, at + kDay, 0}},
        {"an answer starts three free days",
         {by_ad(at), answer(at + kHour)},
         at + kHour,
         {kOpen, 23 * kHour, at + kDay, at + kHour + 3 * kDay}},
        {"which do not keep the window open",
         {by_ad(at), answer(at + kHour)},
         at + 2 * kDay,
         {kClosed, 0, at + kDay, at + kHour + 3 * kDay}},
        {"and end", {by_ad(at), answer(at + kHour)}, at + kHour + 3 * kDay, {kClosed, 0, at + kDay, 0}},
        {"later answers do not prolong them",
         {by_ad(at), answer(at + kHour), answer(at + 2 * kHour)},
         at + 2 * kHour,
         {kOpen, 22 * kHour, at + kDay, at + kHour + 3 * kDay}},
        {"statuses may come in any order",
         {by_ad(at), answer(at + 2 * kHour), answer(at + kHour), answer(at + 2 * kHour)},
         at + 2 * kHour,
         {kOpen, 22 * kHour, at + kDay, at + kHour + 3 * kDay}},
        {"an answer after a day is too late",
         {by_ad(at), answer(at + kDay)},
         at + kDay,
         {kClosed, 0, at + kDay, 0}},
        {"one before the ad answers nothing",
         {answer(at - 1), by_ad(at), answer(at - 1)},
         at,
         {kOpen, kDay, at + kDay, 0}},
        {"one that failed answers nothing",
         {by_ad(at), answer(at + 1, DeliveryStatus::kFailed)},
         at + 1,
         {kOpen, kDay - 1, at + kDay, 0}},
        {"nor does the phone, for all that Meta says",
         {by_ad(at), from_the_phone(at + 1)},
         at + 1,
         {kOpen, kDay - 1, at + kDay, 0}},
        {"a second ad starts them anew",
         {by_ad(at), answer(at + 1), by_ad(at + kDay), answer(at + kDay + 1)},
         at + kDay + 1,
         {kOpen, kDay - 1, at + 2 * kDay, at + kDay + 1 + 3 * kDay}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const ServiceWindow window = service_window(after(row.messages), row.now);
        CHECK(static_cast<int>(window.state) == static_cast<int>(row.window.state));
        CHECK(window.left == row.window.left);
        CHECK(window.until == row.window.until);
        CHECK(window.free_until == row.window.free_until);
    }
}

TEST_CASE("window: under two hours it closes soon, once closed it does not any more") {
    CHECK_FALSE(closes_soon(0));
    CHECK(closes_soon(1));
    CHECK(closes_soon(2 * kHour - kMinute));
    CHECK_FALSE(closes_soon(2 * kHour));
    CHECK_FALSE(closes_soon(2 * kHour + kMinute));
}

TEST_CASE("window: what changed nothing says so") {
    Conversation row = make_conversation(1);
    CHECK(note_in_window(row, by_ad(kNoon)));
    CHECK_FALSE(note_in_window(row, by_ad(kNoon)));
    CHECK(note_in_window(row, answer(kNoon + 1)));
    CHECK_FALSE(note_in_window(row, answer(kNoon + 1)));
    CHECK_FALSE(note_in_window(row, said(System{"user_changed_number", "", "1"}, kNoon + kHour)));
    CHECK(window_left(row, kNoon) == kDay);
}
