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
    for (const FlowAnswer& answer : content.answers) {
        bubble.text(answer.label, TextLook::kNote);
        bubble.text(answer.value);
    }
    // "Sent" says nothing beside what was sent.
    if (!content.answers.empty()) return;
    bubble.text(content.title.empty() ? said(bubble.locale, preview(content)) : content.title);
    bubble.text(content.description, TextLook::kNote);
}

// The file above its words: Meta shows it to the customer, Roost leads to it.
void draw_header(const Interactive& content, BubbleContext& bubble) {
    bubble.text(content.header, TextLook::kTitle);
    if (content.header_kind == TemplateHeader::kNone) return;
    const MessageWords& words = bubble.words;
    const bool is_film = content.header_kind == TemplateHeader::kVideo;
    const bool is_paper = content.header_kind == TemplateHeader::kDocument;
    const Word& name = is_film ? words.video : is_paper ? words.document : words.photo;
    const ui::Icon icon = is_film ? ui::Icon::kVideo : is_paper ? ui::Icon::kDocument : ui::Icon::kPhoto;
    bubble.card({icon, 0, "", std::string(name), content.header_link});
    if (is_web_address(content.header_link))
        bubble.actions.push_back({ui::Icon::kOpen, std::string(name), content.header_link});
}

}  // namespace

void draw_body(const Interactive& content, BubbleContext& bubble) {
    if (content.kind.ends_with("_reply")) return draw_answer(content, bubble);
    draw_header(content, bubble);
    bubble.text(content.title.empty() ? said(bubble.locale, preview(content)) : content.title);
    bubble.text(content.footer, TextLook::kNote);
    for (const InteractiveAction& action : content.actions)
        draw_action(action, bubble);
    // What cannot be pressed anywhere is at least said to be a choice.
    if (bubble.actions.empty()) bubble.heading = {ui::Icon::kList, std::string(bubble.words.choices)};
}

}  // namespace roost
