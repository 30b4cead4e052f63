#include "client-wasm/bubbles/bodies.h"

namespace roost {

void draw_body(const Interactive& content, BubbleContext& bubble) {
    const bool is_answer = content.kind.ends_with("_reply");
    if (is_answer) bubble.heading = {ui::Icon::kReply, content.kind == "nfm_reply" ? "Form sent" : "Chosen"};
    if (!is_answer) bubble.heading = {ui::Icon::kList, "Choices offered"};
    bubble.text(content.title.empty() ? preview(content) : content.title);
    bubble.text(content.description, TextLook::kNote);
}

}  // namespace roost
