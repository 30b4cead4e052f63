// Records: shown under the header, linked and unlinked, and the list of one record's conversations.
#include <doctest/doctest.h>

#include "client-wasm/views/conversation_list.h"
#include "client-wasm/views/record_names.h"
#include "tests/support/settings_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

const std::string kLinks = "/api/v1/links";

RecordLink link_to(std::int64_t id, std::string type, std::string name, std::string title, std::string url) {
    return {{id}, {std::move(type), std::move(name)}, std::move(title), std::move(url)};
}

Conversation amina(RecordLinks links, std::int64_t rev = 105) {
    Conversation row = conversation_with("Amina Yusuf", 7, kNow);
    row.rev = {rev};
    row.links = std::move(links);
    return row;
}

void with_types(Snapshot& snapshot) {
    snapshot.record_types = {"project", "lead"};
}

struct RecordsCase : SettingsCase {
    explicit RecordsCase(std::string_view role = "agent", float width = 1440, Change change = with_types)
        : SettingsCase(role, width, 900, "en", change) {
        click(Role::kListRow, "Amina Yusuf");
        page(page_of({text_from_customer(1, kNow, "Habari!")}));
    }
    void be_linked(RecordLinks links, std::int64_t rev = 105) {
        event({rev}, ConversationChanged{amina(std::move(links), rev), {}});
    }
    void open_dialog() {
        click(Role::kButton, "More actions");
        click(Role::kMenuItem, "Records");
    }
};

const RecordLink kRoof = link_to(1, "project", "118", "Roof of the school", "https://crm.example/118");
const RecordLink kLead = link_to(2, "lead", "L-7", "", "");

}  // namespace

TEST_CASE("records: a chip for each under the header, a real link where the record has a page") {
    RecordsCase ui;
    CHECK_FALSE(ui.sees(Role::kGroup, "Records"));
    ui.be_linked({kRoof, kLead});
    CHECK(ui.sees(Role::kGroup, "Records"));
    const ui::Node& roof = ui.see(Role::kLink, "Project · Roof of the school, opens in a new tab");
    CHECK(roof.href == "https://crm.example/118");
    CHECK(ui.sees(Role::kText, "Lead · L-7"));
    CHECK_FALSE(ui.sees(Role::kLink, "Lead"));
}

TEST_CASE("records: what a message alone is linked to stands under it, until its conversation says the same"
) {
    RecordsCase ui;
    ui.be_linked({kRoof});
    Message note = text_from_customer(2, kNow, "About the visit");
    note.rev = {106};
    note.links = {kRoof, link_to(3, "lead", "L-7", "", "https://crm.example/l7")};
    ui.event({106}, MessageAdded{note, amina({kRoof}, 106), {}});
    CHECK(ui.count(Role::kLink, "Project · Roof") == 1);
    CHECK(ui.see(Role::kLink, "Lead · L-7").href == "https://crm.example/l7");
    const auto height = [&ui] {
        for (const ui::Node& node : ui.platform.tree)
            if (node.role == Role::kMessage && node.label.ends_with("About the visit"))
                return node.rect.height;
        return 0.0F;
    };
    const float tall = height();
    ui.be_linked({kRoof, kLead}, 107);
    CHECK(ui.count(Role::kLink, "Lead") == 0);
    CHECK(ui.sees(Role::kText, "Lead · L-7"));
    CHECK(height() == tall - 44);
}

TEST_CASE("records: what has no room is counted, and the count opens the list") {
    RecordsCase ui("agent", 390);
    RecordLinks many;
    for (std::int64_t i = 1; i <= 9; ++i)
        many.push_back(
            link_to(i, "project", std::to_string(i), "A roof that is rather long", "https://a.example")
        );
    ui.be_linked(many);
    for (const ui::Node& node : ui.platform.tree)
        CHECK_MESSAGE(node.rect.x + node.rect.width <= 390, node.label);
    const ui::Node& rest = ui.see(Role::kButton, "Records +8");
    CHECK(rest.rect.height >= 44);
    ui.click(Role::kButton, "Records +8");
    CHECK(ui.count(Role::kButton, "Unlink: ") == 9);
}

TEST_CASE("records: types have names, and those that nobody named are called as they are") {
    CHECK(record_label(kEnglish, kRoof) == "Project · Roof of the school");
    CHECK(record_type_label(kEnglish, "petty_cash") == "Petty cash");
    CHECK(record_type_label(kEnglish, "school_year") == "school year");
}

