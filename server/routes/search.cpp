// Messages by their words, conversations by name and number.
#include "shared/wire/search.h"

#include <utility>

#include "server/app/find_visible.h"
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
    query.reach = who.reach;
    ASSIGN_OR_RETURN(query.limit, read_limit(request, 50, 200));
    ASSIGN_OR_RETURN(const auto conversation, id_in_query<ConversationId>(request, "conversation"));
    if (conversation) {
        if (!*conversation) return fail(ErrorCode::kNotFound, "There is no such conversation.");
        query.conversation = *conversation;
    }
    if (const auto cursor = request.query_value("cursor"); cursor && !cursor->empty()) {
        query.before = parse_search_cursor(*cursor);
        if (!query.before) return fail(ErrorCode::kInvalid, "'cursor' is not one that a search gave.");
    }
    return query;
}

// The database found only what they see; what concerns other records goes.
void narrow(SearchPage& page, const Reach& reach) {
    for (auto& row : page.conversations)
        row = narrowed(std::move(row), reach);
    for (auto& [id, row] : page.rows)
        row = narrowed(std::move(row), reach);
}

Result<SearchPage> search(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto query, read_query(request, who));
    if (query.conversation) {
        ASSIGN_OR_RETURN(
            [[maybe_unused]] const auto row, find_visible_conversation(deps, who, query.conversation)
        );
    }
    ASSIGN_OR_RETURN(auto page, deps.store.search(query));
    narrow(page, who.reach);
    return page;
}

}  // namespace

void bind_search(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto answer = [&deps](const Request& request, const Principal& who) {
        const auto page = search(deps, request, who);
        return page ? json_reply(200, write_search_page(*page)) : error_reply(page.error());
    };
    router.add("GET", "/api/v1/search", for_any_reach(deps, Permission::kRead, answer));
}

}  // namespace roost
