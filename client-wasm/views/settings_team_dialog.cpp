// What is asked about a team: made, changed, deleted.
#include <algorithm>
#include <utility>

#include "client-wasm/views/settings_parts.h"
#include "shared/base/json_writer.h"
#include "shared/base/utf8.h"

namespace roost::settings {

namespace {

using Question = SettingsQuestion;
using Task = SettingsTask;

struct TeamAsking {
    const Inbox& inbox;
    UiState& state;
    ui::Ui& ui;
    Commands& out;

    SettingsDialog& dialog() const { return state.settings.dialog; }
    std::vector<AgentId>& members() const { return state.teams.members; }
    const TeamWords& words() const { return ui.words.team; }
    bool was_pressed(std::string_view name) const { return ui::was_activated(ui, key_of(name)); }
    bool is_form() const { return dialog().question != Question::kRemoveTeam; }
    Task task() const {
        if (dialog().question == Question::kMakeTeam) return Task::kMakeTeam;
        return dialog().question == Question::kTeam ? Task::kChangeTeam : Task::kRemoveTeam;
    }
    const SettingsDeed& deed() const { return settings::deed(state.settings, task(), dialog().id); }
};

std::string title_of(const TeamAsking& asking) {
    if (asking.dialog().question == Question::kMakeTeam) return std::string(asking.words().add_team);
    if (asking.dialog().question == Question::kTeam) return asking.dialog().name;
    return fill(asking.words().remove_question, {asking.dialog().name});
}

bool is_member(const TeamAsking& asking, AgentId id) {
    return std::find(asking.members().begin(), asking.members().end(), id) != asking.members().end();
}

ui::NodeKey member_key(AgentId id) {
    return key_of("member", to_string(id));
}

void add_form(const TeamAsking& asking, std::vector<Item>& items) {
    SettingsDialog& dialog = asking.dialog();
    const SettingsWords& common = asking.ui.words.settings;
    const bool is_nameless = dialog.shows_problems && trim(dialog.name_field.value).empty();
    std::string gap = is_nameless ? std::string(common.fill_in) : "";
    items.push_back(
        field({key_of("team-name"), std::string(common.name), {}, std::move(gap)}, dialog.name_field)
    );
    Item checks{Item::What::kChecks, key_of("members"), std::string(asking.words().members)};
    for (const auto& [id, one] : asking.inbox.colleagues)
        checks.chips.push_back({member_key(id), one.name, is_member(asking, id)});
    items.push_back(std::move(checks));
    if (dialog.question != Question::kTeam) return;
    Press remove{key_of("remove-team"), std::string(asking.words().remove_team)};
    remove.is_danger = true;
    items.push_back(presses({remove}));
}

std::vector<Item> items_of(const TeamAsking& asking) {
    const SettingsWords& common = asking.ui.words.settings;
    std::vector<Item> items;
    if (asking.is_form()) add_form(asking, items);
    if (!asking.is_form()) items.push_back(note(key_of("question"), std::string(asking.words().remove_note)));
    if (!asking.deed().error.empty()) items.push_back(problem(key_of("refusal"), asking.deed().error));
    Press go{key_of("go"), std::string(asking.is_form() ? common.save : asking.words().remove_team)};
    go.is_primary = true;
    go.is_danger = !asking.is_form();
    go.is_disabled = asking.deed().is_busy;
    items.push_back(presses({{key_of("cancel"), std::string(common.cancel)}, go}));
    items.back().is_ending = true;
    return items;
}

std::string body_of(const TeamAsking& asking) {
    return text_written_by([&](JsonWriter& out) {
        out.begin_object().key("name").string(trim(asking.dialog().name_field.value));
        out.key("members").begin_array();
        for (const AgentId id : asking.members())
            out.id(id);
        out.end_array().end_object();
    });
}

void go(const TeamAsking& asking) {
    SettingsDialog& dialog = asking.dialog();
    if (asking.is_form() && trim(dialog.name_field.value).empty()) {
        dialog.shows_problems = true;
        asking.ui.wanted_focus = key_of("team-name");
        return;
    }
    const std::string body = asking.is_form() ? body_of(asking) : "";
    asking.out.push_back(DoInSettings{asking.task(), dialog.id, body});
}

void take(const TeamAsking& asking) {
    for (const auto& [id, one] : asking.inbox.colleagues) {
        if (!ui::was_activated(asking.ui, member_key(id))) continue;
        if (std::erase(asking.members(), id) == 0) asking.members().push_back(id);
    }
    if (asking.was_pressed("remove-team")) {
        asking.dialog().question = Question::kRemoveTeam;
        asking.dialog().wants_focus = true;
        return;
    }
    const bool goes = asking.was_pressed("go") || ui::was_submitted(asking.ui, key_of("team-name"));
    if (goes && !asking.deed().is_busy) go(asking);
    if (asking.was_pressed("cancel")) asking.state.overlay = Overlay::kNone;
}

}  // namespace

bool asks_about_team(SettingsQuestion question) {
    return question == Question::kMakeTeam || question == Question::kTeam ||
           question == Question::kRemoveTeam;
}

void draw_team_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    const TeamAsking asking{inbox, state, ui, out};
    draw_dialog(ui, title_of(asking), items_of(asking));
    take(asking);
    if (!std::exchange(asking.dialog().wants_focus, false)) return;
    ui.wanted_focus = key_of(asking.is_form() ? "team-name" : "cancel");
}

}  // namespace roost::settings
