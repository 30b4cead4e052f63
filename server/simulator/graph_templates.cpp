// The templates of the Graph API: made, changed and deleted, and told of when Meta has looked at them.
#include <algorithm>
#include <utility>

#include "server/simulator/graph.h"

namespace roost::simulator {

namespace {

// When the review of what is proposed now ends; 0 = not by itself.
UnixMillis decision_after(const Script& script, UnixMillis now) {
    return script.template_review_ms < 0 ? 0 : now + script.template_review_ms;
}

}  // namespace

bool Graph::is_template(const std::string& id) const {
    const std::lock_guard lock(shared_.mutex);
    return !shared_.account.templates.node(id).is_null();
}

Reply Graph::answer_templates(const Request& request) {
    if (request.method == "GET") return list_templates(request);
    if (request.method == "POST") return create_template(request);
    const std::lock_guard lock(shared_.mutex);
    const std::string name = query_text(request, "name");
    const bool is_gone = shared_.account.templates.remove(name, query_text(request, "hsm_id"), wall_clock());
    return is_gone ? json_reply(Json{{"success", true}})
                   : refuse(graph_error(100, "There is no template " + name));
}

Reply Graph::list_templates(const Request& request) {
    const std::lock_guard lock(shared_.mutex);
    Account& account = shared_.account;
    account.templates.settle(wall_clock());
    TemplateFilter filter;
    filter.name = query_text(request, "name");
    filter.status = query_text(request, "status");
    filter.language = query_text(request, "language");
    filter.category = query_text(request, "category");
    filter.after = query_text(request, "after");
    const auto limit = parse_decimal(query_text(request, "limit")).value_or(25);
    filter.limit = static_cast<std::size_t>(std::clamp<std::int64_t>(limit, 1, 1000));
    return json_reply(account.templates.list(filter));
}

Reply Graph::create_template(const Request& request) {
    const auto body = parse_json(request.body);
    if (!body) return refuse(graph_error(100, body.error().message));
    tl::expected<Json, GraphError> created;
    {
        const std::lock_guard lock(shared_.mutex);
        Account& account = shared_.account;
        const UnixMillis now = wall_clock();
        const UnixMillis decided_at = decision_after(account.script, now);
        created = account.templates.create(*body, account.ids.object_id(), now, decided_at);
    }
    if (!created) return refuse(created.error());
    review_later(string_or(*created, "id", ""));
    return json_reply(*created);
}

Reply Graph::answer_template(const Request& request, const std::string& id) {
    if (request.method != "POST") {
        const std::lock_guard lock(shared_.mutex);
        shared_.account.templates.settle(wall_clock());
        return json_reply(shared_.account.templates.node(id));
    }
    const auto body = parse_json(request.body);
    if (!body) return refuse(graph_error(100, body.error().message));
    tl::expected<Json, GraphError> edited;
    {
        const std::lock_guard lock(shared_.mutex);
        Account& account = shared_.account;
        const UnixMillis now = wall_clock();
        account.templates.settle(now);
        edited = account.templates.edit(id, *body, now, decision_after(account.script, now));
    }
    if (!edited) return refuse(edited.error());
    review_later(id);
    return json_reply(*edited);
}

// The webhook comes after the time of the review: by then the list says the same.
void Graph::review_later(const std::string& id) {
    int after_ms = 0;
    News news{News::Kind::kField, Json(), {}, "message_template_status_update"};
    {
        const std::lock_guard lock(shared_.mutex);
        after_ms = shared_.account.script.template_review_ms;
        news.item = shared_.account.templates.approval(id);
    }
    if (after_ms >= 0 && !news.item.is_null()) delivery_.add_message(std::move(news), after_ms);
}

}  // namespace roost::simulator
