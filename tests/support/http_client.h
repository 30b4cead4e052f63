// A client for tests that sends exactly the bytes it is told and reads replies and streams from a loopback
// port.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct ssl_st;

namespace roost::test {

struct HttpAnswer {
    int status = 0;  // 0 = the connection ended before a whole head
    std::string head;
    std::string body;

    // The first header of that name; empty if there is none.
    std::string header(std::string_view name) const;
};

using HeaderList = std::vector<std::pair<std::string, std::string>>;

std::string request_bytes(
    std::string_view method, std::string_view target, const HeaderList& headers, std::string_view body
);

// How to speak TLS: which certificate must be shown, for localhost.
struct ClientTls {
    std::string trusted;     // PEM
    int newest_version = 0;  // as OpenSSL numbers them; 0 = the newest there is
};

class HttpClient {
  public:
    explicit HttpClient(int port, int receive_buffer = 0);
    // Not connected when the handshake fails.
    HttpClient(int port, const ClientTls& tls);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    bool is_connected() const { return fd_ >= 0; }
    void send(std::string_view bytes);
    // Nothing follows; what is answered can still be read.
    void finish_sending() const;
    // One reply with a Content-Length. Waits at most ten seconds.
    HttpAnswer read_answer(bool has_body = true);
    HttpAnswer ask(
        std::string_view method,
        std::string_view target,
        const HeaderList& headers = {},
        std::string_view body = {}
    );
    // Everything up to and with `text`; what was there if ten seconds or the connection end first.
    std::string read_until(std::string_view text);
    // True once the other side has closed and everything was read; false after ten seconds.
    bool reads_to_the_end();
    // All that was received and not yet taken.
    const std::string& received() const { return buffer_; }

  private:
    bool receive_more();
    bool receive();
    void disconnect();

    int fd_ = -1;
    std::unique_ptr<ssl_st, void (*)(ssl_st*)> tls_;
    std::string buffer_;
};

}  // namespace roost::test
