#include "server/store/sqlite/search_index.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "shared/base/utf8.h"
#include "shared/messages/searchable.h"
#include "shared/text/fold.h"

namespace roost::sqlite {

namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kTrigram = 3;
// What one question looks at.
constexpr int kMostCandidates = 5'000;
constexpr int kMostScanned = 20'000;
constexpr int kMostScannedInOne = 200'000;

constexpr const char* kSchema =
    "BEGIN IMMEDIATE;"
    "CREATE TABLE texts (message INTEGER PRIMARY KEY, conversation INTEGER NOT NULL, at INTEGER NOT NULL, "
    "text TEXT NOT NULL) STRICT;"
    "CREATE INDEX texts_by_place ON texts (conversation, at, message);"
    "CREATE VIRTUAL TABLE text_trigrams USING fts5 (text, content='texts', content_rowid='message', "
    "tokenize='trigram case_sensitive 1');"
    "CREATE TABLE names (conversation INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
    "CREATE VIRTUAL TABLE name_trigrams USING fts5 (text, content='names', content_rowid='conversation', "
    "tokenize='trigram case_sensitive 1');"
    "CREATE TABLE position (message INTEGER NOT NULL, conversation INTEGER NOT NULL, change INTEGER NOT "
    "NULL) "
    "STRICT;"
    "INSERT INTO position VALUES (0, 0, 0);"
    "PRAGMA user_version = 1;"
    "COMMIT;";

void remove_files(const std::string& path) {
    for (const char* ending : {"", "-wal", "-shm"}) {
        std::error_code ignored;
        std::filesystem::remove(path + ending, ignored);
    }
}

Result<std::unique_ptr<Connection>> open_or_make(const std::string& path) {
    ASSIGN_OR_RETURN(auto connection, Connection::open(path, Connection::Mode::kWriter));
    std::int64_t version = 0;
    {
        auto statement = connection->prepare("PRAGMA user_version");
        RETURN_IF_ERROR(statement.run());
        version = statement.number(0);
    }
    if (version == 0) {
        RETURN_IF_ERROR(connection->run(kSchema));
    } else if (version != kVersion) {
        return fail(ErrorCode::kConflict, "The search index is of another version.");
    }
    RETURN_IF_ERROR(connection->run("PRAGMA wal_autocheckpoint=2000"));
    ASSIGN_OR_RETURN([[maybe_unused]] const auto position, read_index_position(*connection));
    return connection;
}

// Every term as a phrase, so that nothing in it is an operator; absent if none is long enough.
std::optional<std::string> match_of(const text::SearchTerms& terms) {
    std::string match;
    for (const std::string& term : terms) {
        if (count_code_points(term) < kTrigram) continue;
        if (!match.empty()) match += " AND ";
        match += '"';
        for (const char c : term)
            match.append(c == '"' ? 2 : 1, c);
        match += '"';
    }
    if (match.empty()) return std::nullopt;
    return match;
}

}  // namespace

Result<std::unique_ptr<Connection>> open_search_index(const std::string& path) {
    if (auto opened = open_or_make(path)) return opened;
    remove_files(path);
    return open_or_make(path);
}

Result<IndexPosition> read_index_position(Connection& on) {
    auto statement = on.prepare("SELECT message, conversation, change FROM position");
    ASSIGN_OR_RETURN(const bool has_row, statement.step());
    if (!has_row) return fail(ErrorCode::kInternal, "The search index has lost its place.");
    return IndexPosition{{statement.number(0)}, {statement.number(1)}, statement.number(2)};
}

Status write_index_position(Connection& on, const IndexPosition& position) {
    auto statement = on.prepare("UPDATE position SET message = ?, conversation = ?, change = ?");
    return statement.bind(position.message).bind(position.conversation).bind(position.change).run();
}

Status remove_message(Connection& on, MessageId id) {
    auto known = on.prepare("SELECT text FROM texts WHERE message = ?");
    ASSIGN_OR_RETURN(const bool has_row, known.bind(id).step());
    if (!has_row) return {};
    const std::string text = known.text(0);
    auto trigrams =
        on.prepare("INSERT INTO text_trigrams (text_trigrams, rowid, text) VALUES ('delete', ?, ?)");
    RETURN_IF_ERROR(trigrams.bind(id).bind(text).run());
    return on.prepare("DELETE FROM texts WHERE message = ?").bind(id).run();
}

Status index_message(Connection& on, const Message& message) {
    RETURN_IF_ERROR(remove_message(on, message.id));
    const std::string text = text::fold(searchable_text(message.content));
    if (text.empty()) return {};
    auto row = on.prepare("INSERT INTO texts (message, conversation, at, text) VALUES (?, ?, ?, ?)");
    RETURN_IF_ERROR(row.bind(message.id).bind(message.conversation).bind(message.at).bind(text).run());
    return on.prepare("INSERT INTO text_trigrams (rowid, text) VALUES (?, ?)")
        .bind(message.id)
        .bind(text)
        .run();
}

