// `roost doctor`: everything between this installation and an answered customer, looked at once.
#include "server/commands/doctor.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <optional>
#include <utility>

#include "server/app/clock.h"
#include "server/commands/doctor_actions.h"
#include "server/config_sources.h"
#include "server/doctor/judge.h"
#include "server/store/store_file.h"

namespace roost {

namespace {

constexpr int kMostConversations = 20;

constexpr std::string_view kHelp =
    "roost doctor [settings]   looks at everything between this installation and an answered customer and "
    "says\n"
    "                          what is wrong and how to repair it; also while the server runs. It changes "
    "nothing\n"
    "                          without one of the flags that say so, and shows no secret.\n\n"
    "  --json                  the same as one JSON object\n"
    "  --number ID             look at the number with this phone-number id, where several are connected\n"
    "  --conversations         also the newest 20 conversations, without what was written\n"
    "  --send-test NUMBER      send the template hello_world to this number, or a text if its 24-hour window "
    "is\n"
    "                          open; asks first, and stores nothing\n"
    "  --test-conversation     let a made-up customer called \"Roost test\" write, to see that the inbox "
    "works;\n"
    "                          asks first, and needs the server to be stopped\n"
    "  --yes                   do it without asking\n\n"
    "The exit code is 0 if nothing is wrong. The settings are those of roost serve: roost --help.\n";

struct DoctorOptions {
    bool is_json = false;
    bool lists_conversations = false;
    bool makes_test_conversation = false;
    bool is_confirmed = false;
    bool wants_help = false;
    std::optional<std::string> send_test_to;  // digits
    std::string number;                       // to look at; empty = the first
    Arguments settings;                       // what is none of these
};

bool* switch_of(DoctorOptions& options, std::string_view flag) {
    if (flag == "--json") return &options.is_json;
    if (flag == "--conversations") return &options.lists_conversations;
    if (flag == "--test-conversation") return &options.makes_test_conversation;
    if (flag == "--yes") return &options.is_confirmed;
    if (flag == "--help" || flag == "-h") return &options.wants_help;
    return nullptr;
}

// The value of "--flag VALUE" or "--flag=VALUE"; absent if `arguments[at]` is another flag. Moves `at` on.
std::optional<std::string> value_of(const Arguments& arguments, std::size_t& at, std::string_view flag) {
    const auto& argument = arguments[at];
    if (argument.starts_with(std::string(flag) + "=")) return argument.substr(flag.size() + 1);
    if (argument != flag) return std::nullopt;
    return at + 1 == arguments.size() ? "" : arguments[++at];
}

Result<DoctorOptions> parse_options(const Arguments& arguments) {
    DoctorOptions options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (auto* chosen = switch_of(options, arguments[i])) {
            *chosen = true;
        } else if (const auto to = value_of(arguments, i, "--send-test")) {
            ASSIGN_OR_RETURN(options.send_test_to, read_number(*to));
        } else if (auto number = value_of(arguments, i, "--number")) {
            options.number = *std::move(number);
        } else {
            options.settings.push_back(arguments[i]);
        }
    }
    return options;
}

// What is said before anything leaves this machine or is written.
bool is_agreed(const DoctorOptions& options, const DoctorStage& stage, const std::string& warning) {
    stage.err << warning << "\n";
    if (options.is_confirmed) return true;
    stage.err << "Type yes to go on: " << std::flush;
    std::string answer;
    std::getline(stage.in, answer);
    return answer == "yes";
}

ActionOutcome not_done(std::string sentence) {
    ActionOutcome outcome{false, std::move(sentence)};
    outcome.json = {{"is_done", false}, {"sentence", outcome.sentence}};
    return outcome;
}

// Why nothing can be sent or made; empty = it can.
std::string obstacle(const doctor::Observations& seen) {
    if (seen.settings.is_demo) return "The demo has customers of its own.";
    if (!seen.settings.problem.empty() || !seen.settings.missing.empty())
        return "The configuration has to be right first.";
    return {};
}

ActionOutcome send_test(
    const DoctorOptions& options,
    const std::string& number,
    const DoctorStage& stage,
    const doctor::Observations& seen
) {
    if (auto why = obstacle(seen); !why.empty()) return not_done(why + " Nothing was sent.");
    const auto content = test_content(seen, number);
    const std::string what = content_type(content) == Text::kType ? "a text" : "the template hello_world";
    const auto warning = "This sends " + what + " to the real WhatsApp of +" + number +
                         ". Meta may charge for it. Roost stores nothing of it, so no conversation shows it.";
    if (!is_agreed(options, stage, warning)) return not_done("Nothing was sent.");
    return roost::send_test(seen.config, number, content);
}

ActionOutcome make_test_conversation(
    const DoctorOptions& options, const DoctorStage& stage, const doctor::Observations& seen
) {
    if (auto why = obstacle(seen); !why.empty()) return not_done(why + " Nothing was made.");
    if (!seen.database || !seen.database->is_there) {
        return not_done("There is no database yet: start roost serve once. Nothing was made.");
    }
    const auto warning =
        "This writes into " + seen.config.data_folder +
        ": a made-up customer called \"Roost test\" writes one message, which stays. An answer to "
        "it would go to Meta, who knows nobody of that number.";
    if (!is_agreed(options, stage, warning)) return not_done("Nothing was made.");
    return roost::make_test_conversation(seen.config, stage.world.clock);
}

// The report as it grows: one document, or one text.
struct Report {
    Json json;
    std::string text;
    bool is_well = true;

