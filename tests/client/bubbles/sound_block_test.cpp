// Voice messages and music: one plays at a time, by mouse, keys and screen reader.
#include "client-wasm/bubbles/sound_block.h"

#include <doctest/doctest.h>

#include "client-wasm/platform/headless/plain_format.h"
#include "client-wasm/ui/theme.h"
#include "shared/model/wave.h"
#include "tests/support/ui_harness.h"

namespace roost {
namespace {

using ui::Role;
using State = platform::SoundMoved::State;

std::string file_id(std::int64_t id) {
    return std::string(63, 'a') + std::to_string(id);
}

Message voice(std::int64_t id, bool is_voice = true, std::int64_t size = 8000) {
    MediaRef media;
    media.file = {MediaState::kStored, MediaFault::kNone, file_id(id), "audio/ogg; codecs=opus", size, 0, 0};
    Message message = text_from_customer(id, kNow, "");
    message.content = Audio{media, is_voice};
    return message;
}

struct OpenThread : UiHarness {
    explicit OpenThread(std::vector<Message> messages) {
        for (int i = 1; i <= 3; ++i) {
            const std::string url =
                R"({"url":"/file-)" + std::to_string(i) + R"(","expires_at":"2030-01-01T00:00:00Z"})";
            platform.answer("GET", "/api/v1/media/" + file_id(i) + "/link", ok(url));
        }
        start_signed_in(snapshot_of({conversation_with("Amina Yusuf", 7, kNow - kMinute)}));
        click(Role::kListRow, "Amina Yusuf");
        page(page_of(std::move(messages)));
    }
    void tell(std::int64_t id, State state, float at, float seconds = 48) {
        platform.push(platform::SoundMoved{file_id(id), state, at, seconds});
        run_frames();
    }
};

TEST_CASE("sound: times are said as players do") {
    CHECK(play_time(0) == "0:00");
    CHECK(play_time(9.6F) == "0:10");
    CHECK(play_time(61) == "1:01");
    CHECK(play_time(3723) == "1:02:03");
    CHECK(play_time(-1) == "0:00");
}

TEST_CASE("sound: every bar is as high as the loudest of what it stands for") {
    using Bars = std::vector<std::uint8_t>;
    CHECK(bars_of({1, 5, 2, 9}, 2) == Bars{5, 9});
    CHECK(bars_of({1, 5, 2, 9}, 4) == Bars{1, 5, 2, 9});
    CHECK(bars_of({7, 3}, 4) == Bars{7, 7, 3, 3});
    CHECK(bars_of({}, 3) == Bars{0, 0, 0});
    CHECK(bars_of({1}, 0).empty());
}

TEST_CASE("sound: a voice message is read once and then says how long it is") {
    OpenThread ui({voice(1)});
    CHECK(ui.platform.read_sounds == std::vector<std::string>{file_id(1)});
    CHECK(ui.see(Role::kSlider, "Position").is_disabled);
    const ui::Rect before = ui.see(Role::kMessage, "Amina Yusuf").rect;
    ui.platform.push(platform::SoundRead{file_id(1), {0, 255, 10}, 48});
    ui.run_frames();
    CHECK(ui.see(Role::kSlider, "Position").description == "0:00 of 0:48");
    CHECK(ui.see(Role::kSlider, "Position").range == ui::Range{0, 48, 0});
    CHECK_FALSE(ui.see(Role::kSlider, "Position").is_disabled);
    CHECK(ui.see(Role::kMessage, "Amina Yusuf").rect == before);
    ui.pass(kSecond);
    CHECK(ui.platform.read_sounds.size() == 1);
}

TEST_CASE("sound: the microphone of our own voice note is blue once it was played") {
    const ui::Theme& theme = ui::light_theme();
    const Locale locale = platform::plain_locale();
    Message message = voice(1);
    const auto colour = [&] {
        return microphone_colour(
            theme, describe(message, {.theme = theme, .locale = locale, .contact = "Amina", .max_width = 400})
        );
    };
    CHECK(colour() == theme.text_secondary);
    message.direction = Direction::kOutbound;
    message.status = DeliveryStatus::kRead;
    CHECK(colour() == theme.text_secondary_out);
    message.status = DeliveryStatus::kPlayed;
    CHECK(colour() == theme.tick_read);
}

TEST_CASE("sound: what the server has heard is drawn without loading any of it") {
    Message known = voice(1);
    Wave wave;
    wave.length = 12'000;
    wave.peaks.fill(255);
    std::get<Audio>(known.content).media.file.wave = write_wave(wave);
    OpenThread ui({known});
    CHECK(ui.platform.count_requests("GET", "/api/v1/media/" + file_id(1) + "/link") == 0);
    CHECK(ui.see(Role::kSlider, "Position").range == ui::Range{0, 12, 0});
    ui.click(Role::kButton, "Play Voice message");
    CHECK(ui.platform.count_requests("GET", "/api/v1/media/" + file_id(1) + "/link") == 1);
}

TEST_CASE("sound: plays and pauses, says where it is, and begins anew after its end") {
    OpenThread ui({voice(1)});
    ui.click(Role::kButton, "Play Voice message");
    CHECK(ui.platform.is_sounding);
    CHECK(ui.platform.sound.url == "/file-1");
    ui.tell(1, State::kPlaying, 12);
    CHECK(ui.see(Role::kSlider, "Position").description == "0:12 of 0:48");
    ui.click(Role::kButton, "Pause Voice message");
    CHECK_FALSE(ui.platform.is_sounding);
    ui.tell(1, State::kPaused, 12);
    CHECK(ui.sees(Role::kButton, "Play Voice message"));
    ui.click(Role::kButton, "Play Voice message");
    CHECK(ui.platform.sound.at < 0);
    ui.tell(1, State::kEnded, 48);
    CHECK(ui.sees(Role::kButton, "Play Voice message"));
    CHECK(ui.see(Role::kSlider, "Position").range->now == 0);
}

TEST_CASE("sound: one that is started takes the place of the one that plays") {
    OpenThread ui({voice(1), voice(2, false)});
    ui.click(Role::kButton, "Play Voice message");
    ui.tell(1, State::kPlaying, 5);
    ui.click(Role::kButton, "Play Audio");
    CHECK(ui.platform.sound.file == file_id(2));
    ui.tell(1, State::kPaused, 5);
    CHECK(ui.sees(Role::kButton, "Play Voice message"));
    CHECK(ui.sees(Role::kButton, "Pause Audio"));
    CHECK(ui.count(Role::kButton, "Speed") == 1);
}

TEST_CASE("sound: arrows and the mouse move in it, also in one that does not play yet") {
    OpenThread ui({voice(1)});
    ui.platform.push(platform::SoundRead{file_id(1), {255}, 48});
    ui.run_frames();
    const ui::Node slider = ui.see(Role::kSlider, "Position");
    const ui::Node message = ui.see(Role::kMessage, "Amina Yusuf");
    const float left = ui.see(Role::kLog).rect.x + message.rect.x + slider.rect.x - message.rect.x;
    ui.platform.push(platform::Dragged{slider.key, left + slider.rect.width / 2});
    ui.run_frames();
    CHECK(ui.platform.is_sounding);
    CHECK(ui.platform.sound.at > 0);
    ui.tell(1, State::kPlaying, 24);
    ui.platform.focus(ui.see(Role::kSlider, "Position").key);
    ui.press("ArrowRight");
    CHECK(ui.platform.sound.at == 29);
    ui.press("ArrowLeft");
    CHECK(ui.platform.sound.at == 24);
    ui.press("Home");
    CHECK(ui.platform.sound.at == 0);
}

TEST_CASE("sound: the speed goes round and stays for the next one") {
    OpenThread ui({voice(1), voice(2, false)});
    ui.click(Role::kButton, "Play Voice message");
    ui.click(Role::kButton, "Speed 1×");
    CHECK(ui.platform.sound.speed == 1.5F);
    ui.click(Role::kButton, "Speed 1.5×");
    ui.click(Role::kButton, "Play Audio");
    CHECK(ui.platform.sound.speed == 2);
    ui.click(Role::kButton, "Speed 2×");
    CHECK(ui.platform.sound.speed == 1);
}

TEST_CASE("sound: what the browser cannot play says so, and leaving the conversation ends it") {
    OpenThread ui({voice(1)});
    ui.click(Role::kButton, "Play Voice message");
    ui.tell(1, State::kBroken, 0, 0);
    CHECK(ui.platform.announced.back().first == "This browser cannot play this sound.");
    CHECK(ui.sees(Role::kButton, "Play Voice message"));
    ui.click(Role::kButton, "Play Voice message");
    CHECK(ui.platform.is_sounding);
    ui.press("Escape");
    CHECK_FALSE(ui.platform.is_sounding);
}

TEST_CASE("sound: a long one is not read for its wave, and one on its way offers nothing") {
    OpenThread ui({voice(1, false, 9'000'000)});
    CHECK(ui.platform.read_sounds.empty());
    CHECK(ui.sees(Role::kButton, "Play Audio"));
    MediaRef pending;
    pending.file.state = MediaState::kPending;
    Message message = text_from_customer(2, kNow, "");
    message.content = Audio{pending, true};
    OpenThread waiting({message});
    CHECK(waiting.sees(Role::kMessage, "Amina Yusuf"));
    CHECK_FALSE(waiting.sees(Role::kButton, "Play"));
}

TEST_CASE("sound: the same bytes in two messages are two sounds") {
    Message again = voice(1);
    again.id = {2};
    OpenThread ui({voice(1), again});
    ui.click(Role::kButton, "Play Voice message");
    ui.tell(1, State::kPlaying, 12);
    CHECK(ui.sees(Role::kButton, "Pause Voice message"));
    // The other one does not play, and begins at its beginning.
    ui.click(Role::kButton, "Play Voice message");
    CHECK(ui.platform.sound.at == 0);
    CHECK(ui.platform.sound.file == file_id(1));
    CHECK(ui.sees(Role::kButton, "Pause Voice message"));
    CHECK(ui.sees(Role::kButton, "Play Voice message"));
}

}  // namespace
}  // namespace roost
