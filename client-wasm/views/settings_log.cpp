// Who did what: a table, of which there is more below.
#include <algorithm>
#include <array>
#include <cmath>

#include "client-wasm/views/settings_parts.h"

namespace roost::settings {

namespace {

constexpr float kHead = 40;
constexpr float kSide = 16;
constexpr float kBesideEachOther = 640;  // columns need this much; else their words stand below each other

template <class Area>
struct Action {
    std::string_view name;
    Word Area::*said;
};

constexpr std::array<Action<SettingsWords>, 18> kActions{
    {{"session.started", &SettingsWords::session_started},
     {"session.refused", &SettingsWords::session_refused},
     {"session.ended", &SettingsWords::session_ended},
     {"sessions.ended", &SettingsWords::sessions_ended},
     {"password.changed", &SettingsWords::did_change_password},
     {"agent.invited", &SettingsWords::agent_invited},
     {"invitation.withdrawn", &SettingsWords::invitation_withdrawn},
     {"invitation.accepted", &SettingsWords::invitation_accepted},
     {"setup.completed", &SettingsWords::setup_completed},
     {"agent.added", &SettingsWords::agent_added},
     {"agent.changed", &SettingsWords::agent_changed},
     {"agent.removed", &SettingsWords::agent_removed},
     {"api_key.made", &SettingsWords::key_made},
     {"api_key.withdrawn", &SettingsWords::key_withdrawn},
     {"template.made", &SettingsWords::template_made},
     {"template.changed", &SettingsWords::template_changed},
     {"template.deleted", &SettingsWords::template_deleted},
     {"webhook.replayed", &SettingsWords::webhook_replayed}}};

constexpr std::array<Action<TwoFactorWords>, 5> kTwoFactorActions{
    {{"two_factor.on", &TwoFactorWords::did_switch_on},
     {"two_factor.off", &TwoFactorWords::did_switch_off},
     {"two_factor.refused", &TwoFactorWords::did_fail},
     {"recovery_code.used", &TwoFactorWords::did_recover},
     {"recovery_codes.made", &TwoFactorWords::did_make_codes}}};

constexpr std::array<Action<NumberWords>, 4> kNumberActions{
    {{"number.connected", &NumberWords::did_connect},
     {"number.renewed", &NumberWords::did_change},
     {"number.disconnected", &NumberWords::did_disconnect},
     {"number.subscribed", &NumberWords::did_subscribe}}};

constexpr std::array<Action<BlockingWords>, 2> kBlockingActions{
    {{"contact.blocked", &BlockingWords::did_block}, {"contact.unblocked", &BlockingWords::did_unblock}}};

constexpr std::array<Action<ProfileWords>, 1> kProfileActions{
    {{"number.profile_changed", &ProfileWords::did_change}}};

constexpr std::array<Action<SiteWords>, 8> kSiteActions{
    {{"site.made", &SiteWords::did_make},
     {"site.changed", &SiteWords::did_change},
     {"site.removed", &SiteWords::did_remove},
     {"site.secret_renewed", &SiteWords::did_renew},
     {"widget.opened", &SiteWords::did_open},
     {"widget.refused", &SiteWords::did_refuse},
     {"record.linked", &SiteWords::did_link},
     {"record.unlinked", &SiteWords::did_unlink}}};

constexpr std::array<Action<TeamWords>, 5> kTeamActions{
    {{"conversation.assigned", &TeamWords::did_assign},
     {"team.added", &TeamWords::did_make},
     {"team.changed", &TeamWords::did_change},
     {"team.removed", &TeamWords::did_remove},
     {"sight.changed", &TeamWords::did_narrow}}};

constexpr std::array<Action<RecordWords>, 1> kRecordActions{
    {{"conversation.started", &RecordWords::did_start}}};

template <class Area, std::size_t kCount>
const Word* find(const std::array<Action<Area>, kCount>& actions, const Area& words, std::string_view name) {
    for (const Action<Area>& one : actions)
        if (one.name == name) return &(words.*one.said);
    return nullptr;
}

// As it is called, where this client is too old for it.
std::string said(const Words& words, const LogEntry& entry) {
    const Word* word = find(kActions, words.settings, entry.action);
    if (word == nullptr) word = find(kTwoFactorActions, words.two_factor, entry.action);
    if (word == nullptr) word = find(kNumberActions, words.numbers, entry.action);
    if (word == nullptr) word = find(kBlockingActions, words.blocking, entry.action);
    if (word == nullptr) word = find(kProfileActions, words.profile, entry.action);
    if (word == nullptr) word = find(kSiteActions, words.sites, entry.action);
    if (word == nullptr) word = find(kRecordActions, words.records, entry.action);
    if (word == nullptr) word = find(kTeamActions, words.team, entry.action);
    return word != nullptr ? std::string(*word) : entry.action;
}

using Cells = std::array<std::string, 5>;  // time, who, what, to what, from where

Cells cells_of(const Page& page, const LogEntry& entry) {
    const SettingsWords& words = page.words();
    const std::string name = entry.name.empty() ? page.ui.brand.name : entry.name;
    return {
        to_the_minute(page.ui, entry.at),
        entry.is_by_key ? fill(words.by_key, {name}) : name,
        said(page.ui.words, entry),
        joined({entry.subject, entry.detail}),
        entry.address};
}

// The parts of the width that the columns have.
constexpr std::array<float, 5> kParts{0.16F, 0.18F, 0.22F, 0.28F, 0.16F};

void draw_cells(const Page& page, const Cells& cells, const ui::Rect& row, ui::Role role, ui::NodeKey key) {
    ui::Ui& ui = page.ui;
    const bool is_head = role == ui::Role::kColumnHeader;
    auto style = ui::secondary_style(is_head ? ui.theme.text_secondary : ui.theme.text, is_head ? 600 : 400);
    style.has_tabular_numbers = true;
    float x = row.x + kSide;
    const float width = row.width - 2 * kSide;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const float room = std::floor(width * kParts[i]);
        const float y = row.y + (row.height - style.line_height) / 2;
        ui::draw_text(ui, x, y, cells[i], style, room - 12);
        const ui::Rect place{x, row.y, room, row.height};
        ui::record(ui, role, cells[i], place, ui::make_key(key, "cell", static_cast<std::int64_t>(i) + 1));
        x += room;
    }
}

// Who did what, to what, when and from where: two lines.
void draw_lines(const Page& page, const Cells& cells, const ui::Rect& row, ui::NodeKey key) {
    ui::Ui& ui = page.ui;
    const auto secondary = ui::secondary_style(ui.theme.text_secondary);
    const float room = row.width - 2 * kSide;
    const float x = row.x + kSide;
    const float time = ui.text.width(cells[0], secondary);
    ui::draw_text(ui, row.x + row.width - kSide - time, row.y + 11, cells[0], secondary);
    ui::draw_text(ui, x, row.y + 10, cells[2], ui::button_style(ui.theme.text), room - time - 12);
    ui::draw_text(ui, x, row.y + 32, joined({cells[1], cells[3]}), secondary, room);
    ui::draw_text(ui, x, row.y + 51, cells[4], secondary, room);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const ui::Rect place{row.x, row.y, row.width, row.height};
        ui::record(
            ui, ui::Role::kCell, cells[i], place, ui::make_key(key, "cell", static_cast<std::int64_t>(i) + 1)
        );
    }
}

