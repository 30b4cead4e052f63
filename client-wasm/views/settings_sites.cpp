// The sites whose pages show the inbox.
#include "client-wasm/views/settings_parts.h"

#include <algorithm>
#include <array>

namespace roost::settings {

namespace {

std::string all_of(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& one : texts)
        all += (all.empty() ? "" : ", ") + one;
    return all;
}

Item site_row(const Page& page, const OwnSite& site) {
    const SettingsWords& words = page.words();
    const SiteWords& own = page.ui.words.sites;
    Item row{Item::What::kRow, key_of("site", site.id), site.name};
    const std::string used =
        site.used_at == 0 ? std::string(words.never_used) : fill(words.used, {moment(page.ui, site.used_at)});
    row.detail = joined({all_of(site.origins), used});
    if (site.old_until > page.ui.now)
        row.detail += " · " + fill(own.old_until, {to_the_minute(page.ui, site.old_until)});
    row.presses = {
        {key_of("site-line", site.id), std::string(own.show_line), site.name},
        {key_of("change-site", site.id), std::string(own.change), site.name}};
    return row;
}

void ask_to_change(const Page& page, const OwnSite& site) {
    open_dialog(page.state, SettingsQuestion::kSite);
    SettingsDialog& dialog = page.settings().dialog;
    dialog.id = site.id;
    dialog.name = site.name;
    dialog.name_field.set(site.name);
    std::string origins;
    for (const std::string& one : site.origins)
        origins += (origins.empty() ? "" : "\n") + one;
    dialog.origins.set(origins);
    dialog.types = site.types;
    dialog.scope = site.scope;
    dialog.shows_everything = site.shows_everything;
}

void show_line(const Page& page, const OwnSite& site) {
    open_dialog(page.state, SettingsQuestion::kSiteLine);
    SettingsDialog& dialog = page.settings().dialog;
    dialog.id = site.id;
    dialog.name = site.name;
    dialog.line = line_of(site, page.state.record_types);
}

}  // namespace

std::vector<Card> site_cards(const Page& page) {
    const SiteWords& words = page.ui.words.sites;
    const Listed<OwnSite>& sites = page.settings().sites;
    Card card{key_of("sites"), std::string(words.title), std::string(words.title)};
    Press make{key_of("new-site"), std::string(words.add)};
    make.is_primary = true;
    card.presses = {make};
    const bool has_none = sites.has_answer && sites.all.empty();
    if (has_none) card.items.push_back(note(key_of("no sites"), std::string(words.none)));
    card.items.push_back(note(key_of("sites note"), std::string(words.note)));
    for (const OwnSite& site : sites.all)
        card.items.push_back(site_row(page, site));
    add_state(page, sites, words.title, card.items);
    return {card};
}

void take_sites(const Page& page) {
    if (was_pressed(page, "new-site")) {
        open_dialog(page.state, SettingsQuestion::kMakeSite);
        page.settings().dialog.scope = {"read", "send", "tend"};
    }
    for (const OwnSite& site : page.settings().sites.all) {
        if (was_pressed(page, "change-site", site.id)) ask_to_change(page, site);
        if (was_pressed(page, "site-line", site.id)) show_line(page, site);
    }
    if (was_pressed(page, "again")) page.out.push_back(LoadSettings{SettingsSection::kSites});
}

}  // namespace roost::settings
