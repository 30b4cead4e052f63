// The card of one's own second factor: each step stands where the one before it was.
#include "client-wasm/views/settings_parts.h"

#include "shared/base/json_writer.h"
#include "shared/base/utf8.h"

#include <utility>

namespace roost::settings {

namespace {

using Step = TwoFactorSettings::Step;

TwoFactorSettings& own(const Page& page) {
    return page.settings().two_factor;
}

const TwoFactorWords& words_of(const Page& page) {
    return page.ui.words.two_factor;
}

SettingsTask task_of(Step step) {
    switch (step) {
        case Step::kOffer:
            return SettingsTask::kConfirmTwoFactor;
        case Step::kRenew:
            return SettingsTask::kRenewCodes;
        case Step::kEnd:
            return SettingsTask::kEndTwoFactor;
        default:
            return SettingsTask::kBeginTwoFactor;
    }
}

const SettingsDeed& deed_of(const Page& page) {
    return deed(page.settings(), task_of(own(page).step));
}

bool needs_password(Step step) {
    return step == Step::kPassword || step == Step::kEnd;
}

bool needs_code(Step step) {
    return step == Step::kOffer || step == Step::kRenew || step == Step::kEnd;
}

std::string problem_of(const Page& page, const FieldText& value, ErrorCode code) {
    if (own(page).shows_problems && trim(value.value).empty()) return std::string(page.words().fill_in);
    const SettingsDeed& asked = deed_of(page);
    return asked.code == code ? asked.error : "";
}

Item password_field(const Page& page) {
    FieldText& value = own(page).password;
    FormField field{key_of("two-factor-password"), std::string(page.words().password), {}, {}};
    field.problem = problem_of(page, value, ErrorCode::kForbidden);
    field.is_secret = true;
    field.autocomplete = "current-password";
    return settings::field(std::move(field), value);
}

// A recovery code is as good, but for the first one.
Item code_field(const Page& page) {
    FieldText& value = own(page).code;
    FormField field{key_of("two-factor-code"), std::string(words_of(page).code), {}, {}};
    field.problem = problem_of(page, value, ErrorCode::kInvalid);
    if (own(page).step == Step::kOffer) field.autocomplete = "one-time-code";
    return settings::field(std::move(field), value);
}

Item shown_once(ui::NodeKey key, std::string text) {
    Item item{Item::What::kSecret, key};
    item.text = std::move(text);
    return item;
}

// "ABCD EFGH …": easier to type.
std::string in_groups(std::string_view secret) {
    std::string text;
    for (std::size_t i = 0; i < secret.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += ' ';
        text += secret[i];
    }
    return text;
}

std::string in_lines(const std::vector<std::string>& codes) {
    std::string text;
    for (const std::string& code : codes)
        text += (text.empty() ? "" : "\n") + code;
    return text;
}

Press copy_press(const Page& page) {
    return {key_of("two-factor-copy"), std::string(page.ui.words.message_menu.copy)};
}

void add_offer(const Page& page, std::vector<Item>& items) {
    items.push_back(note(key_of("two-factor-note"), std::string(words_of(page).scan_note)));
    Item picture{Item::What::kSquares, key_of("two-factor-picture"), std::string(words_of(page).picture)};
    picture.squares = own(page).squares;
    if (!picture.squares.empty()) items.push_back(std::move(picture));
    items.push_back(shown_once(key_of("two-factor-key", own(page).secret), in_groups(own(page).secret)));
    items.push_back(presses({copy_press(page)}));
}

// Back, and what the step is for.
Item ending(const Page& page) {
    const TwoFactorWords& words = words_of(page);
    const Step step = own(page).step;
    const Word& label = step == Step::kOffer   ? words.switch_on
                        : step == Step::kRenew ? words.new_codes
                        : step == Step::kEnd   ? words.switch_off
                                               : words.go_on;
    Press go{key_of("two-factor-go"), std::string(label)};
    go.is_primary = true;
    go.is_danger = step == Step::kEnd;
    go.is_disabled = deed_of(page).is_busy;
    return presses({{key_of("two-factor-cancel"), std::string(page.words().cancel)}, go});
}

void add_step(const Page& page, std::vector<Item>& items) {
    const TwoFactorWords& words = words_of(page);
    const Step step = own(page).step;
    if (step == Step::kOffer) add_offer(page, items);
    if (step == Step::kPassword)
        items.push_back(note(key_of("two-factor-note"), std::string(words.off_note)));
    if (step == Step::kRenew)
        items.push_back(note(key_of("two-factor-note"), std::string(words.new_codes_note)));
    if (needs_password(step)) items.push_back(password_field(page));
    if (needs_code(step)) items.push_back(code_field(page));
    const SettingsDeed& asked = deed_of(page);
    const bool is_beside = asked.code == ErrorCode::kForbidden || asked.code == ErrorCode::kInvalid;
    if (!asked.error.empty() && !is_beside)
        items.push_back(problem(key_of("two-factor-refusal"), asked.error));
    items.push_back(ending(page));
}

void add_codes(const Page& page, std::vector<Item>& items) {
    const auto& codes = own(page).codes;
    items.push_back(note(key_of("two-factor-note"), std::string(words_of(page).codes_note)));
    items.push_back(shown_once(key_of("two-factor-codes", in_lines(codes)), in_lines(codes)));
    Press kept{key_of("two-factor-kept"), std::string(words_of(page).kept)};
    kept.is_primary = true;
    items.push_back(presses({copy_press(page), kept}));
}

void add_idle(const Page& page, Card& card) {
    const TwoFactorWords& words = words_of(page);
    const TwoFactorSettings& state = own(page);
    if (!state.has_answer) {
        const std::string loading = fill(page.ui.words.signing_in.loading, {words.title});
        card.items.push_back(
            state.error.empty() ? note(key_of("two-factor-state"), loading)
                                : problem(key_of("two-factor-state"), state.error)
        );
        return;
    }
    card.items.push_back(
        note(key_of("two-factor-note"), std::string(state.is_on ? words.on_note : words.off_note))
    );
    if (!state.is_on) {
        card.presses = {{key_of("two-factor-set-up"), std::string(words.set_up)}};
        return;
    }
    card.items.push_back(note(key_of("two-factor-left"), page.ui.locale.count(words.left, state.codes_left)));
    Press off{key_of("two-factor-off"), std::string(words.switch_off)};
    off.is_danger = true;
    card.items.push_back(presses({{key_of("two-factor-renew"), std::string(words.new_codes)}, off}));
}

ui::NodeKey first_of(const TwoFactorSettings& state) {
    if (state.step == Step::kCodes) return key_of("two-factor-copy");
    if (state.step == Step::kIdle) return key_of(state.is_on ? "two-factor-renew" : "two-factor-set-up");
    return key_of(needs_password(state.step) ? "two-factor-password" : "two-factor-code");
}

void go_to(const Page& page, Step step) {
    std::erase_if(page.settings().deeds, [](const auto& one) { return !one.second.is_busy; });
    own(page).go_to(step);
    own(page).wants_focus = true;
}

void send(const Page& page) {
    TwoFactorSettings& state = own(page);
    const bool lacks_password = needs_password(state.step) && state.password.value.empty();
    const bool lacks_code = needs_code(state.step) && trim(state.code.value).empty();
    state.shows_problems = lacks_password || lacks_code;
    if (state.shows_problems) {
        page.ui.wanted_focus = key_of(lacks_password ? "two-factor-password" : "two-factor-code");
        return;
    }
    const std::string body = text_written_by([&](JsonWriter& out) {
        out.begin_object();
        if (needs_password(state.step)) out.key("password").string(state.password.value);
        if (needs_code(state.step)) out.key("code").string(trim(state.code.value));
        out.end_object();
    });
    page.out.push_back(DoInSettings{task_of(state.step), {}, body});
}

}  // namespace

Card two_factor_card(const Page& page) {
    const std::string title(words_of(page).title);
    Card card{key_of("two-factor"), title, title};
    const Step step = own(page).step;
    if (step == Step::kIdle) {
        add_idle(page, card);
    } else if (step == Step::kCodes) {
        add_codes(page, card.items);
    } else {
        add_step(page, card.items);
    }
    return card;
}

void take_two_factor(const Page& page) {
    TwoFactorSettings& state = own(page);
    if (was_pressed(page, "two-factor-copy"))
        page.out.push_back(CopyText{state.step == Step::kCodes ? in_lines(state.codes) : state.secret});
    const bool is_submitted = ui::was_submitted(page.ui, key_of("two-factor-password")) ||
                              ui::was_submitted(page.ui, key_of("two-factor-code"));
    if ((is_submitted || was_pressed(page, "two-factor-go")) && !deed_of(page).is_busy) send(page);
    if (was_pressed(page, "two-factor-set-up")) go_to(page, Step::kPassword);
    if (was_pressed(page, "two-factor-renew")) go_to(page, Step::kRenew);
    if (was_pressed(page, "two-factor-off")) go_to(page, Step::kEnd);
    if (was_pressed(page, "two-factor-cancel") || was_pressed(page, "two-factor-kept"))
        go_to(page, Step::kIdle);
    // A keyboard on the screen would hide what is to be scanned.
    const bool hides = page.ui.is_phone() && state.step == Step::kOffer;
    if (std::exchange(state.wants_focus, false))
        page.ui.wanted_focus = hides ? key_of("two-factor-copy") : first_of(state);
}

}  // namespace roost::settings
