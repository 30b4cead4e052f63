// SHA-256 made piece by piece. Used by one thread at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace roost {

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

}  // namespace roost
