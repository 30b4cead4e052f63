// One's own account: who one is, the password, and where one is signed in.
#include "client-wasm/views/settings_parts.h"

#include "shared/base/json_writer.h"

namespace roost::settings {

namespace {

Card profile_card(const Page& page) {
    const UiState& state = page.state;
    Card card{key_of("profile"), std::string(page.words().account)};
    Item row{Item::What::kRow, key_of("me"), state.my_name};
    row.mark = role_label(page.words(), state.my_role);
    row.detail = state.my_email;
    row.avatar = page.inbox.me.value;
    row.is_alone = true;
    card.items.push_back(std::move(row));
    if (!may(state, permission::kManagePeople))
        card.items.push_back(note(key_of("role note"), std::string(page.words().role_note)));
    return card;
}

Item secret_field(
    const Page& page, std::string_view name, const Word& label, FieldText& value, std::string problem
) {
    if (page.settings().shows_password_problems && value.value.empty()) problem = page.words().fill_in;
    FormField field{key_of(name), std::string(label), {}, std::move(problem)};
    field.is_secret = true;
    field.autocomplete = name;
    return settings::field(std::move(field), value);
}

Card password_card(const Page& page) {
    const SettingsWords& words = page.words();
    Settings& settings = page.settings();
    const SettingsDeed& change = deed(settings, SettingsTask::kPassword);
    // Only the old one is forbidden; whatever else is wrong is wrong with the new one.
    const bool is_old = change.code == ErrorCode::kForbidden;
    Card card{key_of("password"), std::string(words.password), std::string(words.password)};
    card.items.push_back(secret_field(
        page, "current-password", words.old_password, settings.old_password, is_old ? change.error : ""
    ));
    card.items.push_back(secret_field(
        page, "new-password", words.new_password, settings.new_password, is_old ? "" : change.error
    ));
    const Word& said = settings.has_changed_password ? words.password_changed : words.password_note;
    card.items.push_back(note(key_of("password note"), std::string(said)));
    Press submit{key_of("change-password"), std::string(words.change_password)};
    submit.is_primary = true;
    submit.is_disabled = change.is_busy;
    card.items.push_back(presses({submit}));
    return card;
}

Item device_row(const Page& page, const SignedInDevice& device) {
    const SettingsWords& words = page.words();
    Item row{Item::What::kRow, key_of("device", device.id), device.name};
    if (device.is_this) row.mark = words.this_device;
    row.detail = joined(
        {device.address,
         fill(words.started, {moment(page.ui, device.started_at)}),
         fill(words.used, {moment(page.ui, device.used_at)})}
    );
    const SettingsDeed& ending = deed(page.settings(), SettingsTask::kEndDevice, device.id);
    row.problem = ending.error;
    if (device.is_this) return row;
    Press end{key_of("end", device.id), std::string(words.sign_out), device.name};
    end.is_disabled = ending.is_busy || deed(page.settings(), SettingsTask::kEndOthers).is_busy;
    row.presses = {end};
    return row;
}

Card device_card(const Page& page) {
    const SettingsWords& words = page.words();
    const Settings& settings = page.settings();
    Card card{key_of("devices"), std::string(words.devices), std::string(words.devices)};
    const SettingsDeed& ending = deed(settings, SettingsTask::kEndOthers);
    if (settings.devices.all.size() > 1) {
        Press others{key_of("end-others"), std::string(words.sign_out_others)};
        others.is_disabled = ending.is_busy;
        card.presses = {others};
    }
    if (!ending.error.empty()) card.items.push_back(problem(key_of("end others problem"), ending.error));
    for (const SignedInDevice& device : settings.devices.all)
        card.items.push_back(device_row(page, device));
    add_state(page, settings.devices, words.devices, card.items);
    return card;
}

void change_password(const Page& page) {
    Settings& settings = page.settings();
    const bool lacks_old = settings.old_password.value.empty();
    settings.shows_password_problems = lacks_old || settings.new_password.value.empty();
    if (settings.shows_password_problems) {
        page.ui.wanted_focus = key_of(lacks_old ? "current-password" : "new-password");
        return;
    }
    const std::string body = text_written_by([&](JsonWriter& out) {
        out.begin_object().key("old_password").string(settings.old_password.value);
        out.key("password").string(settings.new_password.value).end_object();
    });
    page.out.push_back(DoInSettings{SettingsTask::kPassword, {}, body});
}

}  // namespace

std::vector<Card> account_cards(const Page& page) {
    std::vector<Card> cards{profile_card(page)};
    if (!may(page.state, permission::kOwnAccount)) return cards;
    cards.push_back(password_card(page));
    cards.push_back(two_factor_card(page));
    cards.push_back(device_card(page));
    return cards;
}

void take_account(const Page& page) {
    const Listed<SignedInDevice>& devices = page.settings().devices;
    const bool is_new = !devices.has_answer && devices.asked == 0 && devices.error.empty();
    if (is_new) page.out.push_back(LoadSettings{SettingsSection::kAccount});
    const bool is_submitted = ui::was_submitted(page.ui, key_of("current-password")) ||
                              ui::was_submitted(page.ui, key_of("new-password"));
    if (is_submitted || was_pressed(page, "change-password")) change_password(page);
    take_two_factor(page);
    if (was_pressed(page, "end-others")) page.out.push_back(DoInSettings{SettingsTask::kEndOthers, {}, {}});
    for (const SignedInDevice& device : page.settings().devices.all) {
        if (was_pressed(page, "end", device.id))
            page.out.push_back(DoInSettings{SettingsTask::kEndDevice, device.id, {}});
    }
    if (was_pressed(page, "again")) page.out.push_back(LoadSettings{SettingsSection::kAccount});
}

}  // namespace roost::settings
