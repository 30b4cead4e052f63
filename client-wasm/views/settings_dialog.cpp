// What the settings ask for before they do it, and what is shown only once.
#include <algorithm>
#include <charconv>
#include <utility>

#include "client-wasm/views/floating.h"
#include "client-wasm/views/settings.h"
#include "client-wasm/views/settings_parts.h"
#include "shared/base/json_writer.h"
#include "shared/base/utf8.h"

namespace roost {

namespace settings {

namespace {

using Question = SettingsQuestion;

constexpr float kBar = 60;
constexpr float kSide = 20;
constexpr int kMostDays = 366;

// What a dialog is about in this frame.
struct Asking {
    UiState& state;
    ui::Ui& ui;
    Commands& out;

    SettingsDialog& dialog() const { return state.settings.dialog; }
    const SettingsWords& words() const { return ui.words.settings; }
    bool was_pressed(std::string_view name) const { return ui::was_activated(ui, key_of(name)); }
    const SettingsDeed& deed() const;
};

SettingsTask task_of(Question question) {
    switch (question) {
        case Question::kInvite:
            return SettingsTask::kInvite;
        case Question::kMakeKey:
            return SettingsTask::kMakeKey;
        case Question::kRevokeKey:
            return SettingsTask::kRevokeKey;
        case Question::kEndTwoFactorOf:
            return SettingsTask::kEndTwoFactorOf;
        default:
            return SettingsTask::kChangePerson;
    }
}

const SettingsDeed& Asking::deed() const {
    return settings::deed(state.settings, task_of(dialog().question), dialog().id);
}

std::string title_of(const Asking& asking) {
    const SettingsWords& words = asking.words();
    const SettingsDialog& dialog = asking.dialog();
    switch (dialog.question) {
        case Question::kInvite:
            return std::string(words.invite);
        case Question::kPerson:
            return dialog.name;
        case Question::kDeactivate:
            return fill(words.deactivate_question, {dialog.name});
        case Question::kEndTwoFactorOf:
            return fill(asking.ui.words.two_factor.switch_off_question, {dialog.name});
        case Question::kMakeKey:
            return std::string(words.new_key);
        case Question::kRevokeKey:
            return fill(words.revoke_question, {dialog.name});
        default:
            return std::string(dialog.is_link ? words.link : words.key);
    }
}

const TeamMember* person_of(const Asking& asking) {
    for (const TeamMember& one : asking.state.settings.people.all)
        if (one.id == asking.dialog().id) return &one;
    return nullptr;
}

// Zero unless it is a number that is allowed.
int days_of(const SettingsDialog& dialog) {
    const std::string_view text = trim(dialog.days.value);
    int days = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    return is_number && days >= 1 && days <= kMostDays ? days : 0;
}

Item text_field(const Asking& asking, std::string_view name, const Word& label, FieldText& value) {
    const bool is_missing = asking.dialog().shows_problems && trim(value.value).empty();
    std::string problem = is_missing ? std::string(asking.words().fill_in) : "";
    return field({key_of(name), std::string(label), {}, std::move(problem)}, value);
}

Item day_field(const Asking& asking) {
    const SettingsWords& words = asking.words();
    SettingsDialog& dialog = asking.dialog();
    const bool is_wrong = dialog.shows_problems && days_of(dialog) == 0;
    std::string problem = is_wrong ? std::string(words.bad_days) : "";
    return field({key_of("days"), std::string(words.days), {}, std::move(problem)}, dialog.days);
}

Item role_chips(const Asking& asking) {
    const SettingsWords& words = asking.words();
    Item item{Item::What::kChips, key_of("role"), std::string(words.role)};
    for (const std::string_view role : {"admin", "supervisor", "agent", "viewer"}) {
        const std::string label = role_label(words, role);
        item.chips.push_back({key_of("role", role), label, asking.dialog().role == role});
    }
    return item;
}

bool is_chosen(const SettingsDialog& dialog, std::string_view permission) {
    return std::find(dialog.scope.begin(), dialog.scope.end(), permission) != dialog.scope.end();
}

// A key may no more than who makes it; what has no name for people is not offered.
Item scope_checks(const Asking& asking) {
    const SettingsWords& words = asking.words();
    const SettingsDialog& dialog = asking.dialog();
    Item item{Item::What::kChecks, key_of("scope"), std::string(words.scope)};
    for (const std::string& one : asking.state.permissions) {
        const std::string_view label = scope_label(asking.ui.words, one);
        if (label.empty()) continue;
        item.chips.push_back({key_of("scope", one), std::string(label), is_chosen(dialog, one)});
    }
    if (dialog.shows_problems && dialog.scope.empty()) item.problem = words.no_scope;
    return item;
}

// The last line: back, and what the dialog is for.
Item ending(const Asking& asking, const Word& label, bool is_danger = false) {
    Press go{key_of("go"), std::string(label)};
    go.is_primary = true;
    go.is_danger = is_danger;
    go.is_disabled = asking.deed().is_busy;
    Item item = presses({{key_of("cancel"), std::string(asking.words().cancel)}, go});
    item.is_ending = true;
    return item;
}

void add_person(const Asking& asking, std::vector<Item>& items) {
    const SettingsWords& words = asking.words();
    items.push_back(text_field(asking, "name", words.name, asking.dialog().name_field));
    items.push_back(role_chips(asking));
    const TeamMember* person = person_of(asking);
    const bool is_active = person == nullptr || person->is_active;
    Press turn{key_of("turn"), std::string(is_active ? words.deactivate : words.reactivate)};
    turn.is_danger = is_active;
    items.push_back(presses({turn}));
    const bool is_own = person != nullptr && person->email == asking.state.my_email;
    if (person == nullptr || !person->has_two_factor || is_own) return;
    Press off{key_of("two-factor-off-for"), std::string(asking.ui.words.two_factor.switch_off_for)};
    off.is_danger = true;
    items.push_back(presses({off}));
}

void add_secret(const Asking& asking, std::vector<Item>& items) {
    const SettingsWords& words = asking.words();
    const SettingsDialog& dialog = asking.dialog();
    const std::string until = moment(asking.ui, dialog.until);
    const std::string sentence =
        dialog.is_link ? fill(words.link_note, {dialog.name, until}) : fill(words.key_note, {until});
    items.push_back(note(key_of("secret note"), sentence));
    items.push_back({Item::What::kSecret, key_of("secret"), dialog.secret});
    Press copy{key_of("copy"), std::string(asking.ui.words.message_menu.copy)};
    copy.is_primary = true;
    const Word& done = dialog.is_link ? words.done : words.hide_note;
    items.push_back(presses({{key_of("cancel"), std::string(done)}, copy}));
    items.back().is_ending = true;
}

std::vector<Item> items_of(const Asking& asking) {
    const SettingsWords& words = asking.words();
    SettingsDialog& dialog = asking.dialog();
    std::vector<Item> items;
    if (dialog.question == Question::kSecret) {
        add_secret(asking, items);
        return items;
    }
    if (dialog.question == Question::kInvite) {
        items.push_back(text_field(asking, "name", words.name, dialog.name_field));
        items.push_back(text_field(asking, "email", words.email, dialog.email));
        items.push_back(role_chips(asking));
    }
    if (dialog.question == Question::kPerson) add_person(asking, items);
    if (dialog.question == Question::kDeactivate)
        items.push_back(note(key_of("question"), std::string(words.deactivate_note)));
    if (dialog.question == Question::kEndTwoFactorOf)
        items.push_back(note(key_of("question"), std::string(asking.ui.words.two_factor.switch_off_note)));
    if (dialog.question == Question::kRevokeKey)
        items.push_back(note(key_of("question"), std::string(words.revoke_note)));
    if (dialog.question == Question::kMakeKey) {
        items.push_back(text_field(asking, "name", words.name, dialog.name_field));
        items.push_back(scope_checks(asking));
        items.push_back(day_field(asking));
    }
    if (!asking.deed().error.empty()) items.push_back(problem(key_of("refusal"), asking.deed().error));
    const bool is_danger = dialog.question == Question::kDeactivate ||
                           dialog.question == Question::kRevokeKey ||
                           dialog.question == Question::kEndTwoFactorOf;
    const Word& label = dialog.question == Question::kInvite           ? words.make_link
                        : dialog.question == Question::kDeactivate     ? words.deactivate
                        : dialog.question == Question::kRevokeKey      ? words.revoke
                        : dialog.question == Question::kEndTwoFactorOf ? asking.ui.words.two_factor.switch_off
                                                                       : words.save;
    items.push_back(ending(asking, label, is_danger));
    return items;
}

void send(const Asking& asking, std::string body) {
    asking.out.push_back(DoInSettings{task_of(asking.dialog().question), asking.dialog().id, std::move(body)}
    );
}

void ask_for_rest(const Asking& asking, std::string_view name) {
    asking.dialog().shows_problems = true;
    asking.ui.wanted_focus = key_of(name);
}

void invite(const Asking& asking) {
    const SettingsDialog& dialog = asking.dialog();
    if (trim(dialog.name_field.value).empty()) return ask_for_rest(asking, "name");
    if (trim(dialog.email.value).empty()) return ask_for_rest(asking, "email");
    send(asking, text_written_by([&](JsonWriter& out) {
             out.begin_object().key("name").string(trim(dialog.name_field.value));
             out.key("email").string(trim(dialog.email.value)).key("role").string(dialog.role).end_object();
         }));
}

void change_person(const Asking& asking) {
    const SettingsDialog& dialog = asking.dialog();
    if (trim(dialog.name_field.value).empty()) return ask_for_rest(asking, "name");
    send(asking, text_written_by([&](JsonWriter& out) {
             out.begin_object().key("name").string(trim(dialog.name_field.value));
             out.key("role").string(dialog.role).end_object();
         }));
}

void make_key(const Asking& asking) {
    const SettingsDialog& dialog = asking.dialog();
    if (trim(dialog.name_field.value).empty()) return ask_for_rest(asking, "name");
    if (dialog.scope.empty()) return ask_for_rest(asking, "scope");
    if (days_of(dialog) == 0) return ask_for_rest(asking, "days");
    send(asking, text_written_by([&](JsonWriter& out) {
             out.begin_object().key("name").string(trim(dialog.name_field.value));
             out.key("scope").begin_array();
             for (const std::string& one : dialog.scope)
                 out.string(one);
             // A little less, since the server's clock may be behind ours.
             const UnixMillis ends = asking.ui.now + days_of(dialog) * kDay - kMinute;
             out.end_array().key("expires_at").time(ends).end_object();
         }));
}

void set_active(const Asking& asking, bool is_active) {
    send(asking, text_written_by([&](JsonWriter& out) {
             out.begin_object().key("is_active").boolean(is_active).end_object();
         }));
}

void go(const Asking& asking) {
    switch (asking.dialog().question) {
        case Question::kInvite:
            return invite(asking);
        case Question::kPerson:
            return change_person(asking);
        case Question::kDeactivate:
            return set_active(asking, false);
        case Question::kMakeKey:
            return make_key(asking);
        case Question::kRevokeKey:
        case Question::kEndTwoFactorOf:
            return send(asking, "");
        default:
            return;
    }
}

void take_choices(const Asking& asking) {
    SettingsDialog& dialog = asking.dialog();
    for (const std::string_view role : {"admin", "supervisor", "agent", "viewer"})
        if (ui::was_activated(asking.ui, key_of("role", role))) dialog.role = role;
    if (dialog.question != Question::kMakeKey) return;
    for (const std::string& one : asking.state.permissions) {
        if (!ui::was_activated(asking.ui, key_of("scope", one))) continue;
        if (std::erase(dialog.scope, one) == 0) dialog.scope.push_back(one);
    }
}

void take(const Asking& asking) {
    SettingsDialog& dialog = asking.dialog();
    take_choices(asking);
    if (asking.was_pressed("copy")) asking.out.push_back(CopyText{dialog.secret});
    if (asking.was_pressed("turn")) {
        const TeamMember* person = person_of(asking);
        const bool is_active = person != nullptr && person->is_active;
        if (!is_active) return set_active(asking, true);
        dialog.question = Question::kDeactivate;
        dialog.wants_focus = true;
        return;
    }
    if (asking.was_pressed("two-factor-off-for")) {
        dialog.question = Question::kEndTwoFactorOf;
        dialog.wants_focus = true;
        return;
    }
    bool goes = asking.was_pressed("go");
    for (const std::string_view name : {"name", "email", "days"})
        goes = goes || ui::was_submitted(asking.ui, key_of(name));
    if (goes && !asking.deed().is_busy) go(asking);
    if (asking.was_pressed("cancel")) asking.state.overlay = Overlay::kNone;
}

ui::NodeKey first_of(const SettingsDialog& dialog) {
    const bool is_form = dialog.question == Question::kInvite || dialog.question == Question::kPerson ||
                         dialog.question == Question::kMakeKey;
    if (is_form) return key_of("name");
    return key_of(dialog.question == Question::kSecret ? "copy" : "cancel");
}

}  // namespace

void open_dialog(UiState& state, SettingsQuestion question) {
    SettingsDialog& dialog = state.settings.dialog;
    const int revision = dialog.name_field.revision;
    dialog.id.clear();
    dialog.name.clear();
    dialog.scope.clear();
    dialog.shows_problems = false;
    dialog.types.clear();
    dialog.shows_everything = false;
    dialog.line.clear();
    for (FieldText* text : {&dialog.name_field, &dialog.email, &dialog.days, &dialog.origins}) {
        text->revision = revision;
        text->set("");
    }
    dialog.question = question;
    dialog.wants_focus = true;
    std::erase_if(state.settings.deeds, [](const auto& one) { return !one.second.is_busy; });
    state.overlay = Overlay::kSettings;
}

void draw_dialog(ui::Ui& ui, const std::string& title, std::span<const Item> items) {
    const float inner =
        std::min(480.0F, ui.is_phone() ? ui.viewport.width : ui.viewport.width - 48) - 2 * kSide;
    const float content = height_of(ui, items, inner) + kSide;
    const ui::Rect sheet = begin_sheet(ui, 480, kBar + content);
    const ui::Scope scope(ui, ui::Role::kDialog, title, sheet, key_of("dialog"));
    const float x = sheet.x + kSide;
    ui::heading(ui, 2, x, sheet.y + kSide, title, ui::title_style(ui.theme.text), inner);
    const ui::Rect body{sheet.x, sheet.y + kBar, sheet.width, sheet.height - kBar};
    const ui::NodeKey key = key_of("dialog body");
    const float top = std::clamp(ui.scroll_top(key), 0.0F, std::max(0.0F, content - body.height));
    {
        const ui::Scroller scroller(
            ui, {ui::Role::kGroup, title, body, key, ui::ScrollerSpec{content, std::nullopt, 0}, top}
        );
        draw_items(ui, items, {x, body.y - top}, inner);
    }
    end_sheet(ui, sheet);
}

}  // namespace settings

void draw_settings_dialog(const Inbox& inbox, UiState& state, ui::Ui& ui, Commands& out) {
    using namespace settings;
    if (asks_about_team(state.settings.dialog.question)) return draw_team_dialog(inbox, state, ui, out);
    if (asks_about_number(state.settings.dialog.question)) return draw_number_dialog(state, ui, out);
    if (state.settings.dialog.question == Question::kProfile) return draw_profile_dialog(state, ui, out);
    if (asks_about_site(state.settings.dialog.question)) return draw_site_dialog(state, ui, out);
    const Asking asking{state, ui, out};
    draw_dialog(ui, title_of(asking), items_of(asking));
    take(asking);
    if (std::exchange(asking.dialog().wants_focus, false)) ui.wanted_focus = first_of(asking.dialog());
}

}  // namespace roost
