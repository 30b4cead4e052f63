// Where what is wrong with a number's connection belongs in a form.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "client-wasm/ui/widgets.h"
#include "shared/model/own_number.h"

namespace roost::settings {

enum class NumberField : std::uint8_t { kNone, kNumberId, kWaba, kToken, kSecret };

NumberField field_of(NumberProblemKind kind);  // kNone: it is about the whole
// What is wrong with this field, and what helps; empty if nothing is.
std::string said_at(const ui::Ui& ui, const std::vector<NumberProblem>& problems, NumberField field);

}  // namespace roost::settings
