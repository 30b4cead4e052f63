#include "shared/wire/snapshot.h"

#include <utility>
#include <vector>

#include "shared/base/json_writer.h"
#include "shared/wire/parts.h"

namespace roost {

namespace {

void write_rows(JsonWriter& out, const ConversationPage& page) {
    out.key("conversations").begin_array();
    for (const Conversation& row : page.conversations)
        write_conversation(out, row);
    out.end_array().key("has_more").boolean(page.has_more);
}

Result<ConversationPage> read_rows(const Json& json) {
    const Json& rows = member(json, "conversations");
    if (!rows.is_array()) return fail(ErrorCode::kInvalid, "'conversations' must be a list");
    ConversationPage page;
    page.has_more = optional_bool(json, "has_more").value_or(false);
    for (const Json& row : rows) {
        ASSIGN_OR_RETURN(Conversation conversation, read_conversation(row));
        page.conversations.push_back(std::move(conversation));
    }
    return page;
}

void write_troubles(JsonWriter& out, const std::map<AccountId, AccountTrouble>& troubles) {
    if (troubles.empty()) return;
    out.key("troubles").begin_array();
    for (const auto& [account, trouble] : troubles) {
        write_trouble(out.begin_object().key("account_id").id(account).key("trouble"), trouble);
        out.end_object();
    }
    out.end_array();
}

// Absent = none.
Result<std::map<AccountId, AccountTrouble>> read_troubles(const Json& json) {
    std::map<AccountId, AccountTrouble> troubles;
    if (!json.is_array()) return troubles;
    for (const Json& one : json) {
        ASSIGN_OR_RETURN(const auto account, required_id<AccountId>(one, "account_id"));
        ASSIGN_OR_RETURN(troubles[account], read_trouble(member(one, "trouble")));
    }
    return troubles;
}

void write_accounts(JsonWriter& out, const AccountNames& accounts) {
    if (accounts.empty()) return;
    out.key("accounts").begin_array();
    for (const auto& [id, name] : accounts) {
        out.begin_object().key("id").id(id);
        write_account_name(out, name);
        out.end_object();
    }
    out.end_array();
}

// Absent = none.
Result<AccountNames> read_accounts(const Json& json) {
    AccountNames accounts;
    if (!json.is_array()) return accounts;
    for (const Json& one : json) {
        ASSIGN_OR_RETURN(const auto id, required_id<AccountId>(one, "id"));
        accounts[id] = read_account_name(one);
    }
    return accounts;
}

// "only": {"type", "id"} of a record, or {"contact"}; nothing where the page is about neither.
void write_page(JsonWriter& out, const Reach& page) {
    if (page.empty()) return;
    out.key("only").begin_object();
    if (const auto record = record_in(page))
        out.key("type").string(record->type).key("id").string(record->id);
    out.text_member("contact", number_in(page)).end_object();
}

Reach read_page(const Json& json) {
    const auto number = string_or(json, "contact", "");
    if (!number.empty()) return reach_of_number(number);
    const RecordRef record{string_or(json, "type", ""), string_or(json, "id", "")};
    return record.type.empty() ? Reach() : reach_of(record);
}

void write_people(JsonWriter& out, const Snapshot& snapshot) {
    out.key("colleagues").begin_array();
    for (const auto& [id, colleague] : snapshot.colleagues)
        write_colleague(out, colleague);
    out.end_array().key("teams").begin_array();
    for (const auto& [id, team] : snapshot.teams)
        write_team(out, team);
    out.end_array();
}

// Absent = none.
Status read_people(const Json& json, Snapshot& snapshot) {
    for (const Json& one : member(json, "colleagues")) {
        ASSIGN_OR_RETURN(auto colleague, read_colleague(one));
        snapshot.colleagues[colleague.id] = std::move(colleague);
    }
    for (const Json& one : member(json, "teams")) {
        ASSIGN_OR_RETURN(auto team, read_team(one));
        snapshot.teams[team.id] = std::move(team);
    }
    return {};
}

// What the agent sent and the server has not confirmed, as threads that hold nothing else.
std::map<ConversationId, ThreadWindow> only_echoes(std::map<ConversationId, ThreadWindow> threads) {
    std::map<ConversationId, ThreadWindow> kept;
    for (auto& [id, thread] : threads) {
        ThreadWindow window;
        window.has_newer = true;  // not loaded: it ends somewhere before what the server has
        for (Message& message : thread.messages) {
            if (!message.id) window.messages.push_back(std::move(message));
        }
        if (!window.messages.empty()) kept.emplace(id, std::move(window));
    }
    return kept;
}

}  // namespace

void write_profile(JsonWriter& out, const Profile& profile) {
    out.begin_object();
    write_profile_members(out, profile);
    out.end_object();
}

void write_profile_members(JsonWriter& out, const Profile& profile) {
    out.key("id").id(profile.id).key("name").string(profile.name);
    out.key("email").string(profile.email).key("role").string(profile.role);
    out.key("permissions").begin_array();
    for (const std::string& name : profile.permissions)
        out.string(name);
    out.end_array();
}

Result<Profile> read_profile(const Json& json) {
    Profile profile;
    ASSIGN_OR_RETURN(profile.id, required_id<AgentId>(json, "id"));
    profile.name = string_or(json, "name", "");
    profile.email = string_or(json, "email", "");
    profile.role = string_or(json, "role", "");
    profile.permissions = texts_in(json, "permissions");
    return profile;
}

Inbox inbox_from(const Snapshot& snapshot) {
    Inbox inbox;
    inbox.seq = snapshot.seq;
    inbox.me = snapshot.me.id;
    inbox.is_narrow = snapshot.is_part;
    inbox.colleagues = snapshot.colleagues;
    inbox.teams = snapshot.teams;
    inbox.counts = snapshot.counts;
    inbox.troubles = snapshot.troubles;
    inbox.accounts = snapshot.accounts;
    const auto& rows = snapshot.conversations.conversations;
    for (const Conversation& row : rows)
        inbox.conversations.emplace(row.id, row);
    if (snapshot.conversations.has_more && !rows.empty()) {
        inbox.boundary = place_of(rows.back());
    }
    return inbox;
}

void restart_from(Inbox& inbox, const Snapshot& snapshot) {
    auto echoes = only_echoes(std::move(inbox.threads));
    inbox = inbox_from(snapshot);
    inbox.threads = std::move(echoes);
}

std::string write_snapshot(const Snapshot& snapshot) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object().key("seq").id(snapshot.seq);
        if (snapshot.now != 0) out.key("now").time(snapshot.now);
        write_profile(out.key("me"), snapshot.me);
        write_rows(out, snapshot.conversations);
        write_counts(out.key("counts"), snapshot.counts);
        write_troubles(out, snapshot.troubles);
        write_accounts(out, snapshot.accounts);
        write_page(out, snapshot.page);
        if (snapshot.is_part) out.key("is_part").boolean(true);
        out.text_member("sight", snapshot.sight);
        write_people(out, snapshot);
        out.key("record_types").begin_array();
        for (const std::string& type : snapshot.record_types)
            out.string(type);
        out.end_array().end_object();
    });
}

