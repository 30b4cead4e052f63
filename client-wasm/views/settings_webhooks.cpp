// What Meta delivered, what became of it, and the same once more.
#include "client-wasm/views/settings_parts.h"
#include "shared/base/utf8.h"

namespace roost::settings {

namespace {

constexpr std::size_t kMostShown = 6000;  // characters of one; all of them can be copied

std::string outcome_label(const SettingsWords& words, std::string_view outcome) {
    if (outcome == "partly_failed") return std::string(words.partly_failed);
    return std::string(outcome == "malformed" ? words.malformed : words.applied);
}

std::string about(const StoredWebhook& webhook) {
    if (!webhook.kinds.empty()) return webhook.kinds;
    return webhook.fields.empty() ? "–" : webhook.fields;
}

Item row_of(const Page& page, const StoredWebhook& webhook) {
    const SettingsWords& words = page.words();
    const Settings& settings = page.settings();
    const std::string what = about(webhook);
    const std::string time = to_the_minute(page.ui, webhook.at);
    Item row{Item::What::kRow, key_of("webhook", webhook.id), what};
    const bool is_applied = webhook.outcome == "applied";
    const std::string outcome = outcome_label(words, webhook.outcome);
    if (!is_applied) row.mark = outcome;
    const std::string fields = webhook.kinds.empty() ? "" : webhook.fields;
    row.detail = joined(
        {time, is_applied ? outcome : "", fields, page.ui.locale.file_size(webhook.size), webhook.replayed}
    );
    row.problem = webhook.error;
    for (const SettingsTask task : {SettingsTask::kReadWebhook, SettingsTask::kReplay}) {
        const SettingsDeed& asked = deed(settings, task, webhook.id);
        if (!asked.error.empty()) row.problem = asked.error;
    }
    const bool is_shown = settings.webhook == webhook.id;
    Press show{key_of("show", webhook.id), std::string(is_shown ? words.hide : words.show)};
    Press replay{key_of("replay", webhook.id), std::string(words.replay)};
    show.about = replay.about = what + ", " + time;
    show.is_disabled = deed(settings, SettingsTask::kReadWebhook, webhook.id).is_busy;
    replay.is_disabled = deed(settings, SettingsTask::kReplay, webhook.id).is_busy;
    row.presses = {show, replay};
    return row;
}

void add_body(const Page& page, std::vector<Item>& items) {
    const Settings& settings = page.settings();
    std::string shown = truncate_code_points(settings.webhook_body, kMostShown);
    if (shown.size() < settings.webhook_body.size()) shown += "\n…";
    items.push_back(Item{Item::What::kSecret, key_of("body", settings.webhook), std::move(shown)});
    items.push_back(presses({{key_of("copy"), std::string(page.ui.words.message_menu.copy)}}));
}

Item filter_of(const Page& page) {
    const SettingsWords& words = page.words();
    Item filter{Item::What::kChips, key_of("filter"), std::string(words.outcome)};
    const bool is_narrow = page.settings().shows_failed_alone;
    filter.chips = {
        Chip{key_of("all"), std::string(words.all_webhooks), !is_narrow},
        Chip{key_of("failed"), std::string(words.failed_webhooks), is_narrow}};
    return filter;
}

}  // namespace

std::vector<Card> webhook_cards(const Page& page) {
    const SettingsWords& words = page.words();
    const Listed<StoredWebhook>& list = page.settings().webhooks;
    Card card{key_of("webhooks"), std::string(words.webhooks), std::string(words.webhooks)};
    card.items.push_back(note(key_of("webhooks note"), std::string(words.webhooks_note)));
    card.items.push_back(filter_of(page));
    for (const StoredWebhook& webhook : list.all) {
        card.items.push_back(row_of(page, webhook));
        if (page.settings().webhook == webhook.id) add_body(page, card.items);
    }
    const bool has_none = list.has_answer && list.all.empty() && list.asked == 0;
    if (has_none) card.items.push_back(note(key_of("none"), std::string(words.no_webhooks)));
    if (!list.next.empty() && list.asked == 0)
        card.items.push_back(presses({{key_of("older"), std::string(words.older)}}));
    add_state(page, list, words.webhooks, card.items);
    return {card};
}

void take_webhooks(const Page& page) {
    Settings& settings = page.settings();
    for (const bool is_narrow : {false, true}) {
        if (!was_pressed(page, is_narrow ? "failed" : "all")) continue;
        settings.shows_failed_alone = is_narrow;
        settings.webhook.clear();
        page.out.push_back(LoadSettings{SettingsSection::kWebhooks});
    }
    for (const StoredWebhook& webhook : settings.webhooks.all) {
        if (was_pressed(page, "replay", webhook.id))
            page.out.push_back(DoInSettings{SettingsTask::kReplay, webhook.id, {}});
        if (!was_pressed(page, "show", webhook.id)) continue;
        if (settings.webhook == webhook.id)
            settings.webhook.clear();
        else
            page.out.push_back(DoInSettings{SettingsTask::kReadWebhook, webhook.id, {}});
    }
    if (was_pressed(page, "copy")) page.out.push_back(CopyText{settings.webhook_body});
    if (was_pressed(page, "older")) page.out.push_back(LoadOlderEntries{});
    if (was_pressed(page, "again")) page.out.push_back(LoadSettings{SettingsSection::kWebhooks});
}

}  // namespace roost::settings
