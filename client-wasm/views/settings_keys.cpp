// What other programs come in with.
#include "client-wasm/views/settings_parts.h"

namespace roost::settings {

namespace {

std::string scope_of(const Page& page, const ProgramKey& key) {
    std::string all;
    for (const std::string& one : key.scope) {
        const std::string_view label = scope_label(page.ui.words, one);
        all += (all.empty() ? "" : ", ") + (label.empty() ? one : std::string(label));
    }
    return all;
}

Item key_row(const Page& page, const ProgramKey& key) {
    const SettingsWords& words = page.words();
    Item row{Item::What::kRow, key_of("key", key.id), key.name};
    const std::string used =
        key.used_at == 0 ? std::string(words.never_used) : fill(words.used, {moment(page.ui, key.used_at)});
    const std::string ends = fill(words.ends, {moment(page.ui, key.ends_at)});
    row.detail = joined({scope_of(page, key), used, ends});
    row.presses = {{key_of("revoke", key.id), std::string(words.revoke), key.name}};
    return row;
}

}  // namespace

std::vector<Card> key_cards(const Page& page) {
    const SettingsWords& words = page.words();
    const Listed<ProgramKey>& keys = page.settings().keys;
    Card card{key_of("keys"), std::string(words.keys), std::string(words.keys)};
    Press make{key_of("new-key"), std::string(words.new_key)};
    make.is_primary = true;
    card.presses = {make};
    const bool has_none = keys.has_answer && keys.all.empty();
    if (has_none) card.items.push_back(note(key_of("no keys"), std::string(words.no_keys)));
    card.items.push_back(note(key_of("keys note"), std::string(words.keys_note)));
    for (const ProgramKey& key : keys.all)
        card.items.push_back(key_row(page, key));
    add_state(page, keys, words.keys, card.items);
    return {card};
}

void take_keys(const Page& page) {
    Settings& settings = page.settings();
    if (was_pressed(page, "new-key")) {
        open_dialog(page.state, SettingsQuestion::kMakeKey);
        settings.dialog.days.set("90");
    }
    for (const ProgramKey& key : settings.keys.all) {
        if (!was_pressed(page, "revoke", key.id)) continue;
        open_dialog(page.state, SettingsQuestion::kRevokeKey);
        settings.dialog.id = key.id;
        settings.dialog.name = key.name;
    }
    if (was_pressed(page, "again")) page.out.push_back(LoadSettings{SettingsSection::kKeys});
}

}  // namespace roost::settings
