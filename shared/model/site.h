// A site: another program of the house, whose pages show the inbox. What server and client both know of it.
// Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace roost {

inline constexpr std::size_t kMostOrigins = 20;  // of one site

// "https://crm.example" or "https://crm.example:8443", as browsers write it; http for this machine only
// (localhost, 127.0.0.1, [::1]). False for anything else: a path, a wildcard, a port that says nothing.
bool is_page_origin(std::string_view text);

// The lines that are not empty, without blanks around them and each once.
std::vector<std::string> lines_in(std::string_view text);

// What its pages have in them: `<script async src="…" data-site="3" data-entity-type="project"
// data-entity-id="…">`. An empty `type` names no record.
std::string widget_line(std::string_view script_url, std::string_view site, std::string_view type);

}  // namespace roost
