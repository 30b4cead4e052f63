#include "shared/model/site.h"

#include <algorithm>

#include "shared/base/ids.h"
#include "shared/base/utf8.h"

namespace roost {

namespace {

constexpr std::size_t kLongestOrigin = 255;
constexpr int kHighestPort = 65'535;

bool is_host_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

// Browsers leave out the port that goes without saying.
bool is_port(std::string_view text, int usual) {
    const auto port = parse_decimal(text);
    return port && *port > 0 && *port <= kHighestPort && *port != usual && std::to_string(*port) == text;
}

bool is_host(std::string_view host) {
    return !host.empty() && host.front() != '.' && host.back() != '.' && host.front() != '-' &&
           host.find("..") == std::string_view::npos &&
           std::all_of(host.begin(), host.end(), is_host_character);
}

bool is_this_machine(std::string_view host) {
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

}  // namespace

bool is_page_origin(std::string_view text) {
    const bool is_secure = text.starts_with("https://");
    if (text.size() > kLongestOrigin || (!is_secure && !text.starts_with("http://"))) return false;
    auto host = text.substr(is_secure ? 8 : 7);
    const auto colon = host.rfind(':');
    if (colon != std::string_view::npos && !host.ends_with(']')) {
        if (!is_port(host.substr(colon + 1), is_secure ? 443 : 80)) return false;
        host = host.substr(0, colon);
    }
    return is_this_machine(host) || (is_secure && is_host(host));
}

std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string line(trim(text.substr(0, end)));
        const bool is_new = std::find(lines.begin(), lines.end(), line) == lines.end();
        if (!line.empty() && is_new) lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string widget_line(std::string_view script_url, std::string_view site, std::string_view type) {
    std::string line =
        "<script async src=\"" + std::string(script_url) + "\" data-site=\"" + std::string(site) + "\"";
    if (!type.empty()) line += " data-entity-type=\"" + std::string(type) + "\" data-entity-id=\"…\"";
    return line + "></script>";
}

}  // namespace roost
