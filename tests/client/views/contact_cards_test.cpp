// Cards of people in a thread: written to, and kept.
#include <doctest/doctest.h>

#include "tests/support/settings_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

const std::string kConversations = "/api/v1/conversations";

Contacts::Card peter() {
    return {"Peter Kamau", {"+254 733 900 100"}, {}, ""};
}

struct CardCase : SettingsCase {
    explicit CardCase(
        std::vector<Contacts::Card> cards,
        std::string_view role = "agent",
        float width = 1440,
        Change change = nullptr
    )
        : SettingsCase(role, width, 900, "en", change) {
        // Of one person the conversation is open by itself.
        if (!sees(Role::kHeading, "Amina Yusuf")) click(Role::kListRow, "Amina Yusuf");
        Message message = text_from_customer(1, kNow, "");
        message.content = Contacts{std::move(cards)};
        page(page_of({message}));
    }
};

platform::Response row_of(std::int64_t id) {
    Conversation row;
    row.id = {id};
    row.rev = {100};
    row.account = {1};
    row.wa_id = "254733900100";
    return {201, dump_json(write_conversation(row))};
}

}  // namespace

TEST_CASE("contact cards: a conversation with who is on the card opens") {
    for (const float width : {1440.0F, 390.0F}) {
        CardCase ui({peter()}, "agent", width);
        const ui::Node& button = ui.see(Role::kButton, "Message");
        CHECK(button.rect.height >= 44);
        ui.click(Role::kButton, "Message");
        CHECK(ui.sent(kConversations) == Json{{"number", "+254 733 900 100"}});
        ui.answer("POST", kConversations, row_of(12));
        CHECK(ui.platform.fragment == "#/inbox/12");
        CHECK_FALSE(ui.sees(Role::kDialog));
    }
}

TEST_CASE("contact cards: the number is the one that WhatsApp knows, and goes by this conversation's own") {
    Contacts::Card card = peter();
    card.phones = {"0733 900 100"};
    CHECK_FALSE(CardCase({card}).sees(Role::kButton, "Message"));
    card.wa_id = "254733900100";
    CardCase ui({card});
    ui.event({101}, AccountNamed{{1}, {"Savanna Solar", "+254 700 555 010"}});
    ui.event({102}, AccountNamed{{2}, {"Savanna Wind", "+254 700 555 020"}});
    ui.click(Role::kButton, "Message");
    const Json sent = ui.sent(kConversations);
    CHECK(sent["number"] == "+254733900100");
    CHECK(sent["account"] == to_string(conversation_with("Amina Yusuf", 7, kNow).account));
}

TEST_CASE("contact cards: a refusal stands in the dialog, where the number can be put right") {
    CardCase ui({peter()});
    ui.click(Role::kButton, "Message");
    ui.answer("POST", kConversations, problem(409, "No number is connected."));
    CHECK(ui.sees(Role::kDialog, "New conversation"));
    CHECK(ui.value("Telephone number") == "+254 733 900 100");
    CHECK(ui.sees(Role::kText, "The server refused this: No number is connected."));
}

TEST_CASE("contact cards: several are told apart by name, also where two have the same") {
    CardCase ui({peter(), peter(), {"Amina", {"+254 712 345 678"}, {}, ""}});
    CHECK(ui.count(Role::kButton, "Message Peter Kamau") == 2);
    ui.click(Role::kButton, "Message Amina");
    CHECK(ui.sent(kConversations)["number"] == "+254 712 345 678");
    CHECK(ui.sees(Role::kButton, "Save contacts"));
}

TEST_CASE("contact cards: saved they are a file for address books, for who only reads as well") {
    CardCase ui({peter()}, "viewer");
    CHECK_FALSE(ui.sees(Role::kButton, "Message"));
    ui.click(Role::kButton, "Save contact");
    REQUIRE(ui.platform.saved.size() == 1);
    CHECK(ui.platform.saved.front().first == "Peter Kamau.vcf");
    CHECK(ui.platform.saved.front().second.find("TEL;VALUE=text:+254 733 900 100\r\n") != std::string::npos);
}

TEST_CASE("contact cards: on the page of one person nobody else can be written to") {
    CardCase ui({peter()}, "agent", 1440, [](Snapshot& snapshot) {
        snapshot.page = reach_of_number("254712345678");
    });
    CHECK_FALSE(ui.sees(Role::kButton, "Message"));
    CHECK(ui.sees(Role::kButton, "Save contact"));
}

}  // namespace roost
