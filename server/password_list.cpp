#include "server/password_list.h"

#include <array>
#include <fstream>
#include <iterator>
#include <vector>

namespace roost {

namespace {

constexpr std::array kPlaces{"/usr/share/john/password.lst", "/usr/share/dict/cracklib-small"};

}  // namespace

PasswordList load_password_list(const std::string& file) {
    std::vector<std::string> places(kPlaces.begin(), kPlaces.end());
    if (!file.empty()) places = {file};
    for (const auto& place : places) {
        std::ifstream in(place, std::ios::binary);
        if (!in) continue;
        const std::string text(std::istreambuf_iterator<char>(in), {});
        auto passwords = CommonPasswords::from_text(text);
        if (passwords.size() > 0) return {std::move(passwords), place};
    }
    return {};
}

}  // namespace roost
