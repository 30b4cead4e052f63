// What the page of another site asks for: a session, the number on its badge, and the panel that it frames.
#include "server/app/widget_session.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/app/site_rules.h"
#include "server/app/widget_code.h"
#include "server/config.h"
#include "server/http/auth.h"
#include "server/http/entrance.h"
#include "server/http/reply.h"
#include "server/routes/paging.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

constexpr const char* kSession = "/api/v1/widget/session";
constexpr const char* kCode = "/api/v1/widget/code";
constexpr const char* kUnread = "/api/v1/widget/unread";
// Behind one address a whole office may sit, each with a few pages.
constexpr AddressLimit kSessionsOfAddress{"widget session", 600};
constexpr AddressLimit kQuestionsOfAddress{"widget question", 600};

// "?site=": absent if it names none that there is.
std::optional<SiteRow> site_in_query(const Deps& deps, const Request& request) {
    const auto id = parse_id<SiteId>(request.query_value("site").value_or(""));
    auto site = id ? deps.store.sites().find_site(*id) : Result<std::optional<SiteRow>>();
    return site ? *std::move(site) : std::nullopt;
}

// Lets the page of a site read the reply: that one origin, and never with cookies.
void allow_page(Reply& reply, const std::optional<SiteRow>& site, const Request& request) {
    const auto origin = request.header("Origin");
    reply.headers.emplace_back("Vary", "Origin");
    if (site && origin && is_origin_of(*site, *origin))
        reply.headers.emplace_back("Access-Control-Allow-Origin", std::string(*origin));
}

Reply answer_question(const Deps& deps, const Request& request, const char* method) {
    auto reply = empty_reply(204);
    allow_page(reply, site_in_query(deps, request), request);
    reply.headers.emplace_back("Access-Control-Allow-Methods", method);
    reply.headers.emplace_back("Access-Control-Allow-Headers", "Authorization, Content-Type");
    reply.headers.emplace_back("Access-Control-Max-Age", "600");
    return reply;
}

void write_session(JsonWriter& out, const WidgetSession& session) {
    out.begin_object().key("access_token").string(session.access_token);
    out.key("expires_in").integer(session.expires_in).key("site").id(session.site).key("agent");
    write_profile(out, session.profile);
    if (session.entity || !session.contact.empty()) {
        out.key("only").begin_object();
        if (session.entity) {
            const auto& entity = *session.entity;
            out.key("type").string(entity.record.type).key("id").string(entity.record.id);
            out.text_member("title", entity.title).text_member("url", entity.url);
        }
        out.text_member("contact", session.contact).end_object();
    }
    out.end_object();
}

Result<WidgetSession> open_session(const Deps& deps, const Entrance& own, const Request& request) {
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    ASSIGN_OR_RETURN(const auto token, required_string(body, "token"));
    const auto origin = request.header("Origin").value_or("");
    const bool is_own = is_own_origin(own, origin, request.header("Host").value_or(""));
    return open_widget_session(deps, token, is_own ? "" : origin, origin_of(request));
}

Reply session(const Deps& deps, const Entrance& own, const Request& request) {
    const auto opened = open_session(deps, own, request);
    auto reply = opened
                     ? json_reply(200, text_written_by([&](JsonWriter& out) { write_session(out, *opened); }))
                     : error_reply(opened.error());
    allow_page(reply, site_in_query(deps, request), request);
    return reply;
}

Reply unread(const Deps& deps, const Request& request, const Principal& who) {
    const auto count = deps.store.links().count_unread(who.reach);
    if (!count) return error_reply(count.error());
    auto reply = json_reply(200, text_written_by([&](JsonWriter& out) {
                                out.begin_object().key("unread").integer(*count).end_object();
                            }));
    const auto site = deps.store.sites().find_site(who.site);
    allow_page(reply, site ? *site : std::nullopt, request);
    return reply;
}

Result<std::string> make_code(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    ASSIGN_OR_RETURN(const auto site, required_id<SiteId>(body, "site"));
    return make_widget_code(deps, who, site, body);
}

Reply code(const Deps& deps, const Request& request, const Principal& who) {
    const auto made = make_code(deps, request, who);
    if (!made) return error_reply(made.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("code").string(*made).end_object();
                      }));
}

// The page's own policy, but for who may frame it. It changes with the site, so nobody keeps it.
void open_to_site(Reply& reply, const SiteRow& site) {
    for (auto& [name, value] : reply.headers) {
        if (name == "Cache-Control") value = "no-store";
        if (name == "Cross-Origin-Opener-Policy") value = "unsafe-none";
        if (name == "Cross-Origin-Resource-Policy") value = "cross-origin";
        const auto at = name == "Content-Security-Policy" ? value.find("frame-ancestors") : std::string::npos;
        if (at == std::string::npos) continue;
        const auto end = std::min(value.find(';', at), value.size());
        value.replace(at, end - at, frame_ancestors(site));
    }
    // Pages that isolate themselves show no frame that does not.
    reply.headers.emplace_back("Cross-Origin-Embedder-Policy", "require-corp");
}

// The same program: the panel is its narrow layout.
Reply program(const RouteDeps& on, const Request& request) {
    Request file = request;
    file.path = "/index.html";
    std::erase_if(file.headers, [](const auto& header) {
        return equals_ignoring_case(header.first, "If-None-Match");
    });
    return on.assets.answer(file);
}

Reply page(const RouteDeps& on, const Request& request) {
    const auto site = site_in_query(on.deps, request);
    if (!site) return problem_reply(404, "not_found", "There is no such site.");
    auto reply = program(on, request);
    if (reply.status == 200) open_to_site(reply, *site);
    return reply;
}

// The window that a panel opens for signing in. It keeps the one that opened it, to tell it the code; no page
// frames it.
Reply window_page(const RouteDeps& on, const Request& request) {
    if (!site_in_query(on.deps, request)) return problem_reply(404, "not_found", "There is no such site.");
    auto reply = program(on, request);
    if (reply.status != 200) return reply;
    for (auto& [name, value] : reply.headers) {
        if (name == "Cache-Control") value = "no-store";
        if (name == "Cross-Origin-Opener-Policy") value = "unsafe-none";
    }
    return reply;
}

}  // namespace

void bind_widget(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto own = entrance_for(deps.config.public_url, deps.config.bind);
    const auto session_here = [&deps, own](const Request& request) { return session(deps, own, request); };
    const auto unread_here = [&deps](const Request& request, const Principal& who) {
        return unread(deps, request, who);
    };
    const auto may_post = [&deps](const Request& request) { return answer_question(deps, request, "POST"); };
    const auto may_get = [&deps](const Request& request) { return answer_question(deps, request, "GET"); };
    const auto code_here = [&deps](const Request& request, const Principal& who) {
        return code(deps, request, who);
    };
    const auto window_here = [on](const Request& request) { return window_page(on, request); };
    const auto page_here = [on](const Request& request) { return page(on, request); };
    router.add("POST", kSession, open_with_limit(deps, kSessionsOfAddress, session_here));
    router.add("OPTIONS", kSession, open_with_limit(deps, kQuestionsOfAddress, may_post));
    router.add("GET", kUnread, for_any_reach(deps, Permission::kRead, unread_here));
    router.add("OPTIONS", kUnread, open_with_limit(deps, kQuestionsOfAddress, may_get));
    router.add("POST", kCode, for_permission(deps, Permission::kOwnAccount, code_here));
    router.add("GET", "/widget", open_with_limit(deps, kQuestionsOfAddress, page_here));
    router.add("GET", "/widget/sign-in", open_with_limit(deps, kQuestionsOfAddress, window_here));
}

}  // namespace roost
