// `roost agent two-factor-off`: for the only administrator, who has lost authenticator and recovery codes.
// Also while the server runs.
#include <iostream>

#include "server/app/clock.h"
#include "server/app/connected_numbers.h"
#include "server/app/gate.h"
#include "server/app/two_factor.h"
#include "server/commands/commands.h"
#include "server/commands/flags.h"
#include "server/config.h"
#include "server/store/open_store.h"
#include "server/store/store.h"

namespace roost {

namespace {

Status switch_off(const Flags& flags) {
    const auto email = flags.text("email", "");
    if (email.empty()) return fail(ErrorCode::kInvalid, "Say whose: --email ana@example.org");
    Config config;
    config.data_folder = flags.text("data", config.data_folder);
    ASSIGN_OR_RETURN(const auto store, open_store(config.data_folder));
    ASSIGN_OR_RETURN(const auto agent, store->people().find_agent(email));
    if (!agent) return fail(ErrorCode::kNotFound, "There is no agent with this e-mail address.");
    SystemClock clock;
    Gate gate;
    ConnectedNumbers numbers(config);
    return end_two_factor_of(Deps{*store, clock, config, gate, numbers}, {}, agent->id);
}

}  // namespace

int two_factor_off_command(const Arguments& arguments) {
    const auto flags = Flags::parse(arguments, {"email", "data"}, {});
    if (!flags) return report_failure(flags.error());
    const auto done = switch_off(*flags);
    if (!done) return report_failure(done.error());
    std::cout << "Two-step sign-in is off for " << flags->text("email", "") << ".\n";
    return 0;
}

}  // namespace roost
