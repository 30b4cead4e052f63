// The link into WhatsApp itself: written, copied, opened, and as a code for cameras.
#include <doctest/doctest.h>

#include "tests/support/settings_case.h"

namespace roost {
namespace {

using ui::Role;
using namespace test;

const std::string kPath = "/api/v1/conversations/7/chat-link";

platform::Response code(const std::string& url) {
    return {
        200,
        R"({"url":")" + url + R"(","qr":["101","010","101"],"svg":"<svg>)" + url +
            R"(</svg>","file":"whatsapp-7.svg"})"};
}

struct ChatLinkCase : SettingsCase {
    explicit ChatLinkCase(float width = 1440) : SettingsCase("agent", width) {
        click(Role::kListRow, "Amina Yusuf");
        page(page_of({text_from_customer(1, kNow, "Habari!")}));
    }
    void open_dialog() {
        click(Role::kButton, "More actions");
        click(Role::kMenuItem, "WhatsApp link");
    }
    std::string link() { return "https://wa.me/" + conversation_with("Amina Yusuf", 7, kNow).wa_id; }
};

}  // namespace

TEST_CASE("chat link: it opens, is copied, and stands there as a code that can be saved") {
    ChatLinkCase ui;
    ui.open_dialog();
    const auto link = ui.link();
    CHECK(ui.platform.focused == ui.see_field("Text to begin with, if you like").key);
    CHECK(ui.sees(Role::kText, link));
    CHECK_FALSE(ui.sees(Role::kImage, "Code for the camera of a phone"));
    CHECK(ui.see(Role::kButton, "Save the code").is_disabled);
    ui.answer("GET", kPath, code(link));
    CHECK(ui.sees(Role::kImage, "Code for the camera of a phone"));
    CHECK_FALSE(ui.platform.is_waiting("GET", kPath));
    ui.click(Role::kButton, "Copy");
    CHECK(ui.platform.copied == link);
    ui.click(Role::kButton, "Save the code");
    REQUIRE(ui.platform.saved.size() == 1);
    CHECK(ui.platform.saved.front().first == "whatsapp-7.svg");
    CHECK(ui.platform.saved.front().second == "<svg>" + link + "</svg>");
    ui.click(Role::kButton, "Open in WhatsApp");
    CHECK(ui.platform.opened_links == std::vector{link});
    ui.click(Role::kButton, "Done");
    CHECK_FALSE(ui.sees(Role::kDialog, "WhatsApp link"));
}

TEST_CASE("chat link: the code follows what is written, one question at a time") {
    ChatLinkCase ui;
    ui.open_dialog();
    const auto link = ui.link();
    ui.type("Text to begin with, if you like", "Habari & karibu");
    CHECK(ui.sees(Role::kText, link + "?text=Habari%20%26%20karibu"));
    ui.answer("GET", kPath, code(link));
    ui.answer("GET", kPath + "?text=Habari%20%26%20karibu", code("filled"));
    ui.click(Role::kButton, "Save the code");
    CHECK(ui.platform.saved.back().second == "<svg>filled</svg>");
    CHECK_FALSE(ui.platform.is_waiting("GET", kPath));
}

TEST_CASE("chat link: what is too long for a code is told, and the link goes on working") {
    ChatLinkCase ui(390);
    ui.open_dialog();
    ui.answer("GET", kPath, problem(400, "'text' is too long for a code that cameras read."));
    CHECK(ui.sees(Role::kText, "This text is too long for a code"));
    CHECK_FALSE(ui.platform.is_waiting("GET", kPath));
    ui.click(Role::kButton, "Open in WhatsApp");
    CHECK(ui.platform.opened_links == std::vector{ui.link()});
    for (const ui::Node& node : ui.platform.tree)
        CHECK_MESSAGE(node.rect.x + node.rect.width <= 390, node.label);
}

}  // namespace roost
