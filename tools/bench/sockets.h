// Loopback sockets that close themselves.
#pragma once

#include <string_view>
#include <utility>

namespace roost::bench {

// Owns a file descriptor; -1 = none.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

  private:
    int number_ = -1;
};

// A blocking connection to 127.0.0.1 without Nagle's delay; empty if refused.
Descriptor connect_to(int port);
// A listening socket on 127.0.0.1 and the port it was given.
std::pair<Descriptor, int> listen_anywhere();
// Turns Nagle's delay off.
void send_at_once(const Descriptor& socket);
void make_non_blocking(const Descriptor& socket);
// False if the other side is gone.
bool send_all(const Descriptor& socket, std::string_view bytes);

}  // namespace roost::bench
