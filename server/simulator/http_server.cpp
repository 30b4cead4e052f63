#include "server/simulator/http_server.h"

#include <sys/socket.h>

#include <array>
#include <chrono>
#include <cstring>
#include <ctime>
#include <thread>

// As in server/http/server.cpp: two meanings of one inline library cannot live in one program.
#define CPPHTTPLIB_USE_POLL
#define CPPHTTPLIB_LISTEN_BACKLOG 1024
#include <httplib.h>

namespace roost::simulator {

namespace {

constexpr std::size_t kWorkers = 64;
constexpr std::size_t kMaxRequest = std::size_t{110} * 1024 * 1024;
constexpr std::size_t kMaxRequestsPerConnection = 1'000'000;

// The connection that the calling worker serves.
thread_local int current_socket = -1;

// Knows the socket of the request under way, so that a reply can be "no reply at all".
class DroppingServer final : public httplib::Server {
  private:
    bool process_and_close_socket(socket_t sock) override {
        current_socket = sock;
        std::string address;
        int port = 0;
        httplib::detail::get_remote_ip_and_port(sock, address, port);
        const bool is_fine = httplib::detail::process_server_socket(
            svr_sock_,
            sock,
            keep_alive_max_count_,
            keep_alive_timeout_sec_,
            read_timeout_sec_,
            read_timeout_usec_,
            write_timeout_sec_,
            write_timeout_usec_,
            [&](httplib::Stream& stream, bool is_last, bool& is_closed) {
                return process_request(stream, address, port, "", 0, is_last, is_closed, nullptr);
            }
        );
        httplib::detail::shutdown_socket(sock);
        httplib::detail::close_socket(sock);
        current_socket = -1;
        return is_fine;
    }
};

Request request_of(const httplib::Request& from) {
    Request request;
    request.method = from.method;
    request.path = from.path;
    for (const auto& [key, value] : from.params)
        request.query.emplace(key, value);
    request.authorization = from.get_header_value("Authorization");
    request.content_type = from.get_header_value("Content-Type");
    request.body = from.body;
    for (const auto& [name, part] : from.files)
        request.parts.push_back({part.name, part.filename, part.content_type, part.content});
    return request;
}

// As Meta says it with every answer: "Sun, 22 Nov 2026 16:18:03 GMT".
std::string http_date() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 64> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

void give(const Reply& reply, httplib::Response& to) {
    if (reply.delay_ms > 0) std::this_thread::sleep_for(std::chrono::milliseconds(reply.delay_ms));
    if (reply.is_dropped) {
        ::shutdown(current_socket, SHUT_RDWR);
        return;
    }
    to.status = reply.status;
    to.set_header("facebook-api-version", "v23.0");
    to.set_header("Date", http_date());
    if (!reply.location.empty()) to.set_header("Location", reply.location);
    to.set_content(reply.body, reply.content_type);
}

}  // namespace

struct HttpServer::Sockets {
    DroppingServer server;
    std::thread thread;
    int port = 0;
};

HttpServer::HttpServer(std::unique_ptr<Sockets> sockets) : sockets_(std::move(sockets)) {}

HttpServer::~HttpServer() {
    stop();
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(int port, Answer answer) {
    auto sockets = std::make_unique<Sockets>();
    httplib::Server& server = sockets->server;
    server.new_task_queue = [] { return new httplib::ThreadPool(kWorkers); };
    server.set_keep_alive_max_count(kMaxRequestsPerConnection);
    server.set_payload_max_length(kMaxRequest);
    server.set_tcp_nodelay(true);
    // The library's own default, SO_REUSEPORT, would let a second simulator share the port unnoticed.
    server.set_socket_options([](socket_t sock) {
        const int yes = 1;
        ::setsockopt(sock, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    const auto give_answer = [answer = std::move(answer)](
                                 const httplib::Request& from, httplib::Response& to
                             ) { give(answer(request_of(from)), to); };
    server.Get(".*", give_answer);
    server.Post(".*", give_answer);
    server.Delete(".*", give_answer);
    const char* address = "127.0.0.1";
    const bool is_bound =
        port == 0 ? (port = server.bind_to_any_port(address)) > 0 : server.bind_to_port(address, port);
    if (!is_bound) {
        return fail(ErrorCode::kUnavailable, "the simulator cannot listen on port " + std::to_string(port));
    }
    sockets->port = port;
    sockets->thread = std::thread([&server] { server.listen_after_bind(); });
    server.wait_until_ready();
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(sockets)));
}

int HttpServer::port() const {
    return sockets_->port;
}

void HttpServer::stop() {
    if (!sockets_->thread.joinable()) return;
    sockets_->server.stop();
    sockets_->thread.join();
}

}  // namespace roost::simulator
