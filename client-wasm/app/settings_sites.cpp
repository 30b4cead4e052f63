// Sites, as the server tells of them.
#include "client-wasm/app/client.h"
#include "shared/model/site.h"

namespace roost {

OwnSite read_own_site(const Json& json) {
    OwnSite site;
    site.id = string_or(json, "id", "");
    site.name = string_or(json, "name", "");
    site.origins = texts_in(json, "origins");
    site.types = texts_in(json, "entity_types");
    site.scope = texts_in(json, "scope");
    site.shows_everything = optional_bool(json, "whole_inbox").value_or(false);
    site.used_at = required_time(json, "last_used_at").value_or(0);
    site.old_until = required_time(json, "old_secret_until").value_or(0);
    site.script_url = string_or(json, "script_url", "");
    return site;
}

std::string line_of(const OwnSite& site, const std::vector<std::string>& all_types) {
    const bool has_own = !site.types.empty();
    const std::vector<std::string>& types = has_own ? site.types : all_types;
    return widget_line(site.script_url, site.id, types.empty() ? "" : types.front());
}

// Whether its dialog was closed meanwhile or not: it is told only now.
void Client::show_site_secret(const Json& answer) {
    const OwnSite site = read_own_site(member(answer, "site"));
    SettingsDialog& dialog = state_.settings.dialog;
    dialog.question = SettingsQuestion::kSiteLine;
    dialog.id = site.id;
    dialog.name = site.name;
    dialog.secret = string_or(answer, "secret", "");
    dialog.line = line_of(site, state_.record_types);
    dialog.until = site.old_until;
    dialog.wants_focus = true;
    state_.overlay = Overlay::kSettings;
}

}  // namespace roost
