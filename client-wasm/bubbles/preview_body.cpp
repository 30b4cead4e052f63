#include "client-wasm/bubbles/bodies.h"
#include "client-wasm/words/preview_words.h"

namespace roost {

void draw_preview(const Preview& preview, BubbleContext& bubble) {
    bubble.card({ui::Icon::kInfo, 0, "", said(bubble.locale, preview), ""});
}

}  // namespace roost
