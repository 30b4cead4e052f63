#include "server/store/sqlite/search.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/store/sqlite/links.h"
#include "server/store/sqlite/records.h"
#include "server/store/sqlite/search_index.h"
#include "shared/messages/searchable.h"
#include "shared/text/fold.h"

namespace roost::sqlite {

namespace {

constexpr std::size_t kSnippetWidth = 90;
// What the indexer has not reached: nothing as a rule, much only while a large database is indexed anew.
constexpr int kMostUnindexed = 2'000;
constexpr int kNameCandidates = 500;

bool is_found(const Message& message, const SearchQuery& query) {
    if (query.conversation && message.conversation != query.conversation) return false;
    return text::holds_all(text::fold(searchable_text(message.content)), query.terms);
}

SearchHit hit_of(const Message& message, const SearchQuery& query) {
    SearchHit hit;
    hit.message = message.id;
    hit.conversation = message.conversation;
    hit.at = message.at;
    hit.direction = message.direction;
    hit.type = content_type(message.content);
    hit.snippet = text::snippet_of(searchable_text(message.content), query.terms, kSnippetWidth);
    return hit;
}

// The newest first: by arrival in the whole inbox, as the thread has it in one conversation.
bool is_before(const SearchQuery& query, const SearchPlace& a, const SearchPlace& b) {
    if (query.conversation && a.at != b.at) return a.at > b.at;
    return a.message > b.message;
}

class Search {
  public:
    Search(Connection& database, Connection& index, const SearchQuery& query)
        : database_(database), index_(index), query_(query) {}

    Result<SearchPage> run() {
        // The index first: what it gains afterwards is found twice, never missed.
        ASSIGN_OR_RETURN(position_, read_index_position(index_));
        if (!query_.conversation && !query_.before) RETURN_IF_ERROR(find_conversations());
        RETURN_IF_ERROR(find_unindexed());
        RETURN_IF_ERROR(find_indexed());
        RETURN_IF_ERROR(cut());
        return std::move(page_);
    }

  private:
    Status find_conversations() {
        const auto terms = name_terms(query_.question, query_.terms);
        ASSIGN_OR_RETURN(const auto ids, find_names(index_, terms, kNameCandidates));
        std::vector<Conversation> rows;
        for (const ConversationId id : ids) {
            ASSIGN_OR_RETURN(auto row, read_conversation(database_, id));
            if (row) rows.push_back(*std::move(row));
        }
        ASSIGN_OR_RETURN(
            auto fresh, read_conversations_above(database_, position_.conversation, kNameCandidates)
        );
        std::move(fresh.begin(), fresh.end(), std::back_inserter(rows));
        std::erase_if(rows, [&](const Conversation& row) {
            return !reached_.holds(row.id) || !text::holds_all(folded_name(row), terms);
        });
        std::sort(rows.begin(), rows.end(), listed_before);
        rows.erase(
            std::unique(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.id == b.id; }),
            rows.end()
        );
        if (rows.size() > static_cast<std::size_t>(query_.most_conversations))
            rows.resize(static_cast<std::size_t>(query_.most_conversations));
        page_.conversations = std::move(rows);
        return {};
    }

    Status find_unindexed() {
        ASSIGN_OR_RETURN(
            const auto fresh, read_newest_messages_above(database_, position_.message, kMostUnindexed)
        );
        page_.is_partial = fresh.size() >= kMostUnindexed;
        for (const Message& message : fresh) {
            const SearchPlace place{message.at, message.id};
            if (!query_.conversation && query_.before && message.id >= query_.before->message) continue;
            if (query_.before && !is_before(query_, *query_.before, place)) continue;
            if (is_found(message)) take(message);
        }
        return {};
    }

    Status find_indexed() {
        const SearchPlace end{INT64_MAX, {INT64_MAX}};
        const SearchPlace before = query_.before.value_or(end);
        const bool is_counting = query_.conversation && !query_.before;
        int count = static_cast<int>(hits_.size());
        int taken = 0;
        const auto take_place = [&](const IndexPlace& place) -> Result<bool> {
            ++count;
            if (taken > query_.limit) return is_counting;
            ASSIGN_OR_RETURN(const auto message, read_message(database_, place.message));
            if (!message || message->id > position_.message || !is_found(*message)) {
                --count;
                return true;
            }
            take(*message);
            return ++taken <= query_.limit || is_counting;
        };
        auto whole =
            query_.conversation
                ? find_messages_in(
                      index_, query_.terms, query_.conversation, {before.message, before.at}, take_place
                  )
                : find_messages(index_, query_.terms, before.message, take_place);
        ASSIGN_OR_RETURN(const bool is_whole, std::move(whole));
        if (!is_whole) page_.is_partial = true;
        if (is_counting) page_.total = count;
        return {};
    }

    bool is_found(const Message& message) {
        return reached_.holds(message.conversation) && sqlite::is_found(message, query_);
    }

    void take(const Message& message) { hits_.push_back(hit_of(message, query_)); }

    Status cut() {
        const auto place = [](const SearchHit& hit) { return SearchPlace{hit.at, hit.message}; };
        std::sort(hits_.begin(), hits_.end(), [&](const SearchHit& a, const SearchHit& b) {
            return is_before(query_, place(a), place(b));
        });
        if (hits_.size() > static_cast<std::size_t>(query_.limit)) {
            hits_.resize(static_cast<std::size_t>(query_.limit));
            page_.next = std::to_string(hits_.back().at) + "_" + to_string(hits_.back().message);
        }
        page_.messages = std::move(hits_);
        if (query_.conversation) return {};
        for (const SearchHit& hit : page_.messages) {
            if (page_.rows.contains(hit.conversation)) continue;
            ASSIGN_OR_RETURN(auto row, read_conversation(database_, hit.conversation));
            if (row) page_.rows.emplace(hit.conversation, *std::move(row));
        }
        return {};
    }

    Connection& database_;
    Connection& index_;
    const SearchQuery& query_;
    IndexPosition position_;
    ReachedRows reached_{database_, query_.reach};
    std::vector<SearchHit> hits_;
    SearchPage page_;
};

}  // namespace

Result<SearchPage> search(Connection& database, Connection& index, const SearchQuery& query) {
    if (query.terms.empty()) return SearchPage();
    return Search(database, index, query).run();
}

}  // namespace roost::sqlite
