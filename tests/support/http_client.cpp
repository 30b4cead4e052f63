#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "server/http/message.h"

namespace roost::test {

namespace {

constexpr int kPatienceMillis = 10'000;

using TlsContext = std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)>;

TlsContext trusting(const ClientTls& tls) {
    TlsContext context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    BIO* bio = BIO_new_mem_buf(tls.trusted.data(), static_cast<int>(tls.trusted.size()));
    X509* certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context.get()), certificate);
    X509_free(certificate);
    BIO_free(bio);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    if (tls.newest_version != 0) SSL_CTX_set_max_proto_version(context.get(), tls.newest_version);
    return context;
}

}  // namespace

std::string HttpAnswer::header(std::string_view name) const {
    std::string_view rest = head;
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find("\r\n"));
        rest.remove_prefix(std::min(line.size() + 2, rest.size()));
        const auto colon = line.find(": ");
        if (colon != std::string_view::npos && equals_ignoring_case(line.substr(0, colon), name)) {
            return std::string(line.substr(colon + 2));
        }
    }
    return {};
}

std::string request_bytes(
    std::string_view method, std::string_view target, const HeaderList& headers, std::string_view body
) {
    auto bytes = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& [name, value] : headers) {
        bytes += name + ": " + value + "\r\n";
    }
    if (!body.empty() || method == "POST") bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return bytes + "\r\n" + std::string(body);
}

HttpClient::HttpClient(int port, int receive_buffer) : tls_(nullptr, SSL_free) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receive_buffer > 0) {
        setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        fd_ = fd;
    } else {
        ::close(fd);
    }
}

HttpClient::HttpClient(int port, const ClientTls& tls) : HttpClient(port) {
    const auto context = trusting(tls);
    tls_.reset(SSL_new(context.get()));
    SSL_set1_host(tls_.get(), "localhost");
    SSL_set_fd(tls_.get(), fd_);
    if (SSL_connect(tls_.get()) != 1) disconnect();
}

HttpClient::~HttpClient() {
    disconnect();
}

void HttpClient::disconnect() {
    tls_.reset();
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

void HttpClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = tls_ ? SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()))
                                : ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void HttpClient::finish_sending() const {
    ::shutdown(fd_, SHUT_WR);
}

bool HttpClient::receive_more() {
    pollfd waiting{fd_, POLLIN, 0};
    const bool has_some = tls_ && SSL_pending(tls_.get()) > 0;
    return (has_some || ::poll(&waiting, 1, kPatienceMillis) == 1) && receive();
}

bool HttpClient::receive() {
    std::array<char, 65536> bytes{};
    const auto count = tls_ ? SSL_read(tls_.get(), bytes.data(), static_cast<int>(bytes.size()))
                            : ::recv(fd_, bytes.data(), bytes.size(), 0);
    if (count <= 0) return false;
    buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

HttpAnswer HttpClient::read_answer(bool has_body) {
    HttpAnswer answer;
    const auto head = read_until("\r\n\r\n");
    if (!head.ends_with("\r\n\r\n")) return answer;
    answer.head = head;
    std::from_chars(head.data() + 9, head.data() + 12, answer.status);
    const auto length = answer.header("Content-Length");
    std::size_t size = 0;
    std::from_chars(length.data(), length.data() + length.size(), size);
    while (has_body && buffer_.size() < size) {
        if (!receive_more()) return answer;
    }
    if (has_body) {
        answer.body = buffer_.substr(0, size);
        buffer_.erase(0, size);
    }
    return answer;
}

HttpAnswer HttpClient::ask(
    std::string_view method, std::string_view target, const HeaderList& headers, std::string_view body
) {
    send(request_bytes(method, target, headers, body));
    return read_answer(method != "HEAD");
}

std::string HttpClient::read_until(std::string_view text) {
    std::size_t searched = 0;
    while (true) {
        const auto found = buffer_.find(text, searched);
        if (found != std::string::npos) {
            auto taken = buffer_.substr(0, found + text.size());
            buffer_.erase(0, taken.size());
            return taken;
        }
        searched = buffer_.size() < text.size() ? 0 : buffer_.size() - text.size();
        if (!receive_more()) return std::exchange(buffer_, {});
    }
}

bool HttpClient::reads_to_the_end() {
    while (true) {
        pollfd waiting{fd_, POLLIN, 0};
        const bool has_some = tls_ && SSL_pending(tls_.get()) > 0;
        if (!has_some && ::poll(&waiting, 1, kPatienceMillis) != 1) return false;
        if (!receive()) return true;
    }
}

}  // namespace roost::test
