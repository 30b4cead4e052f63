// The second step of signing in, for those who have one: the code of an authenticator, or a recovery code.
#pragma once

#include <string>

#include "client-wasm/app/commands.h"
#include "client-wasm/app/ui_state.h"
#include "client-wasm/ui/widgets.h"

namespace roost {

// `error`: what is wrong with what was sent, a sentence; empty = nothing.
void draw_code_step(SignInState& state, const std::string& error, ui::Ui& ui, Commands& out);

}  // namespace roost
