// The floors: what the sockets alone cost. Each runs in a program of its own, as the real server does.
#pragma once

#include <string>

#include "tools/bench/sockets.h"

namespace roost::bench {

// A forked program; ended when this goes out of scope.
class Child {
  public:
    Child() = default;
    Child(int pid, int port, Descriptor control) : pid_(pid), port_(port), control_(std::move(control)) {}
    Child(Child&& other) noexcept
        : pid_(std::exchange(other.pid_, 0)), port_(other.port_), control_(std::move(other.control_)) {}
    Child& operator=(Child&&) = delete;
    ~Child();

    int pid() const { return pid_; }
    int port() const { return port_; }
    const Descriptor& control() const { return control_; }

  private:
    int pid_ = 0;
    int port_ = 0;
    Descriptor control_;
};

// cpp-httplib answering every POST with 200 and nothing else, with the server's worker count.
Child start_bare_server(int workers);

// Accepts any number of connections, answers each with a stream's head, and sends `event` to all of them, one
// send() after another, for every byte written to control().
Child start_bare_sender(const std::string& event);

}  // namespace roost::bench
