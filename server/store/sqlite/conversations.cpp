#include <optional>

#include "server/store/sqlite/links.h"
#include "server/store/sqlite/people.h"
#include "server/store/sqlite/records.h"
#include "shared/base/json_writer.h"

// Literals are joined by the compiler only; each statement names the columns once.
#define CONVERSATION_COLUMNS                                                                                 \
    "id, rev, platform, account, contact_name, wa_id, user_id, state, last_id, last_at, last_direction, "    \
    "last_status, last_type, last_preview, last_preview_kind, last_preview_count, unread, last_inbound_at, " \
    "entered_at, free_from, unreachable, blocked, links, assignee, team"

// Whether an agent sees it who does not see everything: bound by bind_sight().
#define IS_SEEN                                                                           \
    "(? = 0 OR assignee = ? OR (team <> 0 AND team IN (SELECT value FROM json_each(?))) " \
    "OR (? <> 0 AND assignee = 0 AND team = 0))"

namespace roost::sqlite {

namespace {

Conversation conversation_in(const Statement& row) {
    Conversation c;
    c.id = {row.number(0)};
    c.rev = {row.number(1)};
    c.platform = row.choice<Platform>(2);
    c.account = {row.number(3)};
    c.contact_name = row.text(4);
    c.wa_id = row.text(5);
    c.user_id = row.text(6);
    c.state = row.choice<ConversationState>(7);
    c.last = {
        {row.number(8)},
        row.number(9),
        row.choice<Direction>(10),
        row.choice<DeliveryStatus>(11),
        row.text(12),
        {parse_preview_kind(row.text(14)), row.text(13), static_cast<int>(row.number(15))}};
    c.unread = static_cast<int>(row.number(16));
    c.last_inbound_at = row.number(17);
    c.entered_at = row.number(18);
    c.free_from = row.number(19);
    c.is_unreachable = row.number(20) != 0;
    c.is_blocked = row.number(21) != 0;
    const auto links = row.text(22);
    if (!links.empty()) c.links = roost::read_links(Json::parse(links, nullptr, false));
    c.assignee = {row.number(23)};
    c.team = {row.number(24)};
    return c;
}

Result<std::optional<Conversation>> one(Statement& statement) {
    ASSIGN_OR_RETURN(const bool has_row, statement.step());
    if (!has_row) return std::nullopt;
    return conversation_in(statement);
}

void bind_course(Statement& to, const Conversation& c) {
    to.bind(c.last.id)
        .bind(c.last.at)
        .bind(c.last.direction)
        .bind(c.last.status)
        .bind(c.last.type)
        .bind(c.last.preview.text)
        .bind(preview_kind_name(c.last.preview.kind))
        .bind(std::int64_t{c.last.preview.count});
    to.bind(std::int64_t{c.unread}).bind(c.last_inbound_at).bind(c.entered_at).bind(c.free_from);
    to.bind(std::int64_t{c.is_unreachable});
}

// `links` is borrowed until the statement has run.
void bind_all(Statement& to, const Conversation& c, const std::string& links) {
    to.bind(c.rev)
        .bind(c.platform)
        .bind(c.account)
        .bind(c.contact_name)
        .bind(c.wa_id)
        .bind(c.user_id)
        .bind(c.state);
    bind_course(to, c);
    to.bind(std::int64_t{c.is_blocked}).bind(links).bind(c.assignee).bind(c.team);
}

// What each message and each tick changes. SQLite writes every index that has a column which is set, be it to
// what it was: the rest is set only where it changes.
Status update_course(Connection& on, const Conversation& c) {
    auto statement = on.prepare(
        "UPDATE conversations SET rev = ?, state = ?, last_id = ?, last_at = ?, last_direction = ?, "
        "last_status = ?, last_type = ?, last_preview = ?, last_preview_kind = ?, last_preview_count = ?, "
        "unread = ?, last_inbound_at = ?, entered_at = ?, free_from = ?, unreachable = ? WHERE id = ?"
    );
    statement.bind(c.rev).bind(c.state);
    bind_course(statement, c);
    return statement.bind(c.id).run();
}

bool has_same_standing(const Conversation& a, const Conversation& b) {
    return a.platform == b.platform && a.account == b.account && a.contact_name == b.contact_name &&
           a.wa_id == b.wa_id && a.user_id == b.user_id && a.is_blocked == b.is_blocked &&
           a.links == b.links && a.assignee == b.assignee && a.team == b.team;
}

Status update_standing(Connection& on, const Conversation& c) {
    auto statement = on.prepare(
        "UPDATE conversations SET platform = ?, account = ?, contact_name = ?, wa_id = ?, user_id = ?, "
        "blocked = ?, links = ?, assignee = ?, team = ? WHERE id = ?"
    );
    const auto links = written_links(c.links);
    statement.bind(c.platform).bind(c.account).bind(c.contact_name).bind(c.wa_id).bind(c.user_id);
    statement.bind(std::int64_t{c.is_blocked}).bind(links).bind(c.assignee).bind(c.team);
    return statement.bind(c.id).run();
}

// The teams of one who does not see everything, as a list in JSON.
std::string teams_in(const std::optional<Sight>& sight) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_array();
        if (sight) {
            for (const auto team : sight->teams)
                out.integer(team.value);
        }
        out.end_array();
    });
}

