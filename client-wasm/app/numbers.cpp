// Our numbers in the settings: read, connected, checked, renewed and disconnected.
#include <algorithm>
#include <utility>

#include "client-wasm/app/client.h"
#include "client-wasm/words/trouble.h"
#include "shared/wire/own_numbers.h"

namespace roost {

namespace {

// Known or new.
void put(std::vector<OwnNumber>& numbers, OwnNumber number) {
    const auto known =
        std::find_if(numbers.begin(), numbers.end(), [&](const auto& one) { return one.id == number.id; });
    if (known == numbers.end())
        numbers.push_back(std::move(number));
    else
        *known = std::move(number);
}

std::string joined_problems(
    const NumberWords& words, const std::vector<NumberProblem>& problems, const SayMoment& say
) {
    std::string all;
    for (const NumberProblem& problem : problems)
        all += (all.empty() ? "" : " ") + problem_said(words, problem, say);
    return all;
}

void clear(ConnectForm& form) {
    for (FieldText* text : {&form.number_id, &form.waba, &form.access_token, &form.app_secret})
        text->set("");
    form.is_open = form.shows_gaps = false;
    form.subscribes = true;
}

}  // namespace

void Client::load_numbers() {
    NumbersPage& page = state_.settings.numbers;
    const int asked = ++settings_questions_;
    page.asked = asked;
    page.error.clear();
    api_.ask_whole("GET", "/api/v1/accounts", "", 0, [this, asked](const platform::Response& answer) {
        NumbersPage& known = state_.settings.numbers;
        if (known.asked != asked) return;
        known.asked = 0;
        auto own = net::is_success(answer) ? read_own_numbers(answer.body)
                                           : tl::unexpected<Error>(net::error_of(answer));
        if (!own && own.error().code == ErrorCode::kUnauthorized) return signed_out();
        if (!own) {
            known.error = sentence_of(state_.locale.words(), own.error());
            return;
        }
        known.own = *std::move(own);
        known.has_answer = true;
        load_changes();
    });
}

// Of the number whose history is shown.
void Client::load_changes() {
    const AccountId id = state_.settings.numbers.history;
    if (id) execute(DoInSettings{SettingsTask::kReadChanges, to_string(id), {}});
}

std::string Client::said_of_numbers(const std::vector<NumberProblem>& problems) const {
    return joined_problems(state_.locale.words().numbers, problems, [this](UnixMillis at) {
        return state_.locale.list_time(at, server_now(), platform_.utc_offset(at));
    });
}

void Client::number_answered(SettingsTask task, const std::string& id, const platform::Response& answer) {
    if (task == SettingsTask::kReadProfile || task == SettingsTask::kChangeProfile)
        return profile_answered(task, id, answer);
    if (!net::is_success(answer)) return number_refused(task, id, answer);
    Settings& settings = state_.settings;
    NumbersPage& page = settings.numbers;
    settings.deeds.erase({task, id});
    if (task == SettingsTask::kReadChanges) {
        auto changes = read_number_changes(answer.body);
        if (!changes || id != to_string(page.history)) return;
        page.changes = *std::move(changes);
        page.has_changes = true;
        return;
    }
    if (task == SettingsTask::kSyncNumber) {
        page.told_of = parse_id<AccountId>(id).value_or(AccountId{});
        page.told = state_.locale.words().numbers.synced;
        return platform_.announce(page.told, false);
    }
    const auto number = read_own_number(parse_json(answer.body).value_or(Json()));
    if (number) {
        put(page.own.numbers, *number);
        number_done(task, *number);
    } else if (task == SettingsTask::kDisconnectNumber) {
        number_disconnected(id);
    }
    load_settings(SettingsSection::kNumbers);
}

// It is said; what was written for it is forgotten, and the focus goes on where its button is gone.
void Client::number_done(SettingsTask task, const OwnNumber& number) {
    Settings& settings = state_.settings;
    NumbersPage& page = settings.numbers;
    const NumberWords& words = state_.locale.words().numbers;
    const std::string name = number_named(number);
    switch (task) {
        case SettingsTask::kConnectNumber:
            clear(page.form);
            page.focus = number.id;
            settings.wants_focus = true;
            return platform_.announce(fill(words.connected, {name}), false);
        case SettingsTask::kChangeNumber:
            if (state_.overlay == Overlay::kSettings && settings.dialog.id == to_string(number.id))
                state_.overlay = Overlay::kNone;
            return platform_.announce(words.renewed, false);
        case SettingsTask::kSubscribeNumber:
            page.focus = number.id;
            settings.wants_focus = true;
            break;
        default:
            break;
    }
    const std::string state(number_state_said(words, number_state(number)));
    const std::string problems = said_of_numbers(number.health.problems);
    platform_.announce(fill(words.checked, {problems.empty() ? state : state + ". " + problems}), false);
}

void Client::number_disconnected(const std::string& id) {
    Settings& settings = state_.settings;
    for (OwnNumber& number : settings.numbers.own.numbers) {
        if (to_string(number.id) != id) continue;
        number.is_connected = false;
        settings.numbers.focus = number.id;
        const std::string name = number_named(number);
        platform_.announce(fill(state_.locale.words().numbers.is_disconnected, {name}), false);
    }
    if (state_.overlay == Overlay::kSettings && settings.dialog.id == id) state_.overlay = Overlay::kNone;
    settings.wants_focus = true;
}

void Client::number_refused(SettingsTask task, const std::string& id, const platform::Response& answer) {
    Error error = net::error_of(answer);
    if (error.code == ErrorCode::kUnauthorized) return signed_out();
    // Nothing here has a window that closes.
    if (error.code == ErrorCode::kWindowClosed) error.code = ErrorCode::kInvalid;
    const Json document = parse_json(answer.body).value_or(Json());
    auto problems = read_number_problems(member(document, "problems"));
    if (problems.empty()) return settings_failed(task, id, error);
    SettingsDeed& deed = state_.settings.deeds[{task, id}];
    deed = {false, error.code, said_of_numbers(problems), std::move(problems)};
    platform_.announce(deed.error, true);
}

void Client::forget_number_secrets() {
    NumbersPage& page = state_.settings.numbers;
    for (FieldText* text :
         {&page.form.access_token, &page.form.app_secret, &page.new_token, &page.new_secret})
        if (!text->value.empty()) text->set("");
    page.shows_verify_token = false;
}

}  // namespace roost
