// Numbers as files hold them.
#pragma once

#include <cstdint>
#include <string>

namespace roost::simulator {

inline std::string number_bytes(std::uint32_t value, int bytes, bool is_big) {
    std::string out;
    for (int i = 0; i < bytes; ++i) {
        const auto shift = 8U * static_cast<unsigned>(is_big ? bytes - 1 - i : i);
        out += static_cast<char>(value >> shift & 0xffU);
    }
    return out;
}

inline std::string big(std::uint32_t value, int bytes) {
    return number_bytes(value, bytes, true);
}

inline std::string little(std::uint32_t value, int bytes) {
    return number_bytes(value, bytes, false);
}

}  // namespace roost::simulator
