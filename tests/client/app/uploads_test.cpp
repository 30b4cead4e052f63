// Files on their way from the tray to the customer: in order, once, whatever happens.
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

constexpr std::string_view kMedia = "/api/v1/media";
constexpr std::string_view kMessages = "/api/v1/conversations/7/messages";

struct OpenThread : UiHarness {
    OpenThread() {
        start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
        click(Role::kListRow, "Amina Yusuf");
        page(page_of({text_from_customer(1, kNow - 1000, "Habari")}));
    }

    void attach(int id, std::string name, std::string type) {
        platform.push(platform::FileAdded{id, std::move(name), std::move(type), 4000});
        run_frames();
    }
    // The server answers what waits longest.
    void upload_ends(std::string id) {
        const Json body = {
            {"id", std::move(id)}, {"kind", "image"}, {"mime_type", "image/png"}, {"size", 4000}};
        REQUIRE(platform.respond("POST", kMedia, {201, dump_json(body)}));
        run_frames();
    }
    void message_ends(std::int64_t id) {
        const Json asked = *parse_json(last_message());
        Message sent = text_from_agent(id, platform.time, "", DeliveryStatus::kQueued);
        sent.content = parse_content(asked);
        sent.client_ref = string_or(asked, "client_ref", "");
        sent.rev = {id};
        REQUIRE(platform.respond("POST", kMessages, accepted(sent)));
        run_frames();
    }
    std::string last_message() const {
        for (auto one = platform.requests.rbegin(); one != platform.requests.rend(); ++one) {
            if (one->method == "POST" && one->path == kMessages) return one->body;
        }
        return "";
    }
    int posts() const { return platform.count_requests("POST", kMessages); }
    int uploads() const { return platform.count_requests("POST", kMedia); }
};

TEST_CASE("uploads: a photo is seen from the moment it is sent, and stays seen when it becomes a message") {
    OpenThread ui;
    ui.attach(5, "roof.png", "image/png");
    ui.press_enter("Message");
    REQUIRE(ui.platform.shown_pictures.urls.contains("local:5"));
    CHECK(ui.see(Role::kImage, "Photo").is_busy == false);
    ui.platform.shown_pictures.states["local:5"] = ui::PictureState::kReady;
    ui.run_frames();
    ui.upload_ends("f00d");
    CHECK(ui.platform.shown_pictures.states["f00d"] == ui::PictureState::kReady);
    ui.message_ends(9);
    CHECK_FALSE(ui.platform.shown_pictures.urls.contains("f00d"));  // nothing was read once more
}

TEST_CASE("uploads: a photo with caption and reply is there at once, and goes when the server has its bytes"
) {
    OpenThread ui;
    ui.ask_menu("Amina Yusuf");
    ui.click(Role::kMenuItem, "Reply");
    ui.attach(5, "roof.png", "image/png");
    ui.type("Caption for roof.png", "South side");
    ui.press_enter("Message");
    CHECK(ui.sees(Role::kMessage, "You, 13:07, waiting: South side"));
    CHECK_FALSE(ui.sees(Role::kList, "Attached files"));
    CHECK_FALSE(ui.sees(Role::kGroup, "Reply to"));
    REQUIRE(ui.uploads() == 1);
    CHECK(ui.platform.requests.back().path == "/api/v1/media?kind=image");
    CHECK(ui.platform.requests.back().body == "file 5");
    CHECK(ui.platform.is_guarded);
    CHECK(ui.posts() == 0);

    REQUIRE(ui.platform.upload_reaches(5, 43));
    ui.run_frames();
    CHECK(ui.see(Role::kButton, "Stop sending roof.png").description == "43% sent");

    ui.upload_ends("f00d");
    CHECK_FALSE(ui.platform.is_guarded);
    REQUIRE(ui.posts() == 1);
    const Json sent = *parse_json(ui.last_message());
    CHECK(string_or(sent, "type", "") == "image");
    CHECK(string_or(sent, "reply_to", "") == "1");
    CHECK(string_or(member(sent, "image"), "caption", "") == "South side");
    CHECK(string_or(member(member(sent, "image"), "file"), "id", "") == "f00d");
    CHECK(ui.platform.dropped_files.empty());
    ui.message_ends(50);
    CHECK(ui.platform.dropped_files == std::vector<int>{5});
    CHECK_FALSE(ui.sees(Role::kButton, "Stop sending"));
    CHECK(ui.count(Role::kMessage) == 2);
}

TEST_CASE("uploads: files and text keep their order, whichever upload ends first") {
    OpenThread ui;
    ui.attach(1, "a.png", "image/png");
    ui.attach(2, "offer.pdf", "application/pdf");
    ui.attach(3, "c.png", "image/png");
    ui.type("Message", "All three");
    ui.click(Role::kButton, "Send");
    CHECK(ui.value("Message").empty());
    CHECK(ui.uploads() == 2);
    REQUIRE(ui.platform.respond("POST", "/api/v1/media?kind=document", {201, R"({"id":"0b"})"}));
    ui.run_frames();
    CHECK(ui.posts() == 0);
    CHECK(ui.uploads() == 3);
    ui.platform.time += 5000;
    ui.upload_ends("0a");
    ui.upload_ends("0c");
    REQUIRE(ui.posts() == 1);
    ui.message_ends(50);
    CHECK(string_or(member(*parse_json(ui.last_message()), "document"), "filename", "") == "offer.pdf");
    // What is still waiting stands below, though it was written before the first one was taken.
    CHECK(ui.see(Role::kMessage, "You, 13:07, waiting: offer.pdf").position == 3);
    CHECK(ui.see(Role::kMessage, "You, 13:07, waiting: All three").position == 5);
    ui.message_ends(51);
    ui.message_ends(52);
    CHECK(string_or(member(*parse_json(ui.last_message()), "text"), "body", "") == "All three");
    ui.message_ends(53);
    CHECK(ui.posts() == 4);
    CHECK(ui.count(Role::kMessage) == 5);
}

