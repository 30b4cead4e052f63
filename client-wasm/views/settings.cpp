#include "client-wasm/views/settings.h"

#include <algorithm>
#include <array>
#include <utility>

#include "client-wasm/views/settings_parts.h"

namespace roost {

namespace settings {

ui::NodeKey key_of(std::string_view name, std::string_view id) {
    const ui::NodeKey key = ui::make_key(ui::make_key(0, "settings"), name);
    return id.empty() ? key : ui::make_key(key, id);
}

bool was_pressed(const Page& page, std::string_view name, std::string_view id) {
    return ui::was_activated(page.ui, key_of(name, id));
}

std::string role_label(const SettingsWords& words, std::string_view role) {
    if (role == "admin") return std::string(words.administrator);
    if (role == "supervisor") return std::string(words.supervisor);
    return std::string(role == "agent" ? words.agent : words.viewer);
}

std::string_view scope_label(const Words& words, std::string_view permission) {
    if (permission == permission::kManageAccounts) return words.numbers.may_manage;
    if (permission == permission::kManageSites) return words.sites.may_manage;
    struct Named {
        std::string_view name;
        Word SettingsWords::*label;
    };
    constexpr std::array<Named, 9> kNamed{
        {{"read", &SettingsWords::may_read},
         {"send", &SettingsWords::may_send},
         {"tend", &SettingsWords::may_tend},
         {"manage_templates", &SettingsWords::may_manage_templates},
         {"read_notices", &SettingsWords::may_read_notices},
         {"read_webhook_log", &SettingsWords::may_read_webhook_log},
         {"manage_people", &SettingsWords::may_manage_people},
         {"manage_api_keys", &SettingsWords::may_manage_api_keys},
         {"read_audit_log", &SettingsWords::may_read_audit_log}}};
    for (const Named& one : kNamed)
        if (one.name == permission) return words.settings.*one.label;
    return "";
}

std::string moment(const ui::Ui& ui, UnixMillis at) {
    return ui.locale.list_time(at, ui.now, ui.utc_offset(at));
}

std::string to_the_minute(const ui::Ui& ui, UnixMillis at) {
    const OffsetMinutes offset = ui.utc_offset(at);
    const std::string clock = ui.locale.clock(at, offset);
    const bool is_today = local_day(at, offset) == local_day(ui.now, offset);
    return is_today ? clock : moment(ui, at) + " " + clock;
}

std::string joined(std::initializer_list<std::string> parts) {
    std::string all;
    for (const std::string& one : parts)
        if (!one.empty()) all += (all.empty() ? "" : " · ") + one;
    return all;
}

const SettingsDeed& deed(const Settings& settings, SettingsTask task, const std::string& id) {
    static const SettingsDeed kIdle;
    const auto found = settings.deeds.find({task, id});
    return found == settings.deeds.end() ? kIdle : found->second;
}

namespace {

using Section = SettingsSection;

constexpr float kList = 224;
constexpr float kLeastSection = 440;  // beside the list
constexpr float kRail = 64;
constexpr float kWidestCard = 760;
constexpr std::array kAll{
    Section::kAccount,
    Section::kNumbers,
    Section::kPeople,
    Section::kKeys,
    Section::kSites,
    Section::kWebhooks,
    Section::kLog};

bool has_columns(const ui::Rect& viewport) {
    return viewport.width >= kRail + kList + kLeastSection;
}

// Beside the list there is always one.
Section shown_section(const Settings& settings, const ui::Rect& viewport) {
    const bool is_list = settings.section == Section::kSections;
    return is_list && has_columns(viewport) ? Section::kAccount : settings.section;
}

std::string_view name_of(const Words& all, Section section) {
    const SettingsWords& words = all.settings;
    switch (section) {
        case Section::kNumbers:
            return all.numbers.title;
        case Section::kPeople:
            return words.people;
        case Section::kKeys:
            return words.keys;
        case Section::kLog:
            return words.log;
        case Section::kWebhooks:
            return words.webhooks;
        case Section::kSites:
            return all.sites.title;
        default:
            return words.account;
    }
}

ui::NodeKey row_key(Section section) {
    return ui::make_key(key_of("section"), "at", static_cast<std::int64_t>(section));
}

float header_height(const ui::Ui& ui) {
    return ui.is_phone() ? 60.0F : 64.0F;
}

// A button with an arrow before a title. Returns where the title begins.
float draw_back(const Page& page, const ui::Rect& header, const Word& label, Section to) {
    ui::ButtonSpec back{
        .label = label,
        .rect = {header.x + 4, header.y + (header.height - 44) / 2, 44, 44},
        .kind = ui::ButtonKind::kRound,
        .icon = ui::Icon::kBack};
    back.key = key_of("back");
    if (ui::button(page.ui, back)) page.out.push_back(OpenSettings{to});
    return header.x + 60;
}

void draw_section_row(const Page& page, Section section, const ui::Rect& row) {
    ui::Ui& ui = page.ui;
    const bool is_shown = shown_section(page.settings(), ui.viewport) == section;
    if (is_shown) ui::fill(ui, row, ui.theme.selected, 8);
    if (!is_shown && ui::is_hovered(ui, row)) ui::fill(ui, row, ui.theme.hover, 8);
    const std::string_view name = name_of(ui.words, section);
    const auto style =
        is_shown ? ui::button_style(ui.theme.text) : ui::body_style(ui.theme.text, ui.is_phone());
    ui::draw_text(ui, row.x + 12, row.y + (row.height - style.line_height) / 2, name, style, row.width - 40);
    if (ui.is_phone())
        ui::draw_icon(ui, ui::Icon::kNext, row.x + row.width - 28, row.y + 14, 20, ui.theme.text_secondary);
    const ui::NodeKey key = row_key(section);
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, row, 8, 0);
    ui::record(ui, ui::Role::kButton, std::string(name), row, key).is_current = is_shown;
    if (ui::was_activated(ui, key)) page.out.push_back(OpenSettings{section});
}

void draw_sections(const Page& page, const ui::Rect& rect) {
    ui::Ui& ui = page.ui;
    ui::fill(ui, rect, ui.theme.panel);
    const ui::Scope scope(ui, ui::Role::kNavigation, page.words().sections, {}, key_of("sections"));
    const ui::Rect header{rect.x, rect.y, rect.width, header_height(ui)};
    const float x =
        ui.is_phone() ? draw_back(page, header, ui.words.thread.back, Section::kNone) : rect.x + 16;
    const float y = header.y + (header.height - 24) / 2;
    ui::heading(ui, 1, x, y, page.words().title, ui::title_style(ui.theme.text), rect.width - 72);
    const float height = ui.is_phone() ? 48.0F : 40.0F;
    ui::Rect row{rect.x + 8, header.y + header.height, rect.width - 16, height};
    for (const Section section : kAll) {
        if (!may_open(page.state, section)) continue;
        draw_section_row(page, section, row);
        row.y += height;
    }
}

// Returns where the title ends at the latest.
float draw_export(const Page& page, const ui::Rect& header) {
    const float end = header.x + header.width - 16;
    if (shown_section(page.settings(), page.ui.viewport) != Section::kLog) return end;
    Press press{key_of("export"), std::string(page.words().export_table)};
    press.is_disabled = page.settings().is_exporting;
    const float height = press_height(page.ui);
    const float x = end - presses_width(page.ui, {&press, 1});
    draw_presses(page.ui, {&press, 1}, {x, header.y + (header.height - height) / 2}, height);
    if (was_pressed(page, "export")) page.out.push_back(ExportLog{});
    return x - 12;
}

std::vector<Card> cards_of(const Page& page, Section section) {
    switch (section) {
        case Section::kNumbers:
            return number_cards(page);
        case Section::kPeople:
            return people_cards(page);
        case Section::kKeys:
            return key_cards(page);
        case Section::kWebhooks:
            return webhook_cards(page);
        case Section::kSites:
            return site_cards(page);
        default:
            return account_cards(page);
    }
}

void draw_cards(const Page& page, Section section, const ui::Rect& rect) {
    ui::Ui& ui = page.ui;
    const float edge = ui.is_phone() ? 12.0F : 24.0F;
    const float width = std::min(rect.width - 2 * edge, kWidestCard);
    const std::vector<Card> cards = cards_of(page, section);
    float height = edge;
    for (const Card& card : cards)
        height += height_of(ui, card, width) + 16;
    const std::string name(name_of(ui.words, section));
    const ui::NodeKey key = key_of("cards", name);
    const float top = std::clamp(ui.scroll_top(key), 0.0F, std::max(0.0F, height - rect.height));
    const ui::Scroller scroller(
        ui, {ui::Role::kGroup, name, rect, key, ui::ScrollerSpec{height, std::nullopt, 0}, top}
    );
    float y = rect.y - top + 4;
    for (const Card& card : cards) {
        draw_card(ui, card, {rect.x + edge, y}, width);
        y += height_of(ui, card, width) + 16;
    }
}

void draw_section(const Page& page, const ui::Rect& rect) {
    ui::Ui& ui = page.ui;
    const Section section = shown_section(page.settings(), ui.viewport);
    const std::string title(name_of(ui.words, section));
    const ui::Scope main(ui, ui::Role::kMain, title, {}, key_of("main"));
    const ui::Rect header{rect.x, rect.y, rect.width, header_height(ui)};
    if (ui.is_phone()) ui::fill(ui, header, ui.theme.panel);
    float x = rect.x + 24;
    if (!has_columns(ui.viewport)) x = draw_back(page, header, page.words().back, Section::kSections);
    const float end = draw_export(page, header);
    const float y = header.y + (header.height - 24) / 2;
    ui::heading(ui, 1, x, y, title, ui::title_style(ui.theme.text), end - x);
    ui::Rect body{rect.x, rect.y + header.height, rect.width, rect.height - header.height};
    if (section == Section::kLog) {
        if (!ui.is_phone()) body = {body.x + 24, body.y, body.width - 48, body.height - 24};
        return draw_log(page, body);
    }
    draw_cards(page, section, body);
    if (section == Section::kAccount) take_account(page);
    if (section == Section::kPeople) take_people(page);
    if (section == Section::kKeys) take_keys(page);
    if (section == Section::kWebhooks) take_webhooks(page);
    if (section == Section::kNumbers) take_numbers(page);
    if (section == Section::kSites) take_sites(page);
}

}  // namespace

}  // namespace settings

