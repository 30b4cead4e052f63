// Keys of other programs.
#include "server/app/api_keys.h"

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

void write_key(JsonWriter& out, const ApiKeyRow& key) {
    out.begin_object().key("id").id(key.id).key("name").string(key.name).key("scope").begin_array();
    for (int i = 0; i < kPermissions; ++i) {
        const auto permission = static_cast<Permission>(i);
        if (key.scope.has(permission)) out.string(permission_name(permission));
    }
    out.end_array().key("made_by").id(key.made_by).key("created_at").time(key.created_at);
    out.key("expires_at").time(key.expires_at);
    if (key.last_used_at != 0) out.key("last_used_at").time(key.last_used_at);
    out.end_object();
}

Reply list(const Deps& deps) {
    const auto keys = deps.store.people().list_api_keys();
    if (!keys) return error_reply(keys.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("api_keys").begin_array();
                          for (const auto& key : *keys)
                              write_key(out, key);
                          out.end_array().end_object();
                      }));
}

// A name that Roost does not know is refused: a key that may less than was meant is a riddle.
Result<PermissionSet> read_scope(const Json& body) {
    const auto& names = member(body, "scope");
    const auto wrong = fail(ErrorCode::kInvalid, "'scope' must be a list of permissions that Roost knows.");
    if (!names.is_array()) return wrong;
    PermissionSet scope;
    for (const auto& name : names) {
        const auto* text = name.get_ptr<const Json::string_t*>();
        const auto permission = text ? parse_permission(*text) : std::nullopt;
        if (!permission) return wrong;
        scope = scope.with(*permission);
    }
    return scope;
}

Result<MadeApiKey> make_from(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    NewApiKey wanted;
    ASSIGN_OR_RETURN(wanted.name, required_string(body, "name"));
    ASSIGN_OR_RETURN(wanted.scope, read_scope(body));
    ASSIGN_OR_RETURN(wanted.expires_at, required_time(body, "expires_at"));
    return make_api_key(deps, actor_of(request, who), std::move(wanted));
}

Reply made_reply(const MadeApiKey& made) {
    return json_reply(201, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("api_key");
                          write_key(out, made.row);
                          out.key("token").string(made.token).end_object();
                      }));
}

Status withdraw(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<ApiKeyId>(request));
    return withdraw_api_key(deps, actor_of(request, who), id);
}

}  // namespace

void bind_api_keys(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto managing = [&deps](AgentHandler handler) {
        return for_permission(deps, Permission::kManageApiKeys, std::move(handler));
    };
    const auto list_here = [&deps](const Request&, const Principal&) { return list(deps); };
    const auto make = [&deps](const Request& request, const Principal& who) {
        const auto made = make_from(deps, request, who);
        return made ? made_reply(*made) : error_reply(made.error());
    };
    const auto withdraw_here = [&deps](const Request& request, const Principal& who) {
        const auto gone = withdraw(deps, request, who);
        return gone ? empty_reply(204) : error_reply(gone.error());
    };
    router.add("GET", "/api/v1/api-keys", managing(list_here));
    router.add("POST", "/api/v1/api-keys", managing(make));
    router.add("DELETE", "/api/v1/api-keys/{id}", managing(withdraw_here));
}

}  // namespace roost
