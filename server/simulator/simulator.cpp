#include "server/simulator/simulator.h"

#include <sys/prctl.h>

#include <csignal>
#include <iostream>

#include "server/simulator/control.h"
#include "server/simulator/demo.h"
#include "server/simulator/http_server.h"

namespace roost {

namespace {

using simulator::Reply;
using simulator::Request;

simulator::BusinessNumber number_of(const SimulatorOptions& options) {
    return {options.waba_id, options.phone_number_id, options.display_phone_number};
}

std::uint64_t seed_of(const SimulatorOptions& options) {
    return options.seed != 0 ? options.seed : static_cast<std::uint64_t>(simulator::wall_clock());
}

class RunningSimulator final : public Simulator {
  public:
    explicit RunningSimulator(const SimulatorOptions& options)
        : shared_(number_of(options), options.access_token, seed_of(options)),
          delivery_(
              {number_of(options),
               options.webhook_url,
               options.app_secret,
               options.verify_token,
               seed_of(options)}
          ),
          graph_(shared_, delivery_),
          control_(shared_, delivery_, options.app_secret),
          demo_(shared_, delivery_, seed_of(options)) {
        shared_.account.token.app_secret = options.app_secret;
    }

    ~RunningSimulator() override { stop(); }

    Status listen(const SimulatorOptions& options) {
        if (options.is_demo) {
            demo_.prepare();
            graph_.set_listener([this](const auto& message, int read_after_ms) {
                demo_.answer(message, read_after_ms);
            });
        }
        const auto answer = [this](const Request& request) {
            return request.path.starts_with(simulator::kControlPrefix) ? control_.answer(request)
                                                                       : graph_.answer(request);
        };
        ASSIGN_OR_RETURN(http_, simulator::HttpServer::start(options.port, answer));
        const std::string base_url = "http://127.0.0.1:" + std::to_string(http_->port());
        graph_.set_base_url(base_url);
        control_.set_base_url(base_url);
        demo_.set_base_url(base_url);
        delivery_.start();
        if (options.is_demo) demo_.start(options.send_history);
        return {};
    }

    int port() const override { return http_->port(); }

    void wait() override {
        std::unique_lock lock(mutex_);
        stopped_.wait(lock, [this] { return is_stopped_; });
    }

    void stop() override {
        delivery_.stop();  // first: whoever waits for a delivery stops waiting
        demo_.stop();
        if (http_) http_->stop();
        const std::lock_guard lock(mutex_);
        is_stopped_ = true;
        stopped_.notify_all();
    }

  private:
    simulator::SharedAccount shared_;
    simulator::Delivery delivery_;
    simulator::Graph graph_;
    simulator::Control control_;
    simulator::Demo demo_;
    std::unique_ptr<simulator::HttpServer> http_;
    std::mutex mutex_;
    std::condition_variable stopped_;
    bool is_stopped_ = false;
};

}  // namespace

Result<std::unique_ptr<Simulator>> Simulator::start(const SimulatorOptions& options) {
    auto running = std::make_unique<RunningSimulator>(options);
    RETURN_IF_ERROR(running->listen(options));
    return std::unique_ptr<Simulator>(std::move(running));
}

int run_simulator(const SimulatorOptions& options) {
    // Blocked before any thread starts, so that only sigwait() below takes them.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    if (options.dies_with_parent) prctl(PR_SET_PDEATHSIG, SIGTERM);
    auto running = Simulator::start(options);
    if (!running) {
        std::cerr << "roost simulate: " << running.error().message << "\n";
        return 1;
    }
    std::cout << "simulator listening on http://127.0.0.1:" << (*running)->port() << "\n" << std::flush;
    int signal = 0;
    sigwait(&signals, &signal);
    (*running)->stop();
    return 0;
}

}  // namespace roost
