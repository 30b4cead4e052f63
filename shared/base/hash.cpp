#include "shared/base/hash.h"

#include <cstdint>

namespace roost {

namespace {

std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash) {
    for (const char c : bytes) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash;
}

void append_hex(std::string& out, std::uint64_t number) {
    for (int shift = 60; shift >= 0; shift -= 4)
        out += "0123456789abcdef"[(number >> shift) & 15U];
}

}  // namespace

std::string fingerprint(std::string_view bytes) {
    std::string hex;
    hex.reserve(32);
    append_hex(hex, fnv1a(bytes, 14695981039346656037ULL));
    append_hex(hex, fnv1a(bytes, 0x9E3779B97F4A7C15ULL));
    return hex;
}

}  // namespace roost
