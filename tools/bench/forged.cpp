// Signed webhooks a thousand times a second, alone and while somebody who does not know the secret posts ten
// thousand. roost_bench_forged --port N --secret S --phone-number-id P [--forged 10000] [--signed 1000]
// [--seconds 8] Prints one JSON line; exit code 1 if a signed one was refused or a forged one accepted.
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "tools/bench/arguments.h"
#include "tools/bench/load.h"
#include "tools/bench/webhook_text.h"

namespace {

using namespace roost::bench;

std::vector<std::string> texts(const Sender& sender, const std::string& prefix, int count) {
    std::vector<std::string> requests;
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    for (int i = 0; i < count; ++i) {
        CustomerText message;
        message.wamid = prefix + std::to_string(since.count()) + "x" + std::to_string(i);
        message.from = std::to_string(15550100000 + i % 1000);
        message.text = "Message " + std::to_string(i);
        message.at = std::chrono::duration_cast<std::chrono::seconds>(since).count();
        requests.push_back(signed_request(sender, webhook_body(sender, message)));
    }
    return requests;
}

struct Told {
    double per_second = 0;
    std::size_t accepted = 0;
};

// In a program of its own. Returns the pipe that it tells its result on.
int start_flood(const LoadPlan& plan, const std::vector<std::string>& requests, pid_t& child) {
    int ends[2];
    if (pipe(ends) != 0) give_up("no pipe can be opened");
    child = fork();
    if (child != 0) {
        close(ends[1]);
        return ends[0];
    }
    const LoadResult load = run_load(plan, requests);
    const Told told{static_cast<double>(load.refused) / load.seconds, load.accepted.size()};
    const bool is_told = write(ends[1], &told, sizeof told) == sizeof told;
    _exit(is_told ? 0 : 1);
}

Told end_flood(int pipe, pid_t child) {
    Told told;
    const bool is_told = read(pipe, &told, sizeof told) == sizeof told;
    close(pipe);
    waitpid(child, nullptr, 0);
    if (!is_told) give_up("the flood broke off");
    return told;
}

void print(const char* name, const LoadResult& load) {
    std::printf(
        "\"%s\":{\"p50_ms\":%.3f,\"p99_ms\":%.3f,\"accepted\":%zu,\"refused\":%zu},",
        name,
        percentile(load.latencies, 0.5),
        percentile(load.latencies, 0.99),
        load.accepted.size(),
        load.refused
    );
}

}  // namespace

int main(int count, char** values) {
    const Arguments arguments(count, values);
    const Sender sender{
        arguments.text("secret", ""), arguments.text("phone-number-id", ""), "/webhooks/whatsapp"};
    const Sender forger{"somebody else's secret", sender.phone_number_id, sender.path};
    const int seconds = arguments.number("seconds", 8);
    LoadPlan plan{arguments.number("port", 0), 16, static_cast<double>(seconds)};
    plan.per_second = arguments.number("signed", 1000);
    LoadPlan flood = plan;
    flood.connections = 32;
    flood.per_second = arguments.number("forged", 10'000);
    flood.seconds = seconds + 2;
    const int wanted = static_cast<int>(plan.per_second) * seconds;
    const auto forged = texts(forger, "wamid.FORGED", static_cast<int>(flood.per_second) * (seconds + 2));
    const auto first = texts(sender, "wamid.ALONE", wanted);
    const auto second = texts(sender, "wamid.AMONG", wanted);
    const LoadResult alone = run_load(plan, first);
    pid_t child = 0;
    const int pipe = start_flood(flood, forged, child);
    usleep(1'000'000);
    const LoadResult among = run_load(plan, second);
    const Told told = end_flood(pipe, child);
    std::printf("{");
    print("alone", alone);
    print("among", among);
    std::printf("\"forged_per_second\":%.0f,\"forged_accepted\":%zu}\n", told.per_second, told.accepted);
    return told.accepted + alone.refused + among.refused == 0 && !among.accepted.empty() ? 0 : 1;
}
