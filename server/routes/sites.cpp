// The sites whose pages show the inbox, for administrators.
#include "server/app/sites.h"

#include "server/app/clock.h"
#include "server/config.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/paging.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

void write_texts(JsonWriter& out, std::string_view key, const std::vector<std::string>& texts) {
    out.key(key).begin_array();
    for (const auto& one : texts)
        out.string(one);
    out.end_array();
}

void write_site(JsonWriter& out, const Deps& deps, const SiteRow& site) {
    const auto now = deps.clock.now();
    out.begin_object().key("id").id(site.id).key("name").string(site.name);
    write_texts(out, "origins", site.origins);
    write_texts(out, "entity_types", site.types);
    write_texts(out, "scope", permission_names(site.scope));
    out.key("whole_inbox").boolean(site.shows_everything);
    out.key("script_url").string(deps.config.public_url + "/widget.js");
    out.key("made_by").id(site.made_by).key("created_at").time(site.created_at);
    if (site.last_used_at != 0) out.key("last_used_at").time(site.last_used_at);
    if (!site.old_secret.empty() && now < site.old_until) out.key("old_secret_until").time(site.old_until);
    out.end_object();
}

Reply site_reply(const Deps& deps, int status, const SiteRow& site, std::string_view secret = {}) {
    return json_reply(status, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("site");
                          write_site(out, deps, site);
                          out.text_member("secret", secret).end_object();
                      }));
}

Reply secret_reply(const Deps& deps, int status, const Result<SiteWithSecret>& made) {
    return made ? site_reply(deps, status, made->row, made->secret) : error_reply(made.error());
}

Reply list(const Deps& deps) {
    const auto sites = deps.store.sites().list_sites();
    if (!sites) return error_reply(sites.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("sites").begin_array();
                          for (const auto& site : *sites)
                              write_site(out, deps, site);
                          out.end_array().end_object();
                      }));
}

// Absent if it is not there.
Result<std::optional<std::vector<std::string>>> texts_in(const Json& body, std::string_view key) {
    const Json& list = member(body, key);
    if (list.is_null()) return std::optional<std::vector<std::string>>();
    const auto wrong = fail(ErrorCode::kInvalid, "'" + std::string(key) + "' must be a list of texts.");
    if (!list.is_array()) return wrong;
    std::vector<std::string> texts;
    for (const auto& one : list) {
        if (!one.is_string()) return wrong;
        texts.push_back(one.get<std::string>());
    }
    return std::optional(std::move(texts));
}

// A name that Roost does not know is refused: a site that may less than was meant is a riddle.
Result<std::optional<PermissionSet>> scope_in(const Json& body) {
    ASSIGN_OR_RETURN(const auto names, texts_in(body, "scope"));
    if (!names) return std::optional<PermissionSet>();
    PermissionSet scope;
    for (const auto& name : *names) {
        const auto one = parse_permission(name);
        if (!one) return fail(ErrorCode::kInvalid, "'scope' must be a list of permissions that Roost knows.");
        scope = scope.with(*one);
    }
    return std::optional(scope);
}

Result<SiteWish> read_wish(const Request& request) {
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    if (!body.is_object()) return fail(ErrorCode::kInvalid, "The body must be a JSON object.");
    SiteWish wish;
    if (!member(body, "name").is_null()) {
        ASSIGN_OR_RETURN(wish.name, required_string(body, "name"));
    }
    ASSIGN_OR_RETURN(wish.origins, texts_in(body, "origins"));
    ASSIGN_OR_RETURN(wish.types, texts_in(body, "entity_types"));
    ASSIGN_OR_RETURN(wish.scope, scope_in(body));
    const Json& whole = member(body, "whole_inbox");
    if (!whole.is_null() && !whole.is_boolean())
        return fail(ErrorCode::kInvalid, "'whole_inbox' must be true or false.");
    wish.shows_everything = optional_bool(body, "whole_inbox");
    return wish;
}

Reply make(const Deps& deps, const Request& request, const Principal& who) {
    const auto wish = read_wish(request);
    if (!wish) return error_reply(wish.error());
    return secret_reply(deps, 201, make_site(deps, actor_of(request, who), *wish));
}

Reply change(const Deps& deps, const Request& request, const Principal& who) {
    const auto id = id_in_path<SiteId>(request);
    if (!id) return error_reply(id.error());
    const auto wish = read_wish(request);
    if (!wish) return error_reply(wish.error());
    const auto site = change_site(deps, actor_of(request, who), *id, *wish);
    return site ? site_reply(deps, 200, *site) : error_reply(site.error());
}

Reply remove(const Deps& deps, const Request& request, const Principal& who) {
    const auto id = id_in_path<SiteId>(request);
    if (!id) return error_reply(id.error());
    const auto gone = remove_site(deps, actor_of(request, who), *id);
    return gone ? empty_reply(204) : error_reply(gone.error());
}

Reply renew(const Deps& deps, const Request& request, const Principal& who) {
    const auto id = id_in_path<SiteId>(request);
    if (!id) return error_reply(id.error());
    return secret_reply(deps, 200, renew_site_secret(deps, actor_of(request, who), *id));
}

}  // namespace

void bind_sites(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto managing = [&deps](Reply (*answer)(const Deps&, const Request&, const Principal&)) {
        return for_permission(
            deps,
            Permission::kManageSites,
            [&deps, answer](const Request& request, const Principal& who) {
                return answer(deps, request, who);
            }
        );
    };
    const auto list_here = [&deps](const Request&, const Principal&) { return list(deps); };
    router.add("GET", "/api/v1/sites", for_permission(deps, Permission::kManageSites, list_here));
    router.add("POST", "/api/v1/sites", managing(make));
    router.add("PATCH", "/api/v1/sites/{id}", managing(change));
    router.add("DELETE", "/api/v1/sites/{id}", managing(remove));
    router.add("POST", "/api/v1/sites/{id}/secret", managing(renew));
}

}  // namespace roost
