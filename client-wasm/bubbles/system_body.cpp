#include "client-wasm/bubbles/bodies.h"
#include "client-wasm/words/preview_words.h"

namespace roost {

void draw_body(const System& content, BubbleContext& bubble) {
    bubble.is_system_line = true;
    const Preview line = preview(content);
    const bool is_metas_own = line.kind == PreviewKind::kWords;
    bubble.text(is_metas_own ? content.body : said(bubble.locale, line), TextLook::kNote);
}

}  // namespace roost