TEST_CASE("records: linked by hand, with what is wrong at its field, and told when it is done") {
    RecordsCase ui;
    ui.open_dialog();
    CHECK(ui.sees(Role::kText, "Not linked to a record yet"));
    CHECK(ui.platform.focused == ui.see_field("Its id").key);
    ui.click(Role::kButton, "Link");
    CHECK(ui.see_field("Its id").description.find("Fill this in") != std::string::npos);
    ui.type("Its id", "118");
    ui.type("Address of its page, if you like", "crm.example/118");
    ui.click(Role::kButton, "Link");
    CHECK(ui.see_field("Address of its page, if you like").description.find("https://") != std::string::npos);
    CHECK_FALSE(ui.platform.is_waiting("POST", kLinks));
    ui.type("Address of its page, if you like", "https://crm.example/118");
    ui.click(Role::kButton, "Lead");
    ui.click(Role::kButton, "Link");
    CHECK(
        ui.sent(kLinks) ==
        Json{{"conversation", "7"}, {"type", "lead"}, {"id", "118"}, {"url", "https://crm.example/118"}}
    );
    ui.answer("POST", kLinks, problem(409, "A conversation has 50 records at most."));
    CHECK(ui.sees(Role::kText, "The server refused this: A conversation has 50 records at most."));
    ui.press_enter("Its id");
    ui.answer("POST", kLinks, {201, "{}"});
    ui.be_linked({kLead});
    CHECK(ui.value("Its id").empty());
    CHECK(ui.sees(Role::kGroup, "Lead · L-7"));
}

TEST_CASE("records: unlinked, also when somebody else was quicker") {
    RecordsCase ui;
    ui.be_linked({kRoof, kLead});
    ui.open_dialog();
    ui.click(Role::kButton, "Unlink: Project · Roof of the school");
    ui.answer("DELETE", kLinks + "/1", {204, ""});
    ui.be_linked({kLead}, 106);
    CHECK_FALSE(ui.sees(Role::kButton, "Unlink: Project"));
    ui.click(Role::kButton, "Unlink: Lead · L-7");
    ui.answer("DELETE", kLinks + "/2", problem(404, "There is no such link."));
    CHECK_FALSE(ui.sees(Role::kText, "This does not exist any more."));
}

TEST_CASE("records: a message is filed by its own menu") {
    RecordsCase ui;
    ui.ask_menu("Amina Yusuf");
    ui.click(Role::kMenuItem, "Records");
    CHECK(ui.sees(Role::kDialog, "Records of this message"));
    ui.type("Its id", "118");
    ui.click(Role::kButton, "Link");
    CHECK(ui.sent(kLinks) == Json{{"message", "1"}, {"type", "project"}, {"id", "118"}});
}

TEST_CASE("records: the list shows the conversations of one record, and all again") {
    RecordsCase ui;
    ui.be_linked({kRoof});
    Conversation other = conversation_with("Ben", 8, kNow - kHour);
    other.rev = {106};
    ui.event({106}, ConversationChanged{other, {}});
    CHECK(ui.count(Role::kListRow) == 2);
    ui.open_dialog();
    ui.click(Role::kButton, "Show its conversations: Project");
    CHECK_FALSE(ui.sees(Role::kDialog));
    CHECK(ui.sees(Role::kText, "Only conversations of Project · Roof of the school"));
    CHECK(ui.count(Role::kListRow) == 1);
    CHECK(ui.sees(Role::kListRow, "Amina Yusuf"));
    ui.be_linked({}, 107);
    CHECK(ui.sees(Role::kText, "No conversation is linked to this record"));
    ui.click(Role::kButton, "Show all conversations again");
    CHECK(ui.count(Role::kListRow) == 2);
}

TEST_CASE("records: rows of one record may reach further down than all rows") {
    Inbox inbox;
    for (std::int64_t id = 1; id <= 6; ++id) {
        Conversation row = conversation_with("Somebody", id, kNow - id * kHour);
        if (id % 2 == 0) row.links = {kRoof};
        inbox.conversations[row.id] = row;
    }
    inbox.boundary = ListPlace{kNow - 3 * kHour, {}, {3}};
    ConversationListState list;
    list.record = kRoof;
    CHECK(rows_of(inbox, list).size() == 1);
    list.record_pages.has_begun = true;
    list.record_pages.boundary = ListPlace{kNow - 4 * kHour, {}, {4}};
    CHECK(rows_of(inbox, list).size() == 2);
    list.platform = Platform::kInstagram;
    CHECK(rows_of(inbox, list).empty());
}

TEST_CASE("records: what the server refuses to a page of one record is not offered there") {
    RecordsCase ui("agent", 1440, [](Snapshot& snapshot) {
        with_types(snapshot);
        snapshot.page = reach_of({"project", "118"});
    });
    ui.be_linked({kRoof});
    CHECK_FALSE(ui.sees(Role::kButton, "More actions"));
    CHECK(ui.sees(Role::kLink, "Project"));
    RecordsCase viewer("viewer");
    CHECK_FALSE(viewer.sees(Role::kButton, "More actions"));
}

}  // namespace roost
