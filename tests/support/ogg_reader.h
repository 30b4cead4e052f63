// Reads Ogg back, slowly and strictly: for tests of what writes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roost {

struct OggPage {
    unsigned flags = 0;
    std::uint64_t position = 0;
    std::uint32_t serial = 0;
    std::uint32_t sequence = 0;
    std::vector<std::string> packets;  // whole ones
};

inline std::uint64_t ogg_number(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = count; i > 0; --i)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
    return value;
}

// Bit by bit, as RFC 3533 says it.
inline std::uint32_t ogg_check(std::string page) {
    page.replace(22, 4, 4, '\0');
    std::uint32_t check = 0;
    for (const char byte : page) {
        check ^= std::uint32_t{static_cast<unsigned char>(byte)} << 24U;
        for (int bit = 0; bit < 8; ++bit)
            check = check << 1U ^ ((check >> 31U) * 0x04c11db7U);
    }
    return check;
}

// Absent unless every page is whole, has its check, and ends with a packet.
inline std::optional<std::vector<OggPage>> read_ogg(std::string_view bytes) {
    std::vector<OggPage> pages;
    while (!bytes.empty()) {
        if (bytes.size() < 27 || !bytes.starts_with("OggS") || bytes[4] != 0) return std::nullopt;
        const std::size_t lengths = ogg_number(bytes, 26, 1);
        std::size_t end = 27 + lengths;
        if (bytes.size() < end) return std::nullopt;
        OggPage page;
        page.flags = static_cast<unsigned>(ogg_number(bytes, 5, 1));
        page.position = ogg_number(bytes, 6, 8);
        page.serial = static_cast<std::uint32_t>(ogg_number(bytes, 14, 4));
        page.sequence = static_cast<std::uint32_t>(ogg_number(bytes, 18, 4));
        std::size_t start = end;
        for (std::size_t i = 0; i < lengths; ++i) {
            const std::size_t length = ogg_number(bytes, 27 + i, 1);
            end += length;
            if (bytes.size() < end || (length == 255 && i + 1 == lengths)) return std::nullopt;
            if (length == 255) continue;
            page.packets.emplace_back(bytes.substr(start, end - start));
            start = end;
        }
        if (ogg_check(std::string(bytes.substr(0, end))) != ogg_number(bytes, 22, 4)) return std::nullopt;
        pages.push_back(std::move(page));
        bytes.remove_prefix(end);
    }
    return pages;
}

}  // namespace roost
