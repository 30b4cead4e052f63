// Teams, what agents see of the inbox, and one's own availability.
#include "server/app/teams.h"

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

Reply list(const Deps& deps) {
    const auto teams = deps.store.teams().list_teams();
    if (!teams) return error_reply(teams.error());
    const auto what = deps.store.teams().agents_see();
    if (!what) return error_reply(what.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("agents_see").string(agents_see_name(*what));
                          out.key("teams").begin_array();
                          for (const auto& team : *teams)
                              write_team(out, team);
                          out.end_array().end_object();
                      }));
}

Reply team_reply(int status, const Result<Team>& team) {
    if (!team) return error_reply(team.error());
    return json_reply(status, text_written_by([&](JsonWriter& out) { write_team(out, *team); }));
}

Reply done_reply(const Status& done) {
    return done ? empty_reply(204) : error_reply(done.error());
}

Result<std::vector<AgentId>> read_members(const Json& list) {
    const auto refused = fail(ErrorCode::kInvalid, "'members' must be a list of the ids of agents.");
    if (!list.is_array()) return refused;
    std::vector<AgentId> members;
    for (const auto& one : list) {
        const auto id = one.is_string() ? parse_id<AgentId>(one.get_ref<const std::string&>()) : std::nullopt;
        if (!id) return refused;
        members.push_back(*id);
    }
    return members;
}

Result<TeamChange> read_change(const Request& request) {
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    TeamChange change;
    if (!member(body, "name").is_null()) {
        ASSIGN_OR_RETURN(change.name, required_string(body, "name"));
    }
    if (const Json& members = member(body, "members"); !members.is_null()) {
        ASSIGN_OR_RETURN(change.members, read_members(members));
    }
    return change;
}

Result<Team> add(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto wanted, read_change(request));
    return add_team(deps, actor_of(request, who), wanted);
}

Result<Team> change(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<TeamId>(request));
    ASSIGN_OR_RETURN(const auto wanted, read_change(request));
    return change_team(deps, actor_of(request, who), id, wanted);
}

Status remove(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<TeamId>(request));
    return remove_team(deps, actor_of(request, who), id);
}

Status choose_sight(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    ASSIGN_OR_RETURN(const auto name, required_string(body, "agents_see"));
    const auto what = parse_agents_see(name);
    if (!what) return fail(ErrorCode::kInvalid, "'agents_see' is one of all, team and own.");
    return set_agents_see(deps, actor_of(request, who), *what);
}

Status choose_availability(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    ASSIGN_OR_RETURN(const auto name, required_string(body, "availability"));
    const auto wanted = parse_availability(name);
    if (!wanted) return fail(ErrorCode::kInvalid, "'availability' is one of online, away and offline.");
    return set_availability(deps, who.agent, *wanted);
}

}  // namespace

void bind_teams(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto managing = [&deps](AgentHandler handler) {
        return for_permission(deps, Permission::kManagePeople, std::move(handler));
    };
    const auto list_here = [&deps](const Request&, const Principal&) { return list(deps); };
    const auto add_here = [&deps](const Request& request, const Principal& who) {
        return team_reply(201, add(deps, request, who));
    };
    const auto change_here = [&deps](const Request& request, const Principal& who) {
        return team_reply(200, change(deps, request, who));
    };
    const auto remove_here = [&deps](const Request& request, const Principal& who) {
        return done_reply(remove(deps, request, who));
    };
    const auto sight_here = [&deps](const Request& request, const Principal& who) {
        return done_reply(choose_sight(deps, request, who));
    };
    const auto availability_here = [&deps](const Request& request, const Principal& who) {
        return done_reply(choose_availability(deps, request, who));
    };
    router.add("GET", "/api/v1/teams", managing(list_here));
    router.add("POST", "/api/v1/teams", managing(add_here));
    router.add("PATCH", "/api/v1/teams/{id}", managing(change_here));
    router.add("DELETE", "/api/v1/teams/{id}", managing(remove_here));
    router.add("PUT", "/api/v1/teams/visibility", managing(sight_here));
    router.add(
        "PUT", "/api/v1/availability", for_permission(deps, Permission::kOwnAccount, availability_here)
    );
}

}  // namespace roost
