#include "server/http/csv.h"

namespace roost {

namespace {

std::string field_of(std::string_view text) {
    constexpr std::string_view kStartsFormula = "=+-@\t\r\n|%";
    std::string field = "\"";
    if (!text.empty() && kStartsFormula.find(text.front()) != std::string_view::npos) field += '\'';
    for (const char c : text) {
        if (c == '"') field += '"';
        field += c;
    }
    return field + '"';
}

}  // namespace

std::string csv_line(const std::vector<std::string>& fields) {
    std::string line;
    for (const auto& field : fields)
        line += (line.empty() ? "" : ",") + field_of(field);
    return line + "\r\n";
}

}  // namespace roost
