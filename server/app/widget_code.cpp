#include "server/app/widget_code.h"

#include <utility>

#include "server/app/clock.h"
#include "server/app/embed_token.h"
#include "server/app/opaque_token.h"
#include "server/app/site_rules.h"
#include "server/app/sites.h"
#include "server/config.h"
#include "server/store/store.h"

namespace roost {

Result<std::string> make_widget_code(const Deps& deps, const Principal& who, SiteId site, const Json& scope) {
    if (!who.session || who.site) return fail(ErrorCode::kForbidden, "Only who signed in here may do this.");
    ASSIGN_OR_RETURN(const auto row, deps.store.sites().find_site(site));
    if (!row) return fail(ErrorCode::kNotFound, "There is no such site.");
    const auto now = deps.clock.now();
    const auto keys = good_secrets(deps.config, *row, now);
    if (keys.empty()) return fail(ErrorCode::kForbidden, "The secret of this site cannot be opened.");
    auto code =
        write_embed_token(keys.front(), {site, who.agent, scope, make_opaque_token()}, now, kCodeLife);
    const auto claims = read_embed_token(keys, code, now);
    if (!claims) return fail(ErrorCode::kInvalid, claims.error().message);
    ASSIGN_OR_RETURN(const auto types, parse_record_types(deps.config.record_types));
    if (!may_show(*row, types, reach_of(*claims)))
        return fail(ErrorCode::kForbidden, "This site may not show so much of the inbox.");
    return code;
}

}  // namespace roost
