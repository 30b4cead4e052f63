// Meta's side of the Cloud API as a program: Graph API, signed webhooks, customers, and a control API under
// /_control/ that tests speak to. See README.md.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "shared/base/result.h"

namespace roost {

struct SimulatorOptions {
    int port = 8090;          // 0 = any free one
    std::string webhook_url;  // empty: no webhook is sent
    std::string app_secret;
    std::string verify_token;  // empty: webhooks are sent without asking for the verification first
    std::string access_token;  // empty: every bearer token is good
    std::string phone_number_id = "106540352242922";
    std::string waba_id = "102290129340398";
    std::string display_phone_number = "15550783881";  // digits
    bool is_demo = false;                              // a dozen customers who write and answer
    bool send_history = false;      // demo: their past of some weeks first; for an empty database only
    bool dies_with_parent = false;  // run_simulator ends when the process that started it ends
    std::uint64_t seed = 0;         // 0: ids differ at every start
};

// A running simulator with threads of its own. Any thread may call it.
class Simulator {
  public:
    // kUnavailable if the port is taken. Listens on 127.0.0.1 only.
    static Result<std::unique_ptr<Simulator>> start(const SimulatorOptions& options);

    Simulator(const Simulator&) = delete;
    Simulator& operator=(const Simulator&) = delete;
    virtual ~Simulator() = default;  // stops and waits for its threads

    virtual int port() const = 0;
    // Returns after stop() was called.
    virtual void wait() = 0;
    virtual void stop() = 0;

  protected:
    Simulator() = default;
};

// Runs until SIGTERM or SIGINT. The exit code of the program; says on standard error why it could not start.
int run_simulator(const SimulatorOptions& options);

}  // namespace roost
