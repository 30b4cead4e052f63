// Files that wait to be sent: in every state, for each conversation apart.
#include "client-wasm/views/attachment_tray.h"

#include <doctest/doctest.h>

#include "tests/support/media_samples.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;

constexpr auto kMegabyte = std::int64_t{1024} * 1024;

void open_thread(UiHarness& ui) {
    ui.start_signed_in(snapshot_of(
        {conversation_with("Amina Yusuf", 7, kNow), conversation_with("Leila Haddad", 8, kNow - 1)}
    ));
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.page(page_of({text_from_customer(1, kNow, "Habari")}));
}

void add(UiHarness& ui, int id, std::string_view name, std::string_view type, std::int64_t size) {
    ui.platform.push(platform::FileAdded{id, std::string(name), std::string(type), size});
    ui.run_frames();
}

TEST_CASE("attachments: each has a name, a size, a caption and a way out") {
    UiHarness ui;
    open_thread(ui);
    CHECK_FALSE(ui.sees(Role::kList, "Attached files"));
    add(ui, 1, "roof.jpg", "image/jpeg", 2 * kMegabyte);
    CHECK(ui.sees(Role::kText, "1 file"));
    CHECK(ui.sees(Role::kListItem, "roof.jpg, 2 MB"));
    CHECK(ui.sees(Role::kTextField, "Caption for roof.jpg"));
    CHECK(ui.platform.announced.back().first == "roof.jpg attached");
    add(ui, 2, "offer.pdf", "application/pdf", 24 * 1024);
    add(ui, 3, "voice.ogg", "audio/ogg", 800);
    CHECK(ui.sees(Role::kText, "3 files"));
    CHECK(ui.see(Role::kListItem, "offer.pdf, 24 KB").position == 2);
    CHECK(ui.see(Role::kListItem, "offer.pdf, 24 KB").set_size == 3);
    CHECK(ui.sees(Role::kListItem, "voice.ogg, 800 bytes"));
    CHECK_FALSE(ui.sees(Role::kTextField, "Caption for voice.ogg"));
}

TEST_CASE("attachments: removing one leads the focus on, the last one back to writing") {
    UiHarness ui;
    open_thread(ui);
    add(ui, 1, "a.png", "image/png", 10);
    add(ui, 2, "b.png", "image/png", 10);
    ui.click(Role::kButton, "Remove a.png");
    CHECK(ui.platform.dropped_files == std::vector<int>{1});
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Remove b.png").key);
    ui.click(Role::kButton, "Remove b.png");
    CHECK(ui.platform.dropped_files == std::vector<int>{1, 2});
    CHECK(ui.platform.focused == ui.see(Role::kTextArea, "Message").key);
    CHECK_FALSE(ui.sees(Role::kList, "Attached files"));
}

TEST_CASE("attachments: they go with a text and without, but not while one of them cannot") {
    UiHarness ui;
    open_thread(ui);
    ui.type("Message", "See the picture");
    add(ui, 1, "a.png", "image/png", 10);
    CHECK_FALSE(ui.see(Role::kButton, "Send").is_disabled);
    ui.type("Message", "");
    CHECK_FALSE(ui.see(Role::kButton, "Send").is_disabled);
    ui.type("Message", std::string(4097, 'x'));
    CHECK(ui.see(Role::kButton, "Send").is_disabled);
    ui.type("Message", "See the film");
    add(ui, 2, "a.webm", "video/webm", 10);
    CHECK(ui.see(Role::kButton, "Send").is_disabled);
    const std::string reason = "a.webm cannot be sent: WhatsApp takes videos as MP4 or 3GP only";
    CHECK(ui.see(Role::kButton, "Send").description == reason);
    ui.press_enter("Message");
    CHECK(ui.platform.announced.back() == std::pair(reason, true));
    CHECK(ui.platform.count_requests("POST", "/api/v1/media") == 0);
    CHECK(ui.value("Message") == "See the film");
    ui.click(Role::kButton, "Remove a.webm");
    ui.press_enter("Message");
    CHECK(ui.platform.count_requests("POST", "/api/v1/media?kind=image") == 1);
    CHECK_FALSE(ui.sees(Role::kList, "Attached files"));
}

TEST_CASE("attachments: the bytes say what a file is, not its name") {
    UiHarness ui;
    open_thread(ui);
    platform::FileAdded renamed{1, "photo.jpg", "image/jpeg", 40};
    renamed.head = std::string("GIF89a") + std::string(34, '\0');
    ui.platform.push(renamed);
    ui.run_frames();
    CHECK(ui.sees(Role::kText, "WhatsApp takes photos as JPEG or PNG only"));
    platform::FileAdded nameless{2, "scan", "", 40};
    nameless.head = std::string("%PDF-1.7") + std::string(32, 'x');
    ui.platform.push(nameless);
    ui.run_frames();
    CHECK(ui.sees(Role::kListItem, "scan, 40 bytes"));
    ui.click(Role::kButton, "Remove photo.jpg");
    ui.click(Role::kButton, "Send");
    CHECK(ui.platform.count_requests("POST", "/api/v1/media?kind=document") == 1);
}

