// WebM as browsers record it, written by hand: one track of Opus in clusters without a length.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace roost {

// An element with its length in eight bytes, as browsers that do not know it yet write it.
inline std::string webm_element(std::string_view id, std::string_view body) {
    std::string out(id);
    out += '\x01';
    for (int shift = 48; shift >= 0; shift -= 8)
        out += static_cast<char>(std::uint64_t{body.size()} >> static_cast<unsigned>(shift) & 0xffU);
    return out.append(body);
}

inline std::string webm_endless(std::string_view id) {
    return std::string(id) + std::string("\x01\xff\xff\xff\xff\xff\xff\xff");
}

struct WebmTrack {
    int number = 1;
    std::string codec = "A_OPUS";
    int channels = 1;
    int mapping = 0;
    int pre_skip = 0;
};

inline std::string opus_head(const WebmTrack& track) {
    std::string head = "OpusHead\x01";
    head += static_cast<char>(track.channels);
    head += static_cast<char>(track.pre_skip & 0xff);
    head += static_cast<char>(track.pre_skip >> 8);
    head += std::string("\x80\xbb\0\0", 4);  // 48,000 Hz
    head += std::string(2, '\0');
    return head += static_cast<char>(track.mapping);
}

inline std::string webm_track(const WebmTrack& track) {
    const std::string number(1, static_cast<char>(track.number));
    return webm_element(
        "\xae",
        webm_element("\xd7", number) + webm_element("\x86", track.codec) +
            webm_element("\x63\xa2", opus_head(track)) + webm_element("\xe1", "\xb5")
    );
}

inline std::string webm_head(std::string_view tracks) {
    return webm_element("\x1a\x45\xdf\xa3", webm_element("\x42\x82", "webm")) +
           webm_endless("\x18\x53\x80\x67") + webm_element("\x15\x49\xa9\x66", "info") +
           webm_element("\x16\x54\xae\x6b", tracks);
}

inline std::string webm_block(std::string_view packet, int track = 1, int flags = 0x80) {
    std::string body(1, static_cast<char>(0x80 | track));
    body += std::string(2, '\0');
    body += static_cast<char>(flags);
    return webm_element("\xa3", body.append(packet));
}

// 20 ms of wide-band sound in one frame, as browsers make them.
inline std::string opus_packet(std::size_t size, char fill = 'x') {
    return '\x48' + std::string(size - 1, fill);
}

inline std::string webm_recording(int packets, const WebmTrack& track = {}) {
    std::string out = webm_head(webm_track(track));
    for (int i = 0; i < packets; ++i) {
        if (i % 50 == 0) out += webm_endless("\x1f\x43\xb6\x75") + webm_element("\xe7", "\x01");
        out += webm_block(opus_packet(static_cast<std::size_t>(60 + i % 40)), track.number);
    }
    return out;
}

}  // namespace roost
