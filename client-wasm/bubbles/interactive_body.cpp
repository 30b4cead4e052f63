#include "client-wasm/bubbles/bodies.h"
#include "client-wasm/words/preview_words.h"
#include "shared/wire/field_checks.h"

namespace roost {

namespace {

std::string text_in(const Json& whole, std::string_view part) {
    return string_or(member(whole, part), "text", "");
}

// Read, not followed: only the customer can press it.
void draw_button(ui::Icon icon, std::string label, BubbleContext& bubble) {
    if (!label.empty()) bubble.actions.push_back({icon, std::move(label), ""});
}

void draw_actions(const Json& action, std::string_view kind, BubbleContext& bubble) {
    const Json& buttons = member(action, "buttons");
    if (buttons.is_array()) {
        for (const Json& button : buttons)
            draw_button(ui::Icon::kReply, string_or(member(button, "reply"), "title", ""), bubble);
    }
    draw_button(ui::Icon::kList, string_or(action, "button", ""), bubble);
    const Json& parameters = member(action, "parameters");
    draw_button(ui::Icon::kOpen, string_or(parameters, "display_text", ""), bubble);
    if (kind == "cta_url" && !bubble.actions.empty()) {
        const std::string url = string_or(parameters, "url", "");
        if (is_web_address(url)) bubble.actions.back().href = url;
    }
    if (kind == "location_request_message")
        draw_button(ui::Icon::kPin, std::string(bubble.words.location), bubble);
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
    const Json whole = Json::parse(content.raw, nullptr, false);
    bubble.text(text_in(whole, "header"), TextLook::kTitle);
    bubble.text(content.title.empty() ? said(bubble.locale, preview(content)) : content.title);
    bubble.text(text_in(whole, "footer"), TextLook::kNote);
    draw_actions(member(whole, "action"), content.kind, bubble);
    // What cannot be pressed anywhere is at least said to be a choice.
    if (bubble.actions.empty()) bubble.heading = {ui::Icon::kList, std::string(bubble.words.choices)};
}

}  // namespace roost
