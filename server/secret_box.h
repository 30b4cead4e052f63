// Secrets as they lie in the database: nobody reads them without the key, which lies beside it or in the
// environment, and nobody moves one to another's place.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace roost {

// Values only; any thread.
class SecretBox {
  public:
    static constexpr int kKeyBytes = 32;

    // kInvalid unless it is 64 hexadecimal digits.
    static Result<SecretBox> with_key(std::string_view hexadecimal);

    ~SecretBox();  // wipes the key
    SecretBox(const SecretBox&) = default;
    SecretBox& operator=(const SecretBox&) = default;

    // As hexadecimal digits, never twice the same. `place` names what it is and whose.
    std::string seal(std::string_view place, std::string_view secret) const;
    // kInternal if it was sealed with another key, for another place, or changed since.
    Result<std::string> open(std::string_view place, std::string_view sealed) const;

  private:
    SecretBox() = default;

    std::array<unsigned char, kKeyBytes> key_{};
};

// Which secret it is ("access_token", "app_secret") and whose, so that none can stand in another's place.
std::string secret_place(std::string_view secret, std::string_view owner);

}  // namespace roost
