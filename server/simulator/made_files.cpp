#include "server/simulator/made_files.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <utility>
#include <vector>

#include "server/simulator/made_bytes.h"

namespace roost::simulator {

namespace {

// Bits from the lowest one up, as deflate and WebP pack them.
class BitWriter {
  public:
    void add(std::uint32_t bits, unsigned count) {
        for (unsigned i = 0; i < count; ++i) {
            pending_ |= (bits >> i & 1U) << filled_;
            if (++filled_ == 8) flush();
        }
    }
    // Codes of deflate stand with their highest bit first.
    void add_code(std::uint32_t code, unsigned count) {
        for (unsigned i = count; i > 0; --i)
            add(code >> (i - 1), 1);
    }
    std::string take() {
        if (filled_ > 0) flush();
        return std::move(out_);
    }

  private:
    void flush() {
        out_ += static_cast<char>(pending_);
        pending_ = 0;
        filled_ = 0;
    }
    std::string out_;
    std::uint32_t pending_ = 0;
    unsigned filled_ = 0;
};

void add_literal(BitWriter& out, unsigned char byte) {
    if (byte < 144) return out.add_code(0x30U + byte, 8);
    out.add_code(0x190U + (byte - 144U), 9);
}

// Deflate with its fixed codes, and of all repetitions only those of one byte: pictures of flat colours are
// rows of zeros once each line is told as its difference from the one above.
std::string deflated(std::string_view bytes) {
    constexpr std::size_t kRun = 258;
    BitWriter out;
    out.add(1, 1);  // the last block
    out.add(1, 2);  // fixed codes
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t run = 0;
        while (at > 0 && run < kRun && at + run < bytes.size() && bytes[at + run] == bytes[at - 1])
            ++run;
        if (run == kRun) {
            out.add_code(0xc5, 8);  // 258 bytes …
            out.add_code(0, 5);     // … from one byte back
            at += run;
        } else {
            add_literal(out, static_cast<unsigned char>(bytes[at++]));
        }
    }
    out.add_code(0, 7);  // the end
    std::uint32_t a = 1;
    std::uint32_t b = 0;
    for (const char c : bytes) {
        a = (a + static_cast<unsigned char>(c)) % 65521;
        b = (b + a) % 65521;
    }
    return "\x78\x01" + out.take() + big(b << 16U | a, 4);
}

std::uint32_t png_sum(std::string_view bytes) {
    std::uint32_t sum = 0xffffffffU;
    for (const char c : bytes) {
        sum ^= static_cast<unsigned char>(c);
        for (int i = 0; i < 8; ++i)
            sum = (sum & 1U) != 0 ? sum >> 1U ^ 0xedb88320U : sum >> 1U;
    }
    return ~sum;
}

std::string chunk(std::string_view type, const std::string& body) {
    const auto checked = std::string(type) + body;
    return big(static_cast<std::uint32_t>(body.size()), 4) + checked + big(png_sum(checked), 4);
}

struct Colour {
    unsigned char red;
    unsigned char green;
    unsigned char blue;
};

struct Picture {
    int width;
    int height;
    std::vector<Colour> pixels;

    Picture(int w, int h, Colour colour)
        : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), colour) {}

    void set(int x, int y, Colour colour) {
        if (x < 0 || y < 0 || x >= width || y >= height) return;
        pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] =
            colour;
    }
    // Leaning by `lean` pixels a row.
    void fill(int left, int top, int wide, int high, Colour colour, double lean = 0) {
        for (int y = 0; y < high; ++y) {
            const int shift = static_cast<int>(lean * y);
            for (int x = 0; x < wide; ++x)
                set(left + x + shift, top + y, colour);
        }
    }
};

std::string png_of(const Picture& picture) {
    std::string rows;
    const auto width = static_cast<std::size_t>(picture.width);
    for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) {
        rows += '\2';  // each byte as its difference from the one above
        for (std::size_t x = 0; x < width; ++x) {
            const auto& now = picture.pixels[y * width + x];
            const Colour above = y == 0 ? Colour{0, 0, 0} : picture.pixels[(y - 1) * width + x];
            rows += static_cast<char>(now.red - above.red);
            rows += static_cast<char>(now.green - above.green);
            rows += static_cast<char>(now.blue - above.blue);
        }
    }
    const auto head = big(static_cast<std::uint32_t>(picture.width), 4) +
                      big(static_cast<std::uint32_t>(picture.height), 4) +
                      std::string("\x08\x02\x00\x00\x00", 5);  // eight bits of red, green and blue
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", head) + chunk("IDAT", deflated(rows)) + chunk("IEND", "");
}

