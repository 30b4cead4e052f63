#include "client-wasm/views/forward_dialog.h"

#include <algorithm>
#include <string>
#include <vector>

#include "client-wasm/views/composer.h"
#include "client-wasm/views/settings_parts.h"
#include "shared/base/utf8.h"
#include "shared/text/fold.h"

namespace roost {

namespace {

using settings::Item;
using settings::key_of;

constexpr std::size_t kMostShown = 12;
// As in WhatsApp itself: what goes to more is a template's business.
constexpr std::size_t kMostChosen = 5;

struct Forwarding {
    const Inbox& inbox;
    UiState& state;
    ui::Ui& ui;
    Commands& out;

    ForwardState& chosen() const { return state.forward; }
    const MessageMenuWords& words() const { return ui.words.message_menu; }
};

ui::NodeKey row_key(ConversationId id) {
    return key_of("forward to", to_string(id));
}

bool is_chosen(const Forwarding& asking, ConversationId id) {
    const auto& to = asking.chosen().to;
    return std::find(to.begin(), to.end(), id) != to.end();
}

// In the order of the list; whoever is chosen stays, whatever is looked for.
std::vector<const Conversation*> candidates_of(const Forwarding& asking) {
    const std::string wanted = text::fold(trim(asking.chosen().find.value));
    std::vector<const Conversation*> found;
    std::size_t others = 0;
    for (const Conversation* row : listed(asking.inbox)) {
        if (!has_field(*row, asking.state, asking.ui.now)) continue;
        const bool stays = is_chosen(asking, row->id);
        const bool is_found = text::fold(display_name(*row)).find(wanted) != std::string::npos;
        if (!stays && (!is_found || ++others > kMostShown)) continue;
        found.push_back(row);
    }
    return found;
}

std::vector<Item> items_of(const Forwarding& asking, const std::vector<const Conversation*>& rows) {
    std::vector<Item> items{settings::field(
        {key_of("find"), std::string(asking.words().forward_find), {}, {}}, asking.chosen().find
    )};
    Item checks{Item::What::kChecks, key_of("forward to"), std::string(asking.words().forward_to)};
    for (const Conversation* row : rows)
        checks.chips.push_back({row_key(row->id), display_name(*row), is_chosen(asking, row->id)});
    if (!rows.empty()) items.push_back(std::move(checks));
    if (rows.empty())
        items.push_back(settings::note(key_of("none"), std::string(asking.words().forward_none)));
    settings::Press go{key_of("go"), std::string(asking.words().forward)};
    go.is_primary = true;
    go.is_disabled = asking.chosen().to.empty();
    items.push_back(settings::presses({{key_of("cancel"), std::string(asking.ui.words.settings.cancel)}, go})
    );
    items.back().is_ending = true;
    return items;
}

void take(const Forwarding& asking, const std::vector<const Conversation*>& rows) {
    auto& to = asking.chosen().to;
    for (const Conversation* row : rows) {
        if (!ui::was_activated(asking.ui, row_key(row->id))) continue;
        if (std::erase(to, row->id) == 0 && to.size() < kMostChosen) to.push_back(row->id);
    }
    if (ui::was_activated(asking.ui, key_of("go")) && !to.empty()) {
        asking.state.overlay = Overlay::kNone;
        asking.out.push_back(ForwardMessage{asking.chosen().from, asking.chosen().message, to});
        if (to.size() == 1 && to.front() != asking.chosen().from)
            asking.out.push_back(OpenConversation{to.front()});
    }
    if (ui::was_activated(asking.ui, key_of("cancel"))) asking.state.overlay = Overlay::kNone;
}

}  // namespace

ui::NodeKey first_of_forward_dialog() {
    return key_of("find");
}

void open_forward(UiState& state, const Message& message) {
    state.forward = {message.conversation, message.id, {}, {}};
    state.overlay = Overlay::kForward;
}

void draw_forward_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    if (find_thread(inbox, state.forward.from) == nullptr || !may(state, permission::kSend)) {
        state.overlay = Overlay::kNone;
        return;
    }
    const Forwarding asking{inbox, state, ui, out};
    const auto rows = candidates_of(asking);
    settings::draw_dialog(ui, std::string(asking.words().forward), items_of(asking, rows));
    take(asking, rows);
}

}  // namespace roost
