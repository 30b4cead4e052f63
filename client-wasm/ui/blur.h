// A picture as it looks from far away, in the place where it will be.
#pragma once

#include "client-wasm/ui/widgets.h"
#include "shared/model/blur.h"

namespace roost::ui {

// `shape`: width by height of the picture, whose middle is shown where the place has another.
void draw_blur(Ui& ui, const Blur& blur, float shape, const Rect& rect, float radius);

}  // namespace roost::ui
