#include "server/http/auth.h"

#include <string_view>
#include <utility>

#include "server/app/sessions.h"
#include "server/http/reply.h"

namespace roost {

namespace {

std::string_view bearer_token(const Request& request) {
    constexpr std::string_view kScheme = "Bearer ";
    const auto header = request.header("Authorization").value_or("");
    const bool is_bearer =
        header.size() > kScheme.size() && equals_ignoring_case(header.substr(0, kScheme.size()), kScheme);
    return is_bearer ? header.substr(kScheme.size()) : std::string_view();
}

Result<Principal> identify(const Deps& deps, const Request& request) {
    const auto token = bearer_token(request);
    if (token.empty()) return fail(ErrorCode::kUnauthorized, "Sign in first: the request carries no token.");
    return check_access_token(deps, token);
}

// Who asks and may, or the reply that refuses them.
tl::expected<Principal, Reply> admit(const Deps& deps, Permission permission, const Request& request) {
    const auto who = identify(deps, request);
    if (!who) return tl::unexpected(error_reply(who.error()));
    if (!may(*who, permission)) {
        return tl::unexpected(problem_reply(403, "forbidden", refusal_of(permission)));
    }
    return *who;
}

}  // namespace

Door for_permission(const Deps& deps, Permission permission, AgentHandler handler) {
    const auto answer = [&deps, permission, handler = std::move(handler)](const Request& request) {
        auto who = admit(deps, permission, request);
        return who ? handler(request, *who) : std::move(who.error());
    };
    return {answer, permission};
}

UploadDoor for_uploads(const Deps& deps, Permission permission, AgentUpload open) {
    const auto answer = [&deps, permission, open = std::move(open)](const Request& head) -> OpenedBody {
        auto who = admit(deps, permission, head);
        if (!who) return tl::unexpected(std::move(who.error()));
        auto body = open(head, *who);
        if (!body) return tl::unexpected(error_reply(body.error()));
        return *std::move(body);
    };
    return {answer, permission};
}

Door for_permission_or(const Deps& deps, Permission permission, OtherProof proof, AgentHandler handler) {
    const auto with_token = for_permission(deps, permission, handler).answer;
    const auto answer = [proof = std::move(proof), handler, with_token](const Request& request) {
        const auto proven = proof(request);
        if (!proven) return with_token(request);
        return *proven ? handler(request, Principal{}) : error_reply(proven->error());
    };
    return {answer, permission};
}

Door open_to_all(Handler handler) {
    return {std::move(handler), std::nullopt};
}

}  // namespace roost