// `teams` is borrowed until the statement has run.
Statement& bind_sight(Statement& to, const std::optional<Sight>& sight, const std::string& teams) {
    to.bind(std::int64_t{sight.has_value()}).bind(sight ? sight->agent : AgentId{});
    return to.bind(teams).bind(std::int64_t{sight && sight->sees_unassigned});
}

// -1 = whoever's; else the same twice, as a condition that can be switched off asks for it.
template <class Id>
void bind_choice(Statement& to, const std::optional<Id>& wanted) {
    const std::int64_t value = wanted ? wanted->value : -1;
    to.bind(value).bind(value);
}

}  // namespace

Result<std::optional<Conversation>> read_conversation(Connection& on, ConversationId id) {
    auto statement = on.prepare("SELECT " CONVERSATION_COLUMNS " FROM conversations WHERE id = ?");
    statement.bind(id);
    return one(statement);
}

Result<std::optional<Conversation>> find_conversation(
    Connection& on, AccountId account, const Person& person
) {
    if (!person.wa_id.empty()) {
        auto by_wa_id = on.prepare("SELECT " CONVERSATION_COLUMNS
                                   " FROM conversations WHERE account = ? AND wa_id = ? AND wa_id <> ''");
        by_wa_id.bind(account).bind(person.wa_id);
        ASSIGN_OR_RETURN(auto found, one(by_wa_id));
        if (found) return found;
    }
    if (person.user_id.empty()) return std::nullopt;
    auto by_user_id = on.prepare("SELECT " CONVERSATION_COLUMNS
                                 " FROM conversations WHERE account = ? AND user_id = ? AND user_id <> ''");
    by_user_id.bind(account).bind(person.user_id);
    return one(by_user_id);
}

