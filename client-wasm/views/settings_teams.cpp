// Teams, and what agents see of the inbox: cards of the section about people.
#include <array>
#include <utility>

#include "client-wasm/views/settings_parts.h"
#include "shared/base/json_writer.h"

namespace roost::settings {

namespace {

Item team_row(const Page& page, const Team& team) {
    Item row{Item::What::kRow, key_of("team", to_string(team.id)), team.name};
    for (const AgentId id : team.members) {
        const auto known = page.inbox.colleagues.find(id);
        if (known == page.inbox.colleagues.end()) continue;
        row.detail += (row.detail.empty() ? "" : ", ") + known->second.name;
    }
    if (row.detail.empty()) row.detail = page.ui.words.team.no_members;
    row.presses = {{key_of("edit-team", to_string(team.id)), std::string(page.words().edit), team.name}};
    return row;
}

Card teams_card(const Page& page) {
    const TeamWords& words = page.ui.words.team;
    Card card{key_of("teams"), std::string(words.teams), std::string(words.teams)};
    card.presses = {{key_of("add-team"), std::string(words.add_team)}};
    for (const auto& [id, team] : page.inbox.teams)
        card.items.push_back(team_row(page, team));
    return card;
}

struct Sight {
    AgentsSee what;
    Word TeamWords::*label;
};
constexpr std::array<Sight, 3> kSights{
    {{AgentsSee::kEverything, &TeamWords::see_all},
     {AgentsSee::kTeams, &TeamWords::see_team},
     {AgentsSee::kOwn, &TeamWords::see_own}}};

Card sight_card(const Page& page) {
    const TeamWords& words = page.ui.words.team;
    Card card{key_of("agents see"), std::string(words.agents_see), std::string(words.agents_see)};
    Item item{Item::What::kChips, key_of("sight"), std::string(words.see_note)};
    for (const Sight& one : kSights) {
        Chip chip{key_of("sight", agents_see_name(one.what)), std::string(words.*one.label)};
        chip.is_chosen = page.state.teams.agents_see == one.what;
        item.chips.push_back(std::move(chip));
    }
    card.items.push_back(std::move(item));
    const SettingsDeed& choosing = deed(page.settings(), SettingsTask::kChooseSight);
    if (!choosing.error.empty()) card.items.push_back(problem(key_of("sight refusal"), choosing.error));
    return card;
}

}  // namespace

std::vector<Card> team_cards(const Page& page) {
    std::vector<Card> cards{teams_card(page)};
    if (page.state.teams.agents_see) cards.push_back(sight_card(page));
    return cards;
}

void take_teams(const Page& page) {
    TeamsPage& teams = page.state.teams;
    if (was_pressed(page, "add-team")) {
        open_dialog(page.state, SettingsQuestion::kMakeTeam);
        teams.members.clear();
    }
    for (const auto& [id, team] : page.inbox.teams) {
        if (!was_pressed(page, "edit-team", to_string(id))) continue;
        open_dialog(page.state, SettingsQuestion::kTeam);
        page.settings().dialog.id = to_string(id);
        page.settings().dialog.name = team.name;
        page.settings().dialog.name_field.set(team.name);
        teams.members = team.members;
    }
    for (const Sight& one : kSights) {
        const bool is_pressed = was_pressed(page, "sight", agents_see_name(one.what));
        if (!is_pressed || teams.agents_see == one.what) continue;
        page.out.push_back(DoInSettings{
            SettingsTask::kChooseSight, {}, text_written_by([&](JsonWriter& out) {
                out.begin_object().key("agents_see").string(agents_see_name(one.what)).end_object();
            })});
    }
}

}  // namespace roost::settings
