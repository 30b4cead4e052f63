// Recordings of browsers as voice notes: the same packets, in pages that hold what Ogg promises.
#include "shared/audio/webm_to_ogg.h"

#include <doctest/doctest.h>

#include "shared/wire/media_type.h"
#include "tests/support/ogg_reader.h"
#include "tests/support/webm_file.h"

namespace roost {
namespace {

// What comes out when it comes in pieces of this size; the sentence if it is refused.
std::string converted(std::string_view webm, std::size_t piece = 1000) {
    WebmToOgg converter;
    std::string ogg;
    while (!webm.empty()) {
        const auto some = webm.substr(0, piece);
        const auto taken = converter.take(some, ogg);
        if (!taken) return taken.error().message;
        webm.remove_prefix(some.size());
    }
    const auto done = converter.finish(ogg);
    return done ? ogg : done.error().message;
}

std::vector<OggPage> pages_of(std::string_view webm) {
    auto pages = read_ogg(converted(webm));
    REQUIRE(pages);
    return *std::move(pages);
}

constexpr const char* kDamaged = "The recording is damaged.";
constexpr const char* kNoOpus = "The recording has no sound in Opus.";
constexpr const char* kCutShort = "The recording is cut short.";

TEST_CASE("webm to ogg: the packets come out as they went in, after the two heads") {
    const auto pages = pages_of(webm_recording(120));
    REQUIRE(pages.size() == 5);
    CHECK(pages[0].flags == 2);
    CHECK(pages[0].position == 0);
    REQUIRE(pages[0].packets.size() == 1);
    CHECK(pages[0].packets[0].size() == 19);
    CHECK(pages[0].packets[0].starts_with("OpusHead\x01\x01"));
    REQUIRE(pages[1].packets.size() == 1);
    CHECK(pages[1].packets[0] == std::string("OpusTags\5\0\0\0Roost\0\0\0\0", 21));
    CHECK(pages[1].position == 0);
    CHECK(pages[2].packets.size() == 50);
    CHECK(pages[2].position == 50 * 960);
    CHECK(pages[4].packets.size() == 20);
    CHECK(pages[4].position == 120 * 960);
    CHECK(pages[4].packets[19] == opus_packet(60 + 119 % 40));
    for (std::size_t i = 0; i < pages.size(); ++i) {
        CHECK(pages[i].sequence == i);
        CHECK(pages[i].serial == pages[0].serial);
        CHECK(pages[i].flags == (i == 0 ? 2 : i + 1 == pages.size() ? 4 : 0));
    }
    const auto type = recognise_media(converted(webm_recording(3)));
    CHECK(type.mime_type == "audio/ogg; codecs=opus");
    CHECK(type.channels == 1);
}

TEST_CASE("webm to ogg: it does not matter in which pieces it comes") {
    const std::string webm = webm_recording(60);
    const std::string whole = converted(webm, webm.size());
    CHECK(read_ogg(whole));
    for (const std::size_t piece : {1U, 2U, 3U, 7U, 61U, 4096U})
        CHECK(converted(webm, piece) == whole);
}

TEST_CASE("webm to ogg: what the encoder put before the sound is told; browsers forget it") {
    CHECK(ogg_number(pages_of(webm_recording(3))[0].packets[0], 10, 2) == 312);
    WebmTrack track;
    track.pre_skip = 3840;
    CHECK(ogg_number(pages_of(webm_recording(5, track))[0].packets[0], 10, 2) == 3840);
    // Nothing is left to be heard.
    CHECK(converted(webm_recording(4, track)) == "The recording is empty.");
}

TEST_CASE("webm to ogg: two channels are told to be played as one") {
    WebmTrack track;
    track.channels = 2;
    CHECK(pages_of(webm_recording(3, track))[0].packets[0][9] == 1);
}

TEST_CASE("webm to ogg: packets of any length find room") {
    std::string webm = webm_head(webm_track({})) + webm_endless("\x1f\x43\xb6\x75");
    const std::vector<std::size_t> sizes{1, 254, 255, 256, 510, 1275, 30'000, 32'000, 2};
    for (const std::size_t size : sizes)
        webm += webm_block(opus_packet(size));
    std::vector<std::size_t> seen;
    for (const OggPage& page : pages_of(webm)) {
        for (const std::string& packet : page.packets)
            seen.push_back(packet.size());
    }
    REQUIRE(seen.size() == 2 + sizes.size());
    for (std::size_t i = 0; i < sizes.size(); ++i)
        CHECK(seen[i + 2] == sizes[i]);
}

TEST_CASE("webm to ogg: other tracks, and elements nobody knows, are passed by") {
    WebmTrack film;
    film.number = 1;
    film.codec = "V_VP8";
    WebmTrack sound;
    sound.number = 2;
    std::string webm = webm_head(webm_track(film) + webm_track(sound)) + webm_element("\xec", "nothing");
    webm += webm_endless("\x1f\x43\xb6\x75") + webm_block("film", 1) + webm_block(opus_packet(80), 2);
    webm += webm_element("\xa0", webm_element("\xa1", std::string("\x82\0\0\0", 4) + opus_packet(90)));
    webm += webm_element("\x1c\x53\xbb\x6b", std::string(70'000, 'c'));
    const auto pages = pages_of(webm);
    REQUIRE(pages.size() == 3);
    CHECK(pages[2].packets == std::vector<std::string>{opus_packet(80), opus_packet(90)});
}

TEST_CASE("webm to ogg: what is no recording is refused, and stays so") {
    CHECK(converted("") == "The recording is empty.");
    CHECK(converted("OggS nothing to do here") == kDamaged);
    CHECK(converted(webm_head(webm_track({}))) == "The recording is empty.");
    const std::string whole = webm_recording(5);
    for (std::size_t cut = 1; cut < 40; ++cut)
        CHECK(converted(std::string_view(whole).substr(0, whole.size() - cut)) == kCutShort);
    WebmToOgg converter;
    std::string ogg;
    CHECK_FALSE(converter.take("nonsense, and more of it", ogg));
    CHECK_FALSE(converter.take(whole, ogg));
    CHECK_FALSE(converter.finish(ogg));
    CHECK(ogg.empty());
}

TEST_CASE("webm to ogg: sound that WhatsApp would not play is refused") {
    const std::string cluster = webm_endless("\x1f\x43\xb6\x75");
    WebmTrack vorbis;
    vorbis.codec = "A_VORBIS";
    CHECK(converted(webm_recording(3, vorbis)) == kNoOpus);
    WebmTrack surround;
    surround.channels = 6;
    surround.mapping = 1;
    CHECK(converted(webm_recording(3, surround)) == kNoOpus);
    CHECK(converted(webm_head("") + cluster) == kNoOpus);
    const std::string head = webm_head(webm_track({})) + cluster;
    CHECK(converted(head + webm_block(opus_packet(40), 1, 0x84)) == kDamaged);  // several in one block
    CHECK(converted(head + webm_block("")) == kDamaged);                        // no packet
    CHECK(converted(head + webm_block("\x03\x3f")) == kDamaged);                // 630 ms in one
    CHECK(converted(head + webm_block(opus_packet(40'000))) == kDamaged);       // too long to be sound
    CHECK(converted(head + webm_element("\xa3", "\x81")) == kDamaged);          // too short for its own head
    CHECK(converted(head + webm_endless("\xa3")) == kDamaged);                  // without an end
    CHECK(converted(head + std::string("\xa3\0", 2) + "more of it") == kDamaged);  // a size of nine bytes
}

TEST_CASE("webm to ogg: how long a packet sounds stands in its first bytes") {
    const auto samples = [](unsigned first, unsigned second = 0) {
        const std::string bytes{static_cast<char>(first), static_cast<char>(second)};
        return opus_samples(bytes);
    };
    CHECK(samples(0 << 3) == 480);
    CHECK(samples(3 << 3) == 2880);
    CHECK(samples(12 << 3) == 480);
    CHECK(samples(15 << 3) == 960);
    CHECK(samples(16 << 3) == 120);
    CHECK(samples(31 << 3) == 960);
    CHECK(samples(31 << 3 | 1) == 1920);
    CHECK(samples(31 << 3 | 2) == 1920);
    CHECK(samples(31 << 3 | 3, 6) == 5760);
    CHECK(samples(31 << 3 | 3, 7) == 0);
    CHECK(samples(31 << 3 | 3, 0) == 0);
    CHECK(opus_samples("") == 0);
    CHECK(opus_samples("\x03") == 0);
}

}  // namespace
}  // namespace roost
