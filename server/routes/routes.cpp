#include "server/routes/routes.h"

namespace roost {

void bind_routes(Router& router, const RouteDeps& on) {
    bind_webhook(router, on);        // what Meta calls
    bind_accounts(router, on);       // our numbers: connected, looked at, disconnected
    bind_webhook_log(router, on);    // what Meta sent and Roost could not use
    bind_session(router, on);        // sign in and out
    bind_own_sessions(router, on);   // where one is signed in
    bind_two_factor(router, on);     // the second factor of those who want one
    bind_chat_link(router, on);      // the way into WhatsApp itself
    bind_teams(router, on);          // teams, what agents see, who is there
    bind_people(router, on);         // agents and their roles
    bind_invitations(router, on);    // how they come, and the first start
    bind_api_keys(router, on);       // what other programs come in with
    bind_audit(router, on);          // who did what
    bind_snapshot(router, on);       // what a client starts from
    bind_events(router, on);         // what happens from then on
    bind_conversations(router, on);  // the list
    bind_messages(router, on);       // the threads, and sending
    bind_media(router, on);          // their files
    bind_templates(router, on);      // what Meta approved, for writing first
    bind_notices(router, on);        // what Meta says about the account
    bind_records(router, on);        // what belongs to records of other programs
    bind_sites(router, on);          // whose pages show the inbox
    bind_widget(router, on);         // what such a page asks for
    bind_search(router, on);         // messages and people, by their words
    bind_brand(router, on);          // name, colour and logo of the house, before anybody signed in
    bind_health(router, on);
    router.set_fallback([&assets = on.assets](const Request& request) { return assets.answer(request); });
}

}  // namespace roost
