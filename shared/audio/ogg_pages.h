// Opus packets as an Ogg stream of one channel (RFC 3533, RFC 7845). Pure; memory for one page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace roost {

inline constexpr std::size_t kLongestOpusPacket = std::size_t{32} * 1024;  // bytes; far beyond what is in use

// What a decoder has to know before the first packet.
struct OpusStream {
    std::uint32_t pre_skip = 0;    // samples at 48 kHz that the encoder put before the sound
    std::uint32_t input_rate = 0;  // Hz, of what was recorded; 0 = not known
    std::uint32_t gain = 0;        // as it stands in the header
};

// How long a packet sounds, in samples at 48 kHz; 0 for what is no Opus packet.
std::uint32_t opus_samples(std::string_view packet);

class OggPages {
  public:
    explicit OggPages(const OpusStream& stream) : stream_(stream) {}

    // Appends the pages that are full. The packet has opus_samples() and at most kLongestOpusPacket bytes.
    void add(std::string_view packet, std::string& out);
    // The last page. False if there is no sound to be heard.
    bool finish(std::string& out);

  private:
    void begin(std::string& out);
    void put(std::string_view packet);
    void flush(unsigned flags, std::string& out);

    OpusStream stream_;
    std::string lengths_;  // of the packets on the page, as Ogg writes them
    std::string body_;
    std::uint64_t position_ = 0;  // samples so far
    std::uint64_t page_began_ = 0;
    std::uint32_t sequence_ = 0;
};

}  // namespace roost