TEST_CASE("attachments: what has a sticker's shape goes as one, any other WebP as a photo that has to be made"
) {
    UiHarness ui;
    open_thread(ui);
    const auto add_webp = [&](int id, std::string_view name, std::uint32_t side) {
        platform::FileAdded file{id, std::string(name), "image/webp", 0};
        file.head = test::webp_file(side, false);
        file.size = static_cast<std::int64_t>(file.head.size());
        ui.platform.push(file);
        ui.run_frames();
    };
    add_webp(1, "wave.webp", 512);
    CHECK(ui.sees(Role::kText, "Sticker · "));
    CHECK_FALSE(ui.sees(Role::kTextField, "Caption for wave.webp"));
    add_webp(2, "roof.webp", 640);
    CHECK(ui.sees(Role::kButton, "Convert to JPEG"));
    ui.click(Role::kButton, "Remove roof.webp");
    ui.click(Role::kButton, "Send");
    CHECK(ui.platform.count_requests("POST", "/api/v1/media?kind=sticker") == 1);
}

TEST_CASE("attachments: a caption that is nearly full says how much may still be said") {
    UiHarness ui;
    open_thread(ui);
    add(ui, 1, "a.png", "image/png", 10);
    ui.type("Caption for a.png", std::string(kLongestCaption - 100, 'x'));
    CHECK(ui.sees(Role::kText, "10 bytes"));
    ui.type("Caption for a.png", std::string(kLongestCaption - 1, 'x'));
    CHECK(ui.sees(Role::kText, "1 left"));
    CHECK_FALSE(ui.sees(Role::kText, "10 bytes"));
}

TEST_CASE("attachments: a picture that WhatsApp does not take is made into one that it takes") {
    UiHarness ui;
    open_thread(ui);
    add(ui, 1, "roof.png", "image/png", 9 * kMegabyte);
    CHECK(ui.see(Role::kButton, "Send").is_disabled);
    ui.click(Role::kButton, "Make it smaller");
    REQUIRE(ui.platform.converted_images == std::vector<std::pair<int, std::int64_t>>{{1, 5 * kMegabyte}});
    CHECK(ui.see(Role::kButton, "Converting").is_disabled);
    platform::FileAdded made{2, "roof.jpg", "image/jpeg", kMegabyte};
    made.replaces = 1;
    ui.platform.push(made);
    ui.run_frames();
    CHECK(ui.sees(Role::kListItem, "roof.jpg, 1 MB"));
    CHECK(ui.count(Role::kListItem, "roof") == 1);
    CHECK(ui.platform.dropped_files == std::vector<int>{1});
    CHECK(ui.platform.announced.back().first == "roof.jpg can be sent now");
    CHECK_FALSE(ui.see(Role::kButton, "Send").is_disabled);
}

TEST_CASE("attachments: a picture that this browser cannot read stays, and says what helps") {
    UiHarness ui;
    open_thread(ui);
    add(ui, 1, "roof.heic", "image/heic", 3 * kMegabyte);
    ui.click(Role::kButton, "Convert to JPEG");
    platform::FileAdded failed;
    failed.replaces = 1;
    ui.platform.push(failed);
    ui.run_frames();
    CHECK(ui.sees(Role::kText, "This browser cannot convert the picture"));
    CHECK_FALSE(ui.sees(Role::kButton, "Convert to JPEG"));
    CHECK(ui.sees(Role::kListItem, "roof.heic"));
    // Removed while it is being made: what comes of it is let go.
    add(ui, 2, "wall.heic", "image/heic", 3 * kMegabyte);
    ui.click(Role::kButton, "Convert to JPEG");
    ui.click(Role::kButton, "Remove wall.heic");
    platform::FileAdded late{3, "wall.jpg", "image/jpeg", kMegabyte};
    late.replaces = 2;
    ui.platform.push(late);
    ui.run_frames();
    CHECK(ui.platform.dropped_files == std::vector<int>{2, 3});
    CHECK_FALSE(ui.sees(Role::kListItem, "wall.jpg"));
}

TEST_CASE("attachments: each conversation keeps its own, captions too, until the agent signs out") {
    UiHarness ui;
    open_thread(ui);
    add(ui, 1, "a.png", "image/png", 10);
    ui.type("Caption for a.png", "South side");
    ui.click(Role::kListRow, "Leila Haddad");
    CHECK_FALSE(ui.sees(Role::kList, "Attached files"));
    ui.click(Role::kListRow, "Amina Yusuf");
    REQUIRE(ui.sees(Role::kTextField, "Caption for a.png"));
    CHECK(ui.see_field("Caption for a.png").field->set_value == "South side");
    ui.click(Role::kButton, "Account of");
    ui.click(Role::kButton, "Sign out");
    CHECK(ui.platform.dropped_files == std::vector<int>{1});
}

