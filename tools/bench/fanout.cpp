// One event at a time to many streams: arrival across all of them and the server's memory per stream, beside
// a bare send() loop over as many sockets in the same run. roost_bench_fanout --port N --pid SERVER --token T
// --secret S --phone-number-id P [--streams 1000] [--events 20] Prints one JSON line; exit code 1 if an event
// did not reach every stream.
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "tools/bench/arguments.h"
#include "tools/bench/bare_server.h"
#include "tools/bench/stream_crowd.h"
#include "tools/bench/webhook_text.h"

namespace {

using namespace roost::bench;

struct Spread {
    std::vector<double> arrivals;
    std::size_t expected = 0;
};

// "fan-<start>-<number>-": distinct from anything else on the stream.
std::string marker_of(long long start, int number) {
    return "fan-" + std::to_string(start) + "-" + std::to_string(number) + "-";
}

long long unix_seconds() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(since).count();
}

// Timed from the moment the webhook is posted, so that signature, parsing and commit are in it.
Spread measure_server(const Arguments& arguments, const Sender& sender, StreamCrowd& crowd, int streams) {
    Spread spread;
    const long long start = unix_seconds();
    const int events = arguments.number("events", 20);
    const Descriptor poster = connect_to(arguments.number("port", 0));
    for (int i = 0; i < events; ++i) {
        const std::string marker = marker_of(start, i);
        const std::string wamid = "wamid.FAN" + std::to_string(streams) + marker;
        const CustomerText message{wamid, "15550199999", marker + std::string(60, 'a'), start};
        const std::string request = signed_request(sender, webhook_body(sender, message));
        const Moment posted = now();
        send_all(poster, request);
        const std::vector<double> arrivals = crowd.wait_for(marker, posted);
        spread.arrivals.insert(spread.arrivals.end(), arrivals.begin(), arrivals.end());
        spread.expected += static_cast<std::size_t>(streams);
        std::array<char, 4096> answer;
        if (recv(poster.number(), answer.data(), answer.size(), 0) <= 0) {
            give_up("the server closed the connection that posts webhooks");
        }
    }
    return spread;
}

Spread measure_bare(const Arguments& arguments, int streams) {
    Spread spread;
    const std::string marker = marker_of(0, 0);
    const Child sender = start_bare_sender("id: 1\ndata: " + marker + std::string(540, 'a') + "\n\n");
    StreamCrowd crowd(sender.port(), "GET / HTTP/1.1\r\n\r\n", streams);
    const int events = arguments.number("events", 20);
    for (int i = 0; i < events && crowd.is_complete(); ++i) {
        const Moment asked = now();
        if (write(sender.control().number(), "x", 1) != 1) {
            break;
        }
        const std::vector<double> arrivals = crowd.wait_for(marker, asked);
        spread.arrivals.insert(spread.arrivals.end(), arrivals.begin(), arrivals.end());
        spread.expected += static_cast<std::size_t>(streams);
    }
    return spread;
}

void print_spread(const char* name, const Spread& spread) {
    std::printf(
        "\"%s\":{\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"max_ms\":%.2f,\"missing\":%zu}",
        name,
        percentile(spread.arrivals, 0.5),
        percentile(spread.arrivals, 0.99),
        percentile(spread.arrivals, 1),
        spread.expected - spread.arrivals.size()
    );
}

}  // namespace

int main(int count, char** values) {
    const Arguments arguments(count, values);
    raise_open_files();
    const Sender sender{
        arguments.text("secret", ""), arguments.text("phone-number-id", ""), "/webhooks/whatsapp"};
    const int streams = arguments.number("streams", 1000);
    const int server = arguments.number("pid", 0);
    const Spread bare = measure_bare(arguments, streams);

    const std::string request =
        "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: "
        "Bearer " +
        arguments.text("token", "") + "\r\n\r\n";
    const long before = resident_bytes(server);
    StreamCrowd crowd(arguments.number("port", 0), request, streams);
    if (!crowd.is_complete()) {
        give_up("the server did not open every stream");
    }
    const long after = resident_bytes(server);
    const Spread hub = measure_server(arguments, sender, crowd, streams);
    const long after_events = resident_bytes(server);

    std::printf("{\"streams\":%d,", streams);
    print_spread("hub", hub);
    std::printf(",");
    print_spread("bare", bare);
    const auto per_stream = [&](long bytes) { return static_cast<double>(bytes - before) / streams; };
    std::printf(
        ",\"rss_bytes_per_stream\":%.0f,\"rss_bytes_per_stream_after_events\":%.0f}\n",
        per_stream(after),
        per_stream(after_events)
    );
    return hub.arrivals.size() == hub.expected ? 0 : 1;
}
