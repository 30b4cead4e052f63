#include "client-wasm/views/assign_dialog.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "client-wasm/views/owners.h"
#include "client-wasm/views/settings_parts.h"
#include "shared/base/utf8.h"
#include "shared/text/fold.h"

namespace roost {

namespace {

using settings::Item;
using settings::key_of;

struct AssignAsking {
    const Inbox& inbox;
    UiState& state;
    ui::Ui& ui;
    Commands& out;
    const Conversation& row;

    const TeamWords& words() const { return ui.words.team; }
};

ui::NodeKey agent_key(AgentId id) {
    return key_of("agent", to_string(id));
}

ui::NodeKey team_key(TeamId id) {
    return key_of("team", to_string(id));
}

// Who may answer, whoever is here first, by name.
std::vector<const Colleague*> candidates_of(const AssignAsking& asking) {
    const std::string wanted = text::fold(trim(asking.state.assign.find.value));
    std::vector<const Colleague*> all;
    for (const auto& [id, one] : asking.inbox.colleagues) {
        const bool is_found = text::fold(one.name).find(wanted) != std::string::npos;
        if (one.may_answer && id != asking.inbox.me && is_found) all.push_back(&one);
    }
    std::sort(all.begin(), all.end(), [](const Colleague* a, const Colleague* b) {
        return std::tuple(a->availability, text::fold(a->name), a->id) <
               std::tuple(b->availability, text::fold(b->name), b->id);
    });
    return all;
}

bool may_take_it_myself(const AssignAsking& asking) {
    const auto me = asking.inbox.colleagues.find(asking.inbox.me);
    return me != asking.inbox.colleagues.end() && me->second.may_answer;
}

Item agent_chips(const AssignAsking& asking) {
    const TeamWords& words = asking.words();
    Item item{Item::What::kChips, key_of("assign to"), std::string(words.assign_to)};
    const auto add = [&](AgentId id, std::string label, std::string name) {
        Chip chip{agent_key(id), std::move(label), asking.row.assignee == id};
        chip.name = std::move(name);
        item.chips.push_back(std::move(chip));
    };
    if (may_take_it_myself(asking)) add(asking.inbox.me, std::string(words.me), {});
    add(AgentId{}, std::string(words.nobody), {});
    for (const Colleague* one : candidates_of(asking)) {
        const std::string_view status = availability_label(one->availability, words);
        std::string label = one->name;
        label.append(" · ").append(status);
        add(one->id, std::move(label), {});
    }
    return item;
}

Item team_chips(const AssignAsking& asking) {
    Item item{Item::What::kChips, key_of("assign team"), std::string(asking.words().team)};
    item.chips.push_back({team_key({}), std::string(asking.words().no_team), !asking.row.team});
    for (const auto& [id, team] : asking.inbox.teams)
        item.chips.push_back({team_key(id), team.name, asking.row.team == id});
    return item;
}

std::vector<Item> items_of(const AssignAsking& asking) {
    std::vector<Item> items{settings::field(
        {key_of("find"), std::string(asking.words().find), {}, {}}, asking.state.assign.find
    )};
    items.push_back(agent_chips(asking));
    if (!asking.inbox.teams.empty()) items.push_back(team_chips(asking));
    items.push_back(settings::presses({{key_of("cancel"), std::string(asking.ui.words.settings.done)}}));
    items.back().is_ending = true;
    return items;
}

void choose(const AssignAsking& asking, AssignConversation to) {
    asking.state.overlay = Overlay::kNone;
    const bool is_same = to.assignee.value_or(asking.row.assignee) == asking.row.assignee &&
                         to.team.value_or(asking.row.team) == asking.row.team;
    if (!is_same) asking.out.push_back(to);
}

void take(const AssignAsking& asking) {
    const auto candidates = candidates_of(asking);
    const bool is_found = !trim(asking.state.assign.find.value).empty() && !candidates.empty();
    if (is_found && ui::was_submitted(asking.ui, key_of("find")))
        return choose(asking, {asking.row.id, candidates.front()->id, {}});
    std::vector<AgentId> agents{AgentId{}, asking.inbox.me};
    for (const Colleague* one : candidates)
        agents.push_back(one->id);
    for (const AgentId id : agents)
        if (ui::was_activated(asking.ui, agent_key(id))) return choose(asking, {asking.row.id, id, {}});
    if (ui::was_activated(asking.ui, team_key({}))) return choose(asking, {asking.row.id, {}, TeamId{}});
    for (const auto& [id, team] : asking.inbox.teams)
        if (ui::was_activated(asking.ui, team_key(id))) return choose(asking, {asking.row.id, {}, id});
    if (ui::was_activated(asking.ui, key_of("cancel"))) asking.state.overlay = Overlay::kNone;
}

}  // namespace

ui::NodeKey first_of_assign_dialog() {
    return key_of("find");
}

void draw_assign_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    const Conversation* row = find_conversation(inbox, state.assign.conversation);
    if (row == nullptr || !can_assign(state)) {
        state.overlay = Overlay::kNone;
        return;
    }
    const AssignAsking asking{inbox, state, ui, out, *row};
    settings::draw_dialog(ui, std::string(asking.words().assign), items_of(asking));
    take(asking);
}

}  // namespace roost
