#include "server/store/sqlite/links.h"

#include <algorithm>
#include <unordered_set>

#include "server/store/sqlite/people.h"
#include "server/store/sqlite/records.h"
#include "shared/base/json_writer.h"
#include "shared/messages/content.h"
#include "shared/model/phone_number.h"

namespace roost::sqlite {

namespace {

ConversationId id_of(const Statement& row) {
    return {row.number(0)};
}

LinkRow link_of(const Statement& row) {
    return {
        {row.number(1)},
        {row.number(2)},
        {{row.number(0)}, {row.text(3), row.text(4)}, row.text(5), row.text(6)},
        row.number(7),
        {row.number(8)}};
}

Result<std::vector<ConversationId>> with_number(Connection& on, const std::string& digits) {
    std::vector<ConversationId> all;
    for (const auto& spelling : wa_id_variants(digits)) {
        auto statement = on.prepare("SELECT id FROM conversations WHERE wa_id = ? AND wa_id <> ''");
        statement.bind(spelling);
        ASSIGN_OR_RETURN(const auto ids, rows_of(statement, id_of));
        all.insert(all.end(), ids.begin(), ids.end());
    }
    return all;
}

bool names_file(const std::string& content, std::string_view file) {
    return carries_file(parse_content(Json::parse(content, nullptr, false)), file);
}

}  // namespace

std::string written_links(const RecordLinks& links) {
    if (links.empty()) return {};
    return text_written_by([&](JsonWriter& out) { write_links(out, links); });
}

Result<std::vector<ConversationId>> reached_conversations(Connection& on, const Reach& reach) {
    const auto record = record_in(reach);
    if (!record) return with_number(on, number_in(reach));
    auto statement =
        on.prepare("SELECT conversation FROM links WHERE type = ? AND record = ? AND message = 0");
    statement.bind(record->type).bind(record->id);
    return rows_of(statement, id_of);
}

Result<std::optional<std::string>> reached_ids(Connection& on, const ConversationQuery& query) {
    if (!query.record && query.reach.empty()) return std::nullopt;
    std::vector<ConversationId> ids;
    if (query.record) {
        ASSIGN_OR_RETURN(ids, reached_conversations(on, reach_of(*query.record)));
    }
    if (!query.reach.empty()) {
        ASSIGN_OR_RETURN(auto seen, reached_conversations(on, query.reach));
        const std::unordered_set<ConversationId> all(seen.begin(), seen.end());
        if (query.record) {
            std::erase_if(ids, [&](ConversationId id) { return !all.contains(id); });
        } else {
            ids = std::move(seen);
        }
    }
    return text_written_by([&](JsonWriter& out) {
        out.begin_array();
        for (const auto id : ids)
            out.integer(id.value);
        out.end_array();
    });
}

Status keep_reached(Connection& on, const Reach& reach, std::vector<Message>& messages) {
    if (reach.empty()) return {};
    ASSIGN_OR_RETURN(const auto ids, reached_conversations(on, reach));
    const std::unordered_set<ConversationId> seen(ids.begin(), ids.end());
    std::erase_if(messages, [&](const Message& message) { return !seen.contains(message.conversation); });
    return {};
}

Result<bool> reaches_file(Connection& on, const Reach& reach, std::string_view file) {
    if (reach.empty()) return true;
    auto own = on.prepare("SELECT EXISTS (SELECT 1 FROM reach_files WHERE reach = ? AND file = ?)");
    RETURN_IF_ERROR(own.bind(reach).bind(file).run());
    if (own.number(0) != 0) return true;
    ASSIGN_OR_RETURN(const auto ids, reached_conversations(on, reach));
    for (const auto id : ids) {
        // Somebody may have written the id in a text: only the file of a message counts.
        auto statement =
            on.prepare("SELECT content FROM messages WHERE conversation = ? AND instr(content, ?)");
        statement.bind(id).bind(file);
        ASSIGN_OR_RETURN(const auto contents, rows_of(statement, [](const Statement& row) {
                             return row.text(0);
                         }));
        const auto has_it = [&](const std::string& content) { return names_file(content, file); };
        if (std::any_of(contents.begin(), contents.end(), has_it)) return true;
    }
    return false;
}

Result<LinkId> SqliteLinkWrites::add_link(const LinkRow& row) {
    auto statement = on_.prepare(
        "INSERT INTO links (type, record, message, conversation, title, url, linked_at, linked_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    );
    const auto& link = row.link;
    statement.bind(link.record.type).bind(link.record.id).bind(row.message).bind(row.conversation);
    statement.bind(link.title).bind(link.url).bind(row.linked_at).bind(row.linked_by);
    RETURN_IF_ERROR(statement.run());
    return LinkId{on_.last_id()};
}

Status SqliteLinkWrites::put_link(const LinkRow& row) {
    auto statement = on_.prepare("UPDATE links SET title = ?, url = ? WHERE id = ?");
    return statement.bind(row.link.title).bind(row.link.url).bind(row.link.id).run();
}

Result<std::optional<LinkRow>> SqliteLinkWrites::link(LinkId id) {
    auto statement = on_.prepare(
        "SELECT id, conversation, message, type, record, title, url, linked_at, linked_by FROM links "
        "WHERE id = ?"
    );
    statement.bind(id);
    return first_of(statement, link_of);
}

Status SqliteLinkWrites::remove_link(LinkId id) {
    auto statement = on_.prepare("DELETE FROM links WHERE id = ?");
    return statement.bind(id).run();
}

Status SqliteLinkWrites::set_narrowed(const Reach& reach, EventSeq at) {
    auto statement = on_.prepare("INSERT OR REPLACE INTO narrowed (reach, seq) VALUES (?, ?)");
    return statement.bind(reach).bind(at).run();
}

Status SqliteLinkWrites::add_own_file(const Reach& reach, std::string_view file) {
    auto statement = on_.prepare("INSERT OR IGNORE INTO reach_files (reach, file) VALUES (?, ?)");
    return statement.bind(reach).bind(file).run();
}

Result<RecordMessages> SqliteLinkReads::list_messages(const RecordQuery& query) const {
    return connections_.read([&](Connection& on) { return read_record_messages(on, query); });
}

Result<bool> SqliteLinkReads::reaches_file(const Reach& reach, std::string_view file) const {
    return connections_.read([&](Connection& on) { return sqlite::reaches_file(on, reach, file); });
}

Result<EventSeq> SqliteLinkReads::narrowed_at(const Reach& reach) const {
    return connections_.read([&](Connection& on) -> Result<EventSeq> {
        auto statement = on.prepare("SELECT seq FROM narrowed WHERE reach = ?");
        ASSIGN_OR_RETURN(const bool has_row, statement.bind(reach).step());
        return EventSeq{has_row ? statement.number(0) : 0};
    });
}

Result<int> SqliteLinkReads::count_unread(const Reach& reach) const {
    return connections_.read([&](Connection& on) -> Result<int> {
        ASSIGN_OR_RETURN(const auto counts, count_unread_conversations(on, reach));
        return counts.all;
    });
}

}  // namespace roost::sqlite
