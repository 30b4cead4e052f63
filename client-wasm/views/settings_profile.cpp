// The dialog with the profile that customers see of a number.
#include <algorithm>
#include <array>
#include <utility>

#include "client-wasm/views/settings_parts.h"
#include "shared/base/utf8.h"
#include "shared/wire/business_profile.h"

namespace roost::settings {

namespace {

using Task = SettingsTask;

struct Place {
    ProfileField field;
    Word ProfileWords::*label;
    bool is_long;
};
// In the order in which WhatsApp shows them.
constexpr std::array<Place, 6> kPlaces{
    {{ProfileField::kAbout, &ProfileWords::about, false},
     {ProfileField::kDescription, &ProfileWords::description, true},
     {ProfileField::kAddress, &ProfileWords::address, false},
     {ProfileField::kEmail, &ProfileWords::email, false},
     {ProfileField::kWebsite, &ProfileWords::website, false},
     {ProfileField::kSecondWebsite, &ProfileWords::second_website, false}}};

struct ProfileAsking {
    UiState& state;
    ui::Ui& ui;
    Commands& out;

    SettingsDialog& dialog() const { return state.settings.dialog; }
    ProfileForm& form() const { return state.settings.numbers.profile; }
    const ProfileWords& words() const { return ui.words.profile; }
    FieldText& text(ProfileField field) const { return form().texts.at(static_cast<std::size_t>(field)); }
    const SettingsDeed& deed(Task task) const { return settings::deed(state.settings, task, dialog().id); }
    bool is_busy() const { return deed(Task::kChangeProfile).is_busy || form().upload != 0; }
};

// As it is written, without blanks around it.
BusinessProfile wanted(const ProfileAsking& asking) {
    BusinessProfile profile = asking.form().known;
    for (const Place& place : kPlaces)
        set_text(profile, place.field, std::string(trim(asking.text(place.field).value)));
    profile.vertical = asking.form().vertical;
    return profile;
}

std::string trouble_at(const ProfileAsking& asking, std::string_view field) {
    for (const ProfileTrouble& one : asking.form().troubles)
        if (one.field == field) return one.sentence;
    return {};
}

// What is too long is told while it is written, all else when saving was tried.
std::string problem_at(
    const ProfileAsking& asking, ProfileField field, std::int64_t left, const std::vector<ProfileProblem>& all
) {
    for (const ProfileProblem& one : all) {
        if (one.field != field) continue;
        if (one.fault == ProfileFault::kTooLong)
            return asking.ui.locale.count(asking.ui.words.composer.too_many, -left);
        if (asking.dialog().shows_problems)
            return std::string(asking.words().faults.at(static_cast<std::size_t>(one.fault)));
    }
    return trouble_at(asking, profile_field_name(field));
}

Item field_item(
    const ProfileAsking& asking, const Place& place, const std::vector<ProfileProblem>& problems
) {
    FieldText& text = asking.text(place.field);
    const auto used = static_cast<std::int64_t>(count_utf16_units(trim(text.value)));
    const auto left = static_cast<std::int64_t>(longest_of(place.field)) - used;
    FormField spec{
        key_of("profile", profile_field_name(place.field)),
        std::string(asking.words().*place.label),
        room_left(asking.ui.locale, left),
        problem_at(asking, place.field, left, problems)};
    spec.is_long = place.is_long;
    spec.is_prose = place.field == ProfileField::kAbout || place.is_long;
    return field(std::move(spec), text);
}

Item vertical_item(const ProfileAsking& asking) {
    Item item{Item::What::kChips, key_of("vertical"), std::string(asking.words().vertical)};
    for (std::size_t i = 0; i < kVerticals.size(); ++i) {
        Chip chip{key_of("vertical", kVerticals.at(i)), std::string(asking.words().verticals.at(i))};
        chip.is_chosen = asking.form().vertical == kVerticals.at(i);
        item.chips.push_back(std::move(chip));
    }
    item.problem = trouble_at(asking, profile_field_name(ProfileField::kVertical));
    return item;
}

Item picture_item(const ProfileAsking& asking) {
    const ProfileForm& form = asking.form();
    Item row{Item::What::kRow, key_of("picture"), std::string(asking.words().picture)};
    row.detail = form.picture_name.empty() ? std::string(asking.words().picture_note) : form.picture_name;
    row.problem = form.picture_error.empty() ? trouble_at(asking, profile_field_name(ProfileField::kPicture))
                                             : form.picture_error;
    const TemplateWords& words = asking.ui.words.templates;
    Press choose{
        key_of("choose picture"), std::string(form.picture_name.empty() ? words.choose_file : words.replace)};
    choose.is_disabled = asking.is_busy();
    row.presses = {choose};
    row.is_in_form = true;
    return row;
}

void add_form(const ProfileAsking& asking, std::vector<Item>& items) {
    const auto problems = check_profile(asking.form().known, wanted(asking));
    for (const Place& place : kPlaces)
        items.push_back(field_item(asking, place, problems));
    items.push_back(vertical_item(asking));
    items.push_back(picture_item(asking));
    const std::string whole = trouble_at(asking, "");
    const std::string& refusal = asking.deed(Task::kChangeProfile).error;
    if (!whole.empty() || !refusal.empty())
        items.push_back(problem(key_of("refusal"), whole.empty() ? refusal : whole));
    if (asking.deed(Task::kChangeProfile).is_busy)
        items.push_back(note(key_of("asking"), std::string(asking.ui.words.blocking.asking)));
}

std::vector<Item> items_of(const ProfileAsking& asking) {
    const SettingsWords& common = asking.ui.words.settings;
    std::vector<Item> items{note(key_of("question"), std::string(asking.words().note))};
    Press cancel{key_of("cancel"), std::string(common.cancel)};
    const std::string& unread = asking.deed(Task::kReadProfile).error;
    if (!asking.form().has_answer) {
        const std::string_view what = asking.words().open;
        if (unread.empty())
            items.push_back(note(key_of("loading"), fill(asking.ui.words.signing_in.loading, {what})));
        if (!unread.empty()) items.push_back(problem(key_of("refusal"), unread));
        Press again{key_of("again"), std::string(asking.ui.words.thread.try_again)};
        items.push_back(unread.empty() ? presses({cancel}) : presses({cancel, again}));
        items.back().is_ending = true;
        return items;
    }
    add_form(asking, items);
    Press go{key_of("go"), std::string(common.save)};
    go.is_primary = true;
    go.is_disabled = asking.is_busy();
    items.push_back(presses({cancel, go}));
    items.back().is_ending = true;
    return items;
}

void save(const ProfileAsking& asking) {
    const BusinessProfile profile = wanted(asking);
    const auto problems = check_profile(asking.form().known, profile);
    if (!problems.empty()) {
        asking.dialog().shows_problems = true;
        asking.ui.wanted_focus = key_of("profile", profile_field_name(problems.front().field));
        return;
    }
    Json body = parse_json(write_profile_changes(asking.form().known, profile)).value_or(Json::object());
    if (!asking.form().picture_file.empty()) body["picture_file"] = asking.form().picture_file;
    if (body.empty()) {
        asking.state.overlay = Overlay::kNone;
        return;
    }
    asking.form().troubles.clear();
    asking.out.push_back(DoInSettings{Task::kChangeProfile, asking.dialog().id, dump_json(body)});
}

void take(const ProfileAsking& asking) {
    ui::Ui& ui = asking.ui;
    for (const std::string_view vertical : kVerticals)
        if (ui::was_activated(ui, key_of("vertical", vertical))) asking.form().vertical = vertical;
    if (ui::was_activated(ui, key_of("choose picture"))) asking.out.push_back(ChooseFiles{});
    if (ui::was_activated(ui, key_of("again")))
        asking.out.push_back(DoInSettings{Task::kReadProfile, asking.dialog().id, {}});
    if (ui::was_activated(ui, key_of("go")) && !asking.is_busy()) save(asking);
    if (ui::was_activated(ui, key_of("cancel"))) asking.state.overlay = Overlay::kNone;
}

}  // namespace

void draw_profile_dialog(UiState& state, ui::Ui& ui, Commands& out) {
    const ProfileAsking asking{state, ui, out};
    draw_dialog(ui, fill(asking.words().title, {asking.dialog().name}), items_of(asking));
    take(asking);
    if (!std::exchange(asking.dialog().wants_focus, false)) return;
    const auto first = profile_field_name(ProfileField::kAbout);
    ui.wanted_focus = asking.form().has_answer ? key_of("profile", first) : key_of("cancel");
}

}  // namespace roost::settings
