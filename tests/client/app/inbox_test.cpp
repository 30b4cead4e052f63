// The client as a reader uses it: list, thread, composer.
#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

struct OpenThread : UiHarness {
    explicit OpenThread(int unread = 0, std::vector<Message> messages = conversation()) {
        start_signed_in(snapshot_of(
            {conversation_with("Amina Yusuf", 7, kNow - kMinute, unread),
             conversation_with("Tom Becker", 8, kNow - kHour)}
        ));
        click(Role::kListRow, "Amina Yusuf");
        page(page_of(std::move(messages)));
    }
    static std::vector<Message> conversation() {
        return {
            text_from_customer(1, kNow - 3 * kMinute, "Habari!"),
            text_from_agent(2, kNow - 2 * kMinute, "Thursday", DeliveryStatus::kRead),
            text_from_customer(3, kNow - kMinute, "Sawa")};
    }
};

// Of the one tab there is.
std::string outbox_of(const UiHarness& ui) {
    const auto keys = ui.platform.stored("outbox.3.");
    REQUIRE(keys.size() <= 1);
    return keys.empty() ? "" : ui.platform.storage.at(keys.front());
}

TEST_CASE("inbox: a conversation is opened, and says who wrote what when") {
    OpenThread ui;
    CHECK(ui.sees(Role::kHeading, "Amina Yusuf"));
    CHECK(ui.see(Role::kListRow, "Amina Yusuf").is_current);
    CHECK(ui.see(Role::kListRow, "Tom Becker").position == 2);
    CHECK(ui.see(Role::kListRow, "Tom Becker").set_size == 2);
    CHECK(ui.count(Role::kMessage) == 3);
    CHECK(ui.sees(Role::kMessage, "Amina Yusuf, 13:06: Sawa"));
    CHECK(ui.see(Role::kMessage, "You, 13:05, read: Thursday").paragraph != 0);
    CHECK(ui.platform.fragment == "#/inbox/7");
    CHECK(ui.platform.title == "Amina Yusuf · Roost");
}

TEST_CASE("inbox: Enter sends at once, and the server's message takes the place of the echo") {
    OpenThread ui;
    ui.type("Message", "héllo");
    ui.press_enter("Message");
    CHECK(ui.value("Message").empty());
    CHECK(ui.sees(Role::kMessage, "You, 13:07, waiting: héllo"));
    REQUIRE(ui.platform.is_waiting("POST", "/api/v1/conversations/7/messages"));
    Message sent = text_from_agent(50, kNow, "héllo", DeliveryStatus::kQueued);
    const Json stored = *parse_json(outbox_of(ui));
    sent.client_ref = string_or(stored.at(0), "ref", "");
    sent.rev = {101};
    ui.platform.respond("POST", "/api/v1/conversations/7/messages", accepted(sent));
    ui.run_frames();
    CHECK(ui.count(Role::kMessage) == 4);
    CHECK(outbox_of(ui).empty());

    ui.event(
        {102}, MessageStatusChanged{{50}, kAmina, "wamid.x", DeliveryStatus::kDelivered, {}, std::nullopt}
    );
    CHECK(ui.sees(Role::kMessage, "You, 13:07, delivered: héllo"));
    ui.event({103}, MessageStatusChanged{{50}, kAmina, "wamid.x", DeliveryStatus::kRead, {}, std::nullopt});
    CHECK(ui.sees(Role::kMessage, "You, 13:07, read: héllo"));
    CHECK(ui.count(Role::kMessage) == 4);
}

TEST_CASE("inbox: blank text is not sent") {
    OpenThread ui;
    ui.type("Message", "  \n ");
    CHECK_FALSE(ui.sees(Role::kButton, "Send"));  // the microphone stands in its place
    ui.press_enter("Message");
    CHECK(ui.platform.count_requests("POST", "/api/v1/conversations/7/messages") == 0);
}

