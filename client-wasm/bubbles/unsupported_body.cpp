#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Unsupported& content, BubbleContext& bubble) {
    bubble.heading = {
        ui::Icon::kInfo, content.type.empty() ? std::string(bubble.words.unknown_kind) : content.type};
    bubble.text(bubble.words.unshown_note, TextLook::kMissing);
    bubble.text(content.reason, TextLook::kNote);
}

}  // namespace roost
