// `roost agent add`: the password comes from the terminal without echo, or from standard input.
#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "server/app/clock.h"
#include "server/app/connected_numbers.h"
#include "server/app/gate.h"
#include "server/app/people.h"
#include "server/commands/commands.h"
#include "server/commands/flags.h"
#include "server/config.h"
#include "server/data_folder.h"
#include "server/password_list.h"
#include "server/store/open_store.h"
#include "server/store/store.h"

namespace roost {

namespace {

std::string read_password() {
    const bool is_terminal = ::isatty(STDIN_FILENO) != 0;
    termios before{};
    if (is_terminal) {
        std::cerr << "Password: " << std::flush;
        ::tcgetattr(STDIN_FILENO, &before);
        auto silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    std::string password;
    std::getline(std::cin, password);
    if (is_terminal) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        std::cerr << "\n";
    }
    if (password.ends_with('\r')) password.pop_back();
    return password;
}

Result<AgentId> add_from(const Flags& flags) {
    const auto email = flags.text("email", "");
    if (email.empty()) return fail(ErrorCode::kInvalid, "Say whom to add: --email ana@example.org");
    const auto role = parse_role(flags.text("role", "agent"));
    if (!role) {
        return fail(ErrorCode::kInvalid, "--role is one of admin, supervisor, agent and viewer.");
    }
    Config config;
    config.data_folder = flags.text("data", config.data_folder);
    RETURN_IF_ERROR(make_data_folder(config.data_folder));
    ASSIGN_OR_RETURN(const auto store, open_store(config.data_folder));
    SystemClock clock;
    Gate gate;
    ConnectedNumbers numbers(config);
    gate.common_passwords = load_password_list(config.password_list).passwords;
    return add_agent(
        Deps{*store, clock, config, gate, numbers},
        email,
        flags.text("name", email.substr(0, email.find('@'))),
        *role,
        read_password()
    );
}

}  // namespace

int add_agent_command(const Arguments& arguments) {
    const auto flags = Flags::parse(arguments, {"email", "name", "role", "data"}, {});
    if (!flags) return report_failure(flags.error());
    const auto added = add_from(*flags);
    if (!added) return report_failure(added.error());
    std::cout << "Added " << flags->text("email", "") << ".\n";
    return 0;
}

}  // namespace roost
