#include "shared/audio/ogg_pages.h"

#include <array>

namespace roost {

namespace {

constexpr unsigned kBeginning = 0x02, kEnd = 0x04;  // of a stream, in a page's flags
constexpr std::size_t kMostLengths = 255;
constexpr std::uint32_t kLongestPacket = 5760;  // samples: 120 ms
constexpr std::uint32_t kLongestPage = 48'000;  // a second, so that players find their way
constexpr std::uint32_t kSerial = 0x526f6f73;   // any number: the stream is alone in its file
constexpr std::uint32_t kPlausiblePreSkip = 120;
constexpr std::uint32_t kUsualPreSkip = 312;  // what libopus looks ahead; browsers write 0

constexpr std::array<std::uint32_t, 256> kChecks = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t rest = i << 24U;
        for (int bit = 0; bit < 8; ++bit)
            rest = rest << 1U ^ ((rest & 0x80000000U) != 0 ? 0x04c11db7U : 0U);
        table.at(i) = rest;
    }
    return table;
}();

std::uint32_t check_of(std::string_view page) {
    std::uint32_t check = 0;
    for (const char byte : page)
        check = check << 8U ^ kChecks.at((check >> 24U ^ static_cast<unsigned char>(byte)) & 0xffU);
    return check;
}

void put_little(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(value >> static_cast<unsigned>(8 * i) & 0xffU);
}

// Of one frame in a packet that begins with this byte.
std::uint32_t frame_samples(unsigned first) {
    const unsigned config = first >> 3U;
    if (config < 12) return std::array{480U, 960U, 1920U, 2880U}.at(config % 4);
    if (config < 16) return config % 2 == 0 ? 480 : 960;
    return 120U << config % 4;
}

}  // namespace

std::uint32_t opus_samples(std::string_view packet) {
    if (packet.empty()) return 0;
    const auto first = static_cast<unsigned char>(packet[0]);
    std::uint32_t frames = (first & 3U) == 0 ? 1 : 2;
    if ((first & 3U) == 3) frames = packet.size() < 2 ? 0 : static_cast<unsigned char>(packet[1]) & 0x3fU;
    const std::uint32_t samples = frames * frame_samples(first);
    return samples <= kLongestPacket ? samples : 0;
}

void OggPages::put(std::string_view packet) {
    lengths_.append(packet.size() / 255, '\xff');
    lengths_ += static_cast<char>(packet.size() % 255);
    body_ += packet;
}

void OggPages::begin(std::string& out) {
    if (stream_.pre_skip < kPlausiblePreSkip) stream_.pre_skip = kUsualPreSkip;
    std::string head = "OpusHead\x01\x01";  // one channel: decoders mix what has two
    put_little(head, stream_.pre_skip, 2);
    put_little(head, stream_.input_rate, 4);
    put_little(head, stream_.gain, 2);
    put_little(head, 0, 1);
    put(head);
    flush(kBeginning, out);
    constexpr std::string_view kMaker = "Roost";
    std::string tags = "OpusTags";
    put_little(tags, kMaker.size(), 4);
    tags += kMaker;
    put_little(tags, 0, 4);
    put(tags);
    flush(0, out);
}

void OggPages::add(std::string_view packet, std::string& out) {
    if (sequence_ == 0) begin(out);
    const std::uint32_t samples = opus_samples(packet);
    const bool is_long = position_ - page_began_ + samples > kLongestPage;
    const bool is_full = lengths_.size() + packet.size() / 255 + 1 > kMostLengths;
    if (!lengths_.empty() && (is_long || is_full)) flush(0, out);
    put(packet);
    position_ += samples;
}

bool OggPages::finish(std::string& out) {
    if (lengths_.empty() || position_ <= stream_.pre_skip) return false;
    flush(kEnd, out);
    return true;
}

void OggPages::flush(unsigned flags, std::string& out) {
    const std::size_t start = out.size();
    constexpr std::size_t kCheckAt = 22;
    out += "OggS";
    put_little(out, 0, 1);
    put_little(out, flags, 1);
    put_little(out, position_, 8);
    put_little(out, kSerial, 4);
    put_little(out, sequence_++, 4);
    put_little(out, 0, 4);
    put_little(out, lengths_.size(), 1);
    out.append(lengths_).append(body_);
    std::string check;
    put_little(check, check_of(std::string_view(out).substr(start)), 4);
    out.replace(start + kCheckAt, check.size(), check);
    lengths_.clear();
    body_.clear();
    page_began_ = position_;
}

}  // namespace roost
