#include "server/http/server.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <exception>
#include <random>
#include <thread>

#include "server/http/connection.h"
#include "server/http/reply.h"

// select() cannot watch descriptors over 1,023, and streams alone take more.
#define CPPHTTPLIB_USE_POLL
#define CPPHTTPLIB_LISTEN_BACKLOG 1024
#include <httplib.h>

namespace roost {

namespace {

// The head of one request as the library wants to read it, and where its reply is collected.
class MemoryStream final : public httplib::Stream {
  public:
    explicit MemoryStream(Exchange& exchange) : exchange_(exchange), unread_(exchange.head) {}

    bool is_readable() const override { return !unread_.empty(); }
    bool is_writable() const override { return true; }
    ssize_t read(char* to, size_t size) override {
        const auto count = std::min(size, unread_.size());
        std::memcpy(to, unread_.data(), count);
        unread_.remove_prefix(count);
        return static_cast<ssize_t>(count);
    }
    ssize_t write(const char* from, size_t size) override {
        exchange_.out.append(from, size);
        return static_cast<ssize_t>(size);
    }
    void get_remote_ip_and_port(std::string& ip, int& port) const override {
        ip = exchange_.remote_addr;
        port = exchange_.remote_port;
    }
    void get_local_ip_and_port(std::string& ip, int& port) const override {
        ip.clear();
        port = 0;
    }
    socket_t socket() const override { return INVALID_SOCKET; }

  private:
    Exchange& exchange_;
    std::string_view unread_;
};

// The library's accept loop believes it feeds a thread pool; adopting a socket is quick, so it is done at
// once.
class AcceptInline final : public httplib::TaskQueue {
  public:
    bool enqueue(std::function<void()> adopt) override {
        adopt();
        return true;
    }
    void shutdown() override {}
};

// The library hands its callbacks no context of ours. Set for the length of one request.
struct CurrentExchange {
    Exchange* exchange = nullptr;
    bool is_answered = false;
    bool has_file = false;
};
thread_local CurrentExchange current;

// The library loses the order of two, and with it which of them the proxy wrote: then neither is believed.
std::string forwarded_for(const httplib::Request& request) {
    constexpr const char* kName = "X-Forwarded-For";
    return request.get_header_value_count(kName) == 1 ? request.get_header_value(kName) : "";
}

bool is_reading(std::string_view method) {
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

// What comes by another name than ours, or from another page, is let down at the door.
std::optional<Reply> refusal_of(const Entrance& entrance, const Request& request) {
    const auto host = request.header("Host").value_or("");
    if (!is_known_host(entrance, host)) {
        return problem_reply(
            421,
            "unknown_host",
            "Roost is not known by this name: set public_url to the address that browsers use."
        );
    }
    const auto origin = request.header("Origin").value_or("");
    // This one is for pages of sites, and asks by itself whose page it is.
    const bool is_asked_there = request.path == "/api/v1/widget/session";
    if (is_asked_there || is_reading(request.method) || is_own_origin(entrance, origin, host))
        return std::nullopt;
    return problem_reply(403, "forbidden", "Another page may not change anything here.");
}

Request request_from(const httplib::Request& from, const Exchange& exchange, std::string_view client) {
    Request request;
    request.method = from.method;
    request.path = from.path;
    const auto mark = from.target.find('?');
    if (mark != std::string::npos) request.query = std::string_view(from.target).substr(mark + 1);
    request.body = exchange.body;
    request.remote_addr = client;
    request.headers.reserve(from.headers.size());
    for (const auto& [name, value] : from.headers) {
        request.headers.emplace_back(name, value);
    }
    return request;
}

std::string_view known_method(std::string_view method) {
    constexpr std::array<std::string_view, 7> kKnown{
        "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    const auto* const found = std::find(kKnown.begin(), kKnown.end(), method);
    return found == kKnown.end() ? "other" : *found;
}

Reply answer_stage(const Router& router, Request& request, Exchange& exchange) {
    if (exchange.stage == Stage::kWhole) return router.answer(request);
    if (exchange.stage == Stage::kEnds) return exchange.upload->finish();
    auto opened = router.open_body(request);
    if (!opened) return std::move(opened.error());
    exchange.upload = *std::move(opened);
    return {};
}

Reply answer_without_exceptions(const Router& router, Request& request, Exchange& exchange) {
    try {
        return answer_stage(router, request, exchange);
    } catch (const std::exception&) {
        return problem_reply(500, "internal", "Something went wrong in Roost. It was not your request.");
    }
}

void allow_restart_but_no_sharing(socket_t fd) {
    const int on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
}

}  // namespace

class HttpServer::Library final : public httplib::Server {
  public:
    Library(const Router& router, ServerOptions options)
        : router_(router),
          options_(std::move(options)),
          connections_(
              options_.limits,
              [this](std::string_view method, std::string_view target) {
                  const auto path = target.substr(0, target.find('?'));
                  return BodyRule{router_.body_limit(method, path), router_.is_upload(method, path)};
              },
              [this](Exchange& exchange) { respond(exchange); },
              options_.tls
          ) {
        new_task_queue = [] { return new AcceptInline; };
        set_tcp_nodelay(true);
        set_socket_options(allow_restart_but_no_sharing);
        set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
            answer(request, response);
            return HandlerResponse::Handled;
        });
        set_post_routing_handler([this](const httplib::Request&, httplib::Response& response) {
            if (options_.entrance.is_secure)
                response.set_header("Strict-Transport-Security", "max-age=31536000");
            finish_headers(response);
        });
    }

