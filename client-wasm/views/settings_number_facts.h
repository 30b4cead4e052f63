// What Meta tells of a number, in the reader's words. Pure: the moment is a parameter.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "client-wasm/ui/icons.h"
#include "client-wasm/words/locale.h"
#include "client-wasm/words/numbers.h"
#include "shared/model/own_number.h"

namespace roost::settings {

enum class Weight : std::uint8_t { kNone, kGood, kWarning, kGrave };

struct Fact {
    ui::Icon icon;
    std::string label;
    std::string value;
    std::string note = {};          // below it; empty = nothing
    Weight weight = Weight::kNone;  // a dot before the value, beside what the value says
};

// Quality, limit, webhooks and token, in this order.
std::vector<Fact> facts_of(
    const Locale& locale,
    const OwnNumber& number,
    UnixMillis last_webhook,
    UnixMillis now,
    const SayMoment& say
);

Weight weight_of(NumberState state);
// Whether Meta lets its display name be shown; empty where that is not told.
std::string name_status_said(const NumberWords& words, std::string_view status);
// "Quality: High → Low".
std::string change_said(const Locale& locale, const NumberChange& change);

}  // namespace roost::settings
