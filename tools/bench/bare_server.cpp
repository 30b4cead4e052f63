#include "tools/bench/bare_server.h"

// Thirty-two connections at once overflow the default queue of five, and the last ones are reset.
#define CPPHTTPLIB_LISTEN_BACKLOG 1024
#include <httplib.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <vector>

#include "tools/bench/figures.h"

namespace roost::bench {

namespace {

constexpr std::string_view kStreamHead =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

[[noreturn]] void serve_bare(int workers, const Descriptor& report) {
    httplib::Server server;
    server.new_task_queue = [workers] { return new httplib::ThreadPool(static_cast<std::size_t>(workers)); };
    server.set_keep_alive_max_count(1'000'000'000);
    server.set_tcp_nodelay(true);
    server.Post(".*", [](const httplib::Request&, httplib::Response& response) { response.status = 200; });
    const int port = server.bind_to_any_port("127.0.0.1");
    if (write(report.number(), &port, sizeof port) == sizeof port) {
        server.listen_after_bind();
    }
    _exit(0);
}

// Accepts until there is something to send; true = send now, false = the parent is gone.
bool accept_until_asked(
    const Descriptor& listener, const Descriptor& control, std::vector<Descriptor>& streams
) {
    while (true) {
        std::array<pollfd, 2> waits{{{control.number(), POLLIN, 0}, {listener.number(), POLLIN, 0}}};
        poll(waits.data(), waits.size(), -1);
        if (waits[0].revents != 0) {
            char ignored = 0;
            return read(control.number(), &ignored, 1) == 1;
        }
        Descriptor stream(accept(listener.number(), nullptr, nullptr));
        if (stream) {
            send_at_once(stream);
            send_all(stream, kStreamHead);
            streams.push_back(std::move(stream));
        }
    }
}

[[noreturn]] void send_bare(const Descriptor& listener, const Descriptor& control, const std::string& event) {
    raise_open_files();
    std::vector<Descriptor> streams;
    while (accept_until_asked(listener, control, streams)) {
        for (const Descriptor& stream : streams) {
            send_all(stream, event);
        }
    }
    _exit(0);
}

}  // namespace

Child::~Child() {
    if (pid_ > 0) {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
}

Child start_bare_server(int workers) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) {
        return {};
    }
    Descriptor reading(ends[0]);
    Descriptor writing(ends[1]);
    const pid_t pid = fork();
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        serve_bare(workers, writing);
    }
    int port = 0;
    if (read(reading.number(), &port, sizeof port) != sizeof port) {
        port = 0;
    }
    return {pid, port, std::move(reading)};
}

Child start_bare_sender(const std::string& event) {
    std::array<int, 2> ends{};
    auto [listener, port] = listen_anywhere();
    if (pipe(ends.data()) != 0) {
        return {};
    }
    Descriptor reading(ends[0]);
    Descriptor writing(ends[1]);
    const pid_t pid = fork();
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        writing = Descriptor();
        send_bare(listener, reading, event);
    }
    return {pid, port, std::move(writing)};
}

}  // namespace roost::bench
