#include <utility>

#include "server/cloud/open_cloud.h"
#include "server/doctor/judge.h"
#include "server/doctor/probes.h"
#include "server/random_text.h"
#include "server/web_get.h"

namespace roost::doctor {

namespace {

constexpr int kChallengeBytes = 8;

WebAnswer verify(const std::string& url, const std::string& token, const std::string& challenge) {
    return web_get(
        {url + "?hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token=" + url_escaped(token)}
    );
}

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
    const auto meta = open_cloud_inspection(seen.config);
    seen.graph = meta.contact();
    seen.graph_answered_at = world.clock.now();
    if (reaches_graph(seen)) ask_with_token(meta, seen);
    const auto& config = seen.config;
    if (!config.public_url.empty() && !config.verify_token.empty())
        seen.callback = look_at_callback(config.public_url, config.verify_token);
}

}  // namespace

CallbackSeen look_at_callback(const std::string& public_url, const std::string& verify_token) {
    CallbackSeen seen;
    seen.url = public_url + "/webhooks/whatsapp";
    seen.challenge = random_hexadecimal(kChallengeBytes);
    seen.right = verify(seen.url, verify_token, seen.challenge);
    if (!seen.right.failed_at)
        seen.wrong = verify(seen.url, random_hexadecimal(kChallengeBytes), seen.challenge);
    return seen;
}

Observations look_at_everything(const ConfigSources& sources, const World& world) {
    Observations seen;
    seen.now = world.clock.now();
    seen.settings = look_at_settings(sources);
    auto settings = read_settings(sources);
    if (!settings) return seen;
    seen.config = *std::move(settings);
    seen.folder = look_at_folder(seen.config.data_folder);
    if (seen.folder->is_folder) {
        seen.free_bytes = world.free_bytes(seen.config.data_folder);
        seen.database = look_at_database(seen.config.data_folder);
    }
    if (!seen.config.is_demo) look_at_meta(world, seen);
    return seen;
}

}  // namespace roost::doctor
