#include <array>

#include "client-wasm/bubbles/bodies.h"
#include "client-wasm/words/preview_words.h"
#include "shared/wire/field_checks.h"

namespace roost {

namespace {

// In the order of InteractiveAction::Kind.
constexpr std::array kIcons{ui::Icon::kReply, ui::Icon::kList, ui::Icon::kOpen, ui::Icon::kPin};

// Read, not followed: only the customer can press it.
void draw_action(const InteractiveAction& action, BubbleContext& bubble) {
    const bool is_location = action.kind == InteractiveAction::Kind::kLocation;
    bubble.actions.push_back(
        {kIcons.at(static_cast<std::size_t>(action.kind)),
         is_location ? std::string(bubble.words.location) : action.title,
         is_web_address(action.url) ? action.url : ""}
    );
}

void draw_answer(const Interactive& content, BubbleContext& bubble) {
    const MessageWords& words = bubble.words;
    const Word& answered = content.kind == "nfm_reply" ? words.form_sent : words.chosen;
    bubble.heading = {ui::Icon::kReply, std::string(answered)};
    bubble.text(content.title.empty() ? said(bubble.locale, preview(content)) : content.title);
    bubble.text(content.description, TextLook::kNote);
}

}  // namespace

void draw_body(const Interactive& content, BubbleContext& bubble) {
    if (content.kind.ends_with("_reply")) return draw_answer(content, bubble);
    bubble.text(content.header, TextLook::kTitle);
    bubble.text(content.title.empty() ? said(bubble.locale, preview(content)) : content.title);
    bubble.text(content.footer, TextLook::kNote);
    for (const InteractiveAction& action : content.actions)
        draw_action(action, bubble);
    // What cannot be pressed anywhere is at least said to be a choice.
    if (bubble.actions.empty()) bubble.heading = {ui::Icon::kList, std::string(bubble.words.choices)};
}

}  // namespace roost
