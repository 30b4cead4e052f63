// Which new passwords are refused: those that are too short, and those that anybody would try first. No rule
// says which characters there must be. Pure.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "shared/base/result.h"

namespace roost {

inline constexpr std::size_t kLeastPassword = 10;  // code points
inline constexpr std::size_t kMostPassword = 128;

class CommonPasswords {
  public:
    // One a line; lines that begin with '#' are remarks.
    static CommonPasswords from_text(std::string_view list);

    // In any case, also with digits and signs around it.
    bool has(std::string_view password) const;
    std::size_t size() const { return words_.size(); }

  private:
    std::unordered_set<std::string> words_;
};

// Whose password it is going to be.
struct PasswordOwner {
    std::string_view email;
    std::string_view brand;
};

// kInvalid with a sentence that says what is wrong, never the password.
Status check_new_password(
    std::string_view password, const PasswordOwner& owner, const CommonPasswords& common
);

}  // namespace roost
