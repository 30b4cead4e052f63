#include <algorithm>

#include "server/store/sqlite/links.h"
#include "server/store/sqlite/records.h"
#include "shared/base/json_writer.h"

#define MESSAGE_COLUMNS                                                                                    \
    "id, rev, conversation, direction, at, wamid, client_ref, sent_by, content, quoted_wamid, forwarded, " \
    "status, sent_at, delivered_at, read_at, failed_at, failure, quote, source, links, charge, "           \
    "edited_at, played_at"

namespace roost::sqlite {

namespace {

constexpr std::int64_t kForwarded = 1;
constexpr std::int64_t kOftenForwarded = 2;
constexpr std::int64_t kFromAd = 4;  // of the same column: how a message came

Json document(const std::string& text) {
    return Json::parse(text, nullptr, false);
}

Message message_in(const Statement& row) {
    Message m;
    m.id = {row.number(0)};
    m.rev = {row.number(1)};
    m.conversation = {row.number(2)};
    m.direction = row.choice<Direction>(3);
    m.at = row.number(4);
    m.wamid = row.text(5);
    m.client_ref = row.text(6);
    m.sent_by = {row.number(7)};
    m.content = parse_content(document(row.text(8)));
    const auto forwarded = row.number(10);
    m.context.quoted_wamid = row.text(9);
    m.context.is_forwarded = (forwarded & kForwarded) != 0;
    m.context.is_frequently_forwarded = (forwarded & kOftenForwarded) != 0;
    m.context.is_from_ad = (forwarded & kFromAd) != 0;
    m.status = row.choice<DeliveryStatus>(11);
    m.times = {row.number(12), row.number(13), row.number(14), row.number(15), row.number(22)};
    const auto failure = row.text(16);
    if (!failure.empty()) m.failure = read_failure(document(failure));
    const auto quote = row.text(17);
    if (!quote.empty()) m.context.quote = read_quote(document(quote));
    const auto source = row.text(18);
    if (!source.empty()) m.context.source = read_source(document(source));
    const auto links = row.text(19);
    if (!links.empty()) m.links = read_links(document(links));
    const auto charge = row.text(20);
    if (!charge.empty()) m.charge = read_charge(document(charge));
    m.edited_at = row.number(21);
    return m;
}

Result<std::optional<Message>> one(Statement& statement) {
    ASSIGN_OR_RETURN(const bool has_row, statement.step());
    if (!has_row) return std::nullopt;
    return message_in(statement);
}

// Texts that the statement borrows until it has run.
struct Written {
    std::string content;
    std::string failure;
    std::string quote;
    std::string source;
    std::string links;
    std::string charge;