TEST_CASE("attachments: what WhatsApp would refuse is said before anything is sent") {
    UiHarness ui;
    open_thread(ui);
    add(ui, 1, "huge.jpg", "image/jpeg", 6 * kMegabyte);
    CHECK(ui.sees(Role::kListItem, "huge.jpg, 6 MB: Too large: WhatsApp takes photos up to 5 MB"));
    CHECK(ui.sees(Role::kText, "Too large: WhatsApp takes photos up to 5 MB"));
    add(ui, 2, "a.gif", "image/gif", 10);
    CHECK(ui.sees(Role::kText, "WhatsApp takes photos as JPEG or PNG only"));
    add(ui, 3, "empty.txt", "text/plain", 0);
    CHECK(ui.sees(Role::kText, "This file is empty"));
    add(ui, 4, "a.png", "image/png", 10);
    ui.type("Caption for a.png", std::string(kLongestCaption + 1, 'x'));
    CHECK(ui.sees(Role::kText, "The caption is longer than 1024 characters"));
}

TEST_CASE("attachments: folders, and files for nobody, are let go") {
    UiHarness ui;
    open_thread(ui);
    add(ui, 0, "Photos", "", 0);
    CHECK(ui.platform.announced.back().first == "Folders cannot be attached, only files");
    CHECK_FALSE(ui.sees(Role::kList, "Attached files"));
    ui.press("Escape");
    add(ui, 5, "a.png", "image/png", 10);
    CHECK(ui.platform.dropped_files == std::vector<int>{5});
}

TEST_CASE("attachments: a conversation that is closed takes none, and says why") {
    UiHarness ui;
    Conversation row = conversation_with("Amina Yusuf", 7, kNow - 2 * kDay);
    ui.start_signed_in(snapshot_of({row}));
    ui.click(Role::kListRow, "Amina Yusuf");
    add(ui, 1, "a.png", "image/png", 10);
    CHECK(ui.platform.dropped_files == std::vector<int>{1});
    CHECK(ui.platform.announced.back().first.starts_with("The 24-hour window is closed"));
    ui.platform.push(platform::FilesDragged{true});
    ui.run_frames();
    CHECK_FALSE(ui.sees(Role::kStatus, "Drop files to attach"));
}

TEST_CASE("attachments: elsewhere than on WhatsApp nothing can be attached, and that is said") {
    UiHarness ui;
    Conversation row = conversation_with("Amina Yusuf", 7, kNow);
    row.platform = Platform::kMessenger;
    ui.start_signed_in(snapshot_of({row}));
    ui.click(Role::kListRow, "Amina Yusuf");
    add(ui, 1, "a.png", "image/png", 10);
    CHECK(ui.platform.dropped_files == std::vector<int>{1});
    CHECK(ui.platform.announced.back().first == "Files can be sent on WhatsApp only");
    CHECK_FALSE(ui.sees(Role::kButton, "Record"));
}

TEST_CASE("attachments: the thread says where to drop while files hang over the page") {
    UiHarness ui;
    open_thread(ui);
    ui.platform.push(platform::FilesDragged{true});
    ui.run_frames();
    CHECK(ui.sees(Role::kStatus, "Drop files to attach"));
    ui.platform.push(platform::FilesDragged{false});
    ui.run_frames();
    CHECK_FALSE(ui.sees(Role::kStatus, "Drop files to attach"));
}

TEST_CASE("attachments: the button opens the browser's dialog") {
    UiHarness ui;
    open_thread(ui);
    ui.click(Role::kButton, "Attach files");
    ui.click(Role::kMenuItem, "Photos and files");
    CHECK(ui.platform.file_dialogs == 1);
}

TEST_CASE("attachments: on a phone captions stand below, and fingers find everything") {
    UiHarness ui;
    ui.platform.resize(390, 844, 2);
    open_thread(ui);
    add(ui, 1, "a.png", "image/png", 10);
    for (const ui::Node& node : ui.platform.tree) {
        if (node.role != Role::kButton && !node.field) continue;
        CAPTURE(node.label);
        CHECK(node.rect.width >= 44);
        CHECK(node.rect.height >= 44);
    }
}

TEST_CASE("attachments: sizes as people say them") {
    const Locale english;
    CHECK(english.file_size(1) == "1 byte");
    CHECK(english.file_size(1023) == "1023 bytes");
    CHECK(english.file_size(1536) == "2 KB");
    CHECK(english.file_size(5 * kMegabyte) == "5 MB");
    CHECK(english.file_size(5 * kMegabyte + 512 * 1024) == "5632 KB");
    CHECK(english.file_size(23 * kMegabyte + 9) == "23 MB");
}

}  // namespace
}  // namespace roost
