#include "client-wasm/views/sign_in_code.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "client-wasm/views/settings_items.h"
#include "client-wasm/views/sign_in.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr float kHead = 140;  // logo and title
constexpr float kEdge = 32;

// Two fields, so that a browser offers what belongs into each.
ui::NodeKey field_key(const SignInState& state) {
    return ui::make_key(0, state.wants_recovery_code ? "sign-in-recovery-code" : "sign-in-code");
}

std::vector<settings::Item> items_of(SignInState& state, const std::string& error, const ui::Ui& ui) {
    const TwoFactorWords& words = ui.words.two_factor;
    const bool is_recovery = state.wants_recovery_code;
    FormField field{field_key(state), std::string(is_recovery ? words.recovery_code : words.code), {}, error};
    if (!is_recovery) field.autocomplete = "one-time-code";
    settings::Press submit{ui::make_key(0, "sign-in-submit"), std::string(ui.words.signing_in.submit)};
    if (state.is_busy) submit.label = ui.words.signing_in.busy;
    submit.is_primary = true;
    submit.is_disabled = state.is_busy || state.wait_until != 0;
    settings::Press back{ui::make_key(0, "sign-in-back"), std::string(words.back)};
    const Word& other = is_recovery ? words.use_app : words.use_recovery;
    return {
        settings::note(
            ui::make_key(0, "sign-in-note"), std::string(is_recovery ? words.recovery_note : words.code_note)
        ),
        settings::field(std::move(field), state.code),
        settings::presses({submit, back}),
        settings::presses({{ui::make_key(0, "sign-in-other"), std::string(other)}})};
}

void submit(SignInState& state, const ui::Ui& ui, Commands& out) {
    if (state.is_busy || state.wait_until != 0) return;
    const std::string code(trim(state.code.value));
    state.error = code.empty() ? std::string(ui.words.two_factor.code_needed) : "";
    state.wants_code_focus = code.empty();
    if (!code.empty())
        out.push_back(SignIn{std::string(trim(state.email.value)), state.password.value, code});
}

void take(SignInState& state, const ui::Ui& ui, Commands& out) {
    const bool is_sent = ui::was_submitted(ui, field_key(state));
    if (is_sent || ui::was_activated(ui, ui::make_key(0, "sign-in-submit"))) submit(state, ui, out);
    if (ui::was_activated(ui, ui::make_key(0, "sign-in-other"))) {
        state.wants_recovery_code = !state.wants_recovery_code;
        state.code.set("");
        state.error.clear();
        state.wants_code_focus = true;
    }
    if (!ui::was_activated(ui, ui::make_key(0, "sign-in-back"))) return;
    state.asks_code = state.wants_recovery_code = false;
    state.code.set("");
    state.password.set("");
    state.error.clear();
    state.wants_password_focus = true;
}

}  // namespace

void draw_code_step(SignInState& state, const std::string& error, ui::Ui& ui, Commands& out) {
    const float width = std::min(400.0F, ui.viewport.width - 32);
    const float inner = width - 2 * kEdge;
    const auto items = items_of(state, error, ui);
    const float height = kHead + settings::height_of(ui, items, inner) + 2 * kEdge;
    const float y = std::max(16.0F, (ui.viewport.height - height) / 2 - 24);
    const ui::Rect card{(ui.viewport.width - width) / 2, y, width, height};
    ui::drop_shadow(ui, card, 12);
    ui::fill(ui, card, ui.theme.panel, 12);
    const float x = card.x + kEdge;
    const std::string_view title = ui.words.two_factor.title;
    ui::Scope main(ui, ui::Role::kMain, ui.brand.name, {}, ui::key_of(ui, "sign in"));
    draw_logo(ui, x, y + kEdge, 48);
    ui::heading(ui, 1, x, y + 96, title, ui::title_style(ui.theme.text), inner);
    ui::Scope form(ui, ui::Role::kForm, title, {}, ui::key_of(ui, "code form"));
    settings::draw_items(ui, items, {x, y + kHead + 8}, inner);
    if (std::exchange(state.wants_code_focus, false)) ui.wanted_focus = field_key(state);
    take(state, ui, out);
}

}  // namespace roost
