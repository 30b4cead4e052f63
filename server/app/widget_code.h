// An agent who is signed in here lets a panel of Roost's on the page of a site in, where no server of the
// site says who they are: by a code that the panel changes for a session (open_widget_session).
#pragma once

#include <string>

#include "server/app/deps.h"
#include "server/app/principal.h"
#include "server/store/sites.h"
#include "shared/base/json.h"
#include "shared/base/result.h"

namespace roost {

inline constexpr UnixMillis kCodeLife = kMinute;

// An embed token, good once and for kCodeLife. `scope` has the "entity" or the "contact" that the page is
// about. kForbidden for who came in otherwise than by signing in here (an API key, a page of a site), and
// where the site may not show so much; kNotFound where there is no such site; kInvalid for a scope that says
// nothing. Any thread.
Result<std::string> make_widget_code(const Deps& deps, const Principal& who, SiteId site, const Json& scope);

}  // namespace roost
