#include "client-wasm/words/preview_words.h"

#include <array>
#include <cstddef>
#include <variant>

#include "shared/messages/searchable.h"
#include "shared/model/phone_number.h"
#include "shared/text/links.h"

namespace roost {

namespace {

// In the order of PreviewKind; null where there is more to say than the kind.
constexpr std::array<Word MessageWords::*, 28> kKinds{
    nullptr,
    &MessageWords::photo,
    &MessageWords::video,
    &MessageWords::audio,
    &MessageWords::voice,
    &MessageWords::document,
    &MessageWords::sticker,
    &MessageWords::location,
    &MessageWords::contact,
    nullptr,
    nullptr,
    nullptr,
    &MessageWords::reaction_taken_back_short,
    &MessageWords::button,
    &MessageWords::interactive,
    &MessageWords::calls_allowed,
    &MessageWords::calls_refused,
    nullptr,
    &MessageWords::notice,
    &MessageWords::empty,
    &MessageWords::call,
    &MessageWords::call_missed,
    nullptr,
    &MessageWords::deleted,
    nullptr,
    &MessageWords::opened_chat,
    nullptr,
    &MessageWords::identity_changed};

}  // namespace

std::string minutes_and_seconds(std::int64_t seconds) {
    const auto two = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    const std::int64_t hours = seconds / 3600, minutes = seconds / 60 % 60;
    const std::string end = ":" + two(seconds % 60);
    return hours > 0 ? std::to_string(hours) + ":" + two(minutes) + end : std::to_string(minutes) + end;
}

std::string said(const Locale& locale, const Preview& preview) {
    const MessageWords& words = locale.words().message;
    switch (preview.kind) {
        case PreviewKind::kContacts:
            return locale.count(words.contacts, preview.count, {preview.text});
        case PreviewKind::kOrder:
            return locale.count(words.order_of, preview.count);
        case PreviewKind::kReacted:
            return fill(words.reacted_short, {preview.text});
        case PreviewKind::kTemplate:
            return preview.text.empty() ? std::string(words.template_nameless)
                                        : fill(words.template_named, {preview.text});
        case PreviewKind::kCallEnded:
            return fill(words.call_lasted, {minutes_and_seconds(preview.count)});
        case PreviewKind::kNumberChanged:
            return fill(words.number_changed, {format_phone_number(preview.text)});
        case PreviewKind::kUnshown:
            return preview.text.empty() ? std::string(words.unshown)
                                        : fill(words.unshown_kind, {preview.text});
        default:
            break;
    }
    const auto word = kKinds.at(static_cast<std::size_t>(preview.kind));
    return word == nullptr ? preview.text : std::string(words.*word);
}

std::string said_in_full(const Locale& locale, const Content& content) {
    if (const auto* words = std::get_if<Text>(&content)) return text::shown_text(words->body);
    const auto* from_template = std::get_if<Template>(&content);
    if (from_template != nullptr && !from_template->shown.body.empty()) return searchable_text(content);
    return said(locale, preview(content));
}

}  // namespace roost
