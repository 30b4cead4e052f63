#include "shared/messages/searchable.h"

#include <initializer_list>
#include <string_view>
#include <variant>

#include "shared/text/links.h"

namespace roost {

namespace {

std::string lines(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += '\n';
        text += part;
    }
    return text;
}

// Where nothing else is said: the words that lists show.
template <class T>
std::string text_in(const T& content) {
    const Preview shown = preview(content);
    return shown.kind == PreviewKind::kWords ? shown.text : std::string();
}
std::string text_in(const Text& content) {
    return text::shown_text(content.body);
}
std::string text_in(const Image& content) {
    return text::shown_text(content.media.caption);
}
std::string text_in(const Video& content) {
    return text::shown_text(content.media.caption);
}
std::string text_in(const Audio& content) {
    return text::shown_text(content.media.caption);
}
std::string text_in(const Document& content) {
    return lines({content.filename, text::shown_text(content.media.caption)});
}
std::string text_in(const Sticker& /*content*/) {
    return {};
}
std::string text_in(const Location& content) {
    return lines({content.name, content.address});
}
std::string text_in(const Contacts& content) {
    std::string text;
    for (const Contacts::Card& card : content.cards) {
        text = lines({text, card.name, card.organisation});
        for (const std::string& phone : card.phones)
            text = lines({text, phone});
        for (const auto* list : {&card.emails, &card.addresses, &card.urls}) {
            for (const std::string& one : *list)
                text = lines({text, one});
        }
    }
    return text;
}
std::string text_in(const Reaction& /*content*/) {
    return {};
}
std::string text_in(const Interactive& content) {
    std::string text = lines({content.header, content.title, content.description, content.footer});
    for (const FlowAnswer& answer : content.answers)
        text = lines({text, answer.label, answer.value});
    return text;
}
std::string text_in(const Template& content) {
    std::string text =
        lines({content.shown.title, text::shown_text(content.shown.body), content.shown.footer});
    for (const TemplatePart& card : content.cards)
        text = lines({text, text::shown_text(card.body)});
    return text.empty() ? content.name : text;
}
std::string text_in(const Button& content) {
    return content.text;
}
std::string text_in(const Order& content) {
    return content.text;
}
std::string text_in(const System& content) {
    return content.body;
}
std::string text_in(const Unsupported& /*content*/) {
    return {};
}

}  // namespace

std::string searchable_text(const Content& content) {
    return std::visit([](const auto& kind) { return text_in(kind); }, content);
}

}  // namespace roost
