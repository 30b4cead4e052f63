// SHA-256, made piece by piece, and with a key.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace roost {

// Used by one thread at a time.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    std::string finish();  // once; 64 digits, hexadecimal, lower case

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// HMAC-SHA256 of a text: 64 digits as above.
std::string hmac_sha256(std::string_view key, std::string_view text);

}  // namespace roost
