// A voice note: recorded, listened to, sent or thrown away, and never lost on the way.
#include "client-wasm/views/voice_row.h"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using platform::VoiceNews;
using ui::Role;

constexpr const char* kUpload = "/api/v1/media?kind=voice";

struct OpenThread : UiHarness {
    OpenThread() {
        start_signed_in(snapshot_of(
            {conversation_with("Amina Yusuf", 7, kNow), conversation_with("Leila Haddad", 8, kNow - 1)}
        ));
        click(Role::kListRow, "Amina Yusuf");
        page(page_of({text_from_customer(1, kNow, "Habari")}));
    }

    void told(VoiceNews news, double value = 0, int file = 0, std::int64_t size = 0) {
        platform.push(platform::VoiceTold{news, value, file, size});
        run_frames();
    }
    void record(int tenths) {
        click(Role::kButton, "Record a voice message");
        told(VoiceNews::kStarted);
        for (int i = 0; i < tenths; ++i) {
            platform.time += 100;
            told(VoiceNews::kHeard, 0.5);
        }
    }
};

TEST_CASE("voice: the microphone stands where nothing else can be sent") {
    OpenThread ui;
    CHECK_FALSE(ui.sees(Role::kButton, "Send"));
    ui.type("Message", "Habari");
    CHECK_FALSE(ui.sees(Role::kButton, "Record"));
    CHECK(ui.sees(Role::kButton, "Send"));
    ui.type("Message", " ");
    CHECK(ui.sees(Role::kButton, "Record"));
    ui.platform.push(platform::FileAdded{1, "a.png", "image/png", 10});
    ui.run_frames();
    CHECK_FALSE(ui.sees(Role::kButton, "Record"));
}

