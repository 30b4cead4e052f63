// The sections of the settings, for settings.cpp, and the dialog that questions elsewhere are asked in too.
// Each section makes its cards anew in every frame, and takes what was pressed in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client-wasm/app/commands.h"
#include "client-wasm/views/settings_items.h"
#include "shared/model/inbox.h"

namespace roost::settings {

struct Page {
    const Inbox& inbox;
    UiState& state;
    ui::Ui& ui;
    Commands& out;

    Settings& settings() const { return state.settings; }
    const SettingsWords& words() const { return ui.words.settings; }
    const NumberWords& number_words() const { return ui.words.numbers; }
};

ui::NodeKey key_of(std::string_view name, std::string_view id = {});
bool was_pressed(const Page& page, std::string_view name, std::string_view id = {});
std::string role_label(const SettingsWords& words, std::string_view role);
std::string_view scope_label(const Words& words, std::string_view permission);
// "5 min", "Yesterday", "12 Mar"
std::string moment(const ui::Ui& ui, UnixMillis at);
// "14:05", "12 Mar 14:05"
std::string to_the_minute(const ui::Ui& ui, UnixMillis at);
// With the parts that are there between points.
std::string joined(std::initializer_list<std::string> parts);
// What was asked of the server about this; the one that is not there is idle.
const SettingsDeed& deed(const Settings& settings, SettingsTask task, const std::string& id = {});

// In place of rows that are not there: that they are on their way, or why not, with a button.
template <class Row>
void add_state(const Page& page, const Listed<Row>& list, std::string_view title, std::vector<Item>& items) {
    if (!list.error.empty()) {
        items.push_back(problem(key_of("state", title), list.error));
        items.push_back(presses({{key_of("again"), std::string(page.ui.words.thread.try_again)}}));
    } else if (!list.has_answer) {
        items.push_back(note(key_of("state", title), fill(page.ui.words.signing_in.loading, {title})));
    }
}

std::vector<Card> account_cards(const Page& page);
void take_account(const Page& page);
// settings_two_factor.cpp: a card of one's own account.
Card two_factor_card(const Page& page);
void take_two_factor(const Page& page);
std::vector<Card> people_cards(const Page& page);
void take_people(const Page& page);
// Parts of people_cards.
std::vector<Card> team_cards(const Page& page);
void take_teams(const Page& page);
std::vector<Card> key_cards(const Page& page);
void take_keys(const Page& page);
std::vector<Card> webhook_cards(const Page& page);
void take_webhooks(const Page& page);
std::vector<Card> site_cards(const Page& page);
void take_sites(const Page& page);
std::vector<Card> number_cards(const Page& page);
void take_numbers(const Page& page);
// What has the focus when something was done with a number.
ui::NodeKey number_anchor(const UiState& state);
// Parts of number_cards.
Card connection_card(const Page& page);
Card connect_card(const Page& page);
void take_connecting(const Page& page);
// Scrolls by itself.
void draw_log(const Page& page, const ui::Rect& rect);

void open_dialog(UiState& state, SettingsQuestion question);
// The sheet of a dialog, and what it is made of.
void draw_dialog(ui::Ui& ui, const std::string& title, std::span<const Item> items);
bool asks_about_number(SettingsQuestion question);
void draw_number_dialog(UiState& state, ui::Ui& ui, Commands& out);
void draw_profile_dialog(UiState& state, ui::Ui& ui, Commands& out);
bool asks_about_team(SettingsQuestion question);
void draw_team_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out);
bool asks_about_site(SettingsQuestion question);
void draw_site_dialog(UiState& state, ui::Ui& ui, Commands& out);

}  // namespace roost::settings