void draw_settings(const Inbox& inbox, UiState& state, ui::Ui& ui, const ui::Rect& rect, Commands& out) {
    using namespace settings;
    const Page page{inbox, state, ui, out};
    ui::fill(ui, rect, ui.theme.app);
    if (has_columns(ui.viewport)) {
        draw_sections(page, {rect.x, rect.y, kList, rect.height});
        ui::vertical_hairline(ui, rect.x + kList - 1, rect.y, rect.height, ui.theme.border);
        draw_section(page, {rect.x + kList, rect.y, rect.width - kList, rect.height});
    } else if (state.settings.section == SettingsSection::kSections) {
        const ui::Scope main(ui, ui::Role::kMain, page.words().title, {}, key_of("main"));
        draw_sections(page, rect);
    } else {
        draw_section(page, rect);
    }
}

void leave_settings(const UiState& state, const ui::Rect& viewport, Commands& out) {
    const bool is_within =
        !settings::has_columns(viewport) && state.settings.section != SettingsSection::kSections;
    out.push_back(OpenSettings{is_within ? SettingsSection::kSections : SettingsSection::kNone});
}

ui::NodeKey settings_anchor(const UiState& state, const ui::Rect& viewport) {
    const Settings& settings = state.settings;
    const ui::NodeKey number = settings::number_anchor(state);
    if (number != 0) return number;
    const bool is_list = settings.section == SettingsSection::kSections;
    if (!is_list && !settings::has_columns(viewport)) return settings::key_of("back");
    const bool came_back = is_list && settings.left > SettingsSection::kSections;
    if (came_back && !settings::has_columns(viewport)) return settings::row_key(settings.left);
    return settings::row_key(is_list ? SettingsSection::kAccount : settings.section);
}

}  // namespace roost