TEST_CASE("voice: what is said is sent at once, as a voice note, once it is there") {
    OpenThread ui;
    ui.click(Role::kButton, "Record a voice message");
    CHECK(ui.platform.is_recording);
    CHECK(ui.sees(Role::kStatus, "Allow the microphone"));
    CHECK_FALSE(ui.sees(Role::kTextArea, "Message"));
    ui.told(VoiceNews::kStarted);
    CHECK(ui.platform.announced.back().first == "Recording");
    CHECK(ui.platform.focused == ui.see(Role::kButton, "Send the voice message").key);
    for (int i = 0; i < 72; ++i) {
        ui.platform.time += 100;
        ui.told(VoiceNews::kHeard, 0.4);
    }
    CHECK(ui.sees(Role::kText, "0:07"));
    CHECK(ui.platform.is_guarded);
    ui.click(Role::kButton, "Send the voice message");
    CHECK_FALSE(ui.platform.is_recording);
    CHECK(ui.platform.was_recording_kept);
    CHECK(ui.platform.count_requests("POST", kUpload) == 0);
    ui.told(VoiceNews::kRecorded, 0, 9, 28'000);
    REQUIRE(ui.platform.count_requests("POST", kUpload) == 1);
    CHECK(ui.platform.requests.back().body == "file 9");
    CHECK(ui.sees(Role::kMessage, "You, 13:07, waiting: Voice message"));
    CHECK(ui.sees(Role::kTextArea, "Message"));
    const std::string answer =
        R"({"id":"0a","kind":"audio","mime_type":"audio/ogg; codecs=opus","voice":true})";
    REQUIRE(ui.platform.respond("POST", kUpload, {201, answer}));
    ui.run_frames();
    const Json sent = *parse_json(ui.platform.requests.back().body);
    CHECK(string_or(sent, "type", "") == "audio");
    CHECK(optional_bool(member(sent, "audio"), "voice") == true);
}

TEST_CASE("voice: a browser that records in another way sends it as ordinary audio") {
    OpenThread ui;
    ui.record(20);
    ui.click(Role::kButton, "Send the voice message");
    ui.told(VoiceNews::kRecorded, 0, 9, 28'000);
    REQUIRE(ui.platform.respond("POST", kUpload, {201, R"({"id":"0a","mime_type":"audio/mp4"})"}));
    ui.run_frames();
    const Json sent = *parse_json(ui.platform.requests.back().body);
    CHECK(string_or(sent, "type", "") == "audio");
    CHECK_FALSE(optional_bool(member(sent, "audio"), "voice").value_or(false));
}

TEST_CASE("voice: it can be listened to before it is sent") {
    OpenThread ui;
    ui.record(30);
    ui.click(Role::kButton, "Stop and listen");
    CHECK(ui.see(Role::kButton, "Send the voice message").is_disabled);
    ui.told(VoiceNews::kRecorded, 0, 9, 28'000);
    CHECK(ui.sees(Role::kText, "0:03"));
    ui.click(Role::kButton, "Play the recording");
    CHECK(ui.platform.playing == 9);
    ui.told(VoiceNews::kPlayed, 1.2);
    CHECK(ui.sees(Role::kText, "0:01"));
    ui.click(Role::kButton, "Pause the recording");
    CHECK(ui.platform.playing == 0);
    ui.click(Role::kButton, "Play the recording");
    ui.told(VoiceNews::kEnded);
    CHECK(ui.sees(Role::kText, "0:03"));
    CHECK(ui.sees(Role::kButton, "Play the recording"));
    ui.click(Role::kButton, "Send the voice message");
    CHECK(ui.platform.count_requests("POST", kUpload) == 1);
    CHECK(ui.platform.dropped_files.empty());
}

TEST_CASE("voice: what is thrown away is gone, and writing goes on") {
    OpenThread ui;
    ui.record(10);
    ui.click(Role::kButton, "Discard the recording");
    CHECK_FALSE(ui.platform.was_recording_kept);
    CHECK_FALSE(ui.platform.is_guarded);
    CHECK(ui.platform.focused == ui.see(Role::kTextArea, "Message").key);
    ui.record(10);
    ui.click(Role::kButton, "Stop and listen");
    ui.told(VoiceNews::kRecorded, 0, 9, 28'000);
    ui.click(Role::kButton, "Discard the recording");
    CHECK(ui.platform.dropped_files == std::vector<int>{9});
    CHECK(ui.platform.count_requests("POST", kUpload) == 0);
}

TEST_CASE("voice: who goes elsewhere finds it in the tray, to be sent later") {
    OpenThread ui;
    ui.record(10);
    ui.click(Role::kListRow, "Leila Haddad");
    CHECK(ui.platform.was_recording_kept);
    CHECK(ui.sees(Role::kTextArea, "Message"));
    ui.told(VoiceNews::kRecorded, 0, 9, 28'000);
    CHECK_FALSE(ui.sees(Role::kListItem, "Voice message"));
    ui.click(Role::kListRow, "Amina Yusuf");
    CHECK(ui.sees(Role::kListItem, "Voice message, 27 KB"));
    CHECK(ui.platform.count_requests("POST", kUpload) == 0);
    ui.click(Role::kButton, "Send");
    CHECK(ui.platform.count_requests("POST", kUpload) == 1);
}

TEST_CASE("voice: what stands in the way is said, and can be put away") {
    struct Case {
        VoiceNews news;
        std::string_view sentence;
    };
    for (const Case& one :
         {Case{VoiceNews::kRefused, "The browser does not let Roost use the microphone."},
          Case{VoiceNews::kWithheld, "The page around Roost keeps the microphone to itself."},
          Case{VoiceNews::kMissing, "No microphone was found"},
          Case{VoiceNews::kBroken, "This browser cannot record here"}}) {
        OpenThread ui;
        ui.click(Role::kButton, "Record a voice message");
        ui.told(one.news);
        CHECK(ui.sees(Role::kAlert, one.sentence));
        CHECK_FALSE(ui.platform.is_guarded);
        ui.click(Role::kButton, "Discard the recording");
        CHECK(ui.sees(Role::kTextArea, "Message"));
    }
}

TEST_CASE("voice: signing out stops listening") {
    OpenThread ui;
    ui.record(10);
    ui.click(Role::kButton, "Account of");
    ui.click(Role::kButton, "Sign out");
    CHECK_FALSE(ui.platform.is_recording);
    CHECK_FALSE(ui.platform.was_recording_kept);
    CHECK_FALSE(ui.platform.is_guarded);
}

TEST_CASE("voice: on a phone everything is large enough for a finger") {
    UiHarness ui;
    ui.platform.resize(390, 844, 2);
    ui.start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow)}));
    ui.click(Role::kListRow, "Amina Yusuf");
    ui.page(page_of({}));
    ui.click(Role::kButton, "Record a voice message");
    ui.platform.push(platform::VoiceTold{VoiceNews::kStarted});
    ui.run_frames();
    for (const ui::Node& node : ui.platform.tree) {
        if (node.role != Role::kButton) continue;
        CAPTURE(node.label);
        CHECK(node.rect.width >= 44);
        CHECK(node.rect.height >= 44);
    }
}

TEST_CASE("voice: bars show the end of what is recorded, then all of it") {
    const std::vector<float> levels{0.1F, 0.9F, 0.2F, 0.3F, 0.8F, 0.4F};
    CHECK(voice_bars(levels, 2, false) == std::vector<float>{0.8F, 0.4F});
    CHECK(voice_bars(levels, 10, false) == levels);
    CHECK(voice_bars(levels, 3, true) == std::vector<float>{0.9F, 0.3F, 0.8F});
    CHECK(voice_bars({levels.data(), 2}, 4, true) == std::vector<float>{0.1F, 0.1F, 0.9F, 0.9F});
    CHECK(voice_bars({}, 3, true) == std::vector<float>{0, 0, 0});
    CHECK(voice_bars({}, 3, false).empty());
    CHECK(voice_time(0) == "0:00");
    CHECK(voice_time(7'999) == "0:07");
    CHECK(voice_time(750'000) == "12:30");
}

}  // namespace
}  // namespace roost