TEST_CASE("inbox: what Meta refused stands red with its reason and is retried by the server") {
    OpenThread ui;
    const Failure failure{131026, "This number is not on WhatsApp.", "", true};
    Message added = text_from_agent(9, kNow, "On our way", DeliveryStatus::kQueued);
    ui.event({101}, MessageAdded{added, conversation_with("Amina Yusuf", 7, kNow), {}});
    ui.event({102}, MessageStatusChanged{{9}, kAmina, "", DeliveryStatus::kFailed, {}, failure});
    CHECK(ui.see(Role::kMessage, "You, 13:07, not sent: On our way").description == failure.sentence);
    CHECK(ui.platform.announced.back().second);
    ui.click(Role::kButton, "Retry");
    CHECK(ui.platform.is_waiting("POST", "/api/v1/messages/9/retry"));
}

TEST_CASE("inbox: what our own server refused stays with its sentence and can be removed") {
    OpenThread ui;
    ui.platform.answer("POST", "/api/v1/conversations/7/messages", problem(409, "The window is closed."));
    ui.type("Message", "Too late");
    ui.click(Role::kButton, "Send");
    CHECK(
        ui.see(Role::kMessage, "You, 13:07, not sent: Too late").description ==
        "The server refused this: The window is closed."
    );
    ui.click(Role::kButton, "Remove");
    CHECK_FALSE(ui.sees(Role::kMessage, "You, 13:07, not sent"));
}

TEST_CASE("inbox: without a connection messages wait, survive a reload and go out under the same name") {
    OpenThread ui;
    ui.platform.answer("POST", "/api/v1/conversations/7/messages", unreachable());
    ui.platform.stream_breaks();
    ui.run_frames();
    CHECK(ui.sees(Role::kStatus, "Offline, retrying"));
    ui.type("Message", "One");
    ui.press_enter("Message");
    ui.type("Message", "Two");
    ui.press_enter("Message");
    CHECK(ui.sees(Role::kText, "2 messages go out when the connection is back"));
    const std::string before = outbox_of(ui);

    ui.platform.answer("GET", "/api/v1/conversations/7/messages", ok(write_message_page(page_of({}))));
    ui.reload();
    CHECK(ui.sees(Role::kMessage, "You, 13:07, waiting: One"));
    CHECK(ui.sees(Role::kMessage, "You, 13:07, waiting: Two"));
    CHECK(outbox_of(ui) == before);
    CHECK(ui.platform.requests.back().body.find("ref-") != std::string::npos);
}

TEST_CASE("inbox: a draft belongs to its conversation and survives a reload") {
    OpenThread ui;
    ui.type("Message", "Half a sentence");
    ui.click(Role::kListRow, "Tom Becker");
    CHECK(ui.value("Message").empty());
    ui.click(Role::kListRow, "Amina Yusuf");
    CHECK(ui.value("Message") == "Half a sentence");
    ui.platform.answer("GET", "/api/v1/conversations/7/messages", ok(write_message_page(page_of({}))));
    ui.reload();
    CHECK(ui.value("Message") == "Half a sentence");
}

// After signing out: somebody else, or the same again.
void sign_in_as(UiHarness& ui, AgentId agent) {
    Snapshot snapshot = snapshot_of({conversation_with("Amina Yusuf", 7, kNow - kMinute)});
    snapshot.me.id = agent;
    Json grant = *parse_json(session().body);
    grant["agent"]["id"] = to_string(agent);
    ui.platform.answer("POST", "/api/v1/auth/login", ok(dump_json(grant)));
    ui.platform.answer("GET", "/api/v1/snapshot", ok(write_snapshot(snapshot)));
    ui.platform.answer("GET", "/api/v1/conversations/7/messages", ok(write_message_page(page_of({}))));
    ui.click(Role::kButton, "Account of");
    ui.click(Role::kButton, "Sign out");
    ui.type("E-mail", "somebody@example.com");
    ui.type("Password", "secret");
    ui.press_enter("Password");
    ui.run_frames();
    ui.click(Role::kListRow, "Amina Yusuf");
}

