// The way in: e-mail, password, and a sentence when they do not fit.
#pragma once

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

void draw_sign_in(SignInState& state, ui::Ui& ui, Commands& out);
// While the server is asked whether the reader is still signed in, and while it cannot be reached.
void draw_splash(const UiState& state, ui::Ui& ui);
void draw_logo(ui::Ui& ui, float x, float y, float size);

}  // namespace roost
