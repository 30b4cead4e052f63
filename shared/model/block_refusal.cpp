#include "shared/model/block_refusal.h"

#include <algorithm>
#include <array>

namespace roost {

namespace {

constexpr std::array<std::string_view, kBlockRefusals> kNames{
    "silent_too_long", "list_full", "try_again", "by_meta"};

}  // namespace

std::string_view block_refusal_name(BlockRefusal refusal) {
    return kNames.at(static_cast<std::size_t>(refusal));
}

std::optional<BlockRefusal> parse_block_refusal(std::string_view name) {
    const auto* const found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<BlockRefusal>(found - kNames.begin());
}

bool can_be_blocked(const Conversation& conversation, UnixMillis now) {
    const bool is_on_whatsapp = conversation.platform == Platform::kWhatsApp;
    return is_on_whatsapp && conversation.last_inbound_at != 0 &&
           now - conversation.last_inbound_at < kBlockWindow;
}

}  // namespace roost
