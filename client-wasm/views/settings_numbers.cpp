// Our numbers: how each is, what is wrong with it and what helps.
#include <algorithm>
#include <utility>

#include "client-wasm/views/conversation_list.h"
#include "client-wasm/views/settings_drawings.h"
#include "client-wasm/views/settings_parts.h"

namespace roost::settings {

namespace {

using Kind = NumberProblemKind;
using Task = SettingsTask;

SayMoment sayer(const Page& page) {
    return [&ui = page.ui](UnixMillis at) {
        if (at <= ui.now) ui.wake(next_label_change(at, ui.now, ui.utc_offset(at)));
        return moment(ui, at);
    };
}

bool has(const OwnNumber& number, Kind kind) {
    const auto& problems = number.health.problems;
    return std::any_of(problems.begin(), problems.end(), [kind](const auto& one) {
        return one.kind == kind;
    });
}

bool is_busy(const Page& page, Task task, const OwnNumber& number) {
    return deed(page.settings(), task, to_string(number.id)).is_busy;
}

// Digits have no direction of their own: between words that run to the left their groups would change places.
std::string left_to_right(const ui::Ui& ui, const std::string& number) {
    return ui.is_mirrored() ? "\u2066" + number + "\u2069" : number;
}

Item head_of(const Page& page, const OwnNumber& number) {
    const NumberWords& words = page.number_words();
    const NumberHealth& health = number.health;
    NumberHead head{key_of("number head", to_string(number.id)), number.id.value, number.platform};
    const bool has_name = !health.verified_name.empty();
    head.name = has_name ? health.verified_name : number_named(number);
    const std::string checked =
        health.checked_at == 0 ? "" : fill(words.checked_at, {sayer(page)(health.checked_at)});
    head.detail = joined(
        {has_name ? left_to_right(page.ui, number_named(number)) : "",
         name_status_said(words, health.name_status),
         checked}
    );
    const NumberState state = number_state(number);
    head.state = number_state_said(words, state);
    head.weight = weight_of(state);
    return number_head(std::move(head));
}

Item problems_of(const Page& page, const OwnNumber& number) {
    const NumberWords& words = page.number_words();
    std::vector<ShownProblem> shown;
    for (const bool grave : {true, false}) {
        for (const NumberProblem& one : number.health.problems) {
            if (is_grave(one.kind) != grave) continue;
            const std::string_view repair = words.repairs.at(static_cast<std::size_t>(one.kind));
            shown.push_back(
                {std::string(grave ? words.grave : words.warning),
                 problem_said(words, one, sayer(page)),
                 std::string(repair),
                 grave}
            );
        }
    }
    const ui::NodeKey key = key_of("problems", to_string(number.id));
    return problem_list(key, std::string(words.aspects.back()), std::move(shown));
}

Item presses_of(const Page& page, const OwnNumber& number) {
    const NumberWords& words = page.number_words();
    const std::string id = to_string(number.id);
    const std::string name = number_named(number);
    std::vector<Press> all;
    const auto add = [&](std::string_view key, const Word& label, bool is_off) {
        Press press{key_of(key, id), std::string(label), name};
        press.is_disabled = is_off;
        all.push_back(std::move(press));
    };
    const bool is_checking = is_busy(page, Task::kCheckNumber, number);
    if (number.is_connected) {
        add("check", is_checking ? words.checking : words.check, is_checking);
        add("sync", words.sync, is_busy(page, Task::kSyncNumber, number));
        if (has(number, Kind::kNotSubscribed))
            add("subscribe", words.subscribe, is_busy(page, Task::kSubscribeNumber, number));
    }
    if (number.is_connected) {
        all.push_back({key_of("profile", id), std::string(page.ui.words.profile.open), name});
        all.back().is_disabled = is_busy(page, Task::kReadProfile, number);
    }
    if (!number.is_from_settings) add("renew", number.is_connected ? words.renew : words.reconnect, false);
    add("history", words.history, false);
    all.back().is_expanded = page.settings().numbers.history == number.id;
    if (number.is_connected && !number.is_from_settings) {
        add("disconnect", words.disconnect, false);
        all.back().is_danger = true;
    }
    return presses(std::move(all));
}

void add_history(const Page& page, const OwnNumber& number, std::vector<Item>& items) {
    const NumbersPage& numbers = page.settings().numbers;
    if (numbers.history != number.id) return;
    const NumberWords& words = page.number_words();
    const std::string id = to_string(number.id);
    if (!numbers.has_changes && deed(page.settings(), Task::kReadChanges, id).error.empty())
        items.push_back(note(key_of("changes"), fill(page.ui.words.signing_in.loading, {words.history})));
    if (numbers.has_changes && numbers.changes.empty())
        items.push_back(note(key_of("changes"), std::string(words.no_changes)));
    std::size_t place = 0;
    for (const NumberChange& change : numbers.changes) {
        Item row{
            Item::What::kRow, key_of("change", std::to_string(place++)), change_said(page.ui.locale, change)};
        row.detail = to_the_minute(page.ui, change.at);
        items.push_back(std::move(row));
    }
}

Card number_card(const Page& page, const OwnNumber& number) {
    const NumberWords& words = page.number_words();
    const NumbersPage& numbers = page.settings().numbers;
    const std::string id = to_string(number.id);
    const std::string name = number_named(number);
    Card card{key_of("number", id), joined({number.health.verified_name, name})};
    card.items.push_back(head_of(page, number));
    if (number.is_connected) {
        auto facts = facts_of(page.ui.locale, number, numbers.own.last_webhook_at, page.ui.now, sayer(page));
        card.items.push_back(fact_grid(key_of("facts", id), name, std::move(facts)));
        if (!number.health.problems.empty()) card.items.push_back(problems_of(page, number));
    } else {
        card.items.push_back(note(key_of("gone", id), std::string(words.disconnected_note)));
    }
    if (number.is_from_settings)
        card.items.push_back(note(key_of("from settings", id), std::string(words.from_settings)));
    if (numbers.told_of == number.id && !numbers.told.empty())
        card.items.push_back(note(key_of("told", id), numbers.told));
    for (const Task task :
         {Task::kCheckNumber, Task::kSyncNumber, Task::kSubscribeNumber, Task::kReadChanges}) {
        const SettingsDeed& asked = deed(page.settings(), task, id);
        if (!asked.error.empty()) card.items.push_back(problem(key_of("refused", id), asked.error));
    }
    card.items.push_back(presses_of(page, number));
    add_history(page, number, card.items);
    return card;
}

void ask(const Page& page, Task task, const OwnNumber& number) {
    page.settings().numbers.told.clear();
    page.out.push_back(DoInSettings{task, to_string(number.id), {}});
}

void take_history(const Page& page, const OwnNumber& number) {
    NumbersPage& numbers = page.settings().numbers;
    const bool closes = numbers.history == number.id;
    numbers.history = closes ? AccountId{} : number.id;
    numbers.changes.clear();
    numbers.has_changes = false;
    if (!closes) ask(page, Task::kReadChanges, number);
}

void ask_first(const Page& page, SettingsQuestion question, const OwnNumber& number) {
    Settings& settings = page.settings();
    open_dialog(page.state, question);
    settings.dialog.id = to_string(number.id);
    settings.dialog.name = number_named(number);
}

// As any other, with what is known of it.
void connect_again(const Page& page, const OwnNumber& number) {
    ConnectForm& form = page.settings().numbers.form;
    form.number_id.value = number.phone_number_id;
    if (!number.waba.empty()) form.waba.value = number.waba;
    form.is_open = form.wants_focus = true;
    form.show_again();
}

void take_number(const Page& page, const OwnNumber& number) {
    const std::string id = to_string(number.id);
    if (was_pressed(page, "check", id)) ask(page, Task::kCheckNumber, number);
    if (was_pressed(page, "sync", id)) ask(page, Task::kSyncNumber, number);
    if (was_pressed(page, "subscribe", id)) ask(page, Task::kSubscribeNumber, number);
    if (was_pressed(page, "history", id)) take_history(page, number);
    const bool is_wanted = was_pressed(page, "renew", id);
    if (is_wanted && number.is_connected) ask_first(page, SettingsQuestion::kRenewNumber, number);
    if (is_wanted && !number.is_connected) connect_again(page, number);
    if (was_pressed(page, "profile", id)) {
        page.settings().numbers.profile.has_answer = false;
        ask_first(page, SettingsQuestion::kProfile, number);
        ask(page, Task::kReadProfile, number);
    }
    if (was_pressed(page, "disconnect", id)) ask_first(page, SettingsQuestion::kDisconnectNumber, number);
}

// What is written for a dialog goes with it.
void forget_what_was_typed(const Page& page) {
    if (page.state.overlay == Overlay::kSettings) return;
    NumbersPage& numbers = page.settings().numbers;
    for (FieldText* text : {&numbers.new_token, &numbers.new_secret})
        if (!text->value.empty()) text->set("");
}

Card state_card(const Page& page) {
    const NumbersPage& numbers = page.settings().numbers;
    const std::string title(page.number_words().title);
    Card card{key_of("state card"), title};
    if (numbers.error.empty()) {
        card.items.push_back(note(key_of("state"), fill(page.ui.words.signing_in.loading, {title})));
    } else {
        card.items.push_back(problem(key_of("state"), numbers.error));
        card.items.push_back(presses({{key_of("again"), std::string(page.ui.words.thread.try_again)}}));
    }
    return card;
}

}  // namespace

std::vector<Card> number_cards(const Page& page) {
    const NumbersPage& numbers = page.settings().numbers;
    std::vector<Card> cards;
    if (!numbers.has_answer || !numbers.error.empty()) cards.push_back(state_card(page));
    if (!numbers.has_answer) return cards;
    const bool is_empty = numbers.own.numbers.empty();
    if (is_empty) cards.push_back(connect_card(page));
    for (const OwnNumber& number : numbers.own.numbers)
        cards.push_back(number_card(page, number));
    cards.push_back(connection_card(page));
    if (!is_empty) cards.push_back(connect_card(page));
    return cards;
}

void take_numbers(const Page& page) {
    forget_what_was_typed(page);
    for (const OwnNumber& number : page.settings().numbers.own.numbers)
        take_number(page, number);
    take_connecting(page);
    if (was_pressed(page, "again")) page.out.push_back(LoadSettings{SettingsSection::kNumbers});
}

ui::NodeKey number_anchor(const UiState& state) {
    const NumbersPage& numbers = state.settings.numbers;
    for (const OwnNumber& number : numbers.own.numbers) {
        if (!numbers.focus || number.id != numbers.focus) continue;
        return key_of(number.is_connected ? "check" : "renew", to_string(number.id));
    }
    return 0;
}

}  // namespace roost::settings
