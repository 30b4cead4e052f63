// Why Meta does not block or unblock somebody. Every reader's language has a sentence for each. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shared/base/time.h"
#include "shared/model/conversation.h"

namespace roost {

// As long ago the person may have written at most for Meta to block them (its guide "Block users").
inline constexpr UnixMillis kBlockWindow = 24 * kHour;

enum class BlockRefusal : std::uint8_t {
    kSilentTooLong,  // they have not written within kBlockWindow
    kListFull,       // 64,000 are blocked already
    kTryAgain,       // Meta does not answer, has trouble of its own, or is asked too much
    kByMeta,         // anything else; the sentence is Meta's
};
inline constexpr int kBlockRefusals = 4;

std::string_view block_refusal_name(BlockRefusal refusal);  // "silent_too_long", …: in the API's answers
std::optional<BlockRefusal> parse_block_refusal(std::string_view name);

// Meta is expected to block them now: they are on WhatsApp and wrote within kBlockWindow.
bool can_be_blocked(const Conversation& conversation, UnixMillis now);

}  // namespace roost
