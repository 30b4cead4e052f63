// Whose conversations the list is to show.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "client-wasm/views/owners.h"

namespace roost {

namespace {

using Choice = std::optional<OwnerFilter>;

ui::NodeKey menu_key() {
    return ui::make_key(0, "filter menu");
}

// All of them, mine, nobody's, and those of each team that I am in; of all teams where I am in none.
std::vector<Choice> choices_of(const Inbox& inbox) {
    std::vector<Choice> choices{
        std::nullopt, OwnerFilter{inbox.me, std::nullopt}, OwnerFilter{AgentId{}, std::nullopt}};
    const auto is_mine = [&](const Team& team) {
        return std::find(team.members.begin(), team.members.end(), inbox.me) != team.members.end();
    };
    const bool has_own = std::any_of(inbox.teams.begin(), inbox.teams.end(), [&](const auto& one) {
        return is_mine(one.second);
    });
    for (const auto& [id, team] : inbox.teams)
        if (!has_own || is_mine(team)) choices.emplace_back(OwnerFilter{std::nullopt, id});
    return choices;
}

MenuItem item_of(const Inbox& inbox, const Choice& choice, std::size_t index, const Words& words) {
    const auto key = ui::make_key(menu_key(), "choice", static_cast<std::int64_t>(index));
    if (!choice) return {ui::Icon::kInbox, std::string(words.team.everybody), key};
    const bool is_of_team = choice->team.has_value();
    return {is_of_team ? ui::Icon::kList : ui::Icon::kPerson, filter_label(inbox, *choice, words), key};
}

}  // namespace

ButtonMenu filter_menu(const Words& words) {
    return {ui::Icon::kList, words.team.filter, Overlay::kFilterMenu, menu_key(), 240};
}

ui::NodeKey first_of_filter_menu() {
    return ui::make_key(menu_key(), "choice", 0);
}

void draw_filter_menu(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    const auto choices = choices_of(inbox);
    std::vector<MenuItem> items;
    items.reserve(choices.size());
    for (std::size_t i = 0; i < choices.size(); ++i)
        items.push_back(item_of(inbox, choices[i], i, ui.words));
    const auto chosen = draw_button_menu(state, ui, filter_menu(ui.words), items);
    if (!chosen) return;
    state.overlay = Overlay::kNone;
    out.push_back(ShowOwner{choices[*chosen]});
}

}  // namespace roost
