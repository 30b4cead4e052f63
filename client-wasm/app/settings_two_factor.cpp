// One’s own password and second factor: what the server knows of them, and what it answers to each step.
#include "client-wasm/app/client.h"

#include <utility>

#include "client-wasm/words/trouble.h"

namespace roost {

namespace {

using Step = TwoFactorSettings::Step;

}  // namespace

void TwoFactorSettings::go_to(Step next) {
    step = next;
    secret.clear();
    squares.clear();
    codes.clear();
    password.set("");
    code.set("");
    shows_problems = false;
}

// Who is asked for a password and a code wants to know in their own language which of the two was wrong.
std::string Client::settings_sentence(SettingsTask task, const Error& error) const {
    const Words& words = state_.locale.words();
    const bool is_ours = task == SettingsTask::kBeginTwoFactor || task == SettingsTask::kConfirmTwoFactor ||
                         task == SettingsTask::kRenewCodes || task == SettingsTask::kEndTwoFactor;
    if (is_ours && error.code == ErrorCode::kForbidden) return std::string(words.two_factor.wrong_password);
    if (is_ours && error.code == ErrorCode::kInvalid) return std::string(words.two_factor.wrong_code);
    return sentence_of(words, error);
}

void Client::load_two_factor() {
    api_.ask("GET", "/api/v1/auth/me", "", [this](const Result<Json>& answer) {
        TwoFactorSettings& own = state_.settings.two_factor;
        if (!answer && answer.error().code == ErrorCode::kUnauthorized) return signed_out();
        own.error = answer ? "" : sentence_of(state_.locale.words(), answer.error());
        if (!answer) return;
        const Json& told = member(*answer, "two_factor");
        own.has_answer = true;
        own.is_on = optional_bool(told, "is_on").value_or(false);
        own.codes_left = static_cast<int>(optional_integer(told, "recovery_codes_left").value_or(0));
    });
}

void Client::two_factor_done(SettingsTask task, const Json& answer) {
    TwoFactorSettings& own = state_.settings.two_factor;
    const TwoFactorWords& words = state_.locale.words().two_factor;
    own.wants_focus = true;
    if (task == SettingsTask::kEndTwoFactor) {
        own.go_to(Step::kIdle);
        own.is_on = false;
        return platform_.announce(words.off_note, false);
    }
    const bool is_offer = task == SettingsTask::kBeginTwoFactor;
    own.go_to(is_offer ? Step::kOffer : Step::kCodes);
    own.secret = string_or(answer, "secret", "");
    own.squares = texts_in(answer, "qr");
    own.codes = texts_in(answer, "recovery_codes");
    own.is_on = !is_offer;
    own.codes_left = static_cast<int>(own.codes.size());
    platform_.announce(is_offer ? words.scan_note : words.codes_note, false);
}

void Client::take_new_password() {
    Settings& settings = state_.settings;
    settings.old_password.set("");
    settings.new_password.set("");
    settings.has_changed_password = true;
    platform_.announce(state_.locale.words().settings.password_changed, false);
}

}  // namespace roost
