// Numbers and marks inside the bytes of a file; reading past the end gives 0 or false. For media_type*.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace roost {

inline std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

inline std::uint32_t big16(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 8U | byte_at(bytes, at + 1);
}

inline std::uint32_t big32(std::string_view bytes, std::size_t at) {
    return big16(bytes, at) << 16U | big16(bytes, at + 2);
}

inline std::uint64_t big64(std::string_view bytes, std::size_t at) {
    return std::uint64_t{big32(bytes, at)} << 32U | big32(bytes, at + 4);
}

inline std::uint32_t little16(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at + 1) << 8U | byte_at(bytes, at);
}

inline std::uint32_t little24(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at + 2) << 16U | little16(bytes, at);
}

inline std::uint32_t little32(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at + 3) << 24U | little24(bytes, at);
}

inline bool has_mark(std::string_view bytes, std::size_t at, std::string_view mark) {
    return at <= bytes.size() && bytes.substr(at, mark.size()) == mark;
}

}  // namespace roost