TEST_CASE("inbox: who signs in next on this browser finds nothing of what was being written") {
    OpenThread ui;
    ui.type("Message", "Between you and me");
    sign_in_as(ui, {4});
    CHECK(ui.value("Message").empty());
    sign_in_as(ui, {3});
    CHECK(ui.value("Message") == "Between you and me");
}

TEST_CASE("inbox: the line before unread messages stays where the reader entered") {
    OpenThread ui(1);
    const float line = ui.see(Role::kSeparator, "1 unread message").rect.y;
    CHECK(line < ui.see(Role::kMessage, "Amina Yusuf, 13:06: Sawa").rect.y);
    REQUIRE(ui.platform.is_waiting("POST", "/api/v1/conversations/7/read"));
    CHECK(ui.platform.requests.back().body.find("\"3\"") != std::string::npos);
    Conversation row = conversation_with("Amina Yusuf", 7, kNow);
    row.rev = {101};
    ui.event({101}, ConversationChanged{row, {}});
    CHECK(ui.see(Role::kListRow, "Amina Yusuf").label.find("unread") == std::string::npos);
    CHECK(ui.sees(Role::kSeparator, "1 unread message"));
    CHECK(ui.platform.count_requests("POST", "/api/v1/conversations/7/read") == 1);
}

TEST_CASE("inbox: a message that arrives on the screen is shown and announced, and is read at once") {
    OpenThread ui;
    Conversation row = conversation_with("Amina Yusuf", 7, kNow, 1);
    ui.event({101}, MessageAdded{text_from_customer(10, kNow, "Hello?"), row, {1, 1, 0, 0}});
    CHECK(ui.sees(Role::kMessage, "Amina Yusuf, 13:07: Hello?"));
    REQUIRE_FALSE(ui.platform.announced.empty());
    CHECK(ui.platform.announced.back().first == "Amina Yusuf: Hello?");
    CHECK_FALSE(ui.platform.announced.back().second);
    CHECK(ui.platform.count_requests("POST", "/api/v1/conversations/7/read") == 1);
    CHECK(ui.see(Role::kListRow, "Amina Yusuf").label.find("unread") == std::string::npos);
    CHECK(ui.platform.unread == 0);
}

TEST_CASE("inbox: a message to another conversation is counted") {
    OpenThread ui;
    Conversation row = conversation_with("Tom Becker", 8, kNow, 1);
    row.rev = {101};
    Message message = text_from_customer(10, kNow, "Hello?");
    message.conversation = {8};
    ui.event({101}, MessageAdded{message, row, {1, 1, 0, 0}});
    CHECK(ui.see(Role::kListRow, "Tom Becker").label.find("1 unread") != std::string::npos);
    CHECK(ui.platform.unread == 1);
}

TEST_CASE("inbox: where there is one column, Escape leads from the field back to the list") {
    OpenThread ui;
    ui.platform.push(platform::Resized{390, 844, 1});
    ui.run_frames();
    ui.focus(Role::kTextArea, "Message");
    ui.platform.push(platform::KeyPressed{.key = "Escape", .is_in_field = true});
    ui.run_frames();
    CHECK_FALSE(ui.sees(Role::kLog));
    CHECK(ui.sees(Role::kListRow, "Amina Yusuf"));
}

TEST_CASE("inbox: a page that holds this one hears what came and went, by ids alone") {
    OpenThread ui;
    const auto row = conversation_with("Amina Yusuf", 7, kNow, 1);
    ui.event({101}, MessageAdded{text_from_customer(10, kNow, "Hello?"), row, {}});
    const auto answer = text_from_agent(11, kNow, "Yes", DeliveryStatus::kSent);
    ui.event({102}, MessageAdded{answer, row, {}});
    using Told = std::vector<std::pair<std::string, std::string>>;
    CHECK(
        ui.platform.told_host ==
        Told{
            {"message", R"({"conversation":"7","message":"10"})"},
            {"sent", R"({"conversation":"7","message":"11"})"}}
    );
}

