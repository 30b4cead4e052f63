#include "server/simulator/inbound.h"

#include <array>
#include <utility>

#include "server/simulator/made_files.h"

namespace roost::simulator {

namespace {

struct MediaType {
    std::string_view type;
    std::string_view mime_type;
};
constexpr auto kMediaTypes = std::to_array<MediaType>({
    {"image", "image/png"},
    {"video", "video/mp4"},
    {"audio", "audio/ogg; codecs=opus"},
    {"document", "application/pdf"},
    {"sticker", "image/webp"},
});

// The message without what every message has.
Result<Json> content_of(const Json& said) {
    if (member(said, "message").is_object()) return said["message"];
    if (member(said, "text").is_string()) return text_content(string_or(said, "text", ""));
    const std::string type = string_or(said, "type", "");
    if (type.empty()) return fail(ErrorCode::kInvalid, "one of 'text', 'type' and 'message' is needed");
    Json content{{"type", type}};
    for (const std::string& key : {type, std::string("errors")}) {
        if (!member(said, key).is_null()) content[key] = said[key];
    }
    return content;
}

UnixMillis time_of(const Json& said, const Json& message, UnixMillis now) {
    for (const Json* place : {&message, &said}) {
        const std::string seconds = text_or_number(*place, "timestamp");
        if (!seconds.empty()) return std::strtoll(seconds.c_str(), nullptr, 10) * kSecond;
    }
    return now - static_cast<UnixMillis>(optional_number(said, "seconds_ago").value_or(0) * 1000);
}

Json contact_for(
    const Json& said, const std::string& wa_id, const std::string& user_id, const std::string& name
) {
    Json contact{{"profile", {{"name", name}}}};
    if (!wa_id.empty()) contact["wa_id"] = wa_id;
    if (!user_id.empty()) contact["user_id"] = user_id;
    const std::string username = string_or(said, "username", "");
    if (!username.empty()) contact["profile"]["username"] = username;
    return contact;
}

// Calls are told in a list of their own, under a field of their own.
News news_of_call(const Account& account, const Json& message, Json contact) {
    Json call{
        {"event", "connect"}, {"direction", "USER_INITIATED"}, {"to", account.number.display_phone_number}};
    if (member(message, "call").is_object()) call.update(message["call"]);
    for (const char* key : {"id", "from", "from_user_id", "timestamp"}) {
        if (!member(message, key).is_null()) call[key] = message[key];
    }
    Json value = value_frame(account.number);
    value["contacts"] = Json::array({std::move(contact)});
    value["calls"] = Json::array({std::move(call)});
    return {News::Kind::kField, std::move(value), {}, "calls"};
}

}  // namespace

void give_file(Account& account, Json& message, std::string_view base_url, UnixMillis now) {
    const std::string type = string_or(message, "type", "");
    for (const MediaType& media : kMediaTypes) {
        if (media.type != type) continue;
        Json body = member(message, type).is_object() ? message[type] : Json::object();
        if (body.contains("id")) return;
        MediaFile file;
        auto made =
            made_file(type, string_or(body, "caption", ""), optional_bool(body, "animated").value_or(false));
        file.mime_type = string_or(body, "mime_type", media.mime_type);
        file.bytes =
            body.contains("base64") ? from_base64(string_or(body, "base64", "")) : std::move(made.bytes);
        file.is_inbound = true;
        file.created_at = now + account.clock_offset();
        body.erase("base64");
        const std::string id = account.media.add(file, account.ids);
        const Json node = account.media.look_up(id, base_url, file.created_at).value_or(Json());
        body.update(inbound_media(file, id, string_or(node, "url", "")));
        if (type == "audio" && !body.contains("voice")) body["voice"] = true;
        if (type == "sticker" && !body.contains("animated")) body["animated"] = false;
        if (type == "document" && !body.contains("filename")) body["filename"] = "document.pdf";
        message[type] = std::move(body);
    }
}

Json text_content(std::string_view text) {
    return Json{{"type", "text"}, {"text", {{"body", text}}}};
}

Inbound customer_message(
    Account& account, const std::string& wa_id, const std::string& name, Json content, UnixMillis at
) {
    Inbound inbound{wa_id, name, account.ids.inbound_wamid(wa_id), at, {}};
    content["from"] = wa_id;
    content["id"] = inbound.wamid;
    content["timestamp"] = std::to_string(at / kSecond);
    inbound.news = {News::Kind::kMessage, std::move(content), contact_of(wa_id, name), {}};
    account.note_inbound(wa_id, name, inbound.wamid, at);
    return inbound;
}

Result<Inbound> receive_from_customer(
    Account& account, const Json& said, std::string_view base_url, UnixMillis now
) {
    if (!said.is_object()) return fail(ErrorCode::kInvalid, "what the customer says must be a JSON object");
    ASSIGN_OR_RETURN(Json message, content_of(said));
    const std::string dialled = text_or_number(said, "from");
    const std::string wa_id = wa_id_of(dialled.empty() ? text_or_number(message, "from") : dialled);
    const std::string user_id = string_or(said, "user_id", "");
    if (wa_id.empty() && user_id.empty()) {
        return fail(ErrorCode::kInvalid, "'from' must be a phone number, or 'user_id' must be there");
    }
    Inbound inbound;
    inbound.customer = wa_id.empty() ? user_id : wa_id;
    inbound.name = string_or(said, "name", account.name_of(inbound.customer));
    inbound.at = time_of(said, message, now);
    inbound.wamid = string_or(said, "id", string_or(message, "id", ""));
    if (inbound.wamid.empty()) inbound.wamid = account.ids.inbound_wamid(inbound.customer);
    give_file(account, message, base_url, now);
    if (!wa_id.empty()) message["from"] = wa_id;
    if (!user_id.empty()) message["from_user_id"] = user_id;
    message["id"] = inbound.wamid;
    message["timestamp"] = std::to_string(inbound.at / kSecond);
    for (const char* key : {"context", "referral", "group_id"}) {
        if (!member(said, key).is_null()) message[key] = said[key];
    }
    Json contact = contact_for(said, wa_id, user_id, inbound.name);
    if (string_or(message, "type", "") == "call") {
        inbound.news = news_of_call(account, message, std::move(contact));
    } else {
        inbound.news = {News::Kind::kMessage, std::move(message), std::move(contact), {}};
    }
    for (const std::string& id : {wa_id, user_id}) {
        if (!id.empty()) account.note_inbound(id, inbound.name, inbound.wamid, inbound.at);
    }
    return inbound;
}

}  // namespace roost::simulator
