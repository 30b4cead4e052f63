#include "client-wasm/views/conversation_list.h"

#include <doctest/doctest.h>

#include "client-wasm/views/composer.h"
#include "client-wasm/views/connection.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

TEST_CASE("conversation row: is read out with unread count, preview and time") {
    Conversation row = conversation_with("Amina Yusuf", 7, kNow, 2);
    CHECK(row_label(Locale(), row, "14:05") == "Amina Yusuf, 2 unread messages, Sawa, Alhamisi, 14:05");
    row.unread = 1;
    CHECK(row_label(Locale(), row, "now") == "Amina Yusuf, 1 unread message, Sawa, Alhamisi, now");
    row.unread = 0;
    row.last.direction = Direction::kOutbound;
    row.last.status = DeliveryStatus::kFailed;
    CHECK(row_label(Locale(), row, "now") == "Amina Yusuf, Sawa, Alhamisi, not sent, now");
}

TEST_CASE("conversation row: its time is drawn anew when it changes, not each second") {
    CHECK(next_label_change(kNow - 30 * kSecond, kNow, 0) == kNow + 30 * kSecond);
    CHECK(next_label_change(kNow - 5 * kMinute, kNow, 0) == kNow + kMinute);
    const UnixMillis midnight = next_label_change(kNow - 3 * kHour, kNow, 0);
    CHECK(midnight % kDay == 0);
    CHECK(midnight > kNow);
}

TEST_CASE("conversation list: rows of one platform may reach further down than all rows") {
    Inbox inbox;
    for (std::int64_t id = 1; id <= 10; ++id) {
        Conversation row = conversation_with("Somebody", id, kNow - id * kHour);
        row.platform = id % 2 == 0 ? Platform::kInstagram : Platform::kWhatsApp;
        inbox.conversations[row.id] = row;
    }
    inbox.boundary = ListPlace{kNow - 4 * kHour, {}, {4}};
    ConversationListState list;
    CHECK(rows_of(inbox, list).size() == 4);
    list.platform = Platform::kInstagram;
    CHECK(rows_of(inbox, list).size() == 2);
    list.pages[Platform::kInstagram] = {ListPlace{kNow - 8 * kHour, {}, {8}}, true, true};
    const auto rows = rows_of(inbox, list);
    REQUIRE(rows.size() == 4);
    CHECK(rows.front()->id == ConversationId{2});
    CHECK(rows.back()->id == ConversationId{8});
}

TEST_CASE("conversation list: the keyboard moves between rows and stops at both ends") {
    Conversation a = conversation_with("A", 1, kNow), b = conversation_with("B", 2, kNow);
    const std::vector<const Conversation*> rows{&a, &b};
    CHECK(neighbour(rows, {}, 1) == a.id);
    CHECK(neighbour(rows, a.id, 1) == b.id);
    CHECK(neighbour(rows, b.id, 1) == b.id);
    CHECK(neighbour(rows, a.id, -1) == a.id);
    CHECK_FALSE(neighbour({}, a.id, 1));
}

TEST_CASE("composer: blank and overlong drafts are not sent, and the room left is counted near the end") {
    CHECK_FALSE(can_send(""));
    CHECK_FALSE(can_send(" \n "));
    CHECK(can_send(" a "));
    CHECK(can_send(std::string(4096, 'a')));
    CHECK_FALSE(can_send(std::string(4097, 'a')));
    CHECK(room_label(Locale(), "short").empty());
    CHECK(room_label(Locale(), std::string(4000, 'a')) == "96 left");
    CHECK(room_label(Locale(), std::string(4099, 'a')) == "3 too many");
}

TEST_CASE("connection: is named in words, and counts down while offline") {
    Connection connection;
    connection.phase = ConnectionPhase::kLive;
    CHECK(connection_label(Locale(), connection, 0) == "Live");
    connection.phase = ConnectionPhase::kCatchingUp;
    CHECK(connection_label(Locale(), connection, 0) == "Catching up…");
    connection.phase = ConnectionPhase::kOffline;
    connection.retry_at = 4000;
    CHECK(connection_label(Locale(), connection, 1) == "Offline, retrying in 4 s");
    CHECK(connection_label(Locale(), connection, 3999) == "Offline, retrying in 1 s");
}

}  // namespace
}  // namespace roost
