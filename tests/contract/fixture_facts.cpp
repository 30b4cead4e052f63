#include "tests/contract/fixture_facts.h"

#include <variant>

namespace roost::test {

namespace {

void set_parties(Facts& facts, const Person& person, const std::string& account, bool is_echo) {
    facts["is_echo"] = is_echo;
    facts["wa_id"] = person.wa_id;
    facts["user_id"] = person.user_id;
    facts["sender"] = is_echo ? account : person.user_id;
    facts["recipient"] = is_echo ? person.user_id : account;
}

void set_media(Facts& facts, const MediaRef& media) {
    facts["media_id"] = media.id;
    facts["mime_type"] = media.mime_type;
    facts["url"] = media.link;
    facts["caption"] = media.caption;
    facts["new_text"] = media.caption;
}

// A kind that says nothing of what the expectations know.
template <class T>
void set_content(Facts& /*facts*/, const T& /*content*/) {}
void set_content(Facts& facts, const Text& text) {
    facts["text"] = facts["new_text"] = text.body;
}
void set_content(Facts& facts, const Image& image) {
    set_media(facts, image.media);
}
void set_content(Facts& facts, const Video& video) {
    set_media(facts, video.media);
}

void set_content(Facts& facts, const Audio& audio) {
    set_media(facts, audio.media);
    facts["voice"] = audio.is_voice;
    facts["kind"] = audio.is_voice ? "audio.voice" : "audio";
}

void set_content(Facts& facts, const Document& document) {
    set_media(facts, document.media);
    facts["filename"] = document.filename;
}

void set_content(Facts& facts, const Sticker& sticker) {
    set_media(facts, sticker.media);
    facts["animated"] = sticker.is_animated;
}

void set_content(Facts& facts, const Location& location) {
    facts["lat"] = location.latitude;
    facts["lng"] = location.longitude;
    facts["name"] = location.name;
}

void set_content(Facts& facts, const Contacts& contacts) {
    facts["n_contacts"] = contacts.cards.size();
}

void set_content(Facts& facts, const Reaction& reaction) {
    facts["target_id"] = reaction.target_wamid;
    facts["emoji"] = reaction.emoji.empty() ? Json() : Json(reaction.emoji);
    facts["kind"] = reaction.emoji.empty() ? "reaction_remove" : "reaction";
}

void set_content(Facts& facts, const Interactive& interactive) {
    const Json raw = Json::parse(interactive.raw, nullptr, false);
    const Json& reply = member(raw, interactive.kind);
    facts["kind"] = "interactive." + interactive.kind;
    facts["reply_id"] = interactive.id;
    facts["text"] = interactive.title;
    facts["value"] = reply;
    facts["response_json"] = string_or(reply, "response_json", "");
    facts["nfm_name"] = string_or(reply, "name", "");
}

void set_content(Facts& facts, const Template& content) {
    facts["text"] = content.shown.body;
}

void set_content(Facts& facts, const Button& button) {
    facts["text"] = button.text;
    facts["payload"] = button.payload;
}

void set_content(Facts& facts, const Order& order) {
    facts["catalog_id"] = order.catalog_id;
    facts["n_items"] = order.item_count;
}

void set_content(Facts& facts, const System& system) {
    facts["kind"] = "system." + system.kind;
    facts["text"] = system.body;
    facts["new_wa_id"] = system.new_wa_id;
}

void set_content(Facts& facts, const Call& call) {
    facts["duration"] = call.seconds;
}

void set_content(Facts& facts, const Unsupported& unsupported) {
    const Json raw = Json::parse(unsupported.raw, nullptr, false);
    facts["type"] = string_or(raw, "type", "");
    facts["kind"] = unsupported.type == "interactive" ? "interactive.<missing>" : string_or(raw, "type", "");
    facts["unsupported_type"] = unsupported.type;
    facts["attachments"] = Json::array({unsupported.type});
}

Json error_codes_in(const Json& holder) {
    Json codes = Json::array();
    for (const Json& error : member(holder, "errors"))
        codes.push_back(member(error, "code"));
    return codes;
}

void set_raw(Facts& facts, const std::string& text) {
    const Json raw = Json::parse(text, nullptr, false);
    const Json& referral = member(raw, "referral");
    facts["error_codes"] = error_codes_in(raw);
    facts["referred_product"] =
        member(member(member(raw, "context"), "referred_product"), "product_retailer_id");
    facts["referral_source_type"] = member(referral, "source_type");
    facts["referral_source_id"] = member(referral, "source_id");
    facts["ctwa_clid"] = member(referral, "ctwa_clid");
}

}  // namespace

Facts facts_of(const IncomingMessage& message) {
    Facts facts = Json::object();
    facts["kind"] = facts["type"] = std::string(content_type(message.content));
    std::visit([&facts](const auto& content) { set_content(facts, content); }, message.content);
    set_raw(facts, message.raw);
    facts["id"] = facts["mid"] = message.wamid;
    facts["at"] = message.at;
    facts["reply_to"] = message.context.quoted_wamid;
    facts["forwarded"] = message.context.is_forwarded;
    facts["frequently_forwarded"] = message.context.is_frequently_forwarded;
    set_parties(facts, message.person, message.account_key, message.is_echo);
    return facts;
}

Facts facts_of(const IncomingChange& change) {
    Facts facts = Json::object();
    if (change.new_content) {
        std::visit([&facts](const auto& content) { set_content(facts, content); }, *change.new_content);
        facts["kind"] = "edit." + std::string(content_type(*change.new_content));
    } else {
        facts["kind"] = "revoke";
    }
    facts["type"] = change.new_content ? "edit" : "revoke";
    facts["id"] = change.wamid;
    facts["at"] = change.at;
    facts["target_id"] = change.target_wamid;
    set_parties(facts, change.person, change.account_key, change.is_echo);
    return facts;
}

Facts facts_of(const IncomingStatus& status) {
    Facts facts = Json::object();
    facts["id"] = status.wamid;
    facts["status"] = std::string(status_name(status.status));
    facts["at"] = status.at;
    facts["recipient_id"] = status.recipient.wa_id;
    facts["recipient_participant_id"] = status.participant.wa_id;
    facts["recipient_participant_user_id"] = status.participant.user_id;
    const bool is_group = !status.participant.wa_id.empty() || !status.participant.user_id.empty();
    facts["recipient_type"] = is_group ? "group" : "";
    facts["biz_opaque_callback_data"] = status.callback_data;
    facts["error_codes"] = Json::array();
    if (status.failure) facts["error_codes"].push_back(status.failure->code);
    facts["type"] = "message";
    if (!status.charge) return facts;
    facts["pricing_category"] = status.charge->category;
    facts["pricing_model"] = status.charge->model;
    facts["billable"] = status.charge->is_billable;
    facts["conversation_id"] = status.charge->conversation;
    facts["origin"] = status.charge->origin;
    return facts;
}

namespace {

std::size_t size_of(const Json& list) {
    return list.is_array() ? list.size() : 0;
}

void set_group_counts(Facts& facts) {
    facts["added"] = size_of(member(facts, "added_participants"));
    facts["removed"] = size_of(member(facts, "removed_participants"));
    facts["failed"] = size_of(member(facts, "failed_participants"));
}

}  // namespace

// Notices keep their raw JSON, so everything said in it counts as known.
Facts facts_of(const Notice& notice) {
    Facts facts = Json::parse(notice.raw, nullptr, false);
    if (!facts.is_object()) facts = Json::object();
    const Json body = member(facts, notice.event);
    set_group_counts(facts);
    facts["errors"] = error_codes_in(facts);
    facts["value_errors"] = Json::array({member(facts, "code")});
    facts["at"] = expected_time(member(facts, "timestamp"));
    facts["call"] = member(facts, "id");
    facts["group"] = member(facts, "group_id");
    facts["preference"] = member(facts, "value");
    facts["sender"] = member(member(facts, "sender"), "id");
    facts["recipient"] = member(member(facts, "recipient"), "id");
    facts["watermark"] = member(body, "watermark");
    facts["mids"] = member(body, "mids");
    facts["field"] = facts["channel_array"] = notice.field;
    facts["event"] = facts["kind"] = notice.event;
    return facts;
}

UnixMillis expected_time(const Json& value) {
    const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
    const std::int64_t number = parse_decimal(text).value_or(0);
    return number < 100'000'000'000 ? number * kSecond : number;
}

}  // namespace roost::test
