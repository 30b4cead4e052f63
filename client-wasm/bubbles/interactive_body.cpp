#include "client-wasm/bubbles/bodies.h"
#include "client-wasm/words/preview_words.h"

namespace roost {

void draw_body(const Interactive& content, BubbleContext& bubble) {
    const bool is_answer = content.kind.ends_with("_reply");
    const MessageWords& words = bubble.words;
    const Word& answered = content.kind == "nfm_reply" ? words.form_sent : words.chosen;
    if (is_answer) bubble.heading = {ui::Icon::kReply, std::string(answered)};
    if (!is_answer) bubble.heading = {ui::Icon::kList, std::string(words.choices)};
    bubble.text(content.title.empty() ? said(bubble.locale, preview(content)) : content.title);
    bubble.text(content.description, TextLook::kNote);
}

}  // namespace roost
