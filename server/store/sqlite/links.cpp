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

Result<std::vector<ConversationId>> conversations_of_page(Connection& on, const Reach& page) {
    const auto record = record_in(page);
    if (!record) return with_number(on, number_in(page));
    auto statement =
        on.prepare("SELECT conversation FROM links WHERE type = ? AND record = ? AND message = 0");
    statement.bind(record->type).bind(record->id);
    return rows_of(statement, id_of);
}

Result<std::optional<std::string>> ids_of_pages(Connection& on, const ConversationQuery& query) {
    const auto page = page_in(query.reach);
    if (!query.record && page.empty()) return std::nullopt;
    std::vector<ConversationId> ids;
    if (query.record) {
        ASSIGN_OR_RETURN(ids, conversations_of_page(on, reach_of(*query.record)));
    }
    if (!page.empty()) {
        ASSIGN_OR_RETURN(auto seen, conversations_of_page(on, page));
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

bool ReachedRows::holds(ConversationId id) {
    if (reach_.empty()) return true;
    const auto [known, is_new] = known_.try_emplace(id, false);
    if (!is_new) return known->second;
    const auto row = read_conversation(on_, id).value_or(std::nullopt);
    known->second = row && is_reached(*row, reach_);
    return known->second;
}

Result<bool> reaches_file(Connection& on, const Reach& reach, std::string_view file) {
    if (reach.empty()) return true;
    auto own = on.prepare("SELECT EXISTS (SELECT 1 FROM reach_files WHERE reach = ? AND file = ?)");
    const auto owners = uploaders_of(reach);
    RETURN_IF_ERROR(own.bind(owners).bind(file).run());
    if (own.number(0) != 0) return true;
    auto statement = on.prepare(
        "SELECT conversation, content FROM messages WHERE id IN "
        "(SELECT message FROM message_files WHERE file = ?)"
    );
    statement.bind(file);
    ReachedRows reached(on, reach);
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, statement.step());
        if (!has_row) return false;
        // A message may have lost it since.
        if (reached.holds(id_of(statement)) && names_file(statement.text(1), file)) return true;
    }
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

Status SqliteLinkWrites::set_narrowed(std::string_view word, EventSeq at) {
    auto statement = on_.prepare("INSERT OR REPLACE INTO narrowed (reach, seq) VALUES (?, ?)");
    return statement.bind(word).bind(at).run();
}

Status SqliteLinkWrites::add_own_file(const Reach& reach, std::string_view file) {
    auto statement = on_.prepare("INSERT OR IGNORE INTO reach_files (reach, file) VALUES (?, ?)");
    const auto owners = uploaders_of(reach);
    return statement.bind(owners).bind(file).run();
}

Result<RecordMessages> SqliteLinkReads::list_messages(const RecordQuery& query) const {
    return connections_.read([&](Connection& on) { return read_record_messages(on, query); });
}

Result<bool> SqliteLinkReads::reaches_file(const Reach& reach, std::string_view file) const {
    return connections_.read([&](Connection& on) { return sqlite::reaches_file(on, reach, file); });
}

Result<EventSeq> SqliteLinkReads::narrowed_at(const std::vector<std::string>& words) const {
    return connections_.read([&](Connection& on) -> Result<EventSeq> {
        const auto list = dump_json(Json(words));
        auto statement =
            on.prepare("SELECT MAX(seq) FROM narrowed WHERE reach IN (SELECT value FROM json_each(?))");
        ASSIGN_OR_RETURN(const bool has_row, statement.bind(list).step());
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
