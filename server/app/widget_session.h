// Who comes with a page of a site: an embed token, good once, becomes an access token of our own that sees
// what belongs on that page. There is no cookie and nothing to renew it with: the page brings another token.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/app/deps.h"
#include "server/app/sessions.h"
#include "server/store/sites.h"
#include "shared/base/result.h"
#include "shared/model/record_link.h"
#include "shared/wire/snapshot.h"

namespace roost {

struct WidgetSession {
    std::string access_token;
    std::int64_t expires_in = 0;  // seconds
    Profile profile;
    SiteId site;
    std::optional<RecordLink> entity;  // what it sees: this record, or
    std::string contact;               // the person with this number; neither: everything
};

// `page` is the origin of the page that asks, empty where the browser tells none of another. kUnauthorized
// with one sentence for whatever is wrong, in equal time for what a stranger could learn by it; it is noted.
// Any thread.
Result<WidgetSession> open_widget_session(
    const Deps& deps, std::string_view token, std::string_view page, const Origin& from
);

// What a session of a site may do as of now; absent = the site is gone, or shows so much no more.
Result<std::optional<PermissionSet>> scope_at_site(const Deps& deps, const SessionRow& session);

}  // namespace roost
