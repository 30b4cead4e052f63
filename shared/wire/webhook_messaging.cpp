#include <algorithm>
#include <array>
#include <utility>

#include "shared/wire/webhook_parts.h"

namespace roost {

namespace {

constexpr std::array<std::string_view, 6> kEnvelope{"sender", "recipient", "timestamp", "mid", "id", "time"};

// What an event is about: the name of the member beside the envelope.
std::string kind_of(const Json& event) {
    if (!event.is_object()) return {};
    for (const auto& [key, value] : event.items()) {
        if (std::find(kEnvelope.begin(), kEnvelope.end(), key) == kEnvelope.end()) return key;
    }
    return {};
}

MediaRef media_at(const std::string& link, const std::string& caption) {
    MediaRef media;
    media.link = link;
    media.caption = caption;
    return media;
}

Location location_of(const Json& attachment) {
    const Json& coordinates = member(member(attachment, "payload"), "coordinates");
    Location location;
    location.latitude = optional_number(coordinates, "lat").value_or(0);
    location.longitude = optional_number(coordinates, "long").value_or(0);
    location.name = string_or(attachment, "title", "");
    location.url = string_or(attachment, "url", "");
    return location;
}

Content content_of_attachment(const Json& attachment, const std::string& caption) {
    const Json& payload = member(attachment, "payload");
    const std::string type = string_or(attachment, "type", "");
    const std::string link = string_or(payload, "url", "");
    if (type == "image" && !member(payload, "sticker_id").is_null())
        return Sticker{media_at(link, caption), false};
    if (type == "image") return Image{media_at(link, caption)};
    if (type == "video") return Video{media_at(link, caption)};
    if (type == "audio") return Audio{media_at(link, caption), false};
    if (type == "file") return Document{media_at(link, caption), string_or(payload, "title", "")};
    if (type == "location") return location_of(attachment);
    if (type == "fallback" && !caption.empty())
        return Text{caption, true};  // the preview of an address in the text
    return Unsupported{
        type, caption.empty() ? string_or(payload, "title", "") : caption, dump_json(attachment)};
}

Content content_of_text(const Json& message) {
    const std::string text = string_or(message, "text", "");
    const Json& quick_reply = member(message, "quick_reply");
    if (quick_reply.is_object()) return Button{text, text_or_number(quick_reply, "payload")};
    if (text.empty() || optional_bool(message, "is_unsupported").value_or(false)) {
        return read_unsupported(Unsupported::kType, message);
    }
    return Text{text, false};
}

IncomingMessage message_of(const PayloadPlace& origin, const Json& event, Person person, Content content) {
    IncomingMessage item;
    item.platform = origin.platform;
    item.account_key = origin.account_key;
    item.person = std::move(person);
    item.at = time_in(event, "timestamp", origin.received_at);
    item.content = std::move(content);
    if (std::holds_alternative<Unsupported>(item.content)) item.raw = dump_json(event);
    return item;
}

std::string id_or_name(const PayloadPlace& origin, const Json& body, const Json& event) {
    std::string id = text_or_number(body, "mid");
    return id.empty() ? name_by_content(origin, event) : id;
}

void read_attachments(IncomingMessage item, const Json& message, ParsedWebhook& out) {
    const Json& attachments = member(message, "attachments");
    std::string caption = string_or(message, "text", "");
    const std::string wamid = item.wamid;
    int index = 0;
    for (const Json& attachment : attachments) {
        // One bubble for each; the first has the message's own id, so that quotes and reactions find it.
        if (index > 0) item.wamid = wamid + "#" + std::to_string(index);
        item.content = content_of_attachment(attachment, std::exchange(caption, {}));
        out.items.emplace_back(item);
        ++index;
    }
}

void read_message(const PayloadPlace& origin, const Json& event, Person person, ParsedWebhook& out) {
    const Json& message = member(event, "message");
    const Json& attachments = member(message, "attachments");
    const bool has_attachments = attachments.is_array() && !attachments.empty();
    Content content = has_attachments ? Content(Text{}) : content_of_text(message);
    IncomingMessage item = message_of(origin, event, std::move(person), std::move(content));
    item.wamid = id_or_name(origin, message, event);
    item.is_echo = optional_bool(message, "is_echo").value_or(false);
    if (item.is_echo) item.status = DeliveryStatus::kSent;
    item.context.quoted_wamid = text_or_number(member(message, "reply_to"), "mid");
    if (!member(message, "referral").is_null()) item.raw = dump_json(event);
    if (has_attachments) {
        read_attachments(std::move(item), message, out);
    } else {
        out.items.emplace_back(std::move(item));
    }
}

void read_postback(const PayloadPlace& origin, const Json& event, Person person, ParsedWebhook& out) {
    const Json& postback = member(event, "postback");
    Button button{string_or(postback, "title", ""), text_or_number(postback, "payload")};
    IncomingMessage item = message_of(origin, event, std::move(person), std::move(button));
    item.wamid = id_or_name(origin, postback, event);
    if (!member(postback, "referral").is_null()) item.raw = dump_json(event);
    out.items.emplace_back(std::move(item));
}

void read_reaction(const PayloadPlace& origin, const Json& event, Person person, ParsedWebhook& out) {
    const Json& body = member(event, "reaction");
    const bool is_taken_back = string_or(body, "action", "") == "unreact";
    const std::string emoji = string_or(body, "emoji", string_or(body, "reaction", ""));
    Reaction reaction{text_or_number(body, "mid"), is_taken_back ? "" : emoji};
    IncomingMessage item = message_of(origin, event, std::move(person), std::move(reaction));
    item.wamid = name_by_content(origin, event);
    out.items.emplace_back(std::move(item));
}

IncomingChange change_of(const PayloadPlace& origin, const Json& event, Person person, std::string target) {
    IncomingChange change;
    change.platform = origin.platform;
    change.account_key = origin.account_key;
    change.target_wamid = std::move(target);
    change.person = std::move(person);
    change.at = time_in(event, "timestamp", origin.received_at);
    change.wamid = name_by_content(origin, event);
    change.raw = dump_json(event);
    return change;
}

// The two ends of an event: the customer wrote it, or the business did.
struct Ends {
    Person customer;
    std::string business;  // empty if not told
};

Ends ends_of(const Json& event) {
    const bool is_echo = optional_bool(member(event, "message"), "is_echo").value_or(false);
    std::string sender = text_or_number(member(event, "sender"), "id");
    std::string recipient = text_or_number(member(event, "recipient"), "id");
    if (is_echo) std::swap(sender, recipient);
    return {{"", std::move(sender), ""}, std::move(recipient)};
}

}  // namespace

void read_messaging_event(const PayloadPlace& entry, const Json& event, ParsedWebhook& out) {
    Ends ends = ends_of(event);
    Person person = std::move(ends.customer);
    PayloadPlace origin = entry;
    if (!ends.business.empty()) origin.account_key = std::move(ends.business);
    const Json& message = member(event, "message");
    const Json& edit = member(event, "message_edit");
    const std::string target = text_or_number(message.is_object() ? message : edit, "mid");
    const bool is_deleted = optional_bool(message, "is_deleted").value_or(false);
    if (person.user_id.empty()) {
        out.items.emplace_back(notice(origin, kind_of(event), event));
    } else if (is_deleted && !target.empty()) {
        out.items.emplace_back(change_of(origin, event, std::move(person), target));
    } else if (message.is_object()) {
        read_message(origin, event, std::move(person), out);
    } else if (member(event, "postback").is_object()) {
        read_postback(origin, event, std::move(person), out);
    } else if (member(event, "reaction").is_object()) {
        read_reaction(origin, event, std::move(person), out);
    } else if (edit.is_object() && !target.empty()) {
        IncomingChange change = change_of(origin, event, std::move(person), target);
        change.new_content = Text{string_or(edit, "text", ""), false};
        out.items.emplace_back(std::move(change));
    } else {
        out.items.emplace_back(notice(origin, kind_of(event), event));
    }
}

}  // namespace roost