TEST_CASE("inbox: a hidden page does not mark anything as read") {
    OpenThread ui;
    ui.platform.push(platform::VisibilityChanged{false});
    Conversation row = conversation_with("Amina Yusuf", 7, kNow, 1);
    row.rev = {101};
    ui.event({101}, MessageAdded{text_from_customer(10, kNow, "Hello?"), row, {1, 1, 0, 0}});
    CHECK(ui.platform.count_requests("POST", "/api/v1/conversations/7/read") == 0);
    ui.platform.push(platform::VisibilityChanged{true});
    ui.run_frames();
    CHECK(ui.platform.count_requests("POST", "/api/v1/conversations/7/read") == 1);
}

TEST_CASE("inbox: a closed window says why instead of taking text") {
    UiHarness ui;
    ui.start_signed_in(snapshot_of({conversation_with("Tom Becker", 7, kNow - 30 * kHour)}));
    ui.click(Role::kListRow, "Tom Becker");
    ui.page(page_of({}));
    CHECK_FALSE(ui.sees(Role::kTextArea, "Message"));
    CHECK(ui.count(Role::kText) > 0);
}

TEST_CASE("inbox: the address opens a conversation, also one that is not in the list") {
    UiHarness ui;
    ui.platform.fragment = "#/inbox/7";
    ui.start_signed_in(snapshot_of({conversation_with("Tom Becker", 8, kNow - kHour)}));
    Conversation amina = conversation_with("Amina Yusuf", 7, kNow - 9 * kDay);
    REQUIRE(ui.platform.respond("GET", "/api/v1/conversations/7", ok(dump_json(write_conversation(amina)))));
    ui.run_frames();
    CHECK(ui.sees(Role::kHeading, "Amina Yusuf"));
    ui.page(page_of(OpenThread::conversation()));
    CHECK(ui.count(Role::kMessage) == 3);
    ui.platform.push(platform::UrlChanged{"#/inbox/8"});
    ui.run_frames();
    CHECK(ui.sees(Role::kHeading, "Tom Becker"));
    ui.platform.push(platform::UrlChanged{"#/inbox"});
    ui.run_frames();
    CHECK(ui.sees(Role::kHeading, "Choose a conversation"));
}

TEST_CASE("inbox: keys move through the list, open, answer and leave") {
    OpenThread ui;
    ui.press("j");
    CHECK(ui.see(Role::kListRow, "Tom Becker").key != 0);
    ui.run_frames();
    ui.press("k");
    ui.press("r");
    ui.press("Escape");
    CHECK(ui.sees(Role::kHeading, "Choose a conversation"));
}

TEST_CASE("inbox: a phone shows the list or the thread") {
    UiHarness ui;
    ui.platform.resize(390, 844, 3);
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    CHECK(ui.sees(Role::kListRow, "Amina Yusuf"));
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.page(page_of(OpenThread::conversation()));
    CHECK_FALSE(ui.sees(Role::kListRow));
    for (const ui::Node& node : ui.platform.tree) {
        if (node.role == Role::kButton) CHECK(node.rect.height >= 44);
    }
    ui.click(Role::kButton, "Back to the list");
    CHECK(ui.sees(Role::kListRow, "Amina Yusuf"));
    CHECK_FALSE(ui.sees(Role::kTextArea));
}

TEST_CASE("inbox: tabs show one platform and load its rows") {
    UiHarness ui;
    Conversation tom = conversation_with("Tom Becker", 8, kNow);
    tom.platform = Platform::kInstagram;
    Snapshot snapshot = snapshot_of({conversation_with("Amina Yusuf", 7, kNow), tom});
    snapshot.conversations.has_more = true;
    ui.platform.answer("GET", "/api/v1/conversations?", ok(write_conversation_page({})));
    ui.start_signed_in(snapshot);
    ui.click(Role::kTab, "Instagram");
    CHECK(ui.see(Role::kTab, "Instagram").is_selected);
    CHECK(ui.sees(Role::kListRow, "Tom Becker"));
    CHECK_FALSE(ui.sees(Role::kListRow, "Amina Yusuf"));
}

}  // namespace
}  // namespace roost
