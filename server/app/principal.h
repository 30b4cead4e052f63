// Who is asking: established once, at the edge, by http/auth.
#pragma once

#include "server/app/permissions.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "shared/model/reach.h"

namespace roost {

using SessionId = StrongId<struct SessionIdTag>;  // of one device that signed in
using ApiKeyId = StrongId<struct ApiKeyIdTag>;
using SiteId = StrongId<struct SiteIdTag>;

struct Principal {
    AgentId agent;
    AgentRole role = AgentRole::kViewer;
    PermissionSet scope = PermissionSet::all();  // an API key may do less than who made it
    SessionId session = {};                      // one of these two says how they came in
    ApiKeyId key = {};
    UnixMillis ends_at = 0;  // when what they came in with is over
    SiteId site = {};        // whose page shows the session; none = our own
    Reach reach = {};        // what the page and their sight leave of the inbox; empty = everything
};

inline bool may(const Principal& who, Permission permission) {
    return permissions_of(who.role).has(permission) && who.scope.has(permission);
}

inline PermissionSet permissions_of(const Principal& who) {
    return permissions_of(who.role).both(who.scope);
}

}  // namespace roost
