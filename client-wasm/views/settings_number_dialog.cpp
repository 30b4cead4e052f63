// What is asked before a token is renewed or a number disconnected.
#include <utility>

#include "client-wasm/views/settings_number_fields.h"
#include "client-wasm/views/settings_parts.h"
#include "shared/base/json_writer.h"
#include "shared/base/utf8.h"

namespace roost::settings {

namespace {

using Question = SettingsQuestion;

// What the dialog is about in this frame.
struct NumberAsking {
    UiState& state;
    ui::Ui& ui;
    Commands& out;

    SettingsDialog& dialog() const { return state.settings.dialog; }
    NumbersPage& page() const { return state.settings.numbers; }
    const NumberWords& words() const { return ui.words.numbers; }
    bool renews() const { return dialog().question == Question::kRenewNumber; }
    SettingsTask task() const {
        return renews() ? SettingsTask::kChangeNumber : SettingsTask::kDisconnectNumber;
    }
    const SettingsDeed& deed() const { return settings::deed(state.settings, task(), dialog().id); }
    bool has_gap() const {
        return trim(page().new_token.value).empty() && trim(page().new_secret.value).empty();
    }
};

// What Meta said of the new token, where there is no other field for it.
std::string whole_problem(const NumberAsking& asking) {
    const SettingsDeed& deed = asking.deed();
    if (deed.problems.empty()) return deed.error;
    std::string all;
    for (const NumberField field : {NumberField::kNone, NumberField::kNumberId, NumberField::kWaba}) {
        const std::string said = said_at(asking.ui, deed.problems, field);
        if (!said.empty()) all += (all.empty() ? "" : " ") + said;
    }
    return all;
}

Item secret_field(
    const NumberAsking& asking, std::string_view name, const Word& label, NumberField place, FieldText& value
) {
    FormField field{key_of(name), std::string(label), {}, {}};
    field.is_secret = true;
    const bool is_gap = place == NumberField::kToken && asking.dialog().shows_problems && asking.has_gap();
    field.problem = is_gap ? std::string(asking.ui.words.settings.fill_in)
                           : said_at(asking.ui, asking.deed().problems, place);
    const NumberWords& words = asking.words();
    field.hint = place == NumberField::kToken ? words.access_token_hint : words.secret_if_changed;
    return settings::field(std::move(field), value);
}

std::vector<Item> items_of(const NumberAsking& asking) {
    const NumberWords& words = asking.words();
    const bool renews = asking.renews();
    const bool is_busy = asking.deed().is_busy;
    std::vector<Item> items;
    const Word& sentence = renews ? words.renew_note : words.disconnect_note;
    items.push_back(note(key_of("question"), std::string(sentence)));
    if (renews) {
        NumbersPage& page = asking.page();
        items.push_back(
            secret_field(asking, "new-token", words.new_token, NumberField::kToken, page.new_token)
        );
        items.push_back(
            secret_field(asking, "new-secret", words.app_secret, NumberField::kSecret, page.new_secret)
        );
        if (is_busy) items.push_back(note(key_of("asking"), std::string(words.asking)));
    }
    const std::string whole = whole_problem(asking);
    if (!whole.empty()) items.push_back(problem(key_of("refusal"), whole));
    const Word& label = renews ? words.renew : words.disconnect;
    Press go{key_of("go"), std::string(label)};
    go.is_primary = true;
    go.is_danger = !renews;
    go.is_disabled = is_busy;
    items.push_back(presses({{key_of("cancel"), std::string(asking.ui.words.settings.cancel)}, go}));
    items.back().is_ending = true;
    return items;
}

void renew(const NumberAsking& asking) {
    if (asking.has_gap()) {
        asking.dialog().shows_problems = true;
        asking.ui.wanted_focus = key_of("new-token");
        return;
    }
    const std::string_view token = trim(asking.page().new_token.value);
    const std::string_view secret = trim(asking.page().new_secret.value);
    const std::string body = text_written_by([&](JsonWriter& out) {
        out.begin_object().text_member("access_token", token);
        out.text_member("app_secret", secret).end_object();
    });
    asking.out.push_back(DoInSettings{asking.task(), asking.dialog().id, body});
    asking.out.push_back(Say{std::string(asking.words().asking)});
}

void take(const NumberAsking& asking) {
    const auto submitted = [&](std::string_view name) {
        return asking.renews() && ui::was_submitted(asking.ui, key_of(name));
    };
    const bool goes =
        ui::was_activated(asking.ui, key_of("go")) || submitted("new-token") || submitted("new-secret");
    if (goes && !asking.deed().is_busy) {
        if (asking.renews())
            renew(asking);
        else
            asking.out.push_back(DoInSettings{asking.task(), asking.dialog().id, {}});
    }
    if (ui::was_activated(asking.ui, key_of("cancel"))) asking.state.overlay = Overlay::kNone;
}

}  // namespace

bool asks_about_number(SettingsQuestion question) {
    return question == Question::kRenewNumber || question == Question::kDisconnectNumber;
}

void draw_number_dialog(UiState& state, ui::Ui& ui, Commands& out) {
    const NumberAsking asking{state, ui, out};
    const NumberWords& words = asking.words();
    const Word& title = asking.renews() ? words.renew_title : words.disconnect_question;
    draw_dialog(ui, fill(title, {asking.dialog().name}), items_of(asking));
    take(asking);
    if (!std::exchange(asking.dialog().wants_focus, false)) return;
    ui.wanted_focus = key_of(asking.renews() ? "new-token" : "cancel");
}

}  // namespace roost::settings
