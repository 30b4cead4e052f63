// A film without an encoder: H.264 lets a picture be sent as plain samples (I_PCM), and the pictures are
// small. The names in comments are those of ISO/IEC 14496-10 (the stream), -12 and -15 (the boxes).
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/simulator/made_bytes.h"
#include "server/simulator/made_files.h"

namespace roost::simulator {

namespace {

constexpr int kBlock = 16;  // pixels of a macroblock's side
constexpr int kColumns = 12;
constexpr int kRows = 7;
constexpr int kWidth = kColumns * kBlock;
constexpr int kHeight = kRows * kBlock;
constexpr std::uint32_t kPictures = 4;
constexpr std::uint32_t kTimescale = 1000;
constexpr std::uint32_t kPictureTime = 1000;

struct Colour {
    std::uint8_t y, cb, cr;
};
constexpr Colour kSky{170, 150, 110};
constexpr Colour kSun{210, 60, 150};
constexpr Colour kGround{90, 110, 120};

// A sun that rises over a plain.
Colour colour_at(int x, int y, int picture) {
    const int dx = x - kWidth / 2, dy = y - (kHeight - 24 - picture * 16);
    if (y >= kHeight - 24) return kGround;
    return dx * dx + dy * dy <= 18 * 18 ? kSun : kSky;
}

// Bits from the highest one down, as H.264 packs them.
class Bits {
  public:
    Bits& fixed(std::uint32_t value, int count) {
        for (int i = count - 1; i >= 0; --i) {
            byte_ = byte_ << 1U | (value >> static_cast<unsigned>(i) & 1U);
            if (++filled_ == 8) flush();
        }
        return *this;
    }
    // Exp-Golomb: ue(v).
    Bits& number(std::uint32_t value) {
        int length = 0;
        while ((value + 1) >> static_cast<unsigned>(length + 1) != 0)
            ++length;
        return fixed(0, length).fixed(value + 1, length + 1);
    }
    Bits& align() {
        while (filled_ != 0)
            fixed(0, 1);
        return *this;
    }
    // rbsp_trailing_bits
    std::string end() { return fixed(1, 1).align().out_; }

