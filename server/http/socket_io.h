// Bytes into and out of a client's socket, plain or under TLS, without ever waiting.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

struct ssl_st;

namespace roost {

struct Moved {
    enum class State {
        kMoved,        // `bytes` of them; of what is sent perhaps not all
        kNeedsInput,   // nothing more until the socket can be read
        kNeedsOutput,  // … or written
        kEnded,        // the other side closed, or broke the rules
    };
    State state = State::kEnded;
    std::size_t bytes = 0;
};

// The encrypted side of a socket that it neither owns nor closes. One thread at a time.
class TlsSession {
  public:
    explicit TlsSession(ssl_st* session) : session_(session) {}  // takes it over
    // Tells the other side that nothing follows, if the socket takes it at once: to be destroyed before the
    // socket is closed.
    ~TlsSession();
    TlsSession(const TlsSession&) = delete;
    TlsSession& operator=(const TlsSession&) = delete;

    // kMoved once, when bytes may follow.
    Moved shake_hands();
    bool is_established() const { return is_established_; }
    // After the handshake failed: the other side began with plain HTTP.
    bool met_plain_http() const { return met_plain_http_; }

    Moved read(std::span<char> to);
    Moved write(std::string_view bytes);

  private:
    Moved outcome_of(int result);

    ssl_st* session_;
    bool is_established_ = false;
    bool is_broken_ = false;
    bool met_plain_http_ = false;
};

// `tls` is null on a plain socket.
Moved receive_some(int fd, TlsSession* tls, std::span<char> to);
// As much as the socket takes: fewer than all of `bytes` only when it is full. After that the same bytes are
// to be offered again, at whatever place they then lie.
Moved send_some(int fd, TlsSession* tls, std::string_view bytes);

}  // namespace roost
