// Whose conversations the list is to show.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "client-wasm/views/floating.h"
#include "client-wasm/views/menu.h"
#include "client-wasm/views/owners.h"

namespace roost {

namespace {

constexpr float kWidth = 240;
constexpr float kPadding = 6;

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

ui::NodeKey first_of_filter_menu() {
    return ui::make_key(menu_key(), "choice", 0);
}

void draw_filter_menu(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    const auto choices = choices_of(inbox);
    std::vector<MenuItem> items;
    items.reserve(choices.size());
    for (std::size_t i = 0; i < choices.size(); ++i)
        items.push_back(item_of(inbox, choices[i], i, ui.words));
    const float row = ui.is_phone() ? 44.0F : 40.0F;
    const float x = std::clamp(state.menu_x - kWidth, 8.0F, std::max(8.0F, ui.viewport.width - kWidth - 8));
    const float height = row * static_cast<float>(items.size()) + 2 * kPadding;
    const ui::Rect rect{x, state.menu_y, kWidth, height};
    draw_floating_ground(ui, rect);
    const Word& label = ui.words.team.filter;
    const ui::Scope cover(ui, ui::Role::kDialog, label, rect, ui::make_key(menu_key(), "cover"));
    const ui::Scope scope(ui, ui::Role::kMenu, label, rect, menu_key());
    const auto chosen =
        menu_items(ui, items, {rect.x + kPadding, rect.y + kPadding, rect.width - 2 * kPadding, row});
    if (!chosen) return;
    state.overlay = Overlay::kNone;
    out.push_back(ShowOwner{choices[*chosen]});
}

}  // namespace roost
