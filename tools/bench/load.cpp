#include "tools/bench/load.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <string_view>

#include "tools/bench/sockets.h"

namespace roost::bench {

namespace {

constexpr timespec kPatience{5, 0};

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
        start_ = start;
        for (Connection& connection : connections_)
            idle_.push_back(&connection);
        start_due();
        std::array<epoll_event, 64> ready{};
        while (in_flight_ > 0 || has_more()) {
            const bool has_next = has_more();
            const timespec wait = has_next ? time_to_next() : kPatience;
            const int room = static_cast<int>(ready.size());
            const int count = epoll_pwait2(poll_.number(), ready.data(), room, &wait, nullptr);
            if (count == 0 && !has_next) {
                result_.broken += in_flight_;
                break;
            }
            for (int i = 0; i < count; ++i) {
                read_answer(connections_[ready[static_cast<std::size_t>(i)].data.u32]);
            }
            start_due();
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

    bool has_more() const { return next_ < requests_.size() && now() < deadline_ && !idle_.empty(); }

    Moment due(std::size_t request) const {
        const double after = plan_.per_second > 0 ? static_cast<double>(request) / plan_.per_second : 0;
        return start_ + std::chrono::microseconds(static_cast<long long>(after * 1e6));
    }

    // To the microsecond: in whole milliseconds a thousand a second would be waited for by asking all the
    // time, on the very processors that are measured.
    timespec time_to_next() const {
        const auto micros = static_cast<long>(1000 * std::max(0.0, millis_between(now(), due(next_))));
        return {micros / 1'000'000, micros % 1'000'000 * 1000};
    }

    void start_due() {
        while (has_more() && due(next_) <= now()) {
            Connection& connection = *idle_.back();
            idle_.pop_back();
            start_next(connection);
        }
    }

    void start_next(Connection& connection) {
        connection.request = next_++;
        connection.answer.clear();
        connection.started = plan_.per_second > 0 ? due(connection.request) : now();
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
        idle_.push_back(&connection);
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
    std::vector<Connection*> idle_;
    Moment start_;
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
