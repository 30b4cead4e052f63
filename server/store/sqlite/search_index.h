// What search reads: the folded text of every message and name, and trigrams of it. A file of its own beside
// the database, so that indexing never holds the writer up: it follows behind by rising ids and by the table
// search_changes, and says in the same transaction how far it has come. It can be deleted at any time; it is
// then built anew.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/sqlite/connection.h"
#include "shared/model/conversation.h"
#include "shared/model/message.h"
#include "shared/text/search_terms.h"

namespace roost::sqlite {

// Everything up to these ids is in the index.
struct IndexPosition {
    MessageId message;
    ConversationId conversation;
    std::int64_t change = 0;

    bool operator==(const IndexPosition&) const = default;
};

struct IndexPlace {
    MessageId message;
    UnixMillis at = 0;  // set when one conversation is searched
};

// The connection on which the index is written; a file that cannot be used, or of another version, is made
// anew. kUnavailable if the folder cannot be written.
Result<std::unique_ptr<Connection>> open_search_index(const std::string& path);

Result<IndexPosition> read_index_position(Connection& on);
Status write_index_position(Connection& on, const IndexPosition& position);

// What is known under the id is replaced; an empty text only removes.
Status index_message(Connection& on, const Message& message);
Status index_name(Connection& on, const Conversation& conversation);
Status remove_message(Connection& on, MessageId id);
Status remove_name(Connection& on, ConversationId id);

// How a conversation is found by its name or number.
std::string folded_name(const Conversation& conversation);
// Terms for names: a question that is a phone number is one term, its digits.
text::SearchTerms name_terms(std::string_view question, const text::SearchTerms& terms);

// Candidates, newest first, until `take` returns false. Whether all terms hold must be asked of what the
// database says now. Returns false if there was more to look at than is looked at for one question.
using TakePlace = std::function<Result<bool>(IndexPlace)>;
Result<bool> find_messages(
    Connection& on, const text::SearchTerms& terms, MessageId before, const TakePlace& take
);
// In one conversation, in the order of the thread from its end.
Result<bool> find_messages_in(
    Connection& on,
    const text::SearchTerms& terms,
    ConversationId conversation,
    const IndexPlace& before,
    const TakePlace& take
);
// At most `limit` conversations, the youngest first.
Result<std::vector<ConversationId>> find_names(Connection& on, const text::SearchTerms& terms, int limit);

}  // namespace roost::sqlite
