#include "server/http/socket_io.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace roost {

namespace {

using State = Moved::State;

// OpenSSL counts in int.
int int_size(std::size_t size) {
    constexpr std::size_t kMost = std::size_t{1} << 30U;
    return static_cast<int>(std::min(size, kMost));
}

Moved write_all(TlsSession& tls, std::string_view bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto moved = tls.write(bytes.substr(done));
        if (moved.state == State::kMoved) {
            done += moved.bytes;
            continue;
        }
        if (moved.state != State::kEnded && done > 0) break;
        return moved;
    }
    return {State::kMoved, done};
}

}  // namespace

TlsSession::~TlsSession() {
    ERR_clear_error();
    if (is_established_ && !is_broken_) SSL_shutdown(session_);
    SSL_free(session_);
    ERR_clear_error();
}

Moved TlsSession::outcome_of(int result) {
    if (result > 0) return {State::kMoved, static_cast<std::size_t>(result)};
    switch (SSL_get_error(session_, result)) {
        case SSL_ERROR_WANT_READ:
            return {State::kNeedsInput};
        case SSL_ERROR_WANT_WRITE:
            return {State::kNeedsOutput};
        case SSL_ERROR_ZERO_RETURN:
            return {State::kEnded};
        default:
            is_broken_ = true;
            return {State::kEnded};
    }
}

Moved TlsSession::shake_hands() {
    ERR_clear_error();
    const auto moved = outcome_of(SSL_accept(session_));
    is_established_ = moved.state == State::kMoved;
    if (moved.state == State::kEnded)
        met_plain_http_ = ERR_GET_REASON(ERR_peek_error()) == SSL_R_HTTP_REQUEST;
    return moved;
}

Moved TlsSession::read(std::span<char> to) {
    ERR_clear_error();
    return outcome_of(SSL_read(session_, to.data(), int_size(to.size())));
}

Moved TlsSession::write(std::string_view bytes) {
    ERR_clear_error();
    return outcome_of(SSL_write(session_, bytes.data(), int_size(bytes.size())));
}

Moved receive_some(int fd, TlsSession* tls, std::span<char> to) {
    if (tls != nullptr) return tls->read(to);
    while (true) {
        const auto count = ::recv(fd, to.data(), to.size(), MSG_DONTWAIT);
        if (count > 0) return {State::kMoved, static_cast<std::size_t>(count)};
        if (count == 0) return {State::kEnded};
        if (errno == EINTR) continue;
        return {errno == EAGAIN ? State::kNeedsInput : State::kEnded};
    }
}

Moved send_some(int fd, TlsSession* tls, std::string_view bytes) {
    if (tls != nullptr) return write_all(*tls, bytes);
    while (true) {
        const auto count = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0) return {State::kMoved, static_cast<std::size_t>(count)};
        if (errno == EINTR) continue;
        return {errno == EAGAIN ? State::kNeedsOutput : State::kEnded};
    }
}

}  // namespace roost
