#include "client-wasm/bubbles/message_key.h"

namespace roost {

namespace {

std::uint64_t fnv1a(std::uint64_t hash, std::string_view text) {
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3ULL;
    }
    return hash;
}

constexpr std::uint64_t kBasis = 0xcbf29ce484222325ULL;

}  // namespace

std::uint64_t message_key(const Message& message) {
    if (!message.client_ref.empty()) return fnv1a(kBasis, message.client_ref) | 1;
    // Even numbers, so that ids never meet the odd ones of refs.
    return static_cast<std::uint64_t>(message.id.value) * 2;
}

ui::NodeKey message_node(ui::NodeKey log, std::uint64_t message_key) {
    return ui::make_key(log, "message", static_cast<std::int64_t>(message_key));
}

std::uint64_t paragraph_id(std::uint64_t message_key, std::string_view text) {
    return fnv1a(kBasis ^ (message_key * 0x9E3779B97F4A7C15ULL), text) | 1;
}

}  // namespace roost