Result<Snapshot> read_snapshot(std::string_view json) {
    ASSIGN_OR_RETURN(const Json document, parse_json(json));
    Snapshot snapshot;
    ASSIGN_OR_RETURN(snapshot.seq, required_id<EventSeq>(document, "seq"));
    snapshot.now = required_time(document, "now").value_or(0);
    ASSIGN_OR_RETURN(snapshot.me, read_profile(member(document, "me")));
    ASSIGN_OR_RETURN(snapshot.conversations, read_rows(document));
    snapshot.counts = read_counts(member(document, "counts"));
    ASSIGN_OR_RETURN(snapshot.troubles, read_troubles(member(document, "troubles")));
    ASSIGN_OR_RETURN(snapshot.accounts, read_accounts(member(document, "accounts")));
    snapshot.page = read_page(member(document, "only"));
    snapshot.is_part = optional_bool(document, "is_part").value_or(false);
    snapshot.sight = string_or(document, "sight", "");
    RETURN_IF_ERROR(read_people(document, snapshot));
    snapshot.record_types = texts_in(document, "record_types");
    return snapshot;
}

std::string write_message_page(const MessagePage& page) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object().key("conversation_id").id(page.conversation).key("messages").begin_array();
        for (const Message& message : page.messages)
            write_message(out, message);
        out.end_array().key("has_older").boolean(page.has_older);
        out.key("has_newer").boolean(page.has_newer);
        if (!page.reactions.empty()) {
            out.key("reactions").begin_array();
            for (const Message& message : page.reactions)
                write_message(out, message);
            out.end_array();
        }
        out.end_object();
    });
}

namespace {

// None where there is no list.
Result<std::vector<Message>> read_message_list(const Json& list) {
    std::vector<Message> messages;
    if (!list.is_array()) return messages;
    messages.reserve(list.size());
    for (const Json& element : list) {
        ASSIGN_OR_RETURN(Message message, read_message(element));
        messages.push_back(std::move(message));
    }
    return messages;
}

}  // namespace

Result<MessagePage> read_message_page(std::string_view json) {
    ASSIGN_OR_RETURN(const Json document, parse_json(json));
    MessagePage page;
    ASSIGN_OR_RETURN(page.conversation, required_id<ConversationId>(document, "conversation_id"));
    const Json& messages = member(document, "messages");
    if (!messages.is_array()) return fail(ErrorCode::kInvalid, "'messages' must be a list");
    ASSIGN_OR_RETURN(page.messages, read_message_list(messages));
    ASSIGN_OR_RETURN(page.reactions, read_message_list(member(document, "reactions")));
    page.has_older = optional_bool(document, "has_older").value_or(false);
    page.has_newer = optional_bool(document, "has_newer").value_or(false);
    return page;
}

std::string write_conversation_page(const ConversationPage& page) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object();
        write_rows(out, page);
        out.end_object();
    });
}

Result<ConversationPage> read_conversation_page(std::string_view json) {
    ASSIGN_OR_RETURN(const Json document, parse_json(json));
    return read_rows(document);
}

}  // namespace roost