Status insert_conversation(Connection& on, Conversation& conversation) {
    auto statement = on.prepare(
        "INSERT INTO conversations (rev, platform, account, contact_name, wa_id, user_id, state, last_id, "
        "last_at, "
        "last_direction, last_status, last_type, last_preview, last_preview_kind, last_preview_count, "
        "unread, "
        "last_inbound_at, entered_at, free_from, unreachable, blocked, links, assignee, team) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    );
    const auto links = written_links(conversation.links);
    bind_all(statement, conversation, links);
    RETURN_IF_ERROR(statement.run());
    conversation.id = {on.last_id()};
    return {};
}

Status update_conversation(Connection& on, const Conversation& before, const Conversation& after) {
    RETURN_IF_ERROR(update_course(on, after));
    return has_same_standing(before, after) ? Status{} : update_standing(on, after);
}

Result<std::vector<Conversation>> read_blocked_conversations(Connection& on, AccountId account) {
    auto statement = on.prepare("SELECT " CONVERSATION_COLUMNS
                                " FROM conversations WHERE account = ? AND blocked <> 0 ORDER BY id");
    statement.bind(account);
    return rows_of(statement, conversation_in);
}

Result<std::vector<Conversation>> read_conversations_of(Connection& on, AgentId assignee) {
    auto statement = on.prepare("SELECT " CONVERSATION_COLUMNS
                                " FROM conversations WHERE assignee = ? AND assignee <> 0 ORDER BY id");
    statement.bind(assignee);
    return rows_of(statement, conversation_in);
}

Result<std::vector<Conversation>> read_conversations_of(Connection& on, TeamId team) {
    auto statement = on.prepare("SELECT " CONVERSATION_COLUMNS
                                " FROM conversations WHERE team = ? AND team <> 0 ORDER BY id");
    statement.bind(team);
    return rows_of(statement, conversation_in);
}

// Of those with these ids, as a list in JSON; of all where there is none. -1 and 0 switch a condition off, so
// that two prepared statements serve every filter.
Statement prepare_page(Connection& on, const std::optional<std::string>& ids) {
    if (ids) {
        return on.prepare("SELECT " CONVERSATION_COLUMNS
                          " FROM conversations WHERE id IN (SELECT value FROM json_each(?)) "
                          "AND (last_at, last_id, id) < (?, ?, ?) "
                          "AND (? = -1 OR platform = ?) AND (? = 0 OR unread > 0) "
                          "AND (? = -1 OR assignee = ?) AND (? = -1 OR team = ?) AND " IS_SEEN
                          " ORDER BY last_at DESC, last_id DESC, id DESC LIMIT ?");
    }
    return on.prepare("SELECT " CONVERSATION_COLUMNS
                      " FROM conversations WHERE (last_at, last_id, id) < (?, ?, ?) "
                      "AND (? = -1 OR platform = ?) AND (? = 0 OR unread > 0) "
                      "AND (? = -1 OR assignee = ?) AND (? = -1 OR team = ?) AND " IS_SEEN
                      " ORDER BY last_at DESC, last_id DESC, id DESC LIMIT ?");
}

Result<ConversationPage> read_conversations(Connection& on, const ConversationQuery& query) {
    ASSIGN_OR_RETURN(const auto ids, ids_of_pages(on, query));
    const auto sight = sight_in(query.reach);
    const auto teams = teams_in(sight);
    auto statement = prepare_page(on, ids);
    if (ids) statement.bind(*ids);
    const auto before = query.before.value_or(ListPlace{INT64_MAX, {INT64_MAX}, {INT64_MAX}});
    const std::int64_t platform = query.platform ? static_cast<std::int64_t>(*query.platform) : -1;
    statement.bind(before.last_at).bind(before.last).bind(before.id).bind(platform).bind(platform);
    statement.bind(std::int64_t{query.only_unread});
    bind_choice(statement, query.assignee);
    bind_choice(statement, query.team);
    bind_sight(statement, sight, teams).bind(std::int64_t{query.limit} + 1);
    ConversationPage page;
    ASSIGN_OR_RETURN(page.conversations, rows_of(statement, conversation_in));
    page.has_more = page.conversations.size() > static_cast<std::size_t>(query.limit);
    if (page.has_more) page.conversations.pop_back();
    return page;
}

Result<std::vector<Conversation>> read_conversations_above(Connection& on, ConversationId above, int limit) {
    auto statement =
        on.prepare("SELECT " CONVERSATION_COLUMNS " FROM conversations WHERE id > ? ORDER BY id LIMIT ?");
    statement.bind(above).bind(std::int64_t{limit});
    return rows_of(statement, conversation_in);
}

Result<UnreadCounts> count_unread_conversations(Connection& on, const Reach& reach) {
    ConversationQuery whose;
    whose.reach = reach;
    ASSIGN_OR_RETURN(const auto ids, ids_of_pages(on, whose));
    const auto sight = sight_in(reach);
    const auto teams = teams_in(sight);
    auto statement = ids ? on.prepare(
                               "SELECT platform, COUNT(*) FROM conversations WHERE unread > 0 AND "
                               "id IN (SELECT value FROM json_each(?)) AND " IS_SEEN " GROUP BY platform"
                           )
                         : on.prepare(
                               "SELECT platform, COUNT(*) FROM conversations WHERE unread > 0 "
                               "AND " IS_SEEN " GROUP BY platform"
                           );
    if (ids) statement.bind(*ids);
    bind_sight(statement, sight, teams);
    UnreadCounts counts;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return counts;
        int& place = unread_of(counts, statement.choice<Platform>(0));
        place = static_cast<int>(statement.number(1));
        counts.all += place;
    }
}

}  // namespace roost::sqlite
