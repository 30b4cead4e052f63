// Runs a program in the page: frames only when something asked for one.
#pragma once

#include <functional>
#include <memory>

#include "client-wasm/platform/platform.h"

namespace roost::platform {

// Draws one frame and presents the tree; true: another one at once.
using DrawFrame = std::function<bool()>;

// Makes the platform and the program on it. Returns at once; the page lives on. Called once.
void run_in_page(const std::function<DrawFrame(Platform&)>& make_program);

}  // namespace roost::platform
