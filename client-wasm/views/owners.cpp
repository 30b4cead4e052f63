#include "client-wasm/views/owners.h"

#include <algorithm>

namespace roost {

namespace {

constexpr float kDisc = 26;

ui::Colour colour_of(Availability availability, const ui::Theme& theme) {
    if (availability == Availability::kOnline) return theme.accent;
    return availability == Availability::kAway ? theme.warn : theme.text_secondary;
}

}  // namespace

std::string assignee_name(const Inbox& inbox, AgentId id, const Words& words) {
    if (!id) return {};
    const auto known = inbox.colleagues.find(id);
    return known == inbox.colleagues.end() ? std::string(words.team.left_agent) : known->second.name;
}

std::string_view availability_label(Availability availability, const TeamWords& words) {
    if (availability == Availability::kOnline) return words.online;
    return availability == Availability::kAway ? words.away : words.offline;
}

void draw_availability(ui::Ui& ui, ImVec2 avatar, float size, Availability availability, ui::Colour around) {
    const ImVec2 at{avatar.x + size * 0.36F, avatar.y + size * 0.36F};
    const float radius = std::max(4.0F, size * 0.13F);
    ui::circle(ui, at, radius + 2, around);
    ui::circle(ui, at, radius, colour_of(availability, ui.theme));
    // Not by its colour alone.
    if (availability == Availability::kOffline) ui::circle(ui, at, radius - 2, around);
}

void open_assign(UiState& state, ConversationId conversation) {
    state.assign.conversation = conversation;
    state.assign.find.set("");
    state.overlay = Overlay::kAssign;
}

float draw_assign_button(
    const Inbox& inbox, UiState& state, const Conversation& row, ui::Ui& ui, ImVec2 right_middle, float room
) {
    const TeamWords& words = ui.words.team;
    const std::string name = assignee_name(inbox, row.assignee, ui.words);
    const std::string shown = name.empty() ? std::string(words.assign) : name;
    const auto style = ui::secondary_style(ui.theme.text, 500);
    const float text_room = std::min(std::max(0.0F, room - kDisc - 28), 140.0F);
    const float text = text_room < 40 ? 0 : std::min(ui.text.width(shown, style), text_room);
    const float width = kDisc + 10 + (text > 0 ? text + 12 : 0);
    const ui::Rect pill{right_middle.x - width, right_middle.y - 18, width, 36};
    const ui::NodeKey key = ui::key_of(ui, "assign");
    if (ui::is_hovered(ui, pill)) ui::fill(ui, pill, ui.theme.hover, 18);
    ui::outline(ui, pill, ui.theme.control, 18);
    const ImVec2 disc{pill.x + 5 + kDisc / 2, right_middle.y};
    if (row.assignee) {
        ui::avatar(ui, disc, kDisc, row.assignee.value, initials(name));
    } else {
        ui::draw_icon(ui, ui::Icon::kPerson, disc.x - 10, disc.y - 10, 20, ui.theme.text_secondary);
    }
    if (text > 0) ui::draw_text(ui, pill.x + kDisc + 11, pill.y + 8, shown, style, text);
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, pill, 18);
    const std::string label = name.empty() ? std::string(words.assign) : fill(words.assigned, {name});
    const ui::Rect hit{pill.x, right_middle.y - 22, width, 44};
    ui::record(ui, ui::Role::kButton, label, hit, key).is_expanded = state.overlay == Overlay::kAssign;
    if (ui::was_activated(ui, key)) open_assign(state, row.id);
    return width;
}

std::string filter_label(const Inbox& inbox, const OwnerFilter& owner, const Words& words) {
    if (owner.team) {
        const auto team = inbox.teams.find(*owner.team);
        return team == inbox.teams.end() ? std::string(words.team.no_team) : team->second.name;
    }
    if (owner.assignee == inbox.me) return std::string(words.team.mine);
    return std::string(words.team.nobodys);
}

float draw_owner_strip(
    const Inbox& inbox, const ConversationListState& list, ui::Ui& ui, const ui::Rect& column, Commands& out
) {
    if (!list.owner) return 0;
    const ui::Rect strip{column.x, column.y, column.width, 48};
    ui::fill(ui, strip, ui.theme.tint);
    ui::hairline(ui, strip.x, strip.y + strip.height - 1, strip.width, ui.theme.border);
    const auto style = ui::secondary_style(ui.theme.text, 600);
    const std::string sentence = fill(ui.words.team.filtered, {filter_label(inbox, *list.owner, ui.words)});
    const float y = strip.y + (strip.height - style.line_height) / 2;
    ui::text_node(ui, strip.x + 16, y, sentence, style, strip.width - 16 - 52);
    const ui::ButtonSpec back{
        .label = ui.words.team.all_again,
        .rect = {strip.x + strip.width - 48, strip.y + 2, 44, 44},
        .kind = ui::ButtonKind::kRound,
        .icon = ui::Icon::kClose};
    if (ui::button(ui, back)) out.push_back(ShowOwner{std::nullopt});
    return strip.height;
}

}  // namespace roost
