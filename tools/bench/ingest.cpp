// Signed webhooks per second, all durable before the 200, beside a bare handler in the same run.
// roost_bench_ingest --port N --secret S --phone-number-id P --database FILE [--seconds 8] [--requests
// 200000]
//   [--connections 32] [--customers 1000] [--workers 48] [--floor no]
// Prints one JSON line; exit code 1 if an accepted message is missing or doubled.
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "tools/bench/arguments.h"
#include "tools/bench/bare_server.h"
#include "tools/bench/load.h"
#include "tools/bench/stored_messages.h"
#include "tools/bench/webhook_text.h"

namespace {

using namespace roost::bench;

struct Batch {
    std::string prefix;  // of every wamid
    std::vector<std::string> wamids;
    std::vector<std::string> requests;
};

long long unix_millis() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

// About 600 bytes each; customers take turns.
Batch prepare(const Sender& sender, int count, int customers) {
    Batch batch;
    const long long started = unix_millis();
    batch.prefix = "wamid.BENCH" + std::to_string(started) + "x";
    const std::string padding(170, 'a');
    for (int i = 0; i < count; ++i) {
        CustomerText message;
        message.wamid = batch.prefix + std::to_string(i);
        message.from = std::to_string(15550100000 + i % customers);
        message.text = "Message " + std::to_string(i) + " " + padding;
        message.at = started / 1000;
        batch.requests.push_back(signed_request(sender, webhook_body(sender, message)));
        batch.wamids.push_back(std::move(message.wamid));
    }
    return batch;
}

struct Verdict {
    std::size_t lost = 0;
    std::size_t doubled = 0;
};

Verdict compare(const Batch& batch, const LoadResult& load, const std::string& database) {
    const auto stored = count_stored(database, batch.prefix);
    if (!stored) {
        give_up("the stored messages cannot be counted");
    }
    Verdict verdict;
    for (const std::size_t place : load.accepted) {
        verdict.lost += stored->contains(batch.wamids[place]) ? 0 : 1;
    }
    for (const auto& [wamid, count] : *stored) {
        verdict.doubled += count > 1 ? 1 : 0;
    }
    return verdict;
}

void print_load(const char* name, const LoadResult& load) {
    const double rate = static_cast<double>(load.accepted.size()) / load.seconds;
    std::printf(
        "\"%s\":{\"per_second\":%.0f,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"accepted\":%zu,\"refused\":%zu,"
        "\"broken\":"
        "%zu}",
        name,
        rate,
        percentile(load.latencies, 0.5),
        percentile(load.latencies, 0.99),
        load.accepted.size(),
        load.refused,
        load.broken
    );
}

}  // namespace

int main(int count, char** values) {
    const Arguments arguments(count, values);
    const Sender sender{
        arguments.text("secret", ""), arguments.text("phone-number-id", ""), "/webhooks/whatsapp"};
    LoadPlan plan{arguments.number("port", 0), arguments.number("connections", 32), 0};
    plan.seconds = arguments.number("seconds", 8);
    // Forked before anything is prepared, so that the child does not carry the requests.
    Child bare = start_bare_server(arguments.number("workers", 48));
    const Batch batch =
        prepare(sender, arguments.number("requests", 200'000), arguments.number("customers", 1000));
    const LoadResult load = run_load(plan, batch.requests);
    const Verdict verdict = compare(batch, load, arguments.text("database", ""));
    std::printf("{\"body_bytes\":%zu,", batch.requests[0].size() - batch.requests[0].find("\r\n\r\n") - 4);
    print_load("ingest", load);
    std::printf(",\"lost\":%zu,\"doubled\":%zu", verdict.lost, verdict.doubled);
    if (arguments.text("floor", "yes") == "yes") {
        LoadPlan bare_plan = plan;
        bare_plan.port = bare.port();
        bare_plan.seconds = 3;
        std::printf(",");
        print_load("bare", run_load(bare_plan, batch.requests));
    }
    std::printf("}\n");
    return verdict.lost + verdict.doubled == 0 && !load.accepted.empty() ? 0 : 1;
}
