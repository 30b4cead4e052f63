#include "shared/model/message.h"

#include <utility>

#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::size_t kPreviewLength = 160;

Result<DeliveryStatus> read_status(const Json& json) {
    ASSIGN_OR_RETURN(const std::string name, required_string(json, "status"));
    const auto status = parse_status(name);
    if (!status) return fail(ErrorCode::kInvalid, "'status' is not a status");
    return *status;
}

void write_time(JsonWriter& out, std::string_view key, UnixMillis at) {
    if (at != 0) out.key(key).time(at);
}

UnixMillis time_or_zero(const Json& json, std::string_view key) {
    const Json& value = member(json, key);
    return value.is_string() ? parse_rfc3339(value.get_ref<const std::string&>()).value_or(0) : 0;
}

}  // namespace

bool comes_before(const Message& a, const Message& b) {
    if (a.at != b.at) return a.at < b.at;
    const bool a_is_echo = !a.id;
    const bool b_is_echo = !b.id;
    if (a_is_echo != b_is_echo) return b_is_echo;
    return a_is_echo ? a.client_ref < b.client_ref : a.id < b.id;
}

Preview short_preview(const Content& content) {
    Preview said = preview(content);
    said.text = truncate_code_points(said.text, kPreviewLength);
    return said;
}

Quote quote_of(const Message& message) {
    return {
        message.id,
        message.direction,
        std::string(content_type(message.content)),
        short_preview(message.content)};
}

Json write_message(const Message& message) {
    return json_written_by([&](JsonWriter& out) { write_message(out, message); });
}

void write_message(JsonWriter& out, const Message& message) {
    out.begin_object().key("id").id(message.id).key("conversation_id").id(message.conversation);
    out.key("rev").id(message.rev).key("direction").string(direction_name(message.direction));
    out.key("at").time(message.at).text_member("wamid", message.wamid);
    out.text_member("client_ref", message.client_ref);
    if (message.sent_by) out.key("sent_by").id(message.sent_by);
    out.key("content");
    write_content(out, message.content);
    write_context_member(out, message.context);
    out.key("status").string(status_name(message.status));
    if (message.times != StatusTimes{}) {
        out.key("times");
        write_times(out, message.times);
    }
    if (message.failure) {
        out.key("failure");
        write_failure(out, *message.failure);
    }
    if (message.charge) write_charge(out.key("pricing"), *message.charge);
    write_links_member(out, message.links);
    write_time(out, "edited_at", message.edited_at);
    out.end_object();
}

Result<Message> read_message(const Json& json) {
    Message message;
    ASSIGN_OR_RETURN(message.id, required_id<MessageId>(json, "id"));
    ASSIGN_OR_RETURN(message.conversation, required_id<ConversationId>(json, "conversation_id"));
    ASSIGN_OR_RETURN(message.rev, required_id<EventSeq>(json, "rev"));
    ASSIGN_OR_RETURN(message.direction, read_direction(json));
    ASSIGN_OR_RETURN(message.at, required_time(json, "at"));
    ASSIGN_OR_RETURN(message.status, read_status(json));
    const Json& content = member(json, "content");
    if (!content.is_object()) return fail(ErrorCode::kInvalid, "'content' must be an object");
    message.content = parse_content(content);
    message.wamid = string_or(json, "wamid", "");
    message.client_ref = string_or(json, "client_ref", "");
    message.sent_by = parse_id<AgentId>(string_or(json, "sent_by", "")).value_or(AgentId{});
    message.context = read_context(member(json, "context"));
    message.times = read_times(member(json, "times"));
    const Json& failure = member(json, "failure");
    if (failure.is_object()) message.failure = read_failure(failure);
    message.charge = read_charge(member(json, "pricing"));
    message.links = read_links(member(json, "links"));
    message.edited_at = time_or_zero(json, "edited_at");
    return message;
}

Json write_failure(const Failure& failure) {
    return json_written_by([&](JsonWriter& out) { write_failure(out, failure); });
}

void write_failure(JsonWriter& out, const Failure& failure) {
    out.begin_object().key("code").integer(failure.code).text_member("sentence", failure.sentence);
    out.text_member("details", failure.details);
    if (failure.can_retry) out.key("can_retry").boolean(true);
    out.end_object();
}

Failure read_failure(const Json& json) {
    return {
        static_cast<int>(optional_integer(json, "code").value_or(0)),
        string_or(json, "sentence", ""),
        string_or(json, "details", ""),
        optional_bool(json, "can_retry").value_or(false)};
}

Json write_times(const StatusTimes& times) {
    return json_written_by([&](JsonWriter& out) { write_times(out, times); });
}

void write_times(JsonWriter& out, const StatusTimes& times) {
    out.begin_object();
    write_time(out, "sent", times.sent);
    write_time(out, "delivered", times.delivered);
    write_time(out, "read", times.read);
    write_time(out, "failed", times.failed);
    write_time(out, "played", times.played);
    out.end_object();
}

StatusTimes read_times(const Json& json) {
    return {
        time_or_zero(json, "sent"),
        time_or_zero(json, "delivered"),
        time_or_zero(json, "read"),
        time_or_zero(json, "failed"),
        time_or_zero(json, "played")};
}

}  // namespace roost
