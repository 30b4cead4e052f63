// The house's name, colour and logo as the server tells them.
#pragma once

#include "client-wasm/ui/brand.h"
#include "shared/base/json.h"

namespace roost {

// Parts that are missing or wrong stay as ours.
ui::Brand read_brand(const Json& json);

}  // namespace roost
