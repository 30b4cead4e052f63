#include "client-wasm/views/start_dialog.h"

#include <string>
#include <vector>

#include "client-wasm/views/settings_parts.h"
#include "shared/model/phone_number.h"

namespace roost {

namespace {

using settings::Item;
using settings::Press;

ui::NodeKey account_key(AccountId id) {
    return ui::make_key(settings::key_of("start from"), "account", id.value);
}

// Where there is a choice. Chosen is the first, until somebody chooses.
Item account_chips(const Inbox& inbox, const StartState& start, const ui::Ui& ui) {
    Item item{Item::What::kChips, settings::key_of("start from"), std::string(ui.words.records.account)};
    for (const auto& [id, name] : inbox.accounts) {
        Chip chip{account_key(id), own_number_label(inbox.accounts, id)};
        chip.is_chosen = id == start.account;
        item.chips.push_back(std::move(chip));
    }
    return item;
}

std::vector<Item> items_of(const Inbox& inbox, UiState& state, const ui::Ui& ui) {
    const RecordWords& words = ui.words.records;
    StartState& start = state.start;
    std::vector<Item> items{settings::note(settings::key_of("start note"), std::string(words.start_note))};
    FormField number{settings::key_of("start number"), std::string(words.number), {}, {}};
    number.hint = words.number_hint;
    number.autocomplete = "tel";
    const bool is_wrong = start.shows_problems && e164_digits(start.number.value).empty();
    if (is_wrong) number.problem = words.bad_number;
    items.push_back(settings::field(std::move(number), start.number));
    if (inbox.accounts.size() > 1) items.push_back(account_chips(inbox, start, ui));
    if (!start.error.empty()) items.push_back(settings::problem(settings::key_of("refusal"), start.error));
    Press go{settings::key_of("go"), std::string(words.begin)};
    go.is_primary = true;
    go.is_disabled = start.is_busy;
    items.push_back(
        settings::presses({{settings::key_of("cancel"), std::string(ui.words.settings.cancel)}, go})
    );
    items.back().is_ending = true;
    return items;
}

}  // namespace

ui::NodeKey first_of_start_dialog() {
    return settings::key_of("start number");
}

void draw_start_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    StartState& start = state.start;
    const bool is_known = inbox.accounts.contains(start.account);
    if (!is_known) start.account = inbox.accounts.empty() ? AccountId{} : inbox.accounts.begin()->first;
    settings::draw_dialog(ui, std::string(ui.words.records.start), items_of(inbox, state, ui));
    for (const auto& [id, name] : inbox.accounts)
        if (ui::was_activated(ui, account_key(id))) start.account = id;
    if (ui::was_activated(ui, settings::key_of("cancel"))) state.overlay = Overlay::kNone;
    const bool goes = ui::was_activated(ui, settings::key_of("go")) ||
                      ui::was_submitted(ui, settings::key_of("start number"));
    if (!goes || start.is_busy) return;
    start.shows_problems = true;
    start.error.clear();
    if (e164_digits(start.number.value).empty()) {
        ui.wanted_focus = settings::key_of("start number");
        return;
    }
    // Only where the reader could choose: the server knows its own first.
    const AccountId from = inbox.accounts.size() > 1 ? start.account : AccountId{};
    out.push_back(StartConversation{start.number.value, from});
}

}  // namespace roost
