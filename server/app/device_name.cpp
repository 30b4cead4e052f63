#include "server/app/device_name.h"

#include <array>
#include <utility>

namespace roost {

namespace {

using Mark = std::pair<std::string_view, std::string_view>;

// In this order: most browsers also name those that they are taken for.
constexpr std::array<Mark, 10> kBrowsers{{
    {"Edg", "Edge"},
    {"OPR/", "Opera"},
    {"SamsungBrowser/", "Samsung Internet"},
    {"Firefox/", "Firefox"},
    {"FxiOS/", "Firefox"},
    {"CriOS/", "Chrome"},
    {"Chrome/", "Chrome"},
    {"Safari/", "Safari"},
    {"curl/", "curl"},
    {"python", "a Python program"},
}};
constexpr std::array<Mark, 7> kSystems{{
    {"iPhone", "iPhone"},
    {"iPad", "iPad"},
    {"Android", "Android"},
    {"Windows", "Windows"},
    {"Mac OS X", "Mac"},
    {"CrOS", "ChromeOS"},
    {"Linux", "Linux"},
}};

template <std::size_t N>
std::string_view find_mark(std::string_view text, const std::array<Mark, N>& marks) {
    for (const auto& [mark, name] : marks) {
        if (text.find(mark) != std::string_view::npos) return name;
    }
    return {};
}

}  // namespace

std::string device_name(std::string_view user_agent) {
    const auto browser = find_mark(user_agent, kBrowsers);
    const auto system = find_mark(user_agent, kSystems);
    if (browser.empty() && system.empty()) return "Unknown device";
    if (browser.empty() || system.empty()) return std::string(browser) + std::string(system);
    return std::string(browser) + " on " + std::string(system);
}

}  // namespace roost