void draw_entry(const Page& page, const LogEntry& entry, const ui::Rect& row) {
    const Cells cells = cells_of(page, entry);
    const ui::NodeKey key = key_of("entry", entry.id);
    const ui::Scope scope(page.ui, ui::Role::kTableRow, cells[2], row, key);
    ui::hairline(page.ui, row.x, row.y + row.height - 1, row.width, page.ui.theme.border);
    if (row.width >= kBesideEachOther) draw_cells(page, cells, row, ui::Role::kCell, key);
    if (row.width < kBesideEachOther) draw_lines(page, cells, row, key);
}

void draw_head(const Page& page, const ui::Rect& row) {
    const SettingsWords& words = page.words();
    const Cells cells{
        std::string(words.time),
        std::string(words.who),
        std::string(words.what),
        std::string(words.whom),
        std::string(words.from)};
    const ui::NodeKey key = key_of("head");
    const ui::Scope scope(page.ui, ui::Role::kTableRow, words.log, row, key);
    draw_cells(page, cells, row, ui::Role::kColumnHeader, key);
    ui::hairline(page.ui, row.x, row.y + row.height - 1, row.width, page.ui.theme.border);
}

void draw_state(const Page& page, const ui::Rect& rect) {
    std::vector<Item> items;
    add_state(page, page.settings().log, page.words().log, items);
    draw_items(page.ui, items, {rect.x + kSide, rect.y + kSide}, rect.width - 2 * kSide);
    if (was_pressed(page, "again")) page.out.push_back(LoadSettings{SettingsSection::kLog});
}

}  // namespace

void draw_log(const Page& page, const ui::Rect& rect) {
    ui::Ui& ui = page.ui;
    const Listed<LogEntry>& log = page.settings().log;
    ui::fill(ui, rect, ui.theme.panel, ui.is_phone() ? 0.0F : 12.0F);
    if (!ui.is_phone()) ui::outline(ui, rect, ui.theme.border, 12);
    if (log.all.empty()) return draw_state(page, rect);
    const bool has_columns = rect.width >= kBesideEachOther;
    const ui::Scope table(ui, ui::Role::kTable, page.words().log, rect, key_of("table"));
    if (has_columns) draw_head(page, {rect.x, rect.y, rect.width, kHead});
    const float head = has_columns ? kHead : 0;
    const float height = has_columns ? 44 : 80;
    const ui::Rect body{rect.x, rect.y + head, rect.width, rect.height - head};
    const float all = height * static_cast<float>(log.all.size());
    const ui::NodeKey key = key_of("entries");
    const float top = std::clamp(ui.scroll_top(key), 0.0F, std::max(0.0F, all - body.height));
    if (all - top < 2 * body.height && !log.next.empty() && log.asked == 0 && log.error.empty())
        page.out.push_back(LoadOlderEntries{});
    const ui::Scroller scroller(
        ui, {ui::Role::kRowGroup, page.words().log, body, key, ui::ScrollerSpec{all, std::nullopt, 0}, top}
    );
    for (std::size_t i = 0; i < log.all.size(); ++i) {
        const float y = body.y + height * static_cast<float>(i) - top;
        const bool is_near = y + height > body.y - body.height && y < body.y + 2 * body.height;
        if (is_near) draw_entry(page, log.all[i], {body.x, y, body.width, height});
    }
}

}  // namespace roost::settings
