#include "server/simulator/message_checks.h"

#include <array>
#include <cmath>

#include "server/simulator/identity.h"
#include "shared/base/utf8.h"

namespace roost::simulator {

namespace {

constexpr std::size_t kMaxText = 4096;
constexpr std::size_t kMaxCaption = 1024;
constexpr std::size_t kMaxCallbackData = 512;
constexpr std::size_t kMaxFileName = 240;
constexpr std::size_t kMaxContacts = 257;

Refusal check_text(const Json& text, const Holdings&) {
    return check_required_text(text, "body", kMaxText);
}

template <bool has_caption>
Refusal check_media(const Json& media, std::string_view name, const Holdings& holdings) {
    if (auto refusal = check_media_reference(media, name, holdings)) return refusal;
    if constexpr (has_caption) return check_length(media, "caption", kMaxCaption);
    if (!member(media, "caption").is_null()) return invalid("caption", "not allowed for this type");
    return std::nullopt;
}

Refusal check_document(const Json& document, const Holdings& holdings) {
    if (auto refusal = check_media<true>(document, "document", holdings)) return refusal;
    return check_length(document, "filename", kMaxFileName);
}

Refusal check_location(const Json& location, const Holdings&) {
    for (const auto& [key, limit] : {std::pair{"latitude", 90.0}, std::pair{"longitude", 180.0}}) {
        const Json& value = member(location, key);
        if (value.is_null()) return missing(key);
        double degrees = 0;
        if (value.is_number()) {
            degrees = value.get<double>();
        } else if (value.is_string()) {
            degrees = std::strtod(value.get_ref<const std::string&>().c_str(), nullptr);
        } else {
            return invalid(key, "must be a number");
        }
        if (!std::isfinite(degrees) || std::abs(degrees) > limit) return invalid(key, "out of range");
    }
    return std::nullopt;
}

Refusal check_contacts(const Json& contacts, const Holdings&) {
    if (!contacts.is_array() || contacts.empty()) return missing("contacts");
    if (contacts.size() > kMaxContacts) return invalid("contacts", "too many");
    for (const Json& contact : contacts) {
        const Json& name = member(contact, "name");
        if (string_or(name, "formatted_name", "").empty())
            return missing("contacts['name']['formatted_name']");
        if (name.size() < 2) return invalid("contacts['name']", "needs one more part than formatted_name");
    }
    return std::nullopt;
}

Refusal check_reaction(const Json& reaction, const Holdings& holdings) {
    const std::string target = string_or(reaction, "message_id", "");
    if (target.empty()) return missing("reaction['message_id']");
    if (!member(reaction, "emoji").is_string()) return missing("reaction['emoji']");
    if (!holdings.has_message(target)) return graph_error(131009, "The message reacted to is not known.");
    return std::nullopt;
}

// Each header's, of the message and of a carousel's cards.
Refusal check_header_files(const Json& components, const Holdings& holdings) {
    for (const Json& component : components) {
        for (const Json& parameter : member(component, "parameters")) {
            const std::string type = string_or(parameter, "type", "");
            if (type != "image" && type != "video" && type != "document") continue;
            if (auto refusal = check_media_reference(member(parameter, type), type, holdings)) return refusal;
        }
        for (const Json& card : member(component, "cards"))
            if (auto refusal = check_header_files(member(card, "components"), holdings)) return refusal;
    }
    return std::nullopt;
}

Refusal check_template_frame(const Json& frame, const Holdings& holdings) {
    constexpr std::size_t kMaxTemplateName = 512;
    if (auto refusal = check_required_text(frame, "name", kMaxTemplateName)) return refusal;
    if (string_or(member(frame, "language"), "code", "").empty())
        return missing("template['language']['code']");
    return check_header_files(member(frame, "components"), holdings);
}

struct Type {
    std::string_view name;
    Refusal (*check)(const Json& content, const Holdings& holdings);
};

constexpr auto kTypes = std::to_array<Type>({
    {"text", check_text},
    {"image", [](const Json& c, const Holdings& h) { return check_media<true>(c, "image", h); }},
    {"video", [](const Json& c, const Holdings& h) { return check_media<true>(c, "video", h); }},
    {"audio", [](const Json& c, const Holdings& h) { return check_media<false>(c, "audio", h); }},
    {"sticker", [](const Json& c, const Holdings& h) { return check_media<false>(c, "sticker", h); }},
    {"document", check_document},
    {"location", check_location},
    {"contacts", check_contacts},
    {"reaction", check_reaction},
    {"interactive", check_interactive},
    {"template", check_template_frame},
});

Refusal check_recipient(const Json& body) {
    const std::string to = text_or_number(body, "to");
    const std::string user_id = string_or(body, "recipient", "");
    if (to.empty() && user_id.empty()) return missing("to");
    if (string_or(body, "recipient_type", "individual") != "individual") {
        return invalid("recipient_type", "groups are not enabled for this number");
    }
    if (!to.empty() && wa_id_of(to).empty()) return graph_error(131009, "Parameter value is not valid: to");
    return std::nullopt;
}

Refusal check_context(const Json& body, bool is_reaction) {
    const Json& context = member(body, "context");
    if (context.is_null()) return std::nullopt;
    if (is_reaction) return invalid("context", "a reaction cannot quote a message");
    if (string_or(context, "message_id", "").empty()) return missing("context['message_id']");
    return std::nullopt;
}

}  // namespace

Refusal missing(std::string_view field) {
    GraphError error = graph_error(131008);
    error.details = "Parameter " + std::string(field) + " is required.";
    return error;
}

Refusal invalid(std::string_view field, std::string_view why) {
    GraphError error = graph_error(100);
    error.message = "(#100) Invalid parameter";
    error.details = "Param " + std::string(field) + ": " + std::string(why);
    return error;
}

Refusal check_length(const Json& object, std::string_view key, std::size_t limit) {
    const Json& value = member(object, key);
    if (value.is_null()) return std::nullopt;
    if (!value.is_string()) return invalid(key, "must be a string");
    if (count_utf16_units(value.get_ref<const std::string&>()) > limit) {
        return invalid(key, "must be at most " + std::to_string(limit) + " characters long");
    }
    return std::nullopt;
}

Refusal check_required_text(const Json& object, std::string_view key, std::size_t limit) {
    if (trim(string_or(object, key, "")).empty()) return missing(key);
    return check_length(object, key, limit);
}

Refusal check_media_reference(const Json& media, std::string_view name, const Holdings& holdings) {
    const std::string id = text_or_number(media, "id");
    const std::string link = string_or(media, "link", "");
    if (id.empty() == link.empty()) {
        return invalid(std::string(name) + "['id']", "exactly one of id and link must be given");
    }
    if (!id.empty() && !holdings.has_media(id)) {
        return invalid(
            std::string(name) + "['id']",
            "(" + id + ") is not a valid whatsapp business account media attachment ID"
        );
    }
    if (!link.empty() && !link.starts_with("https://") && !link.starts_with("http://")) {
        return invalid(std::string(name) + "['link']", "is not a valid URI.");
    }
    return std::nullopt;
}

Refusal check_message_body(const Json& body, const Holdings& holdings) {
    if (!body.is_object()) return invalid("body", "must be a JSON object");
    if (string_or(body, "messaging_product", "") != "whatsapp") {
        return graph_error(100, "The parameter messaging_product is required.");
    }
    if (auto refusal = check_recipient(body)) return refusal;
    if (auto refusal = check_length(body, "biz_opaque_callback_data", kMaxCallbackData)) return refusal;
    const std::string type = string_or(body, "type", "text");
    if (auto refusal = check_context(body, type == "reaction")) return refusal;
    for (const Type& known : kTypes) {
        if (known.name != type) continue;
        const Json& content = member(body, type);
        if (content.is_null()) return missing(type);
        return known.check(content, holdings);
    }
    return invalid(
        "type",
        "must be one of {AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION, REACTION, "
        "STICKER, TEMPLATE, TEXT, VIDEO}"
    );
}

}  // namespace roost::simulator
