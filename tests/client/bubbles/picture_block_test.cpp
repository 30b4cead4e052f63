// Pictures in bubbles: how large they are before they are there, and what stands in their place.
#include "client-wasm/bubbles/picture_block.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "shared/model/blur.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

constexpr const char* kPhoto = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

MediaRef stored_photo(int width, int height, std::string caption = "") {
    MediaRef media;
    media.caption = std::move(caption);
    media.file = {MediaState::kStored, MediaFault::kNone, kPhoto, "image/jpeg", 120'000, width, height};
    return media;
}

Message message_with(std::int64_t id, Content content) {
    Message message = text_from_customer(id, kNow, "");
    message.content = std::move(content);
    return message;
}

PictureBox box_of(int width, int height, float room, bool is_sticker = false) {
    BubblePicture picture;
    picture.natural_width = width;
    picture.natural_height = height;
    picture.is_sticker = is_sticker;
    return picture_box(picture, room);
}

TEST_CASE("picture: the box has the shape of the file within its bounds") {
    CHECK(box_of(1600, 1200, 600) == PictureBox{300, 225});
    CHECK(box_of(1200, 1600, 600) == PictureBox{240, 320});
    CHECK(box_of(0, 0, 600) == PictureBox{300, 225});
    CHECK(box_of(4000, 500, 600) == PictureBox{300, 100});
    CHECK(box_of(400, 4000, 600) == PictureBox{200, 320});
    CHECK(box_of(1600, 1200, 240) == PictureBox{240, 180});
    CHECK(box_of(400, 4000, 150) == PictureBox{150, 320});
    CHECK(box_of(512, 512, 600, true) == PictureBox{160, 160});
    CHECK(box_of(512, 256, 600, true) == PictureBox{160, 80});
    CHECK(box_of(1, 9000, 600, true) == PictureBox{80, 160});
}

TEST_CASE("picture: what a row is thought to be as high as before it is laid out is what it will be") {
    CHECK(estimated_picture(Image{stored_photo(1600, 1200)}, 600) == 225 + 8);
    CHECK(estimated_picture(Sticker{stored_photo(512, 512), false}, 600) == 160 + 20);
    CHECK(estimated_picture(Document{stored_photo(10, 10), "a.jpg"}, 600) == 0);
    CHECK(estimated_picture(Image{MediaRef{}}, 600) == 0);
}

struct OpenThread : UiHarness {
    explicit OpenThread(std::vector<Message> messages) {
        platform.answer(
            "GET",
            std::string("/api/v1/media/") + kPhoto + "/link",
            ok(R"({"url":"/api/v1/media/x?signature=s","expires_at":"2030-01-01T00:00:00Z"})")
        );
        start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow - kMinute)}));
        click(Role::kListRow, "Amina Yusuf");
        page(page_of(std::move(messages)));
    }
    ui::Rect bubble(std::string_view name) const { return see(Role::kMessage, name).rect; }
};

TEST_CASE("picture: is loaded once through a link, and nothing moves when it comes") {
    OpenThread ui({message_with(1, Image{stored_photo(1600, 1200, "The *roof*")})});
    const ui::Rect before = ui.bubble("Amina Yusuf, 13:07: The roof");
    CHECK(ui.see(Role::kButton, "Open Photo").rect.height == 225);
    CHECK_FALSE(ui.see(Role::kButton, "Open Photo").is_busy);
    CHECK(ui.platform.shown_pictures.urls[kPhoto] == "/api/v1/media/x?signature=s");
    const ui::PictureWish wish = ui.platform.shown_pictures.shown[kPhoto];
    CHECK(wish.width == 300);
    CHECK(wish.natural_height == 1200);
    ui.platform.shown_pictures.states[kPhoto] = ui::PictureState::kReady;
    ui.pass(kSecond);
    CHECK(ui.bubble("Amina Yusuf, 13:07: The roof") == before);
    CHECK(ui.platform.count_requests("GET", "/api/v1/media/") == 1);
}

