#include "client-wasm/bubbles/bodies.h"
#include "client-wasm/words/preview_words.h"

namespace roost {

void draw_body(const Call& content, BubbleContext& bubble) {
    bubble.card({ui::Icon::kPhone, 0, "", said(bubble.locale, preview(content)), ""});
}

}  // namespace roost
