#include "shared/model/inbox.h"

#include <doctest/doctest.h>

namespace roost {
namespace {

Inbox inbox_with(Platform platform, int unread) {
    Inbox inbox;
    Conversation row;
    row.id = ConversationId{1};
    row.platform = platform;
    row.unread = unread;
    inbox.conversations.emplace(row.id, row);
    inbox.counts = {3, 1, 1, 1};
    return inbox;
}

TEST_CASE("inbox: what is on the screen is read, and no longer counted on its platform") {
    Inbox inbox = inbox_with(Platform::kInstagram, 2);
    take_as_read(inbox, ConversationId{1});
    CHECK(find_conversation(inbox, ConversationId{1})->unread == 0);
    CHECK(inbox.counts == UnreadCounts{2, 1, 1, 0});
    take_as_read(inbox, ConversationId{1});
    CHECK(inbox.counts == UnreadCounts{2, 1, 1, 0});
}

TEST_CASE("inbox: reading what is not there or not unread changes nothing") {
    const Inbox before = inbox_with(Platform::kWhatsApp, 0);
    Inbox inbox = before;
    take_as_read(inbox, ConversationId{1});
    take_as_read(inbox, ConversationId{2});
    CHECK(inbox == before);
}

}  // namespace
}  // namespace roost