std::uint32_t ogg_sum(std::string_view bytes) {
    std::uint32_t sum = 0;
    for (const char c : bytes) {
        sum ^= static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << 24U;
        for (int i = 0; i < 8; ++i)
            sum = (sum & 0x80000000U) != 0 ? sum << 1U ^ 0x04c11db7U : sum << 1U;
    }
    return sum;
}

enum class PagePlace : char { kMiddle = 0, kFirst = 2, kLast = 4 };

// Every packet is shorter than 255 bytes.
std::string ogg_page(
    PagePlace place, std::uint32_t end, std::uint32_t index, const std::vector<std::string>& packets
) {
    constexpr std::uint32_t kSerial = 0x526f6f73;
    std::string sizes;
    std::string body;
    for (const auto& packet : packets) {
        sizes += static_cast<char>(packet.size());
        body += packet;
    }
    const auto before = std::string("OggS") + '\0' + static_cast<char>(place) + little(end, 4) +
                        little(0, 4) + little(kSerial, 4) + little(index, 4);
    const auto after = std::string(1, static_cast<char>(packets.size())) + sizes + body;
    return before + little(ogg_sum(before + little(0, 4) + after), 4) + after;
}

constexpr int kStickerSide = 512;

// A sun whose rays reach so far from its middle, as WebP without loss.
std::string sun_with_rays(int reach) {
    BitWriter bits;
    bits.add(kStickerSide - 1, 14);
    bits.add(kStickerSide - 1, 14);
    bits.add(1, 1);  // it has transparent parts
    bits.add(0, 3);
    bits.add(0, 3);  // no transform, no colour cache, one set of codes
    const auto one_of_two = [&bits](std::uint32_t first, std::uint32_t second) {
        bits.add(0b111, 3);  // a simple code of two symbols, of eight bits each
        bits.add(first, 8);
        bits.add(second, 8);
    };
    const auto always = [&bits](std::uint32_t symbol) {
        bits.add(0b101, 3);
        bits.add(symbol, 8);
    };
    one_of_two(176, 208);  // green
    always(255);           // red
    always(38);            // blue
    one_of_two(0, 255);    // alpha
    always(0);             // distances: there are none
    for (int y = 0; y < kStickerSide; ++y) {
        for (int x = 0; x < kStickerSide; ++x) {
            const int dx = x - kStickerSide / 2;
            const int dy = y - kStickerSide / 2;
            const int square = dx * dx + dy * dy;
            const bool is_ray =
                square < reach * reach && square > 170 * 170 &&
                (std::abs(dx) < 22 || std::abs(dy) < 22 || std::abs(dx - dy) < 30 || std::abs(dx + dy) < 30);
            bits.add(square < 120 * 120 ? 1 : 0, 1);
            bits.add(is_ray || square < 150 * 150 ? 1 : 0, 1);
        }
    }
    return "/" + bits.take();  // the mark of WebP without loss
}

std::string riff_chunk(std::string_view type, const std::string& body) {
    const auto size = static_cast<std::uint32_t>(body.size());
    return std::string(type) + little(size, 4) + body + std::string(size % 2, '\0');
}

std::string webp_of(const std::string& chunks) {
    return "RIFF" + little(static_cast<std::uint32_t>(chunks.size()) + 4, 4) + "WEBP" + chunks;
}

}  // namespace

std::string roof_picture(unsigned seed) {
    constexpr auto kSkies = std::to_array<Colour>({{158, 205, 235}, {246, 196, 140}, {200, 214, 220}});
    Picture picture(480, 320, kSkies[seed % kSkies.size()]);
    picture.fill(0, 262, 480, 58, {118, 148, 92});
    picture.fill(60, 180, 360, 90, {222, 212, 194});
    picture.fill(40, 100, 360, 84, {150, 74, 58}, 0.25);
    const int columns = 4 + static_cast<int>(seed / 3 % 3);
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < columns; ++column) {
            const int left = 78 + column * 50 + row * 9;
            picture.fill(left, 110 + row * 35, 44, 29, {28, 44, 84}, 0.25);
            picture.fill(left + 21, 110 + row * 35, 1, 29, {92, 112, 158}, 0.25);
        }
    }
    picture.fill(110, 205, 40, 65, {104, 72, 48});
    picture.fill(220, 205, 52, 34, {170, 204, 220});
    picture.fill(320, 205, 52, 34, {170, 204, 220});
    return png_of(picture);
}

