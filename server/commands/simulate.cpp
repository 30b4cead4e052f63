#include <cstdlib>

#include "server/commands/commands.h"
#include "server/commands/flags.h"
#include "server/simulator/simulator.h"

namespace roost {

namespace {

// The demo passes its secrets by the environment; a person may name them on the command line, since they are
// nobody's real ones.
std::string secret(const Flags& flags, std::string_view flag, const char* variable) {
    const char* value = std::getenv(variable);
    return flags.text(flag, value ? value : "");
}

}  // namespace

int simulate(const Arguments& arguments) {
    const auto flags = Flags::parse(
        arguments,
        {"port", "webhook-url", "app-secret", "verify-token", "access-token", "phone-number-id", "waba-id"},
        {"demo", "history"}
    );
    if (!flags) return report_failure(flags.error());
    SimulatorOptions options;
    const auto port = flags->port("port", options.port);
    if (!port) return report_failure(port.error());
    options.port = *port;
    options.webhook_url = flags->text("webhook-url", "");
    options.app_secret = secret(*flags, "app-secret", "ROOST_APP_SECRET");
    options.verify_token = secret(*flags, "verify-token", "ROOST_VERIFY_TOKEN");
    options.access_token = secret(*flags, "access-token", "ROOST_ACCESS_TOKEN");
    options.phone_number_id = flags->text("phone-number-id", options.phone_number_id);
    options.waba_id = flags->text("waba-id", options.waba_id);
    options.is_demo = flags->has("demo");
    options.send_history = flags->has("history");
    return run_simulator(options);
}

}  // namespace roost
