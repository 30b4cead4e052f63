#include <utility>

#include "server/cloud/open_cloud.h"
#include "server/doctor/judge.h"
#include "server/doctor/probes.h"
#include "server/doctor/stored_number.h"

namespace roost::doctor {

namespace {

// What needs the token. A token of which Meta tells nothing may still be good for the rest.
void ask_with_token(const CloudInspection& meta, Observations& seen) {
    const auto& config = seen.config;
    if (config.access_token.empty()) return;
    seen.token = meta.token();
    if (is_refused_token(*seen.token)) return;
    if (!config.phone_number_id.empty()) seen.number = meta.number(config.phone_number_id);
    if (config.waba_id.empty()) return;
    seen.account = meta.business_account(config.waba_id);
    if (std::holds_alternative<BusinessAccountFacts>(*seen.account))
        seen.apps = meta.subscribed_apps(config.waba_id);
}

void look_at_meta(const World& world, Observations& seen) {
    const auto meta = open_cloud_inspection(seen.config, seen.config.access_token);
    seen.graph = meta.contact();
    seen.graph_answered_at = world.clock.now();
    if (reaches_graph(seen)) ask_with_token(meta, seen);
    const auto& config = seen.config;
    if (!config.public_url.empty() && !config.verify_token.empty())
        seen.callback = look_at_callback(config.public_url, config.verify_token);
}

}  // namespace

Observations look_at_everything(const ConfigSources& sources, const World& world) {
    Observations seen;
    seen.now = world.clock.now();
    seen.settings = look_at_settings(sources);
    auto settings = read_settings(sources);
    if (!settings) return seen;
    seen.config = *std::move(settings);
    seen.certificate = look_at_certificate(seen.config);
    seen.folder = look_at_folder(seen.config.data_folder);
    if (seen.folder->is_folder) {
        seen.free_bytes = world.free_bytes(seen.config.data_folder);
        seen.database = look_at_database(seen.config.data_folder);
        seen.numbers = add_stored_number(seen.config, world.number);
        seen.settings.missing = missing_settings(seen.config);
    }
    if (!seen.config.is_demo) look_at_meta(world, seen);
    return seen;
}

}  // namespace roost::doctor
