#include "client-wasm/bubbles/bodies.h"
#include "shared/text/emoji.h"

namespace roost {

namespace {

constexpr int kMostLargeEmoji = 3;

}  // namespace

void draw_body(const Text& content, BubbleContext& bubble) {
    const bool is_large = text::count_lone_emoji(content.body, kMostLargeEmoji) > 0;
    bubble.text(content.body, is_large ? TextLook::kLargeEmoji : TextLook::kBody);
}

}  // namespace roost
