#include "server/store/sqlite/search_indexer.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

#include "server/store/sqlite/records.h"
#include "server/store/sqlite/search_index.h"

namespace roost::sqlite {

namespace {

// What arrives meanwhile goes into one transaction. Searches look at it before it is indexed.
constexpr auto kPause = std::chrono::milliseconds(250);
constexpr auto kPauseAfterFailure = std::chrono::seconds(5);

struct Change {
    std::int64_t id = 0;
    MessageId message;
    ConversationId conversation;
};

// All of one moment.
struct Batch {
    std::vector<Message> messages;
    std::vector<Conversation> conversations;
    std::vector<Change> changes;
    bool is_full = false;
    IndexPosition reached;
};

Result<std::vector<Change>> read_changes(Connection& on, std::int64_t after, int limit) {
    auto rows =
        on.prepare("SELECT id, message, conversation FROM search_changes WHERE id > ? ORDER BY id LIMIT ?");
    rows.bind(after).bind(std::int64_t{limit});
    std::vector<Change> changes;
    while (true) {
        ASSIGN_OR_RETURN(const bool has_row, rows.step());
        if (!has_row) return changes;
        changes.push_back({rows.number(0), {rows.number(1)}, {rows.number(2)}});
    }
}

Result<Batch> read_batch(Connection& database, const IndexPosition& from, int limit) {
    Batch batch;
    batch.reached = from;
    ASSIGN_OR_RETURN(batch.messages, read_messages_above(database, from.message, limit));
    ASSIGN_OR_RETURN(batch.conversations, read_conversations_above(database, from.conversation, limit));
    ASSIGN_OR_RETURN(batch.changes, read_changes(database, from.change, limit));
    if (!batch.messages.empty()) batch.reached.message = batch.messages.back().id;
    if (!batch.conversations.empty()) batch.reached.conversation = batch.conversations.back().id;
    if (!batch.changes.empty()) batch.reached.change = batch.changes.back().id;
    const std::size_t most =
        std::max({batch.messages.size(), batch.conversations.size(), batch.changes.size()});
    batch.is_full = most >= static_cast<std::size_t>(limit);
    return batch;
}

Status apply_change(Connection& database, Connection& index, const Change& change) {
    if (change.message) {
        ASSIGN_OR_RETURN(const auto message, read_message(database, change.message));
        return message ? index_message(index, *message) : remove_message(index, change.message);
    }
    ASSIGN_OR_RETURN(const auto row, read_conversation(database, change.conversation));
    return row ? index_name(index, *row) : remove_name(index, change.conversation);
}

Status write_batch(Connection& database, Connection& index, const Batch& batch) {
    for (const Message& message : batch.messages)
        RETURN_IF_ERROR(index_message(index, message));
    for (const Conversation& row : batch.conversations)
        RETURN_IF_ERROR(index_name(index, row));
    // What a change is about may lie beyond what is indexed so far; it is then only indexed twice.
    for (const Change& change : batch.changes)
        RETURN_IF_ERROR(apply_change(database, index, change));
    return write_index_position(index, batch.reached);
}

// Runs `part` inside a transaction of `on`, undone when it fails.
template <class Part>
auto in_transaction(Connection& on, const char* begin, Part part) -> decltype(part()) {
    RETURN_IF_ERROR(on.run(begin));
    auto done = part();
    if (done) RETURN_IF_ERROR(on.run("COMMIT"));
    if (!done) [[maybe_unused]]
        const auto undone = on.run("ROLLBACK");
    return done;
}

void give_way() {
    constexpr int kNice = 19;
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNice);
}

}  // namespace

Result<bool> index_batch(Connection& database, Connection& index, int limit) {
    return in_transaction(database, "BEGIN", [&]() -> Result<bool> {
        ASSIGN_OR_RETURN(const auto position, read_index_position(index));
        ASSIGN_OR_RETURN(const Batch batch, read_batch(database, position, limit));
        if (batch.reached == position) return false;
        return in_transaction(index, "BEGIN IMMEDIATE", [&]() -> Result<bool> {
            // A command beside the server has an indexer too: what one of them did, the other does not again.
            ASSIGN_OR_RETURN(const auto now, read_index_position(index));
            if (!(now == position)) return true;
            RETURN_IF_ERROR(write_batch(database, index, batch));
            return batch.is_full;
        });
    });
}

namespace {

// Ends its reading before it returns: a connection that still reads cannot write when somebody else has.
Result<bool> is_ahead_of(Connection& database, const IndexPosition& position) {
    auto newest = database.prepare(
        "SELECT IFNULL((SELECT MAX(id) FROM messages), 0), IFNULL((SELECT MAX(id) FROM conversations), 0), "
        "IFNULL((SELECT seq FROM sqlite_sequence WHERE name = 'search_changes'), 0)"
    );
    RETURN_IF_ERROR(newest.run());
    return position.message.value > newest.number(0) || position.conversation.value > newest.number(1) ||
           position.change > newest.number(2);
}

}  // namespace

Status prepare_index(Connection& database, Connection& index) {
    ASSIGN_OR_RETURN(auto position, read_index_position(index));
    ASSIGN_OR_RETURN(const bool is_ahead, is_ahead_of(database, position));
    if (is_ahead) {
        position = {};
        RETURN_IF_ERROR(
            index.run("BEGIN IMMEDIATE; DELETE FROM texts; DELETE FROM names;"
                      "INSERT INTO text_trigrams (text_trigrams) VALUES ('rebuild');"
                      "INSERT INTO name_trigrams (name_trigrams) VALUES ('rebuild');"
                      "UPDATE position SET message = 0, conversation = 0, change = 0; COMMIT")
        );
    }
    return database.prepare("DELETE FROM search_changes WHERE id <= ?").bind(position.change).run();
}

Result<std::unique_ptr<SearchIndexer>> SearchIndexer::start(
    const std::string& database_path, std::unique_ptr<Connection> index
) {
    ASSIGN_OR_RETURN(auto database, Connection::open(database_path, Connection::Mode::kReader));
    std::unique_ptr<SearchIndexer> indexer(new SearchIndexer(std::move(database), std::move(index)));
    indexer->thread_ = std::thread([raw = indexer.get()] { raw->run(); });
    return indexer;
}

SearchIndexer::SearchIndexer(std::unique_ptr<Connection> database, std::unique_ptr<Connection> index)
    : database_(std::move(database)), index_(std::move(index)) {}

SearchIndexer::~SearchIndexer() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void SearchIndexer::wake() {
    if (has_work_.exchange(true)) return;
    const std::lock_guard lock(mutex_);
    wake_.notify_one();
}

void SearchIndexer::run() {
    give_way();
    while (wait_for_work()) {
        has_work_ = false;
        const bool is_done = index_all();
        if (!is_done) has_work_ = true;
        std::unique_lock lock(mutex_);
        if (is_stopping_) return;
        wake_.wait_for(lock, is_done ? kPause : std::chrono::milliseconds(kPauseAfterFailure), [this] {
            return is_stopping_;
        });
    }
}

bool SearchIndexer::wait_for_work() {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return is_stopping_ || has_work_; });
    return !is_stopping_;
}

// False if it failed: what was not indexed is tried again, and found by searches meanwhile.
bool SearchIndexer::index_all() {
    while (true) {
        const auto has_more = index_batch(*database_, *index_);
        if (!has_more) return false;
        if (!*has_more) return true;
        const std::lock_guard lock(mutex_);
        if (is_stopping_) return true;
    }
}

}  // namespace roost::sqlite
