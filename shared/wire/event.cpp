#include "shared/wire/event.h"

#include <type_traits>
#include <utility>

#include "shared/base/json_writer.h"
#include "shared/wire/parts.h"

namespace roost {

namespace {

// Messages, rows and ticks change thousands of times a second: room for most of them without growing.
constexpr std::size_t kTypicalSize = 1024;

// The row and what becomes of the counts.
template <class Changed>
void write_row(JsonWriter& out, const Changed& changed) {
    write_conversation(out.key("conversation"), changed.conversation);
    if (changed.was_unread) {
        out.key("was_unread").boolean(*changed.was_unread);
    } else {
        write_counts(out.key("counts"), changed.counts);
    }
}

template <class Changed>
Status read_row(const Json& json, Changed& changed) {
    ASSIGN_OR_RETURN(changed.conversation, read_conversation(member(json, "conversation")));
    changed.counts = read_counts(member(json, "counts"));
    changed.was_unread = optional_bool(json, "was_unread");
    return {};
}

void write_members(JsonWriter& out, const MessageAdded& added) {
    write_message(out.key("message"), added.message);
    write_row(out, added);
}

void write_members(JsonWriter& out, const MessageStatusChanged& changed) {
    out.key("message_id").id(changed.message).key("conversation_id").id(changed.conversation);
    out.text_member("wamid", changed.wamid).key("status").string(status_name(changed.status));
    write_times(out.key("times"), changed.times);
    if (changed.failure) write_failure(out.key("failure"), *changed.failure);
    if (changed.charge) write_charge(out.key("pricing"), *changed.charge);
}

void write_members(JsonWriter& out, const MessageChanged& changed) {
    write_message(out.key("message"), changed.message);
}

void write_members(JsonWriter& out, const ConversationChanged& changed) {
    write_row(out, changed);
}

void write_members(JsonWriter& out, const ConversationGone& gone) {
    out.key("conversation_id").id(gone.conversation).key("platform").string(platform_name(gone.platform));
    out.key("was_unread").boolean(gone.was_unread);
}

void write_members(JsonWriter& out, const ColleagueChanged& changed) {
    write_colleague(out.key("colleague"), changed.colleague);
    if (changed.is_gone) out.key("is_gone").boolean(true);
}

void write_members(JsonWriter& out, const TeamChanged& changed) {
    write_team(out.key("team"), changed.team);
    if (changed.is_gone) out.key("is_gone").boolean(true);
}

void write_members(JsonWriter& /*out*/, const TemplatesChanged& /*changed*/) {}
void write_members(JsonWriter& /*out*/, const NoticesChanged& /*changed*/) {}

void write_members(JsonWriter& out, const AccountChanged& changed) {
    out.key("account_id").id(changed.account);
    if (changed.trouble) write_trouble(out.key("trouble"), *changed.trouble);
}

void write_members(JsonWriter& out, const AccountNamed& named) {
    out.key("account_id").id(named.account);
    write_account_name(out, named.name);
}

Result<EventPayload> read_message_added(const Json& json) {
    MessageAdded added;
    ASSIGN_OR_RETURN(added.message, read_message(member(json, "message")));
    RETURN_IF_ERROR(read_row(json, added));
    return EventPayload(std::move(added));
}

Result<EventPayload> read_message_status(const Json& json) {
    MessageStatusChanged changed;
    ASSIGN_OR_RETURN(changed.message, required_id<MessageId>(json, "message_id"));
    ASSIGN_OR_RETURN(changed.conversation, required_id<ConversationId>(json, "conversation_id"));
    ASSIGN_OR_RETURN(const std::string name, required_string(json, "status"));
    const auto status = parse_status(name);
    if (!status) return fail(ErrorCode::kInvalid, "'status' is not a status");
    changed.status = *status;
    changed.wamid = string_or(json, "wamid", "");
    changed.times = read_times(member(json, "times"));
    const Json& failure = member(json, "failure");
    if (failure.is_object()) changed.failure = read_failure(failure);
    changed.charge = read_charge(member(json, "pricing"));
    return EventPayload(std::move(changed));
}

Result<EventPayload> read_message_changed(const Json& json) {
    MessageChanged changed;
    ASSIGN_OR_RETURN(changed.message, read_message(member(json, "message")));
    return EventPayload(std::move(changed));
}

Result<EventPayload> read_conversation_changed(const Json& json) {
    ConversationChanged changed;
    RETURN_IF_ERROR(read_row(json, changed));
    return EventPayload(std::move(changed));
}

Result<EventPayload> read_conversation_gone(const Json& json) {
    ConversationGone gone;
    ASSIGN_OR_RETURN(gone.conversation, required_id<ConversationId>(json, "conversation_id"));
    gone.platform = parse_platform(string_or(json, "platform", "")).value_or(Platform::kWhatsApp);
    gone.was_unread = optional_bool(json, "was_unread").value_or(false);
    return EventPayload(gone);
}

Result<EventPayload> read_colleague_changed(const Json& json) {
    ColleagueChanged changed;
    ASSIGN_OR_RETURN(changed.colleague, read_colleague(member(json, "colleague")));
    changed.is_gone = optional_bool(json, "is_gone").value_or(false);
    return EventPayload(std::move(changed));
}

Result<EventPayload> read_team_changed(const Json& json) {
    TeamChanged changed;
    ASSIGN_OR_RETURN(changed.team, read_team(member(json, "team")));
    changed.is_gone = optional_bool(json, "is_gone").value_or(false);
    return EventPayload(std::move(changed));
}

Result<EventPayload> read_account_changed(const Json& json) {
    AccountChanged changed;
    ASSIGN_OR_RETURN(changed.account, required_id<AccountId>(json, "account_id"));
    const Json& trouble = member(json, "trouble");
    if (trouble.is_object()) {
        ASSIGN_OR_RETURN(changed.trouble, read_trouble(trouble));
    }
    return EventPayload(std::move(changed));
}

Result<EventPayload> read_account_named(const Json& json) {
    AccountNamed named;
    ASSIGN_OR_RETURN(named.account, required_id<AccountId>(json, "account_id"));
    named.name = read_account_name(json);
    return EventPayload(std::move(named));
}

Result<EventPayload> read_payload(const Json& json) {
    const std::string type = string_or(json, "type", "");
    if (type == MessageAdded::kName) return read_message_added(json);
    if (type == MessageStatusChanged::kName) return read_message_status(json);
    if (type == MessageChanged::kName) return read_message_changed(json);
    if (type == ConversationChanged::kName) return read_conversation_changed(json);
    if (type == ConversationGone::kName) return read_conversation_gone(json);
    if (type == ColleagueChanged::kName) return read_colleague_changed(json);
    if (type == TeamChanged::kName) return read_team_changed(json);
    if (type == TemplatesChanged::kName) return EventPayload(TemplatesChanged{});
    if (type == NoticesChanged::kName) return EventPayload(NoticesChanged{});
    if (type == AccountChanged::kName) return read_account_changed(json);
    if (type == AccountNamed::kName) return read_account_named(json);
    return fail(ErrorCode::kInvalid, "'type' is not the name of an event");
}

}  // namespace

std::string write_event_payload(const EventPayload& payload) {
    std::string text;
    text.reserve(kTypicalSize);
    JsonWriter out(text);
    std::visit(
        [&out](const auto& event) {
            out.begin_object().key("type").string(std::decay_t<decltype(event)>::kName);
            write_members(out, event);
            out.end_object();
        },
        payload
    );
    return text;
}

Result<Event> read_event(EventSeq seq, std::string_view payload_json) {
    ASSIGN_OR_RETURN(const Json json, parse_json(payload_json));
    ASSIGN_OR_RETURN(EventPayload payload, read_payload(json));
    return Event{seq, std::move(payload)};
}

}  // namespace roost