std::string receipt_picture(unsigned seed) {
    Picture picture(360, 480, {96, 88, 80});
    picture.fill(50, 24, 260, 432, {246, 243, 236});
    picture.fill(78, 52, 120, 16, {60, 60, 66});
    for (int line = 0; line < 14; ++line) {
        const int wide = 90 + static_cast<int>((seed * 37U + static_cast<unsigned>(line) * 53U) % 80U);
        picture.fill(78, 96 + line * 22, wide, 7, {150, 148, 150});
        picture.fill(256, 96 + line * 22, 30, 7, {110, 108, 112});
    }
    picture.fill(78, 412, 208, 3, {60, 60, 66});
    picture.fill(226, 424, 60, 12, {60, 60, 66});
    return png_of(picture);
}

std::string sun_sticker() {
    return webp_of(riff_chunk("VP8L", sun_with_rays(240)));
}

std::string twinkling_sticker() {
    constexpr std::uint32_t kPictureTime = 400;  // ms
    const std::string size = little(kStickerSide - 1, 3) + little(kStickerSide - 1, 3);
    std::string out =
        riff_chunk("VP8X", "\x12" + std::string(3, '\0') + size) + riff_chunk("ANIM", std::string(6, '\0'));
    for (const int reach : {240, 200}) {
        const auto place = std::string(6, '\0') + size + little(kPictureTime, 3) + "\x02";
        out += riff_chunk("ANMF", place + riff_chunk("VP8L", sun_with_rays(reach)));
    }
    return webp_of(out);
}

std::string voice_note_of(const std::vector<std::string>& packets) {
    constexpr std::uint32_t kSamplesPerPacket = 960;  // 20 ms at 48 kHz
    constexpr std::size_t kPacketsPerPage = 50;
    constexpr std::string_view kMaker = "roost";
    // One channel; 312 samples before the sound begins.
    const auto head =
        "OpusHead" + std::string("\x01\x01", 2) + little(312, 2) + little(16'000, 4) + std::string(3, '\0');
    const auto tags = "OpusTags" + little(static_cast<std::uint32_t>(kMaker.size()), 4) +
                      std::string(kMaker) + little(0, 4);
    std::string out = ogg_page(PagePlace::kFirst, 0, 0, {head}) + ogg_page(PagePlace::kMiddle, 0, 1, {tags});
    std::uint32_t index = 2;
    for (std::size_t at = 0; at < packets.size(); at += kPacketsPerPage) {
        const std::size_t end = std::min(at + kPacketsPerPage, packets.size());
        const auto place = end == packets.size() ? PagePlace::kLast : PagePlace::kMiddle;
        const std::vector<std::string> page(
            packets.begin() + static_cast<std::ptrdiff_t>(at),
            packets.begin() + static_cast<std::ptrdiff_t>(end)
        );
        out += ogg_page(place, static_cast<std::uint32_t>(end) * kSamplesPerPacket, index++, page);
    }
    return out;
}

std::string silent_voice_note(int seconds) {
    return voice_note_of(std::vector<std::string>(static_cast<std::size_t>(seconds) * 50, "\xf8\xff\xfe"));
}

std::string printed_page(std::string_view title, std::string_view lines) {
    std::string text = "BT /F 20 Tf 72 760 Td (" + std::string(title) + ") Tj /F 12 Tf";
    while (!lines.empty()) {
        const auto line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        text += " 0 -24 Td (";
        text += line;
        text += ") Tj";
    }
    text += " ET";
    const std::vector<std::string> objects{
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        "<</Length " + std::to_string(text.size()) + ">>stream\n" + text + "\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    };
    std::string out = "%PDF-1.4\n";
    std::string index = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        auto place = std::to_string(out.size());
        index += std::string(10 - place.size(), '0') + place + " 00000 n \n";
        out += std::to_string(i + 1) + " 0 obj" + objects[i] + "endobj\n";
    }
    const auto start = std::to_string(out.size());
    return out + "xref\n0 6\n" + index + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

MadeFile made_file(std::string_view type, std::string_view caption, bool is_animated) {
    unsigned seed = 0;
    for (const char c : caption)
        seed = seed * 31 + static_cast<unsigned char>(c);
    const bool is_print = caption.find("recibo") != std::string_view::npos ||
                          caption.find("bill") != std::string_view::npos ||
                          caption.find("Rechnung") != std::string_view::npos;
    if (type == "image") return {"image/png", is_print ? receipt_picture(seed) : roof_picture(seed)};
    if (type == "audio") return {"audio/ogg; codecs=opus", silent_voice_note(7)};
    if (type == "video") return {"video/mp4", sunrise_film()};
    if (type == "sticker") return {"image/webp", is_animated ? twinkling_sticker() : sun_sticker()};
    if (type == "document") {
        return {
            "application/pdf", printed_page("Savanna Solar", "A page about a roof.\nTen panels, 4.3 kW.")};
    }
    return {};
}

}  // namespace roost::simulator
