#include "shared/wire/send.h"

#include <array>
#include <utility>
#include <variant>

#include "shared/base/json_writer.h"
#include "shared/base/utf8.h"
#include "shared/model/service_window.h"
#include "shared/wire/send_limits.h"
#include "shared/wire/template_body.h"

namespace roost {

namespace {

// A telephone number as people type it, as digits.
Result<std::string> digits_of(std::string_view number) {
    std::string digits;
    for (const char c : number) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (std::string_view("+-(). /").find(c) == std::string_view::npos) {
            return fail(ErrorCode::kInvalid, "'to' must be a telephone number");
        }
    }
    if (digits.size() < 5 || digits.size() > 20)
        return fail(ErrorCode::kInvalid, "'to' must be a telephone number");
    return digits;
}

// One that is missing would be 0, which is a place, too.
Status check_coordinates(const Json& location) {
    for (const char* key : {"latitude", "longitude"}) {
        const Json& degrees = member(location, key);
        if (degrees.is_number()) continue;
        return fail(ErrorCode::kInvalid, "'location." + std::string(key) + "' must be a number");
    }
    return {};
}

Result<Content> read_sent_content(const Json& document) {
    const Json& text = member(document, "text");
    if (text.is_string()) return Content(Text{text.get_ref<const std::string&>(), false});
    ASSIGN_OR_RETURN(const std::string type, required_string(document, "type"));
    if (type == Location::kType) RETURN_IF_ERROR(check_coordinates(member(document, type)));
    Content content = parse_content(document);
    if (!std::holds_alternative<Unsupported>(content)) return content;
    if (member(document, type).is_null()) return fail(ErrorCode::kInvalid, "'" + type + "' is missing");
    return fail(ErrorCode::kInvalid, "'type' is not a kind of message that can be sent");
}

std::string quoted_in(const Json& document) {
    const Json& context = member(document, "context");
    return string_or(context, "message_id", string_or(document, "quoted_wamid", ""));
}

// A number is taken as the id that it is to its program.
Result<std::optional<RecordRef>> record_in(const Json& document) {
    auto id = text_or_number(document, "link_to_entity");
    if (id.empty()) id = text_or_number(document, "entity_id");
    const RecordRef record{string_or(document, "entity_type", ""), std::string(trim(id))};
    if (record == RecordRef{}) return std::optional<RecordRef>();
    if (record.type.empty() || record.id.empty())
        return fail(ErrorCode::kInvalid, "'entity_type' and 'entity_id' go together");
    if (!check_record(record))
        return fail(ErrorCode::kInvalid, "'entity_type' and 'entity_id' do not name a record");
    return std::optional(record);
}

// Meta refuses what only the store needs to know.
void drop_stored_parts(Json& body, std::string_view type) {
    for (const char* key : {"mime_type", "sha256", "animated", "file"})
        body.erase(key);
    if (body.contains("id")) body.erase("link");
    if (type == Audio::kType || type == Sticker::kType) body.erase("caption");
    if (type == Location::kType) body.erase("url");
}

// Meta wants one more part of a name beside the whole of it, or refuses the card; and so it does with members
// that it does not know.
void complete_cards(Json& cards, const Contacts& known) {
    constexpr std::array<std::string_view, 7> kMembers{
        "addresses", "birthday", "emails", "name", "org", "phones", "urls"};
    for (std::size_t i = 0; i < cards.size(); ++i) {
        Json card = Json::object();
        for (const std::string_view key : kMembers) {
            if (!member(cards[i], key).is_null()) card[std::string(key)] = member(cards[i], key);
        }
        Json& name = card["name"];
        if (!name.is_object()) name = Json::object();
        name["formatted_name"] = known.cards[i].name;
        const bool has_part =
            !string_or(name, "first_name", "").empty() || !string_or(name, "last_name", "").empty();
        if (!has_part) name["first_name"] = known.cards[i].name;
        cards[i] = std::move(card);
    }
}

Json messenger_attachment(const Message& message) {
    const auto file = [](std::string_view type, const MediaRef& media) {
        return Json{{"type", type}, {"payload", Json{{"url", media.link}}}};
    };
    if (const auto* image = std::get_if<Image>(&message.content)) return file("image", image->media);
    if (const auto* video = std::get_if<Video>(&message.content)) return file("video", video->media);
    if (const auto* audio = std::get_if<Audio>(&message.content)) return file("audio", audio->media);
    if (const auto* document = std::get_if<Document>(&message.content)) return file("file", document->media);
    return {};
}

// Messenger and Instagram (cloud-api §15). They have no place for callback data.
Json messenger_body(const Message& message, const Conversation& to) {
    Json body{{"recipient", Json{{"id", to.user_id}}}, {"messaging_type", "RESPONSE"}};
    const Json attachment = messenger_attachment(message);
    if (const auto* text = std::get_if<Text>(&message.content)) {
        body["message"] = Json{{"text", text->body}};
    } else if (attachment.is_null()) {
        body["message"] = Json{{"text", english(preview(message.content))}};
    } else {
        body["message"] = Json{{"attachment", attachment}};
    }
    if (!message.context.quoted_wamid.empty()) body["reply_to"] = Json{{"mid", message.context.quoted_wamid}};
    return body;
}

}  // namespace

