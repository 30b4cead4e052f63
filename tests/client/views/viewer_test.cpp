// Pictures and films at full size.
#include "client-wasm/views/viewer.h"

#include <algorithm>
#include <array>

#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

std::string file_id(std::int64_t id) {
    std::string name = std::to_string(id);
    return std::string(64 - name.size(), '0') + name;
}

MediaRef file_of(std::int64_t id, std::string caption = "") {
    MediaRef media;
    media.caption = std::move(caption);
    media.file = {MediaState::kStored, MediaFault::kNone, file_id(id), "image/jpeg", 1000, 1600, 1200};
    return media;
}

MediaRef film_of(int number) {
    MediaRef film = file_of(number);
    film.file.mime_type = "video/mp4";
    return film;
}

Message with(std::int64_t id, Content content) {
    Message message = text_from_customer(id, kNow, "");
    message.content = std::move(content);
    return message;
}

std::vector<Message> album() {
    return {
        with(1, Image{file_of(1, "The *roof*")}),
        with(2, Text{"Habari", false}),
        with(3, Image{file_of(3)}),
        with(4, Sticker{file_of(4), false}),
        with(5, Video{film_of(5)})};
}

struct OpenThread : UiHarness {
    OpenThread() {
        for (int i = 1; i <= 5; ++i) {
            const std::string path = "/api/v1/media/" + file_id(i) + "/link";
            const std::string url = "/file-" + std::to_string(i);
            platform.answer(
                "GET", path, ok(R"({"url":")" + url + R"(","expires_at":"2030-01-01T00:00:00Z"})")
            );
        }
        start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow - kMinute)}));
        click(Role::kListRow, "Amina Yusuf");
        page(page_of(album()));
    }
};

TEST_CASE("viewer: what can be looked at lies before and behind what is shown") {
    const std::vector<Message> messages = album();
    const auto ids = [&](std::int64_t shown) {
        const ViewerPlace place = viewer_place(messages, {shown});
        const auto id = [](const Message* message) { return message == nullptr ? 0 : message->id.value; };
        return std::array{id(place.previous), id(place.message), id(place.next)};
    };
    CHECK(ids(1) == std::array<std::int64_t, 3>{0, 1, 3});
    CHECK(ids(3) == std::array<std::int64_t, 3>{1, 3, 5});
    CHECK(ids(5) == std::array<std::int64_t, 3>{3, 5, 0});
    CHECK(ids(2)[1] == 0);
    CHECK(ids(9)[1] == 0);
}

TEST_CASE("viewer: a file is saved under a name that says what it is") {
    CHECK(saved_name(with(12, Image{file_of(1)})) == "image-12.jpg");
    MediaRef film = file_of(1);
    film.file.mime_type = "video/mp4; codecs=avc1";
    CHECK(saved_name(with(7, Video{film})) == "video-7.mp4");
    CHECK(saved_name(with(7, Text{"a", false})).empty());
}

TEST_CASE("viewer: opens on a picture, shows it by a link, and gives the focus back") {
    OpenThread ui;
    const ui::NodeKey opener = ui.see(Role::kButton, "Open Photo").key;
    ui.platform.focus(opener);
    ui.click(Role::kButton, "Open Photo");
    REQUIRE(ui.sees(Role::kDialog, "Photos and videos"));
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Close").key);
    CHECK(ui.see(Role::kPhoto, "The roof").href == "/file-1");
    CHECK(ui.sees(Role::kText, "Amina Yusuf"));
    CHECK(ui.sees(Role::kText, "The roof"));
    CHECK(ui.see(Role::kTextArea, "Message").field->colour == 0);  // it lies below
    ui.press("Escape");
    CHECK_FALSE(ui.sees(Role::kDialog, "Photos and videos"));
    CHECK(ui.platform.focused == opener);
}

TEST_CASE("viewer: arrows lead to what else can be looked at, and say what it is") {
    OpenThread ui;
    ui.click(Role::kButton, "Open Photo");
    CHECK_FALSE(ui.sees(Role::kButton, "Previous"));
    ui.press("ArrowLeft");
    CHECK(ui.see(Role::kPhoto).href == "/file-1");
    ui.press("ArrowRight");
    CHECK(ui.see(Role::kPhoto).href == "/file-3");
    CHECK(ui.platform.announced.back().first == "Photo, 13:07");
    ui.click(Role::kButton, "Next");
    CHECK(ui.see(Role::kFilm, "Video").href == "/file-5");
    CHECK_FALSE(ui.sees(Role::kPhoto));
    CHECK_FALSE(ui.sees(Role::kButton, "Zoom in"));
    ui.press("ArrowRight");
    CHECK(ui.sees(Role::kFilm));
    ui.click(Role::kButton, "Previous");
    CHECK(ui.sees(Role::kPhoto));
}

TEST_CASE("viewer: zooms by buttons and keys, and saves the file under a name") {
    OpenThread ui;
    ui.click(Role::kButton, "Open Photo");
    ui.click(Role::kButton, "Zoom in");
    ui.press("-");
    ui.press("0");
    CHECK(ui.platform.zooms == std::vector<float>{1.5F, 1 / 1.5F, 0});
    ui.click(Role::kButton, "Download");
    REQUIRE(ui.platform.downloads.size() == 1);
    CHECK(ui.platform.downloads.front() == "/file-1&name=image-1.jpg");
}

TEST_CASE("viewer: a file without an address says why") {
    OpenThread ui;
    ui.event({101}, MessageAdded{with(9, Image{file_of(9)}), conversation_with("Amina Yusuf", 7, kNow), {}});
    ui.platform.respond("GET", "/api/v1/media/" + file_id(9), problem(404, "There is no such file."));
    ui.run_frames();
    const auto photos = [&](const ui::Node& node) {
        return node.role == Role::kButton && node.label == "Open Photo";
    };
    const auto last = std::find_if(ui.platform.tree.rbegin(), ui.platform.tree.rend(), photos);
    ui.platform.push(platform::Activated{last->key});
    ui.run_frames();
    ui.platform.respond("GET", "/api/v1/media/" + file_id(9), problem(404, "There is no such file."));
    ui.run_frames();
    CHECK(ui.sees(Role::kText, "This does not exist any more."));
    CHECK_FALSE(ui.sees(Role::kPhoto));
}

}  // namespace
}  // namespace roost