    void add(const char* name, const ActionOutcome& outcome) {
        json[name] = outcome.json;
        text +=
            "\n" + std::string(outcome.is_done ? "✓ " : "✗ ") + doctor::printable(outcome.sentence) + "\n";
        is_well = is_well && outcome.is_done;
    }
    void add_conversations(const doctor::Observations& seen) {
        if (!seen.database || !seen.database->is_there)
            return add("conversations", not_done("There is no database yet."));
        const auto rows = newest_conversations(seen.database->file, kMostConversations);
        if (!rows) return add("conversations", not_done(rows.error().message));
        json["conversations"] = doctor::write_json(*rows, seen.now);
        text += "\n" + doctor::write_text(*rows, seen.now);
    }
};

}  // namespace

int run_doctor(const Arguments& arguments, const DoctorStage& stage) {
    const auto options = parse_options(arguments);
    if (!options) {
        stage.err << "roost: " << options.error().message << "\n";
        return 1;
    }
    if (options->wants_help) {
        stage.out << kHelp;
        return 0;
    }
    auto sources = stage.sources;
    sources.arguments = options->settings;
    auto world = stage.world;
    world.number = options->number;
    const auto seen = doctor::look_at_everything(sources, world);
    const auto findings = doctor::judge(seen);
    Report report{doctor::write_json(findings), doctor::write_text(findings, stage.colours)};
    report.is_well = doctor::is_well(findings);
    if (options->lists_conversations) report.add_conversations(seen);
    if (const auto& to = options->send_test_to; to)
        report.add("send_test", send_test(*options, *to, stage, seen));
    if (options->makes_test_conversation)
        report.add("test_conversation", make_test_conversation(*options, stage, seen));
    report.json["is_well"] = report.is_well;
    stage.out
        << (options->is_json ? report.json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"
                             : report.text);
    return report.is_well ? 0 : 1;
}

int doctor_command(const Arguments& arguments) {
    SystemClock clock;
    const bool is_terminal = ::isatty(STDOUT_FILENO) != 0;
    DoctorStage stage{read_config_sources(arguments), {clock}, std::cin, std::cout, std::cerr};
    if (is_terminal) stage.colours = doctor::Colours::kTerminal;
    return run_doctor(arguments, stage);
}

}  // namespace roost
