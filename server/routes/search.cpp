// Messages by their words, conversations by name and number.
#include "shared/wire/search.h"

#include <utility>

#include "server/events/visibility.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/paging.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::size_t kLongestQuestion = 1'000;  // bytes that are looked at

Result<SearchQuery> read_query(const Request& request, const Principal& who) {
    const auto question = request.query_value("q");
    if (!question) return fail(ErrorCode::kInvalid, "'q' says what to search for.");
    SearchQuery query;
    query.question = to_valid_utf8(std::string_view(*question).substr(0, kLongestQuestion));
    query.terms = text::search_terms(query.question);
    ASSIGN_OR_RETURN(query.limit, read_limit(request, 50, 200));
    ASSIGN_OR_RETURN(const auto conversation, id_in_query<ConversationId>(request, "conversation"));
    if (conversation) {
        if (!*conversation || !may_see(who, *conversation))
            return fail(ErrorCode::kNotFound, "There is no such conversation.");
        query.conversation = *conversation;
    }
    if (const auto cursor = request.query_value("cursor"); cursor && !cursor->empty()) {
        query.before = parse_search_cursor(*cursor);
        if (!query.before) return fail(ErrorCode::kInvalid, "'cursor' is not one that a search gave.");
    }
    return query;
}

void keep_visible(SearchPage& page, const Principal& who) {
    std::erase_if(page.conversations, [&](const Conversation& row) { return !may_see(who, row.id); });
    std::erase_if(page.messages, [&](const SearchHit& hit) { return !may_see(who, hit.conversation); });
    std::erase_if(page.rows, [&](const auto& row) { return !may_see(who, row.first); });
}

Result<SearchPage> search(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto query, read_query(request, who));
    if (query.conversation) {
        ASSIGN_OR_RETURN([[maybe_unused]] const auto row, deps.store.find_conversation(query.conversation));
    }
    ASSIGN_OR_RETURN(auto page, deps.store.search(query));
    keep_visible(page, who);
    return page;
}

}  // namespace

void bind_search(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto answer = [&deps](const Request& request, const Principal& who) {
        const auto page = search(deps, request, who);
        return page ? json_reply(200, write_search_page(*page)) : error_reply(page.error());
    };
    router.add("GET", "/api/v1/search", for_permission(deps, Permission::kRead, answer));
}

}  // namespace roost
