#include "server/commands/demo.h"

#include <arpa/inet.h>
#include <csignal>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "server/data_folder.h"
#include "server/simulator/simulator.h"

namespace roost {

namespace {

constexpr int kSecretBytes = 24;

std::vector<std::string> command_line(const Config& config, DemoSimulator::Options options) {
    std::vector<std::string> arguments = {
        "roost",
        "simulate",
        "--demo",
        "--port",
        std::to_string(options.port),
        "--webhook-url",
        "http://127.0.0.1:" + std::to_string(config.port) + "/webhooks/whatsapp",
        "--phone-number-id",
        config.phone_number_id,
        "--waba-id",
        config.waba_id,
    };
    if (options.send_history) arguments.emplace_back("--history");
    return arguments;
}

// Not as arguments: those everyone on this machine can read.
std::vector<std::string> secrets_as_environment(const Config& config) {
    return {
        "ROOST_APP_SECRET=" + config.app_secret,
        "ROOST_VERIFY_TOKEN=" + config.verify_token,
        "ROOST_ACCESS_TOKEN=" + config.access_token,
    };
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (auto& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

// After a fork of a program with threads: only calls that are safe in a signal handler.
[[noreturn]] void become_simulator(pid_t parent, char* const* arguments, char* const* environment) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) ::_exit(0);  // it ended before we could ask to be told
    ::setpgid(0, 0);                        // Ctrl+C is for the server, which then ends us
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::execve("/proc/self/exe", arguments, environment);
    ::_exit(127);
}

}  // namespace

Status fill_demo_settings(Config& config, int simulator_port) {
    const SimulatorOptions simulator;
    ASSIGN_OR_RETURN(config.app_secret, kept_secret(config.data_folder, "app_secret", kSecretBytes));
    ASSIGN_OR_RETURN(config.verify_token, kept_secret(config.data_folder, "verify_token", kSecretBytes));
    ASSIGN_OR_RETURN(config.access_token, kept_secret(config.data_folder, "access_token", kSecretBytes));
    config.phone_number_id = simulator.phone_number_id;
    config.waba_id = simulator.waba_id;
    config.graph_url = "http://127.0.0.1:" + std::to_string(simulator_port);
    return {};
}

Result<std::string> demo_password(const Config& config) {
    return kept_secret(config.data_folder, "demo_password", 6);
}

Result<int> free_loopback_port() {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool is_bound = ::bind(fd, reinterpret_cast<const sockaddr*>(&address), size) == 0 &&
                          ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    ::close(fd);
    if (!is_bound) return fail(ErrorCode::kUnavailable, "No port of the loopback interface is free.");
    return static_cast<int>(ntohs(address.sin_port));
}

DemoSimulator::~DemoSimulator() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGTERM);
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

Status DemoSimulator::start(const Config& config, Options options) {
    auto arguments = command_line(config, options);
    auto environment = secrets_as_environment(config);
    const auto argument_pointers = pointers_to(arguments);
    const auto environment_pointers = pointers_to(environment);
    const auto parent = ::getpid();
    pid_ = ::fork();
    if (pid_ == 0) become_simulator(parent, argument_pointers.data(), environment_pointers.data());
    if (pid_ < 0) return fail(ErrorCode::kUnavailable, "The simulator's process cannot be started.");
    return {};
}

}  // namespace roost
