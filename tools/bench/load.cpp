#include "tools/bench/load.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <string_view>

#include "tools/bench/sockets.h"

namespace roost::bench {

namespace {

struct Connection {
    Descriptor socket;
    std::string answer;
    std::size_t request = 0;
    Moment started;
};

// The length of one whole answer at the start of `bytes`, or 0 while it is incomplete.
std::size_t answer_length(std::string_view bytes) {
    const std::size_t head_end = bytes.find("\r\n\r\n");
    if (head_end == std::string_view::npos) {
        return 0;
    }
    std::size_t body = 0;
    for (const std::string_view name : {"Content-Length: ", "content-length: "}) {
        const std::size_t place = bytes.substr(0, head_end).find(name);
        if (place != std::string_view::npos) {
            body = std::stoul(std::string(bytes.substr(place + name.size(), 12)));
        }
    }
    const std::size_t whole = head_end + 4 + body;
    return bytes.size() >= whole ? whole : 0;
}

class Generator {
  public:
    Generator(const LoadPlan& plan, const std::vector<std::string>& requests)
        : plan_(plan), requests_(requests), poll_(epoll_create1(EPOLL_CLOEXEC)) {}

    LoadResult run() {
        open_connections();
        const Moment start = now();
        deadline_ = start + std::chrono::microseconds(static_cast<long long>(plan_.seconds * 1e6));
        for (Connection& connection : connections_) {
            start_next(connection);
        }
        std::array<epoll_event, 64> ready{};
        while (in_flight_ > 0) {
            const int count = epoll_wait(poll_.number(), ready.data(), static_cast<int>(ready.size()), 5000);
            if (count <= 0 && errno != EINTR) {
                result_.broken += in_flight_;
                break;
            }
            for (int i = 0; i < count; ++i) {
                read_answer(connections_[ready[static_cast<std::size_t>(i)].data.u32]);
            }
        }
        result_.seconds = millis_between(start, now()) / 1000;
        return std::move(result_);
    }

  private:
    void open_connections() {
        connections_.resize(static_cast<std::size_t>(plan_.connections));
        for (std::size_t i = 0; i < connections_.size(); ++i) {
            connections_[i].socket = connect_to(plan_.port);
            epoll_event interest{};
            interest.events = EPOLLIN;
            interest.data.u32 = static_cast<std::uint32_t>(i);
            epoll_ctl(poll_.number(), EPOLL_CTL_ADD, connections_[i].socket.number(), &interest);
        }
    }

    void start_next(Connection& connection) {
        if (next_ >= requests_.size() || now() >= deadline_) {
            return;
        }
        connection.request = next_++;
        connection.answer.clear();
        connection.started = now();
        if (send_all(connection.socket, requests_[connection.request])) {
            ++in_flight_;
        } else {
            ++result_.broken;
        }
    }

    void read_answer(Connection& connection) {
        std::array<char, 8192> bytes;
        const ssize_t size = recv(connection.socket.number(), bytes.data(), bytes.size(), 0);
        if (size <= 0) {
            ++result_.broken;
            --in_flight_;
            connection.socket = Descriptor();
            return;
        }
        connection.answer.append(bytes.data(), static_cast<std::size_t>(size));
        if (answer_length(connection.answer) == 0) {
            return;
        }
        --in_flight_;
        note(connection);
        start_next(connection);
    }

    void note(const Connection& connection) {
        if (connection.answer.starts_with("HTTP/1.1 200")) {
            result_.latencies.push_back(millis_between(connection.started, now()));
            result_.accepted.push_back(connection.request);
        } else {
            ++result_.refused;
        }
    }

    const LoadPlan& plan_;
    const std::vector<std::string>& requests_;
    Descriptor poll_;
    std::vector<Connection> connections_;
    Moment deadline_;
    std::size_t next_ = 0;
    std::size_t in_flight_ = 0;
    LoadResult result_;
};

}  // namespace

LoadResult run_load(const LoadPlan& plan, const std::vector<std::string>& requests) {
    return Generator(plan, requests).run();
}

}  // namespace roost::bench