    explicit Written(const Message& message) : links(written_links(message.links)) {
        JsonWriter out(content);
        write_content(out, message.content);
        if (message.context.quote) {
            JsonWriter quote_out(quote);
            write_quote(quote_out, *message.context.quote);
        }
        if (message.context.source) {
            JsonWriter source_out(source);
            write_source(source_out, *message.context.source);
        }
        if (message.charge) {
            JsonWriter charge_out(charge);
            write_charge(charge_out, *message.charge);
        }
        if (!message.failure) return;
        JsonWriter failure_out(failure);
        write_failure(failure_out, *message.failure);
    }
};

void bind_all(Statement& to, const Message& m, const Written& written) {
    const auto forwarded = (m.context.is_forwarded ? kForwarded : 0) |
                           (m.context.is_frequently_forwarded ? kOftenForwarded : 0) |
                           (m.context.is_from_ad ? kFromAd : 0);
    to.bind(m.rev).bind(m.conversation).bind(m.direction).bind(m.at);
    to.bind_text_or_null(m.wamid).bind_text_or_null(m.client_ref).bind(m.sent_by).bind(written.content);
    to.bind(m.context.quoted_wamid).bind(std::int64_t{forwarded}).bind(m.status);
    to.bind(m.times.sent)
        .bind(m.times.delivered)
        .bind(m.times.read)
        .bind(m.times.failed)
        .bind(written.failure)
        .bind(written.quote)
        .bind(written.source)
        .bind(written.links)
        .bind(written.charge)
        .bind(m.edited_at)
        .bind(m.times.played);
}

struct Place {
    UnixMillis at = 0;
    MessageId id;
};

Result<Place> place_of(Connection& on, ConversationId conversation, MessageId id) {
    auto statement = on.prepare("SELECT at FROM messages WHERE id = ? AND conversation = ?");
    ASSIGN_OR_RETURN(const bool has_row, statement.bind(id).bind(conversation).step());
    if (!has_row) return fail(ErrorCode::kNotFound, "There is no such message in this conversation.");
    return Place{statement.number(0), id};
}

Result<std::vector<Message>> rows_of(Statement& statement) {
    std::vector<Message> messages;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return messages;
        messages.push_back(message_in(statement));
    }
}

// One more than `limit`, so that the caller sees whether there are more.
Result<std::vector<Message>> rows_before(
    Connection& on, ConversationId conversation, Place place, int limit
) {
    auto statement = on.prepare("SELECT " MESSAGE_COLUMNS
                                " FROM messages WHERE conversation = ? AND (at, id) < (?, ?) "
                                "ORDER BY at DESC, id DESC LIMIT ?");
    statement.bind(conversation).bind(place.at).bind(place.id).bind(std::int64_t{limit} + 1);
    return rows_of(statement);
}

Result<std::vector<Message>> rows_after(Connection& on, ConversationId conversation, Place place, int limit) {
    auto statement =
        on.prepare("SELECT " MESSAGE_COLUMNS
                   " FROM messages WHERE conversation = ? AND (at, id) > (?, ?) ORDER BY at, id LIMIT ?");
    statement.bind(conversation).bind(place.at).bind(place.id).bind(std::int64_t{limit} + 1);
    return rows_of(statement);
}

// The index of migration 0025 is made for this very condition.
Status take_reactions(Connection& on, MessagePage& page) {
    if (!page.has_newer || page.messages.empty()) return {};
    Json targets = Json::array();
    for (const Message& message : page.messages)
        if (!message.wamid.empty()) targets.push_back(message.wamid);
    const Message& last = page.messages.back();
    auto statement =
        on.prepare("SELECT " MESSAGE_COLUMNS
                   " FROM messages WHERE conversation = ? AND content GLOB '{\"type\":\"reaction\",*' "
                   "AND json_extract(content, '$.reaction.message_id') IN (SELECT value FROM json_each(?)) "
                   "AND (at, id) > (?, ?) ORDER BY at, id");
    const std::string wanted = dump_json(targets);
    statement.bind(page.conversation).bind(wanted).bind(last.at).bind(last.id);
    ASSIGN_OR_RETURN(page.reactions, rows_of(statement));
    return {};
}

bool cut(std::vector<Message>& messages, int limit) {
    const bool has_more = messages.size() > static_cast<std::size_t>(limit);
    if (has_more) messages.pop_back();
    return has_more;
}

Result<MessagePage> page_before(Connection& on, const MessageQuery& query, Place place) {
    ASSIGN_OR_RETURN(auto messages, rows_before(on, query.conversation, place, query.limit));
    MessagePage page{query.conversation, {}, cut(messages, query.limit), place.at != INT64_MAX};
    std::reverse(messages.begin(), messages.end());
    page.messages = std::move(messages);
    return page;
}

Result<MessagePage> page_after(Connection& on, const MessageQuery& query, Place place) {
    ASSIGN_OR_RETURN(auto messages, rows_after(on, query.conversation, place, query.limit));
    const bool has_newer = cut(messages, query.limit);
    return MessagePage{query.conversation, std::move(messages), true, has_newer};
}

Result<MessagePage> page_around(Connection& on, const MessageQuery& query, Place place) {
    const int half = std::max(1, query.limit / 2);
    MessageQuery upper = query;
    upper.limit = half;
    // The place itself belongs to the upper half.
    ASSIGN_OR_RETURN(auto page, page_before(on, upper, {place.at, {place.id.value + 1}}));
    ASSIGN_OR_RETURN(auto below, page_after(on, upper, place));
    page.has_newer = below.has_newer;
    std::move(below.messages.begin(), below.messages.end(), std::back_inserter(page.messages));
    return page;
}

}  // namespace

Result<std::optional<Message>> read_message(Connection& on, MessageId id) {
    auto statement = on.prepare("SELECT " MESSAGE_COLUMNS " FROM messages WHERE id = ?");
    statement.bind(id);
    return one(statement);
}

Result<std::optional<Message>> read_message_by_wamid(Connection& on, std::string_view wamid) {
    auto statement = on.prepare("SELECT " MESSAGE_COLUMNS " FROM messages WHERE wamid = ?");
    statement.bind(wamid);
    return one(statement);
}

Result<std::optional<Message>> read_message_by_ref(Connection& on, std::string_view client_ref) {
    auto statement = on.prepare("SELECT " MESSAGE_COLUMNS " FROM messages WHERE client_ref = ?");
    statement.bind(client_ref);
    return one(statement);
}

Result<std::optional<Message>> read_last_inbound(
    Connection& on, ConversationId conversation, UnixMillis at, MessageId up_to
) {
    auto statement =
        on.prepare("SELECT " MESSAGE_COLUMNS
                   " FROM messages WHERE conversation = ? AND (at, id) <= (?, ?) AND direction = 0 "
                   "AND wamid NOT GLOB 'wacid.*' AND wamid NOT GLOB 'noid:*' "
                   "ORDER BY at DESC, id DESC LIMIT 1");
    statement.bind(conversation).bind(at).bind(up_to);
    return one(statement);
}

