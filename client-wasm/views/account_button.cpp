#include "client-wasm/views/account_button.h"

#include "client-wasm/views/owners.h"

namespace roost {

Availability availability_of(const Inbox& inbox) {
    const auto me = inbox.colleagues.find(inbox.me);
    return me == inbox.colleagues.end() ? Availability::kOnline : me->second.availability;
}

void draw_account_button(const Inbox& inbox, UiState& state, ui::Ui& ui, ImVec2 at, float hit) {
    const ui::NodeKey key = ui::key_of(ui, "account");
    ui::avatar(ui, at, 40, inbox.me.value, initials(state.my_name));
    draw_availability(ui, at, 40, availability_of(inbox), ui.is_phone() ? ui.theme.panel : ui.theme.app);
    const ui::Rect rect{at.x - hit / 2, at.y - hit / 2, hit, hit};
    if (ui::has_visible_focus(ui, key)) ui::focus_ring(ui, {at.x - 20, at.y - 20, 40, 40}, 20);
    ui::Node& node =
        ui::record(ui, ui::Role::kButton, fill(ui.words.account.account_of, {state.my_name}), rect, key);
    node.description = availability_label(availability_of(inbox), ui.words.team);
    node.is_expanded = state.overlay == Overlay::kAccountMenu;
    if (ui::was_activated(ui, key)) state.overlay = Overlay::kAccountMenu;
}

}  // namespace roost
