#include "client-wasm/ui/semantics.h"

namespace roost::ui {

namespace {

constexpr std::uint64_t kBasis = 14695981039346656037ULL;
constexpr std::uint64_t kPrime = 1099511628211ULL;

std::uint64_t add_byte(std::uint64_t hash, std::uint64_t byte) {
    return (hash ^ (byte & 0xFF)) * kPrime;
}

std::uint64_t add_number(std::uint64_t hash, std::uint64_t number) {
    for (int i = 0; i < 8; ++i)
        hash = add_byte(hash, number >> (8 * i));
    return hash;
}

std::uint64_t add_text(std::uint64_t hash, std::string_view text) {
    for (const char c : text)
        hash = add_byte(hash, static_cast<unsigned char>(c));
    return hash;
}

// 0 means "no node".
NodeKey never_zero(std::uint64_t hash) {
    return hash == 0 ? 1 : hash;
}

}  // namespace

NodeKey make_key(NodeKey parent, std::string_view name) {
    // The 0 byte keeps ("a", "bc") and ("ab", "c") apart: no name holds one.
    return never_zero(add_byte(add_text(add_number(kBasis, parent), name), 0));
}

NodeKey make_key(NodeKey parent, std::string_view name, std::int64_t id) {
    return never_zero(add_number(make_key(parent, name), static_cast<std::uint64_t>(id)));
}

}  // namespace roost::ui
