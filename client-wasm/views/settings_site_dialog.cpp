// What is asked about a site: made, changed, given a new secret, removed; and what is put into its pages.
#include <algorithm>
#include <array>
#include <utility>

#include "client-wasm/views/record_names.h"
#include "client-wasm/views/settings_parts.h"
#include "shared/base/json_writer.h"
#include "shared/base/utf8.h"
#include "shared/model/site.h"

namespace roost::settings {

namespace {

using Question = SettingsQuestion;
using Task = SettingsTask;

// Of what people do on a page of another house; to read goes without saying.
constexpr std::array<std::string_view, 2> kMayDo{permission::kSend, permission::kTend};

struct SiteAsking {
    UiState& state;
    ui::Ui& ui;
    Commands& out;

    SettingsDialog& dialog() const { return state.settings.dialog; }
    const SiteWords& words() const { return ui.words.sites; }
    bool was_pressed(std::string_view name) const { return ui::was_activated(ui, key_of(name)); }
    bool is_form() const {
        return dialog().question == Question::kMakeSite || dialog().question == Question::kSite;
    }
    Task task() const {
        switch (dialog().question) {
            case Question::kMakeSite:
                return Task::kMakeSite;
            case Question::kRemoveSite:
                return Task::kRemoveSite;
            case Question::kRenewSite:
                return Task::kRenewSite;
            default:
                return Task::kChangeSite;
        }
    }
    const SettingsDeed& deed() const { return settings::deed(state.settings, task(), dialog().id); }
};

std::string title_of(const SiteAsking& asking) {
    const SiteWords& words = asking.words();
    const SettingsDialog& dialog = asking.dialog();
    switch (dialog.question) {
        case Question::kMakeSite:
            return std::string(words.add);
        case Question::kRemoveSite:
            return fill(words.remove_question, {dialog.name});
        case Question::kRenewSite:
            return fill(words.renew_question, {dialog.name});
        case Question::kSiteLine:
            return fill(dialog.secret.empty() ? words.line : words.secret, {dialog.name});
        default:
            return dialog.name;
    }
}

// What is wrong is told while it is written, but for a line that is still being typed.
std::string origins_problem(const SiteAsking& asking) {
    const SettingsDialog& dialog = asking.dialog();
    const auto lines = lines_in(dialog.origins.value);
    if (lines.empty()) return dialog.shows_problems ? std::string(asking.ui.words.settings.fill_in) : "";
    if (lines.size() > kMostOrigins)
        return fill(asking.words().too_many, {asking.ui.locale.number(std::int64_t{kMostOrigins})});
    const bool is_whole = dialog.shows_problems || dialog.origins.value.ends_with('\n');
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool is_finished = is_whole || i + 1 < lines.size();
        if (is_finished && !is_page_origin(lines[i])) return fill(asking.words().bad_origin, {lines[i]});
    }
    return {};
}

bool has(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

Item type_chips(const SiteAsking& asking) {
    Item item{Item::What::kChips, key_of("site types"), std::string(asking.words().types)};
    for (const std::string& type : asking.state.record_types) {
        Chip chip{key_of("site-type", type), record_type_label(asking.ui.words, type)};
        chip.is_chosen = has(asking.dialog().types, type);
        item.chips.push_back(std::move(chip));
    }
    return item;
}

Item access_checks(const SiteAsking& asking) {
    const SettingsDialog& dialog = asking.dialog();
    Item item{Item::What::kChecks, key_of("site access"), std::string(asking.ui.words.settings.scope)};
    for (const std::string_view one : kMayDo) {
        Chip chip{key_of("site-may", one), std::string(scope_label(asking.ui.words, one))};
        chip.is_chosen = has(dialog.scope, one);
        item.chips.push_back(std::move(chip));
    }
    Chip whole{key_of("whole"), std::string(asking.words().whole)};
    whole.is_chosen = dialog.shows_everything;
    item.chips.push_back(std::move(whole));
    return item;
}

void add_form(const SiteAsking& asking, std::vector<Item>& items) {
    SettingsDialog& dialog = asking.dialog();
    const SettingsWords& common = asking.ui.words.settings;
    const bool is_nameless = dialog.shows_problems && trim(dialog.name_field.value).empty();
    std::string gap = is_nameless ? std::string(common.fill_in) : "";
    items.push_back(
        field({key_of("site-name"), std::string(common.name), {}, std::move(gap)}, dialog.name_field)
    );
    FormField origins{
        key_of("origins"), std::string(asking.words().origins), {}, origins_problem(asking), true};
    origins.hint = asking.words().origins_hint;
    items.push_back(field(std::move(origins), dialog.origins));
    if (!asking.state.record_types.empty()) items.push_back(type_chips(asking));
    items.push_back(access_checks(asking));
    if (dialog.question != Question::kSite) return;
    Press remove{key_of("remove-site"), std::string(asking.words().remove)};
    remove.is_danger = true;
    items.push_back(presses({{key_of("renew-site"), std::string(asking.words().renew)}, remove}));
}

// The secret where there is a new one, and the line.
std::vector<Item> line_items(const SiteAsking& asking) {
    const SiteWords& words = asking.words();
    const SettingsDialog& dialog = asking.dialog();
    std::vector<Item> items;
    if (!dialog.secret.empty()) {
        std::string told(words.secret_note);
        if (dialog.until > asking.ui.now)
            told += " " + fill(words.old_until, {to_the_minute(asking.ui, dialog.until)});
        items.push_back(note(key_of("secret note"), told));
        items.push_back({Item::What::kSecret, key_of("secret"), dialog.secret});
        items.push_back(presses({{key_of("copy-secret"), std::string(words.copy_secret)}}));
    }
    items.push_back(note(key_of("line note"), std::string(words.line_note)));
    items.push_back({Item::What::kSecret, key_of("line"), dialog.line});
    Press copy{key_of("copy-line"), std::string(words.copy_line)};
    copy.is_primary = true;
    const SettingsWords& common = asking.ui.words.settings;
    const Word& done = dialog.secret.empty() ? common.done : common.hide_note;
    items.push_back(presses({{key_of("cancel"), std::string(done)}, copy}));
    items.back().is_ending = true;
    return items;
}

std::vector<Item> items_of(const SiteAsking& asking) {
    const SiteWords& words = asking.words();
    const Question question = asking.dialog().question;
    if (question == Question::kSiteLine) return line_items(asking);
    std::vector<Item> items;
    if (asking.is_form()) add_form(asking, items);
    if (question == Question::kRemoveSite)
        items.push_back(note(key_of("question"), std::string(words.remove_note)));
    if (question == Question::kRenewSite)
        items.push_back(note(key_of("question"), std::string(words.renew_note)));
    if (!asking.deed().error.empty()) items.push_back(problem(key_of("refusal"), asking.deed().error));
    const Word& label = question == Question::kRemoveSite  ? words.remove
                        : question == Question::kRenewSite ? words.renew
                                                           : asking.ui.words.settings.save;
    Press go{key_of("go"), std::string(label)};
    go.is_primary = true;
    go.is_danger = question == Question::kRemoveSite;
    go.is_disabled = asking.deed().is_busy;
    items.push_back(presses({{key_of("cancel"), std::string(asking.ui.words.settings.cancel)}, go}));
    items.back().is_ending = true;
    return items;
}

void write_texts(JsonWriter& out, std::string_view key, const std::vector<std::string>& texts) {
    out.key(key).begin_array();
    for (const std::string& one : texts)
        out.string(one);
    out.end_array();
}

void send_form(const SiteAsking& asking) {
    SettingsDialog& dialog = asking.dialog();
    dialog.shows_problems = true;
    const bool is_nameless = trim(dialog.name_field.value).empty();
    if (is_nameless || !origins_problem(asking).empty()) {
        asking.ui.wanted_focus = key_of(is_nameless ? "site-name" : "origins");
        return;
    }
    const std::string body = text_written_by([&](JsonWriter& out) {
        out.begin_object().key("name").string(trim(dialog.name_field.value));
        write_texts(out, "origins", lines_in(dialog.origins.value));
        write_texts(out, "entity_types", dialog.types);
        write_texts(out, "scope", dialog.scope);
        out.key("whole_inbox").boolean(dialog.shows_everything).end_object();
    });
    asking.out.push_back(DoInSettings{asking.task(), dialog.id, body});
}

void turn(std::vector<std::string>& all, std::string_view one) {
    if (std::erase(all, one) == 0) all.emplace_back(one);
}

void take_choices(const SiteAsking& asking) {
    SettingsDialog& dialog = asking.dialog();
    for (const std::string& type : asking.state.record_types)
        if (ui::was_activated(asking.ui, key_of("site-type", type))) turn(dialog.types, type);
    for (const std::string_view one : kMayDo)
        if (ui::was_activated(asking.ui, key_of("site-may", one))) turn(dialog.scope, one);
    if (asking.was_pressed("whole")) dialog.shows_everything = !dialog.shows_everything;
}

void ask_next(const SiteAsking& asking, Question question) {
    asking.dialog().question = question;
    asking.dialog().wants_focus = true;
}

void take(const SiteAsking& asking) {
    SettingsDialog& dialog = asking.dialog();
    if (asking.was_pressed("copy-secret")) asking.out.push_back(CopyText{dialog.secret});
    if (asking.was_pressed("copy-line")) asking.out.push_back(CopyText{dialog.line});
    if (asking.was_pressed("cancel")) asking.state.overlay = Overlay::kNone;
    if (asking.is_form()) take_choices(asking);
    if (asking.was_pressed("renew-site")) return ask_next(asking, Question::kRenewSite);
    if (asking.was_pressed("remove-site")) return ask_next(asking, Question::kRemoveSite);
    const bool goes = asking.was_pressed("go") || ui::was_submitted(asking.ui, key_of("site-name"));
    if (!goes || asking.deed().is_busy) return;
    if (asking.is_form()) return send_form(asking);
    asking.out.push_back(DoInSettings{asking.task(), dialog.id, {}});
}

}  // namespace

bool asks_about_site(SettingsQuestion question) {
    return question >= Question::kMakeSite && question <= Question::kSiteLine;
}

void draw_site_dialog(UiState& state, ui::Ui& ui, Commands& out) {
    const SiteAsking asking{state, ui, out};
    draw_dialog(ui, title_of(asking), items_of(asking));
    take(asking);
    if (!std::exchange(asking.dialog().wants_focus, false)) return;
    const bool is_new_secret = !asking.dialog().secret.empty();
    const std::string_view first = asking.is_form()                                  ? "site-name"
                                   : asking.dialog().question != Question::kSiteLine ? "cancel"
                                   : is_new_secret                                   ? "copy-secret"
                                                                                     : "copy-line";
    ui.wanted_focus = key_of(first);
}

}  // namespace roost::settings
