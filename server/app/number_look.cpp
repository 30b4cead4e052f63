#include "server/app/clock.h"
#include "server/app/own_numbers.h"
#include "server/cloud/open_cloud.h"
#include "server/config.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

NumberSeen look_at(const Deps& deps, const std::atomic<bool>& is_stopping, const ConnectedNumber& number) {
    const auto& config = deps.config;
    const auto meta = open_cloud_inspection(config, number.access_token);
    NumberSeen seen;
    seen.now = deps.clock.now();
    seen.phone_number_id = number.phone_number_id;
    seen.needs_https = !is_loopback(config.graph_url);
    seen.token = meta.token();
    // The settings may hold several, of which one alone is this app's.
    const auto secrets = split_at_commas(number.app_secret);
    seen.has_app_secret = !secrets.empty();
    if (is_token_good(seen.token, seen.now)) {
        if (!is_stopping && secrets.size() == 1) seen.secret = meta.prove(secrets.front());
        if (!is_stopping) seen.number = meta.number(number.phone_number_id);
        if (!is_stopping && !number.waba.empty()) seen.account = meta.business_account(number.waba);
        const bool has_account = seen.account && std::holds_alternative<BusinessAccountFacts>(*seen.account);
        if (!is_stopping && has_account) seen.apps = meta.subscribed_apps(number.waba);
    }
    // The demo's customers come in by another door.
    if (!is_stopping && !config.is_demo)
        seen.callback = look_at_callback(config.public_url, config.verify_token);
    return seen;
}

}  // namespace

LookAtNumber look_at_number_with(const Deps& deps, const std::atomic<bool>& is_stopping) {
    return
        [&deps, &is_stopping](const ConnectedNumber& number) { return look_at(deps, is_stopping, number); };
}

}  // namespace roost
