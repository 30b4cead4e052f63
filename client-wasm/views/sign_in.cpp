#include "client-wasm/views/sign_in.h"

#include <algorithm>
#include <utility>

#include "client-wasm/views/sign_in_code.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr float kFieldHeight = 44;

ui::FieldSpec field_spec(const ui::Ui& ui, const FieldText& text, std::string autocomplete) {
    ui::FieldSpec spec;
    spec.autocomplete = std::move(autocomplete);
    spec.colour = ui.theme.text;
    spec.padding_x = 12;
    spec.padding_y = 11;
    spec.set_value = text.value;
    spec.set_revision = text.revision;
    return spec;
}

// A label above its field. Returns whether Enter was pressed in it.
bool labelled_field(ui::Ui& ui, const ui::FieldBox& box, FieldText& text) {
    ui::draw_text(
        ui, box.rect.x, box.rect.y - 24, box.label.text(), ui::secondary_style(ui.theme.text_secondary, 500)
    );
    if (auto changed = ui::field(ui, box)) text.value = std::move(*changed);
    return ui::was_submitted(ui, box.key);
}

text::Paragraph lay_error(ui::Ui& ui, std::string_view error, float width) {
    if (error.empty()) return {};
    const ui::NodeKey key = ui::make_key(ui::make_key(0, "sign-in error"), error);
    return ui::wrap(ui, key, error, ui::secondary_style(ui.theme.danger), width - 46);
}

// `said` stays while `error` counts the seconds: each would be an announcement.
void draw_error(const std::string& error, const std::string& said, ui::Ui& ui, const ui::Rect& rect) {
    if (error.empty()) return;
    ui::fill(ui, rect, ui.theme.danger_tint, 8);
    ui::draw_icon(ui, ui::Icon::kAlert, rect.x + 10, rect.y + 11, 18, ui.theme.danger);
    ui::draw_paragraph(ui, lay_error(ui, error, rect.width), rect.x + 36, rect.y + 11);
    ui::record(ui, ui::Role::kAlert, said, rect, ui::key_of(ui, "error"));
}

// The seconds that are left, while the server takes no attempt.
std::string shown_error(SignInState& state, ui::Ui& ui) {
    if (state.wait_until == 0) return state.error;
    const UnixMillis left = state.wait_until - ui.now;
    if (left > 0) {
        ui.wake(ui.now + (left - 1) % kSecond + 1);
        return ui.locale.count(ui.words.settings.wait, (left + kSecond - 1) / kSecond);
    }
    state.wait_until = 0;
    state.error.clear();
    return "";
}

void submit(SignInState& state, const SigningInWords& words, Commands& out) {
    if (state.is_busy || state.wait_until != 0) return;
    const std::string email(trim(state.email.value));
    if (email.empty() || state.password.value.empty()) {
        state.error = words.both_needed;
        return;
    }
    state.error.clear();
    out.push_back(SignIn{email, state.password.value});
}

}  // namespace

void draw_logo(ui::Ui& ui, float x, float y, float size) {
    if (!ui.brand.logo.empty()) {
        const ui::Rect rect{x, y, size, size};
        ui::record(ui, ui::Role::kImage, ui.brand.name, rect, ui::key_of(ui, "logo")).href = ui.brand.logo;
        return;
    }
    ui::fill(ui, {x, y, size, size}, ui.theme.accent, size * 0.3F);
    ui::draw_icon(ui, ui::Icon::kLogo, x + size * 0.2F, y + size * 0.2F, size * 0.6F, ui.theme.on_accent);
}

void draw_splash(const UiState& state, ui::Ui& ui) {
    ui::fill(ui, ui.viewport, ui.theme.app);
    draw_logo(ui, ui.viewport.width / 2 - 32, ui.viewport.height / 2 - 32, 64);
    ui::Scope main(ui, ui::Role::kMain, ui.brand.name, {}, ui::key_of(ui, "starting"));
    if (state.snapshot_error.empty()) {
        const std::string words = fill(ui.words.signing_in.loading, {ui.brand.name});
        ui::record(ui, ui::Role::kText, words, {}, ui::key_of(ui, "splash")).is_busy = true;
        return;
    }
    const float width = std::min(480.0F, ui.viewport.width - 32);
    const float y = ui.viewport.height / 2 + 56;
    const auto centred = [&](float top, std::string_view words, const text::Style& style) {
        const float room = std::min(width, ui.text.width(words, style));
        ui::text_node(ui, (ui.viewport.width - room) / 2, top, words, style, width);
    };
    centred(y, state.snapshot_error, ui::name_style(ui.theme.text));
    const auto note = ui::secondary_style(ui.theme.text_secondary);
    centred(y + 30, ui.words.connection.connecting, note);
}

void draw_sign_in(SignInState& state, ui::Ui& ui, Commands& out) {
    ui::fill(ui, ui.viewport, ui.theme.app);
    const std::string error = shown_error(state, ui);
    if (state.asks_code) return draw_code_step(state, error, ui, out);
    const float width = std::min(400.0F, ui.viewport.width - 32);
    const float below = error.empty() ? 0 : lay_error(ui, error, width - 64).height + 34;
    const float height = 400 + below;
    const float y = std::max(16.0F, (ui.viewport.height - height) / 2 - 24);
    const ui::Rect card{(ui.viewport.width - width) / 2, y, width, height};
    ui::drop_shadow(ui, card, 12);
    ui::fill(ui, card, ui.theme.panel, 12);
    const float x = card.x + 32;
    const float inner = width - 64;
    const SigningInWords& words = ui.words.signing_in;
    ui::Scope main(ui, ui::Role::kMain, ui.brand.name, {}, ui::key_of(ui, "sign in"));
    draw_logo(ui, x, y + 32, 48);
    ui::heading(ui, 1, x, y + 96, fill(words.title, {ui.brand.name}), ui::title_style(ui.theme.text), inner);
    ui::Scope form(ui, ui::Role::kForm, words.form, {}, ui::key_of(ui, "form"));
    ui::FieldBox email{words.email, {x, y + 164, inner, kFieldHeight}};
    email.key = ui::key_of(ui, "email");
    email.spec = field_spec(ui, state.email, "username");
    if (std::exchange(state.wants_focus, false) && !ui.is_phone()) ui.wanted_focus = email.key;
    bool is_sent = labelled_field(ui, email, state.email);
    ui::FieldBox password{words.password, {x, y + 244, inner, kFieldHeight}, ui::Role::kPasswordField};
    password.key = ui::key_of(ui, "password");
    if (std::exchange(state.wants_password_focus, false)) ui.wanted_focus = password.key;
    password.spec = field_spec(ui, state.password, "current-password");
    is_sent = labelled_field(ui, password, state.password) || is_sent;
    draw_error(error, state.error, ui, {x, y + 304, inner, below - 12});
    ui::ButtonSpec button{
        .label = state.is_busy ? words.busy : words.submit, .rect = {x, y + 316 + below, inner, 44}};
    button.is_disabled = state.is_busy || state.wait_until != 0;
    button.key = ui::key_of(ui, "submit");
    if (ui::button(ui, button) || is_sent) submit(state, words, out);
}

}  // namespace roost
