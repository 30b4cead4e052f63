// `roost serve --demo`: an inbox that lives without Meta. The simulator runs as a process of its own, as Meta
// would.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

#include "server/config.h"
#include "shared/base/result.h"

namespace roost {

inline constexpr std::string_view kDemoEmail = "demo@roost.example";

// Secrets and numbers of the demo, kept in its data folder so that a restart finds the same.
Status fill_demo_settings(Config& config, int simulator_port);

// The sign-in of the demo, the same at every start of one data folder.
Result<std::string> demo_password(const Config& config);

// A port of the loopback that was free a moment ago.
Result<int> free_loopback_port();

// The simulator's process. It ends with this object, and with this process however that ends.
class DemoSimulator {
  public:
    struct Options {
        int port = 0;
        bool send_history = false;
    };
    DemoSimulator() = default;
    ~DemoSimulator();  // ends it and waits
    DemoSimulator(const DemoSimulator&) = delete;
    DemoSimulator& operator=(const DemoSimulator&) = delete;

    // From the thread that lives as long as the process: the kernel ends the simulator with it.
    Status start(const Config& config, Options options);

  private:
    pid_t pid_ = -1;
};

}  // namespace roost