  private:
    void flush() {
        out_ += static_cast<char>(byte_ & 0xffU);
        byte_ = 0;
        filled_ = 0;
    }
    std::string out_;
    std::uint32_t byte_ = 0;
    int filled_ = 0;
};

// nal_unit(): what would look like the start of the next one is broken up.
std::string unit(char head, std::string_view payload) {
    std::string out(1, head);
    int zeros = 0;
    for (const char c : payload) {
        if (zeros >= 2 && static_cast<unsigned char>(c) <= 3) {
            out += '\x03';
            zeros = 0;
        }
        zeros = c == '\0' ? zeros + 1 : 0;
        out += c;
    }
    return out;
}

std::string sequence_set() {
    constexpr std::uint32_t kBaseline = 66, kConstraints = 0xc0, kLevel = 30;
    Bits bits;
    bits.fixed(kBaseline, 8).fixed(kConstraints, 8).fixed(kLevel, 8).number(0);
    bits.number(0).number(2).number(1).fixed(
        0, 1
    );  // frame numbers, picture order, reference frames, no gaps
    bits.number(kColumns - 1).number(kRows - 1);
    return unit('\x67', bits.fixed(1, 1).fixed(1, 1).fixed(0, 1).fixed(0, 1).end());
}

std::string picture_set() {
    Bits bits;
    bits.number(0).number(0).fixed(0, 2).number(0).number(0).number(0).fixed(0, 3);
    bits.number(0).number(0).number(0);  // quantisers, all at their middle
    return unit('\x68', bits.fixed(1, 1).fixed(0, 2).end());
}

void add_block(Bits& out, int column, int row, int picture) {
    constexpr std::uint32_t kPlainSamples = 25;  // mb_type I_PCM
    out.number(kPlainSamples).align();
    const auto at = [&](int x, int y) { return colour_at(column * kBlock + x, row * kBlock + y, picture); };
    for (int i = 0; i < kBlock * kBlock; ++i)
        out.fixed(at(i % kBlock, i / kBlock).y, 8);
    for (const bool is_red : {false, true}) {
        for (int i = 0; i < kBlock * kBlock / 4; ++i) {
            const Colour colour = at(i % 8 * 2, i / 8 * 2);
            out.fixed(is_red ? colour.cr : colour.cb, 8);
        }
    }
}

// One picture that needs no other, behind its length.
std::string sample(std::uint32_t picture) {
    Bits bits;
    bits.number(0).number(7).number(0).fixed(
        0, 4
    );  // first block, slice of type I, picture set, frame number
    bits.number(picture % 2).fixed(0, 2).number(0).number(1);  // idr_pic_id, references, quantiser, no filter
    for (int i = 0; i < kColumns * kRows; ++i)
        add_block(bits, i % kColumns, i / kColumns, static_cast<int>(picture));
    const std::string slice = unit('\x65', bits.end());
    return big(static_cast<std::uint32_t>(slice.size()), 4) + slice;
}

std::string box(std::string_view type, std::string_view body) {
    return big(static_cast<std::uint32_t>(body.size()) + 8, 4) + std::string(type) + std::string(body);
}

// With a version and flags.
std::string full_box(std::string_view type, std::uint32_t flags, std::string_view body) {
    return box(type, big(flags, 4) + std::string(body));
}

std::string zeros(int count) {
    std::string out;
    out.resize(static_cast<std::size_t>(count));
    return out;
}

std::string unity_matrix() {
    return big(0x10000, 4) + zeros(12) + big(0x10000, 4) + zeros(12) + big(0x40000000, 4);
}

std::string sample_description() {
    const std::string sequence = sequence_set(), picture = picture_set();
    const std::string settings = "\x01" + sequence.substr(1, 3) + "\xff\xe1" +
                                 big(static_cast<std::uint32_t>(sequence.size()), 2) + sequence + "\x01" +
                                 big(static_cast<std::uint32_t>(picture.size()), 2) + picture;
    const std::string entry = zeros(6) + big(1, 2) + zeros(16) + big(kWidth, 2) + big(kHeight, 2) +
                              big(0x480000, 4) + big(0x480000, 4) + zeros(4) + big(1, 2) + zeros(32) +
                              big(24, 2) + "\xff\xff" + box("avcC", settings);
    return full_box("stsd", 0, big(1, 4) + box("avc1", entry));
}

std::string sample_table(const std::array<std::string, kPictures>& samples, std::uint32_t offset) {
    std::string sizes = zeros(4) + big(kPictures, 4);
    for (const std::string& one : samples)
        sizes += big(static_cast<std::uint32_t>(one.size()), 4);
    return box(
        "stbl",
        sample_description() + full_box("stts", 0, big(1, 4) + big(kPictures, 4) + big(kPictureTime, 4)) +
            full_box("stsc", 0, big(1, 4) + big(1, 4) + big(kPictures, 4) + big(1, 4)) +
            full_box("stsz", 0, sizes) + full_box("stco", 0, big(1, 4) + big(offset, 4))
    );
}

std::string movie(const std::array<std::string, kPictures>& samples, std::uint32_t offset) {
    constexpr std::uint32_t kDuration = kPictures * kPictureTime;
    constexpr std::uint32_t kUndetermined = 0x55c4;  // a language's code
    const std::string track = full_box(
        "tkhd",
        3,
        zeros(8) + big(1, 4) + zeros(4) + big(kDuration, 4) + zeros(16) + unity_matrix() +
            big(kWidth << 16, 4) + big(kHeight << 16, 4)
    );
    const std::string media =
        full_box(
            "mdhd", 0, zeros(8) + big(kTimescale, 4) + big(kDuration, 4) + big(kUndetermined, 2) + zeros(2)
        ) +
        full_box("hdlr", 0, zeros(4) + "vide" + zeros(13)) +
        box("minf",
            full_box("vmhd", 1, zeros(8)) +
                box("dinf", full_box("dref", 0, big(1, 4) + full_box("url ", 1, ""))) +
                sample_table(samples, offset));
    const std::string head = full_box(
        "mvhd",
        0,
        zeros(8) + big(kTimescale, 4) + big(kDuration, 4) + big(0x10000, 4) + big(0x100, 2) + zeros(10) +
            unity_matrix() + zeros(24) + big(2, 4)
    );
    return box("moov", head + box("trak", track + box("mdia", media)));
}

}  // namespace

std::string sunrise_film() {
    std::array<std::string, kPictures> samples;
    std::string all;
    for (std::uint32_t i = 0; i < kPictures; ++i)
        all += samples.at(i) = sample(i);
    const std::string type = box("ftyp", "isom" + big(0x200, 4) + "isomiso2avc1mp41");
    const auto before = static_cast<std::uint32_t>(type.size() + movie(samples, 0).size()) + 8;
    return type + movie(samples, before) + box("mdat", all);
}

}  // namespace roost::simulator
