// Who works here, what each may, and who is invited.
#include "client-wasm/views/settings_parts.h"

namespace roost::settings {

namespace {

Item person_row(const Page& page, const TeamMember& person) {
    const SettingsWords& words = page.words();
    Item row{Item::What::kRow, key_of("person", person.id), person.name};
    if (person.id == to_string(page.inbox.me)) row.mark = words.you;
    if (!person.is_active) row.mark = words.off;
    row.detail = joined({role_label(words, person.role), person.email});
    if (person.has_two_factor) row.detail = joined({row.detail, std::string(page.ui.words.two_factor.title)});
    row.avatar = parse_id<AgentId>(person.id).value_or(AgentId{}).value;
    row.presses = {{key_of("edit", person.id), std::string(words.edit), person.name}};
    return row;
}

Card people_card(const Page& page) {
    const SettingsWords& words = page.words();
    const Listed<TeamMember>& people = page.settings().people;
    Card card{key_of("people"), std::string(words.people), std::string(words.people)};
    Press invite{key_of("invite"), std::string(words.invite)};
    invite.is_primary = true;
    card.presses = {invite};
    for (const TeamMember& person : people.all)
        card.items.push_back(person_row(page, person));
    add_state(page, people, words.people, card.items);
    if (people.has_answer && people.all.size() == 1 && page.settings().invitations.all.empty())
        card.items.push_back(note(key_of("alone"), std::string(words.alone)));
    return card;
}

Item invitation_row(const Page& page, const OpenInvitation& one) {
    const SettingsWords& words = page.words();
    const SettingsDeed& ending = deed(page.settings(), SettingsTask::kWithdraw, one.id);
    Item row{Item::What::kRow, key_of("invitation", one.id), one.name};
    row.detail =
        joined({role_label(words, one.role), one.email, fill(words.until, {moment(page.ui, one.ends_at)})});
    row.problem = ending.error;
    Press withdraw{key_of("withdraw", one.id), std::string(words.withdraw), one.name};
    withdraw.is_disabled = ending.is_busy;
    row.presses = {withdraw};
    return row;
}

}  // namespace

std::vector<Card> people_cards(const Page& page) {
    const SettingsWords& words = page.words();
    std::vector<Card> cards{people_card(page)};
    for (Card& card : team_cards(page))
        cards.push_back(std::move(card));
    const auto& invitations = page.settings().invitations.all;
    if (invitations.empty()) return cards;
    Card card{key_of("invitations"), std::string(words.invitations), std::string(words.invitations)};
    for (const OpenInvitation& one : invitations)
        card.items.push_back(invitation_row(page, one));
    cards.insert(cards.begin() + 1, std::move(card));
    return cards;
}

void take_people(const Page& page) {
    Settings& settings = page.settings();
    take_teams(page);
    if (was_pressed(page, "invite")) {
        open_dialog(page.state, SettingsQuestion::kInvite);
        settings.dialog.role = "agent";
    }
    for (const TeamMember& person : settings.people.all) {
        if (!was_pressed(page, "edit", person.id)) continue;
        open_dialog(page.state, SettingsQuestion::kPerson);
        settings.dialog.id = person.id;
        settings.dialog.name = person.name;
        settings.dialog.role = person.role;
        settings.dialog.name_field.set(person.name);
    }
    for (const OpenInvitation& one : settings.invitations.all) {
        if (was_pressed(page, "withdraw", one.id))
            page.out.push_back(DoInSettings{SettingsTask::kWithdraw, one.id, {}});
    }
    if (was_pressed(page, "again")) page.out.push_back(LoadSettings{SettingsSection::kPeople});
}

}  // namespace roost::settings
