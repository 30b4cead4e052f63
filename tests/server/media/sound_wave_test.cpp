#include "server/media/sound_wave.h"

#include <doctest/doctest.h>
#include <opus/opus.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "server/media/media_folder.h"
#include "server/simulator/made_files.h"
#include "shared/model/wave.h"
#include "tests/support/temp_dir.h"

namespace roost {
namespace {

// A tone that is quiet for the first half and loud for the second.
std::string tone(int seconds) {
    int error = 0;
    OpusEncoder* encoder = opus_encoder_create(48'000, 1, OPUS_APPLICATION_AUDIO, &error);
    REQUIRE(error == OPUS_OK);
    opus_encoder_ctl(encoder, OPUS_SET_BITRATE(24'000));
    std::vector<std::string> packets;
    constexpr int kFrame = 960;
    const int frames = seconds * 50;
    for (int frame = 0; frame < frames; ++frame) {
        std::vector<float> samples(kFrame);
        for (int i = 0; i < kFrame; ++i) {
            const float loud = frame < frames / 2 ? 0.1F : 0.8F;
            samples[static_cast<std::size_t>(i)] =
                loud * std::sin(static_cast<float>(frame * kFrame + i) * 0.0576F);
        }
        std::string packet(4000, '\0');
        const int size = opus_encode_float(
            encoder,
            samples.data(),
            kFrame,
            reinterpret_cast<unsigned char*>(packet.data()),
            static_cast<opus_int32>(packet.size())
        );
        REQUIRE(size > 0);
        packet.resize(static_cast<std::size_t>(size));
        packets.push_back(std::move(packet));
    }
    opus_encoder_destroy(encoder);
    return simulator::voice_note_of(packets);
}

std::string heard(const std::string& bytes) {
    return sound_wave(
        recognise_media(bytes),
        static_cast<std::int64_t>(bytes.size()),
        [&bytes](std::int64_t offset, std::size_t count) {
            return bytes.substr(std::min(bytes.size(), static_cast<std::size_t>(offset)), count);
        }
    );
}

TEST_CASE("sound wave: how long it is, and where it is loud") {
    const auto wave = read_wave(heard(tone(4)));
    REQUIRE(wave);
    CHECK(std::abs(wave->length - 4000) < 50);
    for (std::size_t i = 2; i < 30; ++i)
        CHECK(int{wave->peaks[i]} < 80);
    for (std::size_t i = 34; i < 62; ++i)
        CHECK(int{wave->peaks[i]} > 180);
}

TEST_CASE("sound wave: silence has a length and no peaks") {
    const auto wave = read_wave(heard(simulator::silent_voice_note(7)));
    REQUIRE(wave);
    CHECK(std::abs(wave->length - 7000) < 100);
    CHECK(wave->peaks == Wave{}.peaks);
}

TEST_CASE("sound wave: none of what is no voice note, is damaged or too long") {
    const std::string whole = tone(2);
    CHECK(heard("").empty());
    CHECK(heard("OggS and no more").empty());
    CHECK(heard(whole.substr(0, 60)).empty());
    CHECK(heard(simulator::silent_voice_note(20 * 60 + 1)).empty());
    std::string changed = whole;
    for (std::size_t i = 200; i < changed.size(); i += 7)
        changed[i] = static_cast<char>(changed[i] ^ 0x55);
    heard(changed);  // whatever it says, it says it
    for (std::size_t size = 0; size < whole.size(); size += 97)
        heard(whole.substr(0, size));
}

TEST_CASE("sound wave: a file that is kept has one") {
    const test::TempDir dir;
    MediaFolder folder(dir.file("media"));
    auto file = folder.begin();
    REQUIRE(file);
    REQUIRE((*file)->write(simulator::silent_voice_note(3)));
    const auto kept = (*file)->keep();
    REQUIRE(kept);
    CHECK(read_wave(kept->type.wave));
}

}  // namespace
}  // namespace roost
