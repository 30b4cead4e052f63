#include "server/commands/commands.h"

#include <iostream>

#include "server/config.h"

namespace roost {

int report_failure(const Error& error) {
    std::cerr << "roost: " << error.message << "\n";
    return 1;
}

namespace {

int print_help() {
    std::cout << "Roost, a team inbox for WhatsApp Business.\n\n"
                 "  roost serve [settings]       run the server until Ctrl+C\n"
                 "  roost serve --demo           the same with made-up customers, without Meta\n"
                 "  roost agent add --email ADDRESS [--name NAME] [--role ROLE] [--data FOLDER]\n"
                 "                               ROLE is admin, supervisor, agent or viewer; asks for the "
                 "password\n"
                 "  roost agent two-factor-off --email ADDRESS [--data FOLDER]\n"
                 "                               for who has lost authenticator and recovery codes\n"
                 "  roost doctor [settings]      say what is wrong, and how to repair it; --help lists\n"
                 "                               what else it does\n"
                 "  roost backup --to FILE [--without-media] [--data FOLDER]\n"
                 "                               the inbox in one file, also while it is in use; keys and "
                 "tokens are "
                 "not in it\n"
                 "  roost restore --from FILE --data FOLDER\n"
                 "                               into a folder that holds no inbox\n"
                 "  roost verify [--data FOLDER] read everything and say what is damaged or missing\n"
                 "  roost rotate-key [--data FOLDER]\n"
                 "                               seal the tokens in the database with a new key; the server "
                 "is\n"
                 "                               stopped meanwhile\n"
                 "  roost simulate [--port N] [--webhook-url URL] [--demo]\n"
                 "                               play Meta's Graph API on this machine\n"
                 "  roost --version\n\n"
                 "Settings: flags win over the environment, that over roost.toml.\n"
              << settings_help();
    return 0;
}

}  // namespace

int run_command(const Arguments& arguments, const std::function<int(const Arguments&)>& serve) {
    const auto command = arguments.empty() ? std::string("--help") : arguments.front();
    const Arguments rest(arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end());
    if (command == "serve") return serve(rest);
    if (command == "doctor") return doctor_command(rest);
    if (command == "backup") return backup_command(rest);
    if (command == "restore") return restore_command(rest);
    if (command == "verify") return verify_command(rest);
    if (command == "rotate-key") return rotate_key_command(rest);
    if (command == "simulate") return simulate(rest);
    if (command == "agent" && !rest.empty() && rest.front() == "add") {
        return add_agent_command(Arguments(rest.begin() + 1, rest.end()));
    }
    if (command == "agent" && !rest.empty() && rest.front() == "two-factor-off") {
        return two_factor_off_command(Arguments(rest.begin() + 1, rest.end()));
    }
    if (command == "--version") {
        std::cout << "roost " ROOST_VERSION "\n";
        return 0;
    }
    if (command == "--help" || command == "-h" || command == "help") return print_help();
    return report_failure({ErrorCode::kInvalid, "There is no such command; see roost --help."});
}

}  // namespace roost