TEST_CASE("picture: the words under it are no wider than it is, the time stands on it where there are none") {
    const std::string words = "South side, as it looks right now, with the rails that came on Monday";
    OpenThread ui(
        {message_with(1, Image{stored_photo(1600, 1200, words)}),
         message_with(2, Image{stored_photo(1600, 1200)})}
    );
    CHECK(ui.bubble("Amina Yusuf, 13:07: South").width <= 308);
    const ui::Rect plain = ui.bubble("Amina Yusuf, 13:07: Photo");
    CHECK(plain.width == 308);
    CHECK(plain.height == 225 + 8);
}

// How much of what was drawn has this colour.
int drawn_in(const OpenThread& ui, ui::Colour colour) {
    ImGui::SetCurrentContext(ui.context);
    int count = 0;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
        count += static_cast<int>(std::count_if(
            list->VtxBuffer.begin(),
            list->VtxBuffer.end(),
            [&](const auto& corner) { return corner.col == colour; }
        ));
    return count;
}

TEST_CASE("picture: until it is there its place has its colours") {
    Blur blur;
    // As far as a letter tells them apart.
    blur.colours.fill({202, 102, 50});
    const ui::Colour colour = ui::rgb(0xCA6632);
    for (const int height : {1200, 40, 9000}) {
        MediaRef photo = stored_photo(1600, height);
        photo.file.blur = write_blur(blur);
        OpenThread ui({message_with(1, Image{photo})});
        CHECK(drawn_in(ui, colour) > 200);
    }
    MediaRef photo = stored_photo(1600, 1200);
    photo.file.blur = "of another Roost";
    OpenThread without({message_with(1, Image{photo})});
    CHECK(drawn_in(without, colour) == 0);
    CHECK(without.sees(Role::kButton, "Open Photo"));
}

TEST_CASE("picture: one that is on its way has its place, and says that it is") {
    MediaRef pending;
    pending.id = "1";
    pending.file.state = MediaState::kPending;
    OpenThread ui({message_with(1, Image{pending})});
    CHECK(ui.see(Role::kImage, "Photo").is_busy);
    CHECK(ui.platform.count_requests("GET", "/api/v1/media/") == 0);
    Message stored = message_with(1, Image{stored_photo(1600, 1200)});
    ui.event({101}, MessageChanged{stored});
    CHECK_FALSE(ui.sees(Role::kImage, "Photo"));
    CHECK_FALSE(ui.see(Role::kButton, "Open Photo").is_busy);
    CHECK(ui.platform.count_requests("GET", "/api/v1/media/") == 1);
}

TEST_CASE("picture: one that was given up says why, and can be asked for again") {
    MediaRef failed;
    failed.id = "1";
    failed.file.state = MediaState::kFailed;
    failed.file.fault = MediaFault::kExpired;
    OpenThread ui({message_with(1, Image{failed})});
    CHECK_FALSE(ui.sees(Role::kImage, "Photo"));
    CHECK(ui.see(Role::kMessage, "Amina Yusuf").description.starts_with("WhatsApp keeps files for seven days")
    );
    ui.click(Role::kButton, "Try again");
    CHECK(ui.platform.count_requests("POST", "/api/v1/messages/1/media/retry") == 1);
    ui.platform.respond("POST", "/api/v1/messages/1/media/retry", problem(409, "The file is not missing."));
    ui.run_frames();
    CHECK(ui.platform.announced.back().first == "The server refused this: The file is not missing.");
}

TEST_CASE("picture: without an answer it is asked for again once the connection is back") {
    OpenThread ui({});
    ui.platform.answer("GET", std::string("/api/v1/media/") + kPhoto + "/link", unreachable());
    Message photo = message_with(1, Image{stored_photo(1600, 1200)});
    Conversation row = conversation_with("Amina Yusuf", 7, kNow);
    ui.event({101}, MessageAdded{photo, row, {}});
    CHECK(ui.platform.shown_pictures.states[kPhoto] == ui::PictureState::kBroken);
    ui.platform.stream_breaks();
    ui.run_frames();
    ui.platform.answer(
        "GET",
        std::string("/api/v1/media/") + kPhoto + "/link",
        ok(R"({"url":"/x","expires_at":"2030-01-01T00:00:00Z"})")
    );
    ui.pass(kMinute);
    ui.platform.stream_answers(200);
    ui.run_frames();
    ui.pass(kSecond);  // what was missed has come
    CHECK(ui.platform.shown_pictures.urls[kPhoto] == "/x");
}

