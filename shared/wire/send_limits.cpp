#include "shared/wire/send_limits.h"

#include <string>

#include "shared/wire/field_checks.h"
#include "shared/wire/interactive_limits.h"

namespace roost {

namespace {

// Meta names no limits; these keep nonsense out.
constexpr std::size_t kLongestName = 1000;
constexpr std::size_t kMostCards = 257;

Status check_media(std::string_view type, const MediaRef& media) {
    const std::string name(type);
    const bool has_file = !media.file.id.empty();
    if (!has_file && media.id.empty() && media.link.empty()) {
        return fail(ErrorCode::kInvalid, "'" + name + "' needs a 'file', an 'id' or a 'link'");
    }
    if (!has_file && media.id.empty()) RETURN_IF_ERROR(check_web_address(name + ".link", media.link));
    return check_length(name + ".caption", media.caption, 1024);
}

Status check(const Text& text) {
    return check_filled("text.body", text.body, 4096);
}
Status check(const Image& image) {
    return check_media(Image::kType, image.media);
}
Status check(const Video& video) {
    return check_media(Video::kType, video.media);
}
Status check(const Audio& audio) {
    return check_media(Audio::kType, audio.media);
}
Status check(const Sticker& sticker) {
    return check_media(Sticker::kType, sticker.media);
}

Status check(const Document& document) {
    RETURN_IF_ERROR(check_media(Document::kType, document.media));
    return check_length("document.filename", document.filename, 240);
}

Status check(const Location& location) {
    if (!(location.latitude >= -90 && location.latitude <= 90)) {
        return fail(ErrorCode::kInvalid, "'location.latitude' must be between -90 and 90");
    }
    if (!(location.longitude >= -180 && location.longitude <= 180)) {
        return fail(ErrorCode::kInvalid, "'location.longitude' must be between -180 and 180");
    }
    RETURN_IF_ERROR(check_length("location.name", location.name, kLongestName));
    return check_length("location.address", location.address, kLongestName);
}

Status check_card(const std::string& name, const Contacts::Card& card) {
    RETURN_IF_ERROR(check_filled(name + ".name.formatted_name", card.name, kLongestName));
    for (std::size_t i = 0; i < card.phones.size(); ++i) {
        const std::string phone = name + ".phones[" + std::to_string(i) + "].phone";
        RETURN_IF_ERROR(check_filled(phone, card.phones[i], kLongestName));
    }
    return {};
}

Status check(const Contacts& contacts) {
    RETURN_IF_ERROR(check_count("contacts", contacts.cards.size(), 1, kMostCards));
    for (std::size_t i = 0; i < contacts.cards.size(); ++i)
        RETURN_IF_ERROR(check_card("contacts[" + std::to_string(i) + "]", contacts.cards[i]));
    return {};
}

Status check(const Reaction& reaction) {
    RETURN_IF_ERROR(check_present("reaction.message_id", reaction.target_wamid));
    return check_length("reaction.emoji", reaction.emoji, 32);
}

Status check(const Template& content) {
    RETURN_IF_ERROR(check_filled("template.name", content.name, 512));
    return check_present("template.language.code", content.language);
}

Status check(const Interactive& interactive) {
    return check_interactive(interactive);
}

// What only customers and WhatsApp itself write, and what nobody has said the limits of.
template <class T>
Status check(const T&) {
    return fail(ErrorCode::kInvalid, "'type' is not a kind of message that can be sent");
}

}  // namespace

Status check_sendable(const Content& content) {
    return std::visit([](const auto& kind) { return check(kind); }, content);
}

}  // namespace roost
