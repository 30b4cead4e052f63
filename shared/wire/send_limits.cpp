#include "shared/wire/send_limits.h"

#include <set>
#include <string>
#include <type_traits>

#include "shared/base/utf8.h"

namespace roost {

namespace {

Status check_length(std::string_view field, std::string_view text, std::size_t limit) {
    if (count_utf16_units(text) <= limit) return {};
    return fail(
        ErrorCode::kInvalid,
        "'" + std::string(field) + "' is longer than " + std::to_string(limit) + " characters"
    );
}

Status check_present(std::string_view field, std::string_view text) {
    if (!trim(text).empty()) return {};
    return fail(ErrorCode::kInvalid, "'" + std::string(field) + "' must not be empty");
}

Status check_filled(std::string_view field, std::string_view text, std::size_t limit) {
    RETURN_IF_ERROR(check_present(field, text));
    return check_length(field, text, limit);
}

Status check_count(std::string_view field, std::size_t count, std::size_t least, std::size_t most) {
    if (count >= least && count <= most) return {};
    return fail(
        ErrorCode::kInvalid,
        "'" + std::string(field) + "' must have " + std::to_string(least) + " to " + std::to_string(most) +
            " entries"
    );
}

Status check_media(std::string_view type, const MediaRef& media) {
    const std::string name(type);
    const bool has_file = !media.file.id.empty();
    if (!has_file && media.id.empty() && media.link.empty()) {
        return fail(ErrorCode::kInvalid, "'" + name + "' needs a 'file', an 'id' or a 'link'");
    }
    const bool is_web = media.link.starts_with("https://") || media.link.starts_with("http://");
    if (!has_file && media.id.empty() && !is_web)
        return fail(ErrorCode::kInvalid, "'" + name + ".link' must be an address");
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
    return {};
}

Status check(const Contacts& contacts) {
    RETURN_IF_ERROR(check_count("contacts", contacts.cards.size(), 1, 257));
    for (const Contacts::Card& card : contacts.cards) {
        RETURN_IF_ERROR(check_present("contacts.name.formatted_name", card.name));
    }
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

Status check_buttons(const Json& buttons) {
    RETURN_IF_ERROR(check_count("interactive.action.buttons", buttons.size(), 1, 3));
    std::set<std::string> ids;
    for (const Json& button : buttons) {
        const Json& reply = member(button, "reply");
        const std::string id = string_or(reply, "id", "");
        RETURN_IF_ERROR(check_filled("interactive.action.buttons.reply.id", id, 256));
        RETURN_IF_ERROR(
            check_filled("interactive.action.buttons.reply.title", string_or(reply, "title", ""), 20)
        );
        if (!ids.insert(id).second) return fail(ErrorCode::kInvalid, "two buttons have the same 'id'");
    }
    return {};
}

Status check_row(const Json& row) {
    RETURN_IF_ERROR(check_filled("interactive.action.sections.rows.id", string_or(row, "id", ""), 200));
    RETURN_IF_ERROR(check_filled("interactive.action.sections.rows.title", string_or(row, "title", ""), 24));
    return check_length(
        "interactive.action.sections.rows.description", string_or(row, "description", ""), 72
    );
}

Status check_list(const Json& action) {
    RETURN_IF_ERROR(check_filled("interactive.action.button", string_or(action, "button", ""), 20));
    const Json& sections = member(action, "sections");
    RETURN_IF_ERROR(check_count("interactive.action.sections", sections.size(), 1, 10));
    std::size_t row_count = 0;
    for (const Json& section : sections) {
        RETURN_IF_ERROR(check_length("interactive.action.sections.title", string_or(section, "title", ""), 24)
        );
        const Json& rows = member(section, "rows");
        row_count += rows.size();
        for (const Json& row : rows)
            RETURN_IF_ERROR(check_row(row));
    }
    return check_count("interactive.action.sections.rows", row_count, 1, 10);
}

Status check(const Interactive& interactive) {
    const Json body = write_interactive(interactive);
    RETURN_IF_ERROR(check_present("interactive.type", interactive.kind));
    const bool is_list = interactive.kind == "list";
    const std::string text = string_or(member(body, "body"), "text", "");
    RETURN_IF_ERROR(check_length("interactive.body.text", text, is_list ? 4096 : 1024));
    RETURN_IF_ERROR(check_length("interactive.header.text", string_or(member(body, "header"), "text", ""), 60)
    );
    RETURN_IF_ERROR(check_length("interactive.footer.text", string_or(member(body, "footer"), "text", ""), 60)
    );
    const Json& action = member(body, "action");
    if (!action.is_object()) return fail(ErrorCode::kInvalid, "'interactive.action' must be an object");
    if (is_list) return check_list(action);
    if (interactive.kind == "button") return check_buttons(member(action, "buttons"));
    const std::string label = string_or(member(action, "parameters"), "display_text", "");
    return check_length("interactive.action.parameters.display_text", label, 20);
}

// What only customers and WhatsApp itself write.
template <class T>
Status check(const T&) {
    static_assert(
        std::is_same_v<T, Button> || std::is_same_v<T, Order> || std::is_same_v<T, System> ||
            std::is_same_v<T, Unsupported>,
        "say what may be sent of this kind"
    );
    return fail(ErrorCode::kInvalid, "'type' is not a kind of message that can be sent");
}

}  // namespace

Status check_sendable(const Content& content) {
    return std::visit([](const auto& kind) { return check(kind); }, content);
}

}  // namespace roost
