#include "client-wasm/bubbles/bodies.h"

namespace roost {

namespace {

void draw_header(const TemplatePart& part, BubbleContext& bubble) {
    switch (part.header) {
        case TemplateHeader::kText:
            return bubble.text(part.title, TextLook::kTitle);
        case TemplateHeader::kImage:
            return draw_body(Image{part.media}, bubble);
        case TemplateHeader::kVideo:
            return draw_body(Video{part.media}, bubble);
        case TemplateHeader::kDocument:
            return draw_body(Document{part.media, part.filename}, bubble);
        case TemplateHeader::kLocation:
            return draw_body(part.location, bubble);
        case TemplateHeader::kNone:
            return;
    }
}

// What the reader may follow has an address; what only the customer can press has none.
BubbleAction action_of(const TemplateButton& button, const MessageWords& words) {
    using Kind = TemplateButton::Kind;
    switch (button.kind) {
        case Kind::kUrl:
            return {ui::Icon::kOpen, button.text, button.target};
        case Kind::kPhone:
            return {ui::Icon::kPhone, button.text, "tel:" + button.target};
        case Kind::kCode:
            return {ui::Icon::kCopy, fill(words.copy_code, {button.target}), ""};
        case Kind::kOneTime:
            return {ui::Icon::kCopy, button.text, ""};
        case Kind::kFlow:
        case Kind::kOther:
            return {ui::Icon::kList, button.text, ""};
        case Kind::kReply:
            break;
    }
    return {ui::Icon::kReply, button.text, ""};
}

// A card of a carousel: what it shows, what it says, and what can be pressed.
void draw_card(const TemplatePart& card, BubbleContext& bubble) {
    std::string buttons;
    for (const TemplateButton& button : card.buttons)
        buttons += (buttons.empty() ? "" : " · ") + button.text;
    const bool is_film = card.header == TemplateHeader::kVideo;
    BubbleCard shown{is_film ? ui::Icon::kVideo : ui::Icon::kPhoto, 0, "", card.body, buttons};
    if (card.media.file.state == MediaState::kStored) shown.picture = card.media.file.id;
    if (is_film) shown.picture_kind = ui::PictureKind::kFilm;
    bubble.card(std::move(shown));
}

}  // namespace

void draw_body(const Template& content, BubbleContext& bubble) {
    bubble.heading = {ui::Icon::kTemplate, fill(bubble.words.template_named, {content.name})};
    draw_header(content.shown, bubble);
    bubble.text(content.shown.body);
    bubble.text(content.shown.footer, TextLook::kNote);
    for (const TemplateButton& button : content.shown.buttons)
        bubble.actions.push_back(action_of(button, bubble.words));
    bubble.has_cards_below = true;
    for (const TemplatePart& card : content.cards)
        draw_card(card, bubble);
}

}  // namespace roost
