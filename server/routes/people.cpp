// Agents: who there is, and what administrators change of them. New ones are invited.
#include "server/app/people.h"

#include <algorithm>

#include "server/app/invitations.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/invitation_reply.h"
#include "server/routes/paging.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "server/store/store.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

using Factors = std::vector<SecondFactorRow>;

bool has_second_factor(const Factors& factors, AgentId agent) {
    return std::any_of(factors.begin(), factors.end(), [agent](const SecondFactorRow& one) {
        return one.agent == agent && one.confirmed_at != 0;
    });
}

void write_agent(JsonWriter& out, const AgentRow& agent, const Factors& factors) {
    out.begin_object().key("id").id(agent.id).key("name").string(agent.name);
    out.key("email").string(agent.email).key("role").string(role_name(agent.role));
    out.key("is_active").boolean(agent.state == AgentState::kActive);
    out.key("has_two_factor").boolean(has_second_factor(factors, agent.id));
    if (agent.created_at != 0) out.key("created_at").time(agent.created_at);
    out.end_object();
}

Reply list(const Deps& deps) {
    const auto agents = deps.store.people().list_agents();
    if (!agents) return error_reply(agents.error());
    const auto factors = deps.store.people().list_second_factors();
    if (!factors) return error_reply(factors.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("agents").begin_array();
                          for (const auto& agent : *agents) {
                              if (agent.state != AgentState::kRemoved) write_agent(out, agent, *factors);
                          }
                          out.end_array().end_object();
                      }));
}

Reply agent_reply(const Deps& deps, const AgentRow& agent) {
    const auto factors = deps.store.people().list_second_factors();
    if (!factors) return error_reply(factors.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) { write_agent(out, agent, *factors); }));
}

Result<AgentRole> read_role(const Json& body) {
    ASSIGN_OR_RETURN(const auto name, required_string(body, "role"));
    const auto role = parse_role(name);
    if (role) return *role;
    return fail(ErrorCode::kInvalid, "'role' is one of admin, supervisor, agent and viewer.");
}

Result<Invited> invite_from(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    ASSIGN_OR_RETURN(const auto email, required_string(body, "email"));
    ASSIGN_OR_RETURN(const auto name, required_string(body, "name"));
    ASSIGN_OR_RETURN(const auto role, read_role(body));
    return invite(deps, actor_of(request, who), email, name, role);
}

Result<AgentRow> change_from(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<AgentId>(request));
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    AgentChange change;
    if (!member(body, "name").is_null()) {
        ASSIGN_OR_RETURN(change.name, required_string(body, "name"));
    }
    if (!member(body, "role").is_null()) {
        ASSIGN_OR_RETURN(change.role, read_role(body));
    }
    change.is_active = optional_bool(body, "is_active");
    if (!member(body, "is_active").is_null() && !change.is_active) {
        return fail(ErrorCode::kInvalid, "'is_active' must be true or false.");
    }
    return change_agent(deps, actor_of(request, who), id, change);
}

Status remove_from(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<AgentId>(request));
    return remove_agent(deps, actor_of(request, who), id);
}

}  // namespace

void bind_people(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto managing = [&deps](AgentHandler handler) {
        return for_permission(deps, Permission::kManagePeople, std::move(handler));
    };
    const auto list_here = [&deps](const Request&, const Principal&) { return list(deps); };
    const auto add = [&deps](const Request& request, const Principal& who) {
        const auto invited = invite_from(deps, request, who);
        return invited ? invited_reply(*invited) : error_reply(invited.error());
    };
    const auto change = [&deps](const Request& request, const Principal& who) {
        const auto agent = change_from(deps, request, who);
        return agent ? agent_reply(deps, *agent) : error_reply(agent.error());
    };
    const auto remove = [&deps](const Request& request, const Principal& who) {
        const auto gone = remove_from(deps, request, who);
        return gone ? empty_reply(204) : error_reply(gone.error());
    };
    router.add("GET", "/api/v1/agents", managing(list_here));
    router.add("POST", "/api/v1/agents", managing(add));
    router.add("PATCH", "/api/v1/agents/{id}", managing(change));
    router.add("DELETE", "/api/v1/agents/{id}", managing(remove));
}

}  // namespace roost
