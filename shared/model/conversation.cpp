#include "shared/model/conversation.h"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/base/utf8.h"
#include "shared/model/phone_number.h"

namespace roost {

namespace {

constexpr std::array<std::string_view, 3> kPlatforms{"whatsapp", "messenger", "instagram"};

void write_last(JsonWriter& out, const LastMessage& last) {
    out.begin_object().key("id").id(last.id).key("at").time(last.at);
    out.key("direction").string(last.direction == Direction::kInbound ? "inbound" : "outbound");
    out.key("status").string(status_name(last.status)).key("type").string(last.type);
    write_members(out, last.preview);
    out.end_object();
}

Result<LastMessage> read_last(const Json& json) {
    LastMessage last;
    ASSIGN_OR_RETURN(last.id, required_id<MessageId>(json, "id"));
    ASSIGN_OR_RETURN(last.at, required_time(json, "at"));
    last.direction =
        string_or(json, "direction", "") == "outbound" ? Direction::kOutbound : Direction::kInbound;
    last.status = parse_status(string_or(json, "status", "")).value_or(DeliveryStatus::kReceived);
    last.type = string_or(json, "type", "");
    last.preview = read_preview(json);
    return last;
}

Result<UnixMillis> time_or_never(const Json& json, std::string_view key) {
    if (member(json, key).is_null()) return 0;
    return required_time(json, key);
}

Result<Platform> read_platform(const Json& json) {
    ASSIGN_OR_RETURN(const std::string name, required_string(json, "platform"));
    const auto platform = parse_platform(name);
    if (!platform) return fail(ErrorCode::kInvalid, "'platform' is not a platform");
    return *platform;
}

}  // namespace

std::string_view platform_name(Platform platform) {
    return kPlatforms.at(static_cast<std::size_t>(platform));
}

std::optional<Platform> parse_platform(std::string_view name) {
    const auto found = std::find(kPlatforms.begin(), kPlatforms.end(), name);
    if (found == kPlatforms.end()) return std::nullopt;
    return static_cast<Platform>(found - kPlatforms.begin());
}

std::string display_name(const Conversation& conversation) {
    const std::string_view name = trim(conversation.contact_name);
    if (!name.empty()) return std::string(name);
    if (!conversation.wa_id.empty()) return format_phone_number(conversation.wa_id);
    return conversation.user_id;
}

ListPlace place_of(const Conversation& conversation) {
    return {conversation.last.at, conversation.last.id, conversation.id};
}

std::string write_cursor(const ListPlace& place) {
    return std::to_string(place.last_at) + "_" + to_string(place.last) + "_" + to_string(place.id);
}

std::optional<ListPlace> parse_cursor(std::string_view text) {
    const auto first = text.find('_');
    const auto second = text.rfind('_');
    if (first == std::string_view::npos || first == second) return std::nullopt;
    const auto at = parse_decimal(text.substr(0, first));
    const auto last = parse_id<MessageId>(text.substr(first + 1, second - first - 1));
    const auto id = parse_id<ConversationId>(text.substr(second + 1));
    if (!at || !last || !id) return std::nullopt;
    return ListPlace{*at, *last, *id};
}

bool listed_before(const Conversation& a, const Conversation& b) {
    return place_of(a) > place_of(b);
}

LastMessage summarise(const Message& message) {
    return {
        message.id,
        message.at,
        message.direction,
        message.status,
        std::string(content_type(message.content)),
        short_preview(message.content)};
}

Json write_conversation(const Conversation& conversation) {
    return json_written_by([&](JsonWriter& out) { write_conversation(out, conversation); });
}

void write_conversation(JsonWriter& out, const Conversation& conversation) {
    out.begin_object().key("id").id(conversation.id).key("rev").id(conversation.rev);
    out.key("platform").string(platform_name(conversation.platform));
    out.key("account_id").id(conversation.account);
    out.text_member("contact_name", conversation.contact_name);
    out.text_member("wa_id", conversation.wa_id).text_member("user_id", conversation.user_id);
    out.key("state").string(conversation.state == ConversationState::kOpen ? "open" : "resolved");
    if (conversation.last.id) {
        out.key("last");
        write_last(out, conversation.last);
    }
    out.key("unread").integer(conversation.unread);
    if (conversation.is_unreachable) out.key("is_unreachable").boolean(true);
    if (conversation.is_blocked) out.key("is_blocked").boolean(true);
    const auto write_time = [&out](std::string_view key, UnixMillis at) {
        if (at != 0) out.key(key).time(at);
    };
    write_time("last_inbound_at", conversation.last_inbound_at);
    write_time("entered_at", conversation.entered_at);
    write_time("free_from", conversation.free_from);
    write_links_member(out, conversation.links);
    if (conversation.assignee) out.key("assignee").id(conversation.assignee);
    if (conversation.team) out.key("team").id(conversation.team);
    out.end_object();
}

Result<Conversation> read_conversation(const Json& json) {
    Conversation conversation;
    ASSIGN_OR_RETURN(conversation.id, required_id<ConversationId>(json, "id"));
    ASSIGN_OR_RETURN(conversation.rev, required_id<EventSeq>(json, "rev"));
    ASSIGN_OR_RETURN(conversation.platform, read_platform(json));
    ASSIGN_OR_RETURN(conversation.account, required_id<AccountId>(json, "account_id"));
    ASSIGN_OR_RETURN(const std::int64_t unread, required_integer(json, "unread"));
    conversation.unread = static_cast<int>(unread);
    conversation.contact_name = string_or(json, "contact_name", "");
    conversation.wa_id = string_or(json, "wa_id", "");
    conversation.user_id = string_or(json, "user_id", "");
    const bool is_resolved = string_or(json, "state", "open") == "resolved";
    conversation.state = is_resolved ? ConversationState::kResolved : ConversationState::kOpen;
    conversation.is_unreachable = optional_bool(json, "is_unreachable").value_or(false);
    conversation.is_blocked = optional_bool(json, "is_blocked").value_or(false);
    const Json& last = member(json, "last");
    if (last.is_object()) {
        ASSIGN_OR_RETURN(conversation.last, read_last(last));
    }
    ASSIGN_OR_RETURN(conversation.last_inbound_at, time_or_never(json, "last_inbound_at"));
    ASSIGN_OR_RETURN(conversation.entered_at, time_or_never(json, "entered_at"));
    ASSIGN_OR_RETURN(conversation.free_from, time_or_never(json, "free_from"));
    conversation.links = read_links(member(json, "links"));
    ASSIGN_OR_RETURN(conversation.assignee, id_or_none<AgentId>(json, "assignee"));
    ASSIGN_OR_RETURN(conversation.team, id_or_none<TeamId>(json, "team"));
    return conversation;
}

}  // namespace roost
