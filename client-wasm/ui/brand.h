// Whose inbox this is.
#pragma once

#include <optional>
#include <string>

#include "client-wasm/ui/theme.h"

namespace roost::ui {

struct Brand {
    std::string name = "Roost";
    std::optional<Colour> colour = std::nullopt;
    std::string logo;  // where its picture is; empty = our own drawing

    bool operator==(const Brand&) const = default;
};

}  // namespace roost::ui