TEST_CASE("uploads: a broken transfer begins anew by itself, once, with a fresh session") {
    OpenThread ui;
    ui.attach(1, "a.png", "image/png");
    ui.press_enter("Message");
    const int renewals = ui.platform.count_requests("POST", "/api/v1/auth/refresh");
    REQUIRE(ui.platform.upload_reaches(1, 80));
    REQUIRE(ui.platform.respond("POST", kMedia, unreachable()));
    ui.run_frames();
    CHECK(ui.uploads() == 1);
    CHECK(ui.see(Role::kButton, "Stop sending").description == "0% sent");
    CHECK(ui.platform.count_requests("POST", "/api/v1/auth/refresh") == renewals + 1);
    CHECK(ui.platform.is_guarded);
    ui.pass(2000);
    REQUIRE(ui.uploads() == 2);
    CHECK(ui.platform.requests.back().body == "file 1");
    ui.upload_ends("0a");
    CHECK(ui.posts() == 1);
}

TEST_CASE("uploads: one that is stopped is back in the tray with its caption") {
    OpenThread ui;
    ui.attach(1, "a.png", "image/png");
    ui.type("Caption for a.png", "South side");
    ui.press_enter("Message");
    ui.type("Message", "Later");
    ui.press_enter("Message");
    CHECK(ui.posts() == 0);
    ui.click(Role::kButton, "Stop sending a.png");
    CHECK_FALSE(ui.platform.is_waiting("POST", kMedia));
    CHECK_FALSE(ui.platform.is_guarded);
    CHECK(ui.sees(Role::kListItem, "a.png"));
    CHECK(ui.value("Caption for a.png") == "South side");
    CHECK(ui.platform.dropped_files.empty());
    CHECK(ui.count(Role::kMessage) == 2);
    // What stood behind it goes on.
    CHECK(ui.posts() == 1);
}

TEST_CASE("uploads: a refusal says why, holds up nothing, and can be tried again") {
    OpenThread ui;
    ui.attach(1, "a.png", "image/png");
    ui.press_enter("Message");
    ui.type("Message", "Later");
    ui.press_enter("Message");
    REQUIRE(ui.platform.respond("POST", kMedia, problem(400, "The file is damaged.")));
    ui.run_frames();
    CHECK(ui.see(Role::kMessage, "You, 13:07, not sent").description.find("damaged") != std::string::npos);
    CHECK(ui.platform.announced.back().second);
    CHECK(ui.posts() == 1);
    CHECK(ui.platform.is_guarded);
    ui.click(Role::kButton, "Retry");
    CHECK(ui.uploads() == 2);
    CHECK(ui.sees(Role::kMessage, "You, 13:07, waiting"));
}

TEST_CASE("uploads: a message that is refused keeps its file, which is not uploaded again") {
    OpenThread ui;
    ui.attach(1, "a.png", "image/png");
    ui.press_enter("Message");
    ui.upload_ends("0a");
    REQUIRE(ui.platform.respond("POST", kMessages, problem(409, "The 24-hour window is closed.")));
    ui.run_frames();
    CHECK(ui.platform.dropped_files.empty());
    ui.click(Role::kButton, "Retry");
    CHECK(ui.uploads() == 1);
    CHECK(ui.posts() == 2);
    REQUIRE(ui.platform.respond("POST", kMessages, problem(409, "The 24-hour window is closed.")));
    ui.run_frames();
    ui.click(Role::kButton, "Stop sending a.png");
    CHECK(ui.sees(Role::kListItem, "a.png"));
}

TEST_CASE("uploads: a page that was closed before the file was there says so") {
    OpenThread ui;
    ui.attach(1, "a.png", "image/png");
    ui.type("Caption for a.png", "South side");
    ui.type("Message", "Later");
    ui.press_enter("Message");
    ui.platform.answer("GET", kMessages.data(), ok(write_message_page(page_of({}))));
    ui.reload();
    CHECK(ui.sees(Role::kMessage, "You, 13:07, not sent: South side"));
    CHECK(
        ui.see(Role::kMessage, "You, 13:07, not sent").description.find("closed before") != std::string::npos
    );
    CHECK(ui.posts() == 1);  // the text
    ui.click(Role::kButton, "Remove");
    CHECK_FALSE(ui.sees(Role::kMessage, "You, 13:07, not sent"));
    ui.message_ends(50);
    CHECK(ui.platform.stored("outbox.3.").empty());
}

TEST_CASE("uploads: signing out stops them") {
    OpenThread ui;
    ui.attach(1, "a.png", "image/png");
    ui.press_enter("Message");
    ui.click(Role::kButton, "Account of");
    ui.click(Role::kButton, "Sign out");
    CHECK_FALSE(ui.platform.is_waiting("POST", kMedia));
    CHECK(ui.platform.dropped_files == std::vector<int>{1});
    CHECK_FALSE(ui.platform.is_guarded);
}

}  // namespace
}  // namespace roost