Result<SendRequest> read_send_request(std::string_view json) {
    ASSIGN_OR_RETURN(const Json document, parse_json(json));
    if (!document.is_object()) return fail(ErrorCode::kInvalid, "the body must be a JSON object");
    SendRequest request;
    if (!member(document, "client_ref").is_null()) {
        ASSIGN_OR_RETURN(request.client_ref, required_string(document, "client_ref"));
        if (!is_client_ref(request.client_ref)) {
            return fail(ErrorCode::kInvalid, "'client_ref' must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }
    if (!member(document, "to").is_null()) {
        ASSIGN_OR_RETURN(request.to, digits_of(text_or_number(document, "to")));
    }
    ASSIGN_OR_RETURN(request.content, read_sent_content(document));
    RETURN_IF_ERROR(check_sendable(request.content));
    request.quoted_wamid = quoted_in(document);
    if (!member(document, "reply_to").is_null()) {
        ASSIGN_OR_RETURN(request.reply_to, required_id<MessageId>(document, "reply_to"));
        if (!request.quoted_wamid.empty())
            return fail(ErrorCode::kInvalid, "'reply_to' and 'context' cannot go together");
    }
    const Json& force = member(document, "force");
    if (!force.is_null() && !force.is_boolean())
        return fail(ErrorCode::kInvalid, "'force' must be true or false");
    request.is_forced = force == true;
    ASSIGN_OR_RETURN(request.record, record_in(document));
    const bool has_quote = request.reply_to || !request.quoted_wamid.empty();
    if (has_quote && std::holds_alternative<Reaction>(request.content)) {
        return fail(ErrorCode::kInvalid, "'context' cannot go with a reaction");
    }
    return request;
}

std::string write_send_request(const SendRequest& request) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object().text_member("client_ref", request.client_ref).text_member("to", request.to);
        if (request.reply_to) out.key("reply_to").id(request.reply_to);
        write_content_members(out, request.content);
        if (request.is_forced) out.key("force").boolean(true);
        if (request.record) {
            out.key("entity_type").string(request.record->type).key("entity_id").string(request.record->id);
        }
        if (!request.quoted_wamid.empty()) {
            out.key("context").begin_object().key("message_id").string(request.quoted_wamid).end_object();
        }
        out.end_object();
    });
}

Json cloud_api_body(const Message& message, const Conversation& to, std::string_view callback_data) {
    if (to.platform != Platform::kWhatsApp) return messenger_body(message, to);
    Json body = write_content(message.content);
    const std::string type = string_or(body, "type", "");
    if (const auto* from_template = std::get_if<Template>(&message.content)) {
        body[type] = sendable_template(*from_template);
    } else if (body[type].is_object()) {
        drop_stored_parts(body[type], type);
    } else if (const auto* contacts = std::get_if<Contacts>(&message.content)) {
        complete_cards(body[type], *contacts);
    }
    body["messaging_product"] = "whatsapp";
    body["recipient_type"] = "individual";
    // The number as Meta itself gave it; people who show only a user name are reached by their id.
    if (to.wa_id.empty()) {
        body["recipient"] = to.user_id;
    } else {
        body["to"] = to.wa_id;
    }
    const bool can_quote = !std::holds_alternative<Reaction>(message.content);
    if (can_quote && !message.context.quoted_wamid.empty()) {
        body["context"] = Json{{"message_id", message.context.quoted_wamid}};
    }
    if (!callback_data.empty()) body["biz_opaque_callback_data"] = callback_data;
    return body;
}

Status check_may_send(const Conversation& conversation, const Content& content, UnixMillis now) {
    if (std::holds_alternative<Template>(content)) return {};
    const WindowState state = service_window(conversation, now).state;
    if (state == WindowState::kOpen) return {};
    return fail(
        ErrorCode::kWindowClosed,
        state == WindowState::kNeverOpened
            ? "The customer has not written yet: until then Meta takes templates alone (error 131047)."
            : "More than 24 hours have passed since the customer wrote: until they write again Meta takes "
              "templates alone (error 131047)."
    );
}

}  // namespace roost
