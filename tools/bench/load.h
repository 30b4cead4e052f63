// A load generator for one thread: keep-alive connections, one request at a time on each, requests prepared
// beforehand so that generating costs next to nothing while it measures.
#pragma once

#include <string>
#include <vector>

#include "tools/bench/figures.h"

namespace roost::bench {

struct LoadPlan {
    int port = 0;
    int connections = 32;
    double seconds = 10;    // no request starts after this
    double per_second = 0;  // a request each so often, as far as connections are free; 0 = as fast as it goes
};

struct LoadResult {
    double seconds = 0;                 // from the first request to the last answer
    std::vector<double> latencies;      // milliseconds, of answers with status 200; from when it was due
    std::vector<std::size_t> accepted;  // places in `requests` that were answered 200
    std::size_t refused = 0;            // answered with anything else
    std::size_t broken = 0;             // connections lost
};

// Sends `requests` once each, in order, until all are answered or the time is over.
LoadResult run_load(const LoadPlan& plan, const std::vector<std::string>& requests);

}  // namespace roost::bench
