// The second factor: one's own, and that of somebody who has lost it.
#include "server/app/two_factor.h"

#include "server/app/qr_code.h"
#include "server/http/auth.h"
#include "server/http/reply.h"
#include "server/routes/paging.h"
#include "server/routes/requester.h"
#include "server/routes/routes.h"
#include "server/routes/session_reply.h"
#include "shared/base/json.h"
#include "shared/base/json_writer.h"

namespace roost {

namespace {

using Codes = tl::expected<std::vector<std::string>, SignInRefusal>;

Reply offer_reply(const TwoFactorOffer& offer) {
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("secret").string(offer.secret).key("uri").string(offer.uri);
                          out.key("qr").begin_array();
                          for (const auto& row : qr_rows(offer.uri))
                              out.string(row);
                          out.end_array().end_object();
                      }));
}

Reply codes_reply(const Codes& codes) {
    if (!codes) return refusal_reply(codes.error());
    return json_reply(200, text_written_by([&](JsonWriter& out) {
                          out.begin_object().key("recovery_codes").begin_array();
                          for (const auto& code : *codes)
                              out.string(code);
                          out.end_array().end_object();
                      }));
}

Result<std::string> written(const Request& request, std::string_view name) {
    ASSIGN_OR_RETURN(const auto body, parse_json(request.body));
    return required_string(body, name);
}

Reply begin(const Deps& deps, const Request& request, const Principal& who) {
    const auto password = written(request, "password");
    if (!password) return error_reply(password.error());
    const auto offer = begin_two_factor(deps, actor_of(request, who), *password);
    return offer ? offer_reply(*offer) : refusal_reply(offer.error());
}

Reply confirm(const Deps& deps, const Request& request, const Principal& who) {
    const auto code = written(request, "code");
    if (!code) return error_reply(code.error());
    return codes_reply(confirm_two_factor(deps, actor_of(request, who), *code));
}

Reply renew(const Deps& deps, const Request& request, const Principal& who) {
    const auto code = written(request, "code");
    if (!code) return error_reply(code.error());
    return codes_reply(renew_recovery_codes(deps, actor_of(request, who), *code));
}

Reply end(const Deps& deps, const Request& request, const Principal& who) {
    const auto password = written(request, "password");
    if (!password) return error_reply(password.error());
    const auto code = written(request, "code");
    if (!code) return error_reply(code.error());
    const auto done = end_two_factor(deps, actor_of(request, who), *password, *code);
    return done ? empty_reply(204) : refusal_reply(done.error());
}

Status end_for(const Deps& deps, const Request& request, const Principal& who) {
    ASSIGN_OR_RETURN(const auto id, id_in_path<AgentId>(request));
    return end_two_factor_of(deps, actor_of(request, who), id);
}

}  // namespace

void bind_two_factor(Router& router, const RouteDeps& on) {
    const auto& deps = on.deps;
    const auto own = [&](std::string_view method, std::string_view path, auto answer) {
        const auto here = [&deps, answer](const Request& request, const Principal& who) {
            return answer(deps, request, who);
        };
        router.add(method, path, for_permission(deps, Permission::kOwnAccount, here), kSignInBytes);
    };
    own("POST", "/api/v1/auth/two-factor", begin);
    own("POST", "/api/v1/auth/two-factor/confirm", confirm);
    own("POST", "/api/v1/auth/two-factor/recovery-codes", renew);
    own("DELETE", "/api/v1/auth/two-factor", end);
    const auto end_here = [&deps](const Request& request, const Principal& who) {
        const auto done = end_for(deps, request, who);
        return done ? empty_reply(204) : error_reply(done.error());
    };
    router.add(
        "DELETE", "/api/v1/agents/{id}/two-factor", for_permission(deps, Permission::kManagePeople, end_here)
    );
}

}  // namespace roost
