// Who did what: a page at a time, or all of it as a table.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "server/http/auth.h"
#include "server/http/csv.h"
#include "server/http/reply.h"
#include "server/routes/paging.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

// More would not be read, and is one request; who needs older ones says before which.
constexpr int kMostExported = 50'000;

using Names = std::map<AgentId, std::string>;

Result<Names> names_of(const Deps& deps) {
    ASSIGN_OR_RETURN(const auto agents, deps.store.people().list_agents());
    Names names;
    for (const auto& agent : agents)
        names[agent.id] = agent.name;
    return names;
}

std::string name_of(const Names& names, AgentId agent) {
    const auto found = names.find(agent);
    return found == names.end() ? std::string() : found->second;
}

Result<AuditQuery> read_query(const Request& request, int fallback, int greatest) {
    AuditQuery query;
    if (const auto before = request.query_value("before")) {
        const auto id = parse_decimal(*before);
        if (!id) return fail(ErrorCode::kInvalid, "'before' is not an id.");
        query.before = *id;
    }
    ASSIGN_OR_RETURN(query.limit, read_limit(request, fallback, greatest));
    return query;
}

void write_entry(JsonWriter& out, const AuditRow& row, const Names& names) {
    out.begin_object().key("id").decimal(row.id).key("at").time(row.at);
    if (row.agent) out.key("agent").id(row.agent).key("name").string(name_of(names, row.agent));
    if (row.key) out.key("api_key").id(row.key);
    out.text_member("address", row.address).key("action").string(row.action);
    out.text_member("subject", row.subject).text_member("detail", row.detail).end_object();
}

Result<std::string> page(const Deps& deps, const Request& request) {
    ASSIGN_OR_RETURN(const auto query, read_query(request, 50, 200));
    ASSIGN_OR_RETURN(const auto rows, deps.store.people().list_audit(query));
    ASSIGN_OR_RETURN(const auto names, names_of(deps));
    return text_written_by([&](JsonWriter& out) {
        out.begin_object().key("entries").begin_array();
        for (const auto& row : rows)
            write_entry(out, row, names);
        out.end_array();
        const bool is_full = static_cast<int>(rows.size()) == query.limit;
        if (is_full) out.key("next").decimal(rows.back().id);
        out.end_object();
    });
}

Result<std::string> table(const Deps& deps, const Request& request) {
    ASSIGN_OR_RETURN(const auto query, read_query(request, kMostExported, kMostExported));
    ASSIGN_OR_RETURN(const auto rows, deps.store.people().list_audit(query));
    ASSIGN_OR_RETURN(const auto names, names_of(deps));
    auto text = csv_line({"id", "at", "agent", "name", "api_key", "address", "action", "subject", "detail"});
    for (const auto& row : rows) {
        text += csv_line(
            {std::to_string(row.id),
             to_rfc3339(row.at),
             row.agent ? to_string(row.agent) : "",
             name_of(names, row.agent),
             row.key ? to_string(row.key) : "",
             row.address,
             row.action,
             row.subject,
             row.detail}
        );
    }
    return text;
}

Reply table_reply(std::string text) {
    auto reply = text_reply(200, std::move(text));
    reply.content_type = "text/csv; charset=utf-8; header=present";
    reply.headers.emplace_back("Content-Disposition", "attachment; filename=\"roost-audit.csv\"");
    return reply;
}

}  // namespace

void bind_audit(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto page_here = [&deps](const Request& request, const Principal&) {
        auto text = page(deps, request);
        return text ? json_reply(200, *std::move(text)) : error_reply(text.error());
    };
    const auto table_here = [&deps](const Request& request, const Principal&) {
        auto text = table(deps, request);
        return text ? table_reply(*std::move(text)) : error_reply(text.error());
    };
    router.add("GET", "/api/v1/audit", for_permission(deps, Permission::kReadAuditLog, page_here));
    router.add("GET", "/api/v1/audit/export", for_permission(deps, Permission::kReadAuditLog, table_here));
}

}  // namespace roost
