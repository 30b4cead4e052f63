// Our numbers as JSON: GET /api/v1/accounts, and each by itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/json_writer.h"
#include "shared/base/result.h"
#include "shared/model/own_number.h"

namespace roost {

void write_number_health(JsonWriter& out, const NumberHealth& health);
// Kinds of problems that are not known are left out. kInvalid if it is none.
Result<NumberHealth> read_number_health(const Json& json);

// [{"kind", "detail"?}].
void write_number_problems(JsonWriter& out, const std::vector<NumberProblem>& problems);
std::vector<NumberProblem> read_number_problems(const Json& json);  // what is none is left out

void write_own_number(JsonWriter& out, const OwnNumber& number);
Result<OwnNumber> read_own_number(const Json& json);  // kInvalid

// {"accounts": […], "callback_url", "verify_token", "last_webhook_at"?}.
std::string write_own_numbers(const OwnNumbers& own);
Result<OwnNumbers> read_own_numbers(std::string_view json);  // kInvalid

// {"changes": […]}, the newest first.
std::string write_number_changes(const std::vector<NumberChange>& changes);
Result<std::vector<NumberChange>> read_number_changes(std::string_view json);  // kInvalid

}  // namespace roost
