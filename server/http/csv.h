// Tables that spreadsheets read. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace roost {

// One line of a table, RFC 4180. A field that a spreadsheet would take for a formula gets an apostrophe in
// front: nothing that somebody wrote is ever calculated on another's machine.
std::string csv_line(const std::vector<std::string>& fields);

}  // namespace roost
