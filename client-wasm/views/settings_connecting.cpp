// A number is connected: what Meta has to be told, and what it is asked about.
#include <array>
#include <utility>

#include "client-wasm/views/conversation_list.h"
#include "client-wasm/views/settings_drawings.h"
#include "client-wasm/views/settings_number_fields.h"
#include "client-wasm/views/settings_parts.h"
#include "shared/base/json_writer.h"
#include "shared/base/utf8.h"

namespace roost::settings {

namespace {

// ---- the connection

bool has_checked_number(const OwnNumbers& own) {
    for (const OwnNumber& number : own.numbers) {
        const NumberState state = number_state(number);
        if (state == NumberState::kHealthy || state == NumberState::kAttention) return true;
    }
    return false;
}

// The host is the reader's to fill in where the server does not know its own.
std::string callback_of(const OwnNumbers& own) {
    return own.callback_url.starts_with('/') ? "https://…" + own.callback_url : own.callback_url;
}

Item copied_text(const Page& page, std::string_view name, const Word& label, const std::string& text) {
    const NumberWords& words = page.number_words();
    const bool is_token = name == "verify-token";
    const bool is_hidden = is_token && !page.settings().numbers.shows_verify_token && !text.empty();
    ShownText shown{key_of(name), std::string(label), text.empty() ? std::string(words.not_set) : text};
    if (is_hidden) shown.text = words.hidden;
    if (text.empty()) return shown_text(std::move(shown));
    const std::string about(label);
    if (is_token) {
        const Word& press = is_hidden ? page.words().show : page.words().hide;
        shown.presses.push_back({key_of("show", name), std::string(press), about});
    }
    shown.presses.push_back({key_of("copy", name), std::string(page.ui.words.message_menu.copy), about});
    return shown_text(std::move(shown));
}

Step step_of(const Page& page, const Word& title, bool is_done, std::string note) {
    const NumberWords& words = page.number_words();
    const Word& said = is_done ? words.step_is_done : words.step_is_open;
    return {std::string(title), fill(said, {title}), std::move(note), is_done};
}

std::string last_webhook_said(const Page& page) {
    const NumberWords& words = page.number_words();
    const UnixMillis at = page.settings().numbers.own.last_webhook_at;
    if (at == 0) return std::string(words.step_webhook_open);
    page.ui.wake(next_label_change(at, page.ui.now, page.ui.utc_offset(at)));
    return fill(words.step_webhook_done, {moment(page.ui, at)});
}

// ---- a new number

const SettingsDeed& connecting(const Page& page) {
    return deed(page.settings(), SettingsTask::kConnectNumber);
}

bool is_open(const NumbersPage& numbers) {
    return numbers.form.is_open || numbers.own.numbers.empty();
}

struct FormRow {
    std::string_view name;
    NumberField field;
    FieldText ConnectForm::*value;
    Word NumberWords::*label;
    Word NumberWords::*hint;
    bool is_secret;
};
constexpr std::array<FormRow, 4> kRows{
    {{"number-id",
      NumberField::kNumberId,
      &ConnectForm::number_id,
      &NumberWords::number_id,
      &NumberWords::number_id_hint,
      false},
     {"waba", NumberField::kWaba, &ConnectForm::waba, &NumberWords::waba, &NumberWords::waba_hint, false},
     {"access-token",
      NumberField::kToken,
      &ConnectForm::access_token,
      &NumberWords::access_token,
      &NumberWords::access_token_hint,
      true},
     {"app-secret",
      NumberField::kSecret,
      &ConnectForm::app_secret,
      &NumberWords::app_secret,
      &NumberWords::app_secret_hint,
      true}}};

Item field_of(const Page& page, const FormRow& row) {
    const NumberWords& words = page.number_words();
    ConnectForm& form = page.settings().numbers.form;
    FieldText& value = form.*row.value;
    const bool is_gap = form.shows_gaps && trim(value.value).empty();
    FormField field{key_of(row.name), std::string(words.*row.label), {}, {}};
    field.problem =
        is_gap ? std::string(page.words().fill_in) : said_at(page.ui, connecting(page).problems, row.field);
    field.hint = words.*row.hint;
    field.is_secret = row.is_secret;
    return settings::field(std::move(field), value);
}

void add_form(const Page& page, std::vector<Item>& items) {
    const NumberWords& words = page.number_words();
    const NumbersPage& numbers = page.settings().numbers;
    const SettingsDeed& asked = connecting(page);
    for (const FormRow& row : kRows) {
        items.push_back(field_of(page, row));
        if (row.field == NumberField::kToken)
            items.push_back(note(key_of("temporary"), std::string(words.temporary_note)));
    }
    Item check{Item::What::kChecks, key_of("subscribe group"), std::string(words.aspects[7])};
    check.chips = {{key_of("subscribe-too"), std::string(words.subscribe_too), numbers.form.subscribes}};
    items.push_back(std::move(check));
    if (asked.is_busy) items.push_back(note(key_of("asking"), std::string(words.asking)));
    const std::string whole =
        asked.problems.empty() ? asked.error : said_at(page.ui, asked.problems, NumberField::kNone);
    if (!whole.empty()) items.push_back(problem(key_of("refusal"), whole));
    Press go{key_of("connect"), std::string(words.connect_now)};
    go.is_primary = true;
    go.is_disabled = asked.is_busy;
    items.push_back(presses({go}));
    if (numbers.own.numbers.empty()) return;
    items.back().presses.push_back({key_of("close-form"), std::string(page.words().cancel)});
}

// The field to go on with.
std::string_view first_gap(const ConnectForm& form) {
    for (const FormRow& row : kRows)
        if (trim((form.*row.value).value).empty()) return row.name;
    return kRows.front().name;
}

void connect(const Page& page) {
    ConnectForm& form = page.settings().numbers.form;
    form.shows_gaps = false;
    for (const FormRow& row : kRows) {
        if (form.shows_gaps || !trim((form.*row.value).value).empty()) continue;
        form.shows_gaps = true;
        page.ui.wanted_focus = key_of(row.name);
    }
    if (form.shows_gaps) return;
    const std::string body = text_written_by([&](JsonWriter& out) {
        out.begin_object().key("phone_number_id").string(trim(form.number_id.value));
        out.key("waba").string(trim(form.waba.value));
        out.key("access_token").string(trim(form.access_token.value));
        out.key("app_secret").string(trim(form.app_secret.value));
        out.key("subscribe").boolean(form.subscribes).end_object();
    });
    page.out.push_back(DoInSettings{SettingsTask::kConnectNumber, {}, body});
    page.out.push_back(Say{std::string(page.number_words().asking)});
}

void take_form(const Page& page) {
    ConnectForm& form = page.settings().numbers.form;
    bool goes = was_pressed(page, "connect");
    for (const FormRow& row : kRows)
        goes = goes || ui::was_submitted(page.ui, key_of(row.name));
    if (goes && !connecting(page).is_busy) connect(page);
    if (was_pressed(page, "subscribe-too")) form.subscribes = !form.subscribes;
    if (!was_pressed(page, "close-form")) return;
    form.is_open = form.shows_gaps = false;
    form.wants_focus = true;
    form.access_token.set("");
    form.app_secret.set("");
}

}  // namespace

Card connection_card(const Page& page) {
    const NumberWords& words = page.number_words();
    const OwnNumbers& own = page.settings().numbers.own;
    const bool is_checked = has_checked_number(own);
    const bool has_come = own.last_webhook_at != 0;
    Card card{key_of("connection"), std::string(words.connection), std::string(words.connection)};
    const int done = (is_checked ? 1 : 0) + (has_come ? 2 : 0);
    const Locale& locale = page.ui.locale;
    const std::string count = fill(words.steps_done, {locale.number(done), locale.number(3)});
    card.items.push_back(note(key_of("steps done"), count));
    const Word& checked = is_checked ? words.step_checked_done : words.step_checked_open;
    // What was delivered proves it; nothing else is told of what stands in Meta's app.
    Step callback = step_of(page, words.step_callback, has_come, std::string(words.step_callback_note));
    callback.items = {
        copied_text(page, "callback", words.callback_url, callback_of(own)),
        copied_text(page, "verify-token", words.verify_token, own.verify_token)};
    std::vector<Step> steps;
    steps.push_back(step_of(page, words.step_checked, is_checked, std::string(checked)));
    steps.push_back(std::move(callback));
    steps.push_back(step_of(page, words.step_webhook, has_come, last_webhook_said(page)));
    card.items.push_back(step_list(key_of("steps"), std::string(words.connection), std::move(steps)));
    return card;
}

Card connect_card(const Page& page) {
    const NumberWords& words = page.number_words();
    const NumbersPage& numbers = page.settings().numbers;
    Card card{key_of("connect card"), std::string(words.connect), std::string(words.connect)};
    const Word& what = numbers.own.numbers.empty() ? words.connect_note : words.connect_another;
    card.items.push_back(note(key_of("connect note"), std::string(what)));
    if (is_open(numbers))
        add_form(page, card.items);
    else
        card.items.push_back(presses({{key_of("open-form"), std::string(words.connect)}}));
    return card;
}

void take_connecting(const Page& page) {
    NumbersPage& numbers = page.settings().numbers;
    if (!numbers.has_answer) return;
    ConnectForm& form = numbers.form;
    if (std::exchange(form.wants_focus, false))
        page.ui.wanted_focus = key_of(form.is_open ? first_gap(form) : "open-form");
    if (is_open(numbers)) take_form(page);
    if (was_pressed(page, "open-form")) {
        form.is_open = form.wants_focus = true;
        form.show_again();
    }
    if (was_pressed(page, "show", "verify-token")) numbers.shows_verify_token = !numbers.shows_verify_token;
    if (was_pressed(page, "copy", "callback")) page.out.push_back(CopyText{callback_of(numbers.own)});
    if (was_pressed(page, "copy", "verify-token")) page.out.push_back(CopyText{numbers.own.verify_token});
}

}  // namespace roost::settings