// Each conversation is asked by its own key: there are few of them, and much in each.
Result<RecordMessages> read_record_messages(Connection& on, const RecordQuery& query) {
    const Place before =
        query.before ? Place{query.before->at, query.before->message} : Place{INT64_MAX, {INT64_MAX}};
    ASSIGN_OR_RETURN(const auto linked, conversations_of_page(on, reach_of(query.record)));
    std::vector<Message> found;
    for (const auto id : linked) {
        ASSIGN_OR_RETURN(auto rows, rows_before(on, id, before, query.limit));
        std::move(rows.begin(), rows.end(), std::back_inserter(found));
    }
    auto statement =
        on.prepare("SELECT " MESSAGE_COLUMNS
                   " FROM messages WHERE id IN (SELECT message FROM links WHERE type = ? AND record = ? "
                   "AND message > 0) AND (at, id) < (?, ?) ORDER BY at DESC, id DESC");
    statement.bind(query.record.type).bind(query.record.id).bind(before.at).bind(before.id);
    ASSIGN_OR_RETURN(auto alone, rows_of(statement));
    std::move(alone.begin(), alone.end(), std::back_inserter(found));
    ReachedRows reached(on, query.reach);
    std::erase_if(found, [&](const Message& message) { return !reached.holds(message.conversation); });
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return comes_before(b, a); });
    const auto is_same = [](const auto& a, const auto& b) { return a.id == b.id; };
    found.erase(std::unique(found.begin(), found.end(), is_same), found.end());
    RecordMessages page;
    page.has_more = found.size() > static_cast<std::size_t>(query.limit);
    if (page.has_more) found.resize(static_cast<std::size_t>(query.limit));
    page.messages = std::move(found);
    return page;
}

Result<std::vector<Message>> read_messages_above(Connection& on, MessageId above, int limit) {
    auto statement = on.prepare("SELECT " MESSAGE_COLUMNS " FROM messages WHERE id > ? ORDER BY id LIMIT ?");
    statement.bind(above).bind(std::int64_t{limit});
    return rows_of(statement);
}

Result<std::vector<Message>> read_newest_messages_above(Connection& on, MessageId above, int limit) {
    auto statement =
        on.prepare("SELECT " MESSAGE_COLUMNS " FROM messages WHERE id > ? ORDER BY id DESC LIMIT ?");
    statement.bind(above).bind(std::int64_t{limit});
    return rows_of(statement);
}

// What it no longer carries stays noted: who looks for a file looks into the message too.
Status note_files(Connection& on, const Message& message) {
    for (const auto& carried : files_in(message.content)) {
        if (carried.media->file.id.empty()) continue;
        auto statement = on.prepare("INSERT OR IGNORE INTO message_files (file, message) VALUES (?, ?)");
        RETURN_IF_ERROR(statement.bind(carried.media->file.id).bind(message.id).run());
    }
    return {};
}

Result<bool> insert_message(Connection& on, Message& message) {
    auto statement = on.prepare(
        "INSERT OR IGNORE INTO messages (rev, conversation, direction, at, wamid, client_ref, sent_by, "
        "content, "
        "quoted_wamid, forwarded, status, sent_at, delivered_at, read_at, failed_at, failure, "
        "quote, source, links, charge, edited_at, played_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    );
    const Written written(message);
    bind_all(statement, message, written);
    RETURN_IF_ERROR(statement.run());
    if (on.changes() == 0) return false;
    message.id = {on.last_id()};
    RETURN_IF_ERROR(note_files(on, message));
    return true;
}

Status update_message(Connection& on, const Message& message) {
    auto statement = on.prepare(
        "UPDATE messages SET rev = ?, conversation = ?, direction = ?, at = ?, wamid = ?, client_ref = ?, "
        "sent_by = ?, "
        "content = ?, quoted_wamid = ?, forwarded = ?, status = ?, sent_at = ?, delivered_at = ?, read_at = "
        "?, "
        "failed_at = ?, failure = ?, quote = ?, source = ?, links = ?, charge = ?, "
        "edited_at = ?, played_at = ? WHERE id = ?"
    );
    const Written written(message);
    bind_all(statement, message, written);
    RETURN_IF_ERROR(statement.bind(message.id).run());
    return note_files(on, message);
}

Result<MessagePage> read_messages(Connection& on, const MessageQuery& query) {
    const MessageId id = query.before ? query.before : query.after ? query.after : query.around;
    if (!id) return page_before(on, query, {INT64_MAX, {INT64_MAX}});
    ASSIGN_OR_RETURN(const auto place, place_of(on, query.conversation, id));
    auto page = query.before  ? page_before(on, query, place)
                : query.after ? page_after(on, query, place)
                              : page_around(on, query, place);
    if (page) RETURN_IF_ERROR(take_reactions(on, *page));
    return page;
}

}  // namespace roost::sqlite