Status remove_name(Connection& on, ConversationId id) {
    auto known = on.prepare("SELECT text FROM names WHERE conversation = ?");
    ASSIGN_OR_RETURN(const bool has_row, known.bind(id).step());
    if (!has_row) return {};
    const std::string text = known.text(0);
    auto trigrams =
        on.prepare("INSERT INTO name_trigrams (name_trigrams, rowid, text) VALUES ('delete', ?, ?)");
    RETURN_IF_ERROR(trigrams.bind(id).bind(text).run());
    return on.prepare("DELETE FROM names WHERE conversation = ?").bind(id).run();
}

Status index_name(Connection& on, const Conversation& conversation) {
    RETURN_IF_ERROR(remove_name(on, conversation.id));
    const std::string text = folded_name(conversation);
    auto row = on.prepare("INSERT INTO names (conversation, text) VALUES (?, ?)");
    RETURN_IF_ERROR(row.bind(conversation.id).bind(text).run());
    return on.prepare("INSERT INTO name_trigrams (rowid, text) VALUES (?, ?)")
        .bind(conversation.id)
        .bind(text)
        .run();
}

std::string folded_name(const Conversation& conversation) {
    return text::fold(conversation.contact_name + "\n" + conversation.wa_id);
}

text::SearchTerms name_terms(std::string_view question, const text::SearchTerms& terms) {
    std::string digits;
    for (const char c : text::fold(question)) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (std::string_view(" +-().").find(c) == std::string_view::npos) {
            return terms;
        }
    }
    if (digits.starts_with("00")) digits.erase(0, 2);
    if (digits.empty()) return terms;
    return {digits};
}

Result<bool> find_messages(
    Connection& on, const text::SearchTerms& terms, MessageId before, const TakePlace& take
) {
    const auto match = match_of(terms);
    auto by_trigram = on.prepare(
        "SELECT rowid FROM text_trigrams WHERE text_trigrams MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT "
        "?"
    );
    auto by_scan =
        on.prepare("SELECT message, text FROM texts WHERE message < ? ORDER BY message DESC LIMIT ?");
    Statement& rows = match ? by_trigram : by_scan;
    const int most = match ? kMostCandidates : kMostScanned;
    if (match) rows.bind(*match);
    rows.bind(before).bind(std::int64_t{most});
    for (int seen = 0;; ++seen) {
        ASSIGN_OR_RETURN(const bool has_row, rows.step());
        if (!has_row) return seen < most;
        if (!match && !text::holds_all(rows.text(1), terms)) continue;
        ASSIGN_OR_RETURN(const bool goes_on, take({{rows.number(0)}, 0}));
        if (!goes_on) return true;
    }
}

Result<bool> find_messages_in(
    Connection& on,
    const text::SearchTerms& terms,
    ConversationId conversation,
    const IndexPlace& before,
    const TakePlace& take
) {
    auto rows = on.prepare(
        "SELECT message, at, text FROM texts WHERE conversation = ? AND (at, message) < (?, ?) "
        "ORDER BY at DESC, message DESC LIMIT ?"
    );
    rows.bind(conversation).bind(before.at).bind(before.message).bind(std::int64_t{kMostScannedInOne});
    for (int seen = 0;; ++seen) {
        ASSIGN_OR_RETURN(const bool has_row, rows.step());
        if (!has_row) return seen < kMostScannedInOne;
        if (!text::holds_all(rows.text(2), terms)) continue;
        ASSIGN_OR_RETURN(const bool goes_on, take({{rows.number(0)}, rows.number(1)}));
        if (!goes_on) return true;
    }
}

Result<std::vector<ConversationId>> find_names(Connection& on, const text::SearchTerms& terms, int limit) {
    std::vector<ConversationId> found;
    const auto match = match_of(terms);
    auto by_trigram = on.prepare(
        "SELECT n.conversation, n.text FROM name_trigrams t JOIN names n ON n.conversation = t.rowid "
        "WHERE t.name_trigrams MATCH ? ORDER BY t.rowid DESC"
    );
    auto by_scan = on.prepare("SELECT conversation, text FROM names ORDER BY conversation DESC");
    Statement& rows = match ? by_trigram : by_scan;
    if (match) rows.bind(*match);
    for (int seen = 0; seen < kMostScannedInOne; ++seen) {
        ASSIGN_OR_RETURN(const bool has_row, rows.step());
        if (!has_row) break;
        if (!text::holds_all(rows.text(1), terms)) continue;
        found.push_back({rows.number(0)});
        if (found.size() >= static_cast<std::size_t>(limit)) break;
    }
    return found;
}

}  // namespace roost::sqlite