TEST_CASE("stickers: one that moves is shown by the browser, and holds still under what is opened over it") {
    OpenThread ui(
        {message_with(1, Sticker{stored_photo(512, 512), true}), text_from_customer(2, kNow + 1, "Karibu")}
    );
    CHECK(ui.see(Role::kMoving, "Sticker").href.empty());
    ui.platform.shown_pictures.states[kPhoto] = ui::PictureState::kReady;
    ui.pass(kSecond);
    CHECK(ui.see(Role::kMoving, "Sticker").href == "/api/v1/media/x?signature=s");
    ui.ask_menu("Amina Yusuf, 13:07: Karibu");
    REQUIRE(ui.sees(Role::kMenu));
    CHECK(ui.see(Role::kMoving, "Sticker").href.empty());
    ui.press("Escape");
    CHECK(ui.see(Role::kMoving, "Sticker").href == "/api/v1/media/x?signature=s");
}

TEST_CASE("stickers: one that stands still is drawn like any picture") {
    OpenThread ui({message_with(1, Sticker{stored_photo(512, 512), false})});
    ui.platform.shown_pictures.states[kPhoto] = ui::PictureState::kReady;
    ui.pass(kSecond);
    CHECK_FALSE(ui.sees(Role::kMoving));
    CHECK(ui.see(Role::kImage, "Sticker").href.empty());
}

TEST_CASE("documents: a click opens a PDF beside the page and downloads everything else under its name") {
    MediaRef offer = stored_photo(0, 0);
    offer.file.mime_type = "application/pdf";
    MediaRef sheet = stored_photo(0, 0);
    sheet.file.mime_type = "application/vnd.ms-excel";
    OpenThread ui(
        {message_with(1, Document{offer, "Offer 1.pdf"}), message_with(2, Document{sheet, "Zähler.xls"})}
    );
    ui.click(Role::kButton, "Open Offer 1.pdf");
    REQUIRE(ui.platform.opened_links.size() == 1);
    CHECK(ui.platform.opened_links.front() == "/api/v1/media/x?signature=s&name=Offer%201.pdf");
    ui.click(Role::kButton, "Download Zähler.xls");
    REQUIRE(ui.platform.downloads.size() == 1);
    CHECK(ui.platform.downloads.front() == "/api/v1/media/x?signature=s&name=Z%C3%A4hler.xls");
}

TEST_CASE("files: what is something else than its message says is offered as a file, never shown") {
    MediaRef page = stored_photo(0, 0);
    page.file.mime_type = "text/html";
    MediaRef drawing = stored_photo(640, 480);
    drawing.file.mime_type = "image/svg+xml";
    MediaRef program = stored_photo(0, 0);
    program.file.mime_type = "application/octet-stream";
    OpenThread ui(
        {message_with(1, Image{page}),
         message_with(2, Sticker{drawing, false}),
         message_with(3, Video{stored_photo(640, 480)}),
         message_with(4, Audio{program, true})}
    );
    CHECK_FALSE(ui.sees(Role::kImage));
    CHECK(ui.platform.shown_pictures.shown.empty());
    for (const char* name :
         {"Download Photo", "Download Sticker", "Download Video", "Download Voice message"}) {
        CAPTURE(name);
        ui.click(Role::kButton, name);
    }
    CHECK(ui.platform.downloads.size() == 4);
    CHECK(estimated_picture(Image{page}, 400) == 0);
}

TEST_CASE("documents: the card says what it is and how large") {
    MediaRef offer = stored_photo(0, 0);
    const Message message = message_with(1, Document{offer, "Offer.pdf"});
    const Locale locale = platform::plain_locale();
    const Bubble bubble = describe(
        message, {.theme = ui::light_theme(), .locale = locale, .contact = "Amina", .max_width = 400}
    );
    CHECK(bubble.cards.front().subtitle == "PDF document · 117 KB");
}

}  // namespace
}  // namespace roost
