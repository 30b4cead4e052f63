// The table of contents of everything the server answers: one line per file.
#pragma once

#include "server/app/deps.h"
#include "server/app/own_numbers.h"
#include "server/cloud/cloud_api.h"
#include "server/events/event_hub.h"
#include "server/http/assets.h"
#include "server/http/router.h"
#include "server/media/media_folder.h"
#include "server/media/web_download.h"

namespace roost {

// What the routes stand on; all of it outlives the router.
struct RouteDeps {
    const Deps& deps;
    EventHub& hub;
    const Assets& assets;
    MediaFolder& files;
    const WebDownload& web;
    CloudApi& cloud;
    LookAtNumber look;
};

void bind_routes(Router& router, const RouteDeps& on);

void bind_webhook(Router& router, const RouteDeps& on);
void bind_webhook_log(Router& router, const RouteDeps& on);
void bind_session(Router& router, const RouteDeps& on);
void bind_own_sessions(Router& router, const RouteDeps& on);
void bind_two_factor(Router& router, const RouteDeps& on);
void bind_chat_link(Router& router, const RouteDeps& on);
void bind_teams(Router& router, const RouteDeps& on);
void bind_people(Router& router, const RouteDeps& on);
void bind_invitations(Router& router, const RouteDeps& on);
void bind_api_keys(Router& router, const RouteDeps& on);
void bind_audit(Router& router, const RouteDeps& on);
void bind_conversations(Router& router, const RouteDeps& on);
void bind_messages(Router& router, const RouteDeps& on);
void bind_media(Router& router, const RouteDeps& on);
void bind_templates(Router& router, const RouteDeps& on);
void bind_accounts(Router& router, const RouteDeps& on);
void bind_notices(Router& router, const RouteDeps& on);
void bind_records(Router& router, const RouteDeps& on);
void bind_sites(Router& router, const RouteDeps& on);
void bind_widget(Router& router, const RouteDeps& on);
void bind_search(Router& router, const RouteDeps& on);
void bind_snapshot(Router& router, const RouteDeps& on);
void bind_events(Router& router, const RouteDeps& on);
void bind_brand(Router& router, const RouteDeps& on);
void bind_health(Router& router, const RouteDeps& on);

}  // namespace roost