    ~Library() override { shut_down(); }

    Status begin() {
        bool is_bound = false;
        if (options_.port == 0) {
            port_ = bind_to_any_port(options_.bind);
            is_bound = port_ > 0;
        } else {
            port_ = options_.port;
            is_bound = bind_to_port(options_.bind, options_.port);
        }
        if (!is_bound) {
            return fail(
                ErrorCode::kUnavailable,
                "Roost cannot listen on " + options_.bind + " port " + std::to_string(options_.port) +
                    ": it is taken by another program or not an address of this machine. Choose another with "
                    "--port or --bind."
            );
        }
        connections_.start(options_.workers);
        accepting_ = std::thread([this] { listen_after_bind(); });
        wait_until_ready();
        return {};
    }

    void shut_down() {
        if (accepting_.joinable()) {
            httplib::Server::stop();
            accepting_.join();
        }
        connections_.stop();
    }

    int port() const { return port_; }
    std::size_t connection_count() const { return connections_.count(); }

  private:
    bool process_and_close_socket(socket_t fd) override {
        connections_.adopt(fd);
        return true;
    }

    void respond(Exchange& exchange) {
        current = CurrentExchange{&exchange, false, false};
        MemoryStream stream(exchange);
        bool wants_close = false;
        process_request(
            stream, exchange.remote_addr, exchange.remote_port, {}, 0, false, wants_close, forget_ranges
        );
        // A head that the library refused itself says nothing sure about where the next request begins.
        exchange.must_close = exchange.must_close || wants_close || !current.is_answered;
        current = {};
    }

    // The library would cut replies by itself.
    static void forget_ranges(httplib::Request& request) { request.ranges.clear(); }

    void answer(const httplib::Request& from, httplib::Response& to) {
        current.is_answered = true;
        auto& exchange = *current.exchange;
        const auto begun = steady_now();
        const auto& entrance = options_.entrance;
        const auto client = client_address(entrance, exchange.remote_addr, forwarded_for(from));
        auto request = request_from(from, exchange, client);
        auto refusal = exchange.stage == Stage::kEnds ? std::nullopt : refusal_of(entrance, request);
        auto reply = refusal ? *std::move(refusal) : answer_without_exceptions(router_, request, exchange);
        const auto id = next_request_id();
        to.set_header("X-Request-Id", id);
        if (options_.report) {
            const auto took = steady_now() - begun;
            options_.report({id, known_method(request.method), request.pattern, reply.status, took});
        }
        to.status = reply.status;
        to.body = std::move(reply.body);
        if (!reply.content_type.empty()) to.set_header("Content-Type", reply.content_type);
        for (const auto& [name, value] : reply.headers) {
            to.set_header(name, value);
        }
        if (reply.file) {
            current.has_file = true;
            to.set_header("Content-Length", std::to_string(reply.file->length));
            to.set_header("Accept-Ranges", "bytes");
        }
        if (request.method == "HEAD") return;
        exchange.take_over = std::move(reply.take_over);
        exchange.file = std::move(reply.file);
    }

    static void finish_headers(httplib::Response& response) {
        response.headers.erase("Keep-Alive");
        if (!current.has_file) response.headers.erase("Accept-Ranges");
        response.set_header("X-Content-Type-Options", "nosniff");
        if (current.exchange->take_over) {
            response.headers.erase("Content-Length");
            response.set_header("Connection", "close");
        }
    }

    // Sixteen digits that no other request of this start has, and hardly one of another.
    std::string next_request_id() {
        constexpr std::uint64_t kStep = 0x9e3779b97f4a7c15;
        std::array<char, 17> text{};
        std::snprintf(
            text.data(), text.size(), "%016" PRIx64, request_id_.fetch_add(kStep, std::memory_order_relaxed)
        );
        return text.data();
    }

    std::atomic<std::uint64_t> request_id_{
        std::uint64_t{std::random_device()()} << 32U | std::random_device()()};
    const Router& router_;
    const ServerOptions options_;
    int port_ = 0;
    Connections connections_;
    std::thread accepting_;
};

HttpServer::HttpServer(const Router& router, ServerOptions options)
    : library_(std::make_unique<Library>(router, std::move(options))) {}

HttpServer::~HttpServer() = default;

Status HttpServer::start() {
    return library_->begin();
}

void HttpServer::stop() {
    library_->shut_down();
}

int HttpServer::port() const {
    return library_->port();
}

std::size_t HttpServer::connection_count() const {
    return library_->connection_count();
}

}  // namespace roost
