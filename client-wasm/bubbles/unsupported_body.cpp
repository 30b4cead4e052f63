#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Unsupported& content, BubbleContext& bubble) {
    if (content.type == Unsupported::kDeleted) return bubble.text(bubble.words.deleted, TextLook::kMissing);
    bubble.heading = {
        ui::Icon::kInfo, content.type.empty() ? std::string(bubble.words.unknown_kind) : content.type};
    bubble.text(bubble.words.unshown_note, TextLook::kMissing);
    bubble.text(content.reason, TextLook::kNote);
}

}  // namespace roost
