// What Meta approved, for whoever writes first; made, changed and deleted by those who lead.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/app/clock.h"
#include "server/app/connected_numbers.h"
#include "server/app/template_changes.h"
#include "server/app/template_syncer.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/paging.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/base/json_writer.h"
#include "shared/model/message_template.h"
#include "shared/text/search_terms.h"

namespace roost {

namespace {

constexpr int kMostOnPage = 1'000;

struct TemplateQuery {
    text::SearchTerms terms;
    std::string category;
    std::string language;
    std::string status;
    std::string waba;   // empty = of all business accounts
    AccountId account;  // what may be sent from it; 0 = not asked
    std::string after;  // the cursor of the page before
    int limit = 0;
};

std::string upper(std::string text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

Result<TemplateQuery> read_query(const Request& request) {
    TemplateQuery query;
    const auto text = [&](std::string_view name) { return request.query_value(name).value_or(""); };
    query.terms = text::search_terms(text("search"));
    query.category = upper(text("category"));
    query.language = text("language");
    query.status = upper(text("status"));
    query.waba = text("waba");
    query.after = text("after");
    if (const auto id = text("account"); !id.empty()) {
        const auto account = parse_id<AccountId>(id);
        if (!account) return fail(ErrorCode::kInvalid, "'account' must be the id of an account.");
        query.account = *account;
    }
    ASSIGN_OR_RETURN(query.limit, read_limit(request, 200, kMostOnPage));
    return query;
}

// In the order of the list, never the same for two.
std::string cursor_of(const MessageTemplate& pattern) {
    return pattern.name + "~" + pattern.language + "~" + pattern.id;
}

bool is_wanted(const MessageTemplate& pattern, const TemplateQuery& query) {
    if (!query.category.empty() && pattern.category != query.category) return false;
    if (!query.status.empty() && pattern.status != query.status) return false;
    if (!query.language.empty() && !is_same_language(pattern.language, query.language)) return false;
    return query.terms.empty() || text::holds_all(searched_words(pattern), query.terms);
}

struct ListPage {
    std::vector<const MessageTemplate*> shown;
    bool has_more = false;
};

ListPage page_of(const std::vector<MessageTemplate>& sorted, const TemplateQuery& query) {
    ListPage page;
    for (const auto& pattern : sorted) {
        if (cursor_of(pattern) <= query.after || !is_wanted(pattern, query)) continue;
        page.has_more = static_cast<int>(page.shown.size()) == query.limit;
        if (page.has_more) break;
        page.shown.push_back(&pattern);
    }
    return page;
}

std::string write_page(const ListPage& page, const std::optional<TemplateSync>& sync, UnixMillis now) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object().key("templates").begin_array();
        for (const auto* pattern : page.shown)
            write_message_template(out, *pattern);
        out.end_array();
        if (page.has_more) out.key("next").string(cursor_of(*page.shown.back()));
        if (sync && sync->synced_at != 0) out.key("synced_at").time(sync->synced_at);
        if (sync) out.text_member("problem", sync->problem);
        out.key("is_syncing").boolean(!sync || sync->due_at <= now).end_object();
    });
}

// Of several accounts the one is told of that needs attention: with a problem, or asked the longest ago.
bool is_more_urgent(const std::optional<TemplateSync>& one, const std::optional<TemplateSync>& than) {
    if (!one || !than) return one.has_value();
    if (one->problem.empty() != than->problem.empty()) return !one->problem.empty();
    return one->synced_at < than->synced_at;
}

// Those whose templates are asked for, in the order of their connecting.
Result<std::vector<std::string>> wabas_of(const Deps& deps, const TemplateQuery& query) {
    auto wabas = deps.numbers.wabas();
    std::string only = query.waba;
    if (query.account) {
        ASSIGN_OR_RETURN(only, waba_of_account(deps.store, deps.numbers, query.account));
        if (only.empty()) return std::vector<std::string>{};
    }
    if (!only.empty()) std::erase_if(wabas, [&only](const std::string& one) { return one != only; });
    return wabas;
}

Result<std::string> list(const Deps& deps, const Request& request) {
    ASSIGN_OR_RETURN(const auto query, read_query(request));
    ASSIGN_OR_RETURN(const auto wabas, wabas_of(deps, query));
    std::vector<MessageTemplate> all;
    std::optional<TemplateSync> sync;
    for (const auto& waba : wabas) {
        ASSIGN_OR_RETURN(auto of_it, deps.store.list_templates(waba));
        std::move(of_it.begin(), of_it.end(), std::back_inserter(all));
        ASSIGN_OR_RETURN(auto its_sync, deps.store.find_template_sync(waba));
        if (is_more_urgent(its_sync, sync)) sync = std::move(its_sync);
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return cursor_of(a) < cursor_of(b);
    });
    return write_page(page_of(all, query), sync, deps.clock.now());
}

Reply failure_reply(const TemplateFailure& failure) {
    if (failure.fields.empty()) return error_reply(failure.error);
    std::vector<FieldProblem> problems;
    problems.reserve(failure.fields.size());
    for (const auto& one : failure.fields)
        problems.push_back({one.field, one.code, one.sentence});
    return field_reply(problems);
}

Reply template_reply(int status, const TemplateResult<MessageTemplate>& result) {
    if (!result) return failure_reply(result.error());
    return json_reply(status, text_written_by([&](JsonWriter& out) {
                          write_message_template(out, *result);
                      }));
}

Reply create(const RouteDeps& on, const Request& request, const Principal& who) {
    const auto body = parse_json(request.body);
    if (!body) return error_reply(body.error());
    return template_reply(201, create_template(on.deps, on.cloud, on.files, actor_of(request, who), *body));
}

Reply edit(const RouteDeps& on, const Request& request, const Principal& who) {
    const auto body = parse_json(request.body);
    if (!body) return error_reply(body.error());
    return template_reply(
        200,
        edit_template(on.deps, on.cloud, on.files, actor_of(request, who), request.path_value("id"), *body)
    );
}

Reply remove(const RouteDeps& on, const Request& request, const Principal& who) {
    const auto gone = delete_template(on.deps, on.cloud, actor_of(request, who), request.path_value("id"));
    return gone ? empty_reply(204) : failure_reply(gone.error());
}

}  // namespace

void bind_templates(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto list_here = [&deps](const Request& request, const Principal&) {
        auto page = list(deps, request);
        return page ? json_reply(200, *std::move(page)) : error_reply(page.error());
    };
    const auto sync = [&deps](const Request&, const Principal&) {
        const auto asked = request_template_sync(deps);
        return asked ? empty_reply(202) : error_reply(asked.error());
    };
    router.add("GET", "/api/v1/templates", for_any_reach(deps, Permission::kRead, list_here));
    router.add("POST", "/api/v1/templates/sync", for_permission(deps, Permission::kSend, sync));
    const auto leading = [&deps, on](Reply (*answer)(const RouteDeps&, const Request&, const Principal&)) {
        return for_permission(
            deps,
            Permission::kManageTemplates,
            [on, answer](const Request& request, const Principal& who) { return answer(on, request, who); }
        );
    };
    router.add("POST", "/api/v1/templates", leading(create));
    router.add("PATCH", "/api/v1/templates/{id}", leading(edit));
    router.add("DELETE", "/api/v1/templates/{id}", leading(remove));
}

}  // namespace roost
